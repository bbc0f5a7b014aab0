import { html, type TemplateResult } from 'lit';
import type { Words } from './incident-report.strings.js';
import type { Scene } from './scene.js';
import { privacies, type Telling } from './telling.js';

/** Who may see the name, and what else everybody around can see, in words. */
export function privacyView({ words, telling, write }: Scene): TemplateResult {
  const { privacy } = telling;
  return html`<fieldset part="question">
      <legend>${words.privacy}</legend>
      <div class="stack">
        ${privacies.map(
          (one) =>
            html`<label class="tile" part="choice"
              ><input
                type="radio"
                name="privacy"
                aria-describedby="${one}-hint"
                .value=${one}
                .checked=${one === privacy}
                @change=${() => write({ privacy: one })}
              /><span
                >${words[one]}<span class="muted" id="${one}-hint"
                  ><bdi>${words[`${one}Hint`]}</bdi></span
                ></span
              ></label
            >`,
        )}
      </div>
    </fieldset>
    <details class="more" part="more">
      <summary>${words.sees}</summary>
      <dl>
        ${seenBy(words, privacy).map(
          ([who, what]) =>
            html`<div>
              <dt>${who}</dt>
              <dd><bdi>${what}</bdi></dd>
            </div>`,
        )}
      </dl>
    </details>`;
}

/** What each sees of it. */
function seenBy(words: Words, privacy: Telling['privacy']): (readonly [string, string])[] {
  const known = privacy === 'anonymous' ? privacy : 'known';
  return [
    [words.employer, words[`${privacy}Employer`]],
    [words.handler, words[`${privacy}Handler`]],
    [words.network, words[`${known}Network`]],
    [words.page, words[`${known}Page`]],
  ];
}
