import { html, nothing, type TemplateResult } from 'lit';
import { privacyView } from './privacy.view.js';
import type { Scene } from './scene.js';
import { kinds, type Telling } from './telling.js';

/** The questions, the plainest first, and the way to send what is answered. */
export function questionsView(scene: Scene): TemplateResult {
  const { words, telling, lacksNoticed, isBusy, isShared, isKept, note } = scene;
  const { noticed, did, privacy, when, at } = telling;
  const submit = (event: Event): void => {
    event.preventDefault();
    scene.send();
  };
  const choices = { now: words.now, earlier: words.earlier };
  const safety = { yes: words.yes, unsure: words.unsure, no: words.no };
  return html`<form part="form" novalidate @submit=${submit}>
    <div class="question">
      <label for="noticed">${words.noticed}</label>
      <textarea
        id="noticed"
        part="field"
        dir="auto"
        rows="3"
        maxlength="10000"
        required
        aria-invalid=${String(lacksNoticed)}
        aria-describedby="noticed-note"
        .value=${noticed}
        @input=${({ target }: Event) => scene.write({ noticed: (target as HTMLTextAreaElement).value })}
      ></textarea>
      <p id="noticed-note" class=${lacksNoticed ? 'stuck' : ''} ?hidden=${!lacksNoticed}>
        <bdi>${words.needsNoticed}</bdi>
      </p>
    </div>
    ${choiceView(scene, 'seems', words.seems, Object.fromEntries(kinds.map((kind) => [kind, words[kind]])), 'tiles')}
    ${adviceView(scene)} ${choiceView(scene, 'safe', words.safe, safety, 'tiles three')}
    ${choiceView(scene, 'when', words.when, choices, 'tiles')}
    ${
      when === 'earlier'
        ? html`<div class="question">
            <label for="at">${words.at}</label>
            <input
              id="at"
              part="field"
              type="datetime-local"
              .value=${at}
              @input=${({ target }: Event) => scene.write({ at: (target as HTMLInputElement).value })}
            />
          </div>`
        : nothing
    }
    <details class="more" part="more" ?open=${!!did}>
      <summary>${words.did}</summary>
      <textarea
        id="did"
        part="field"
        dir="auto"
        rows="2"
        maxlength="5000"
        aria-label=${words.did}
        .value=${did}
        @input=${({ target }: Event) => scene.write({ did: (target as HTMLTextAreaElement).value })}
      ></textarea>
    </details>
    ${privacy === 'anonymous' ? html`<p class="muted"><bdi>${words.noFiles}</bdi></p>` : filesView(scene)}
    ${privacyView(scene)}
    <label class="check">
      <input
        type="checkbox"
        .checked=${isShared}
        @change=${({ target }: Event) => scene.share((target as HTMLInputElement).checked)}
      />${words.shared}
    </label>
    <p class="muted" part="keeping"><bdi>${isKept ? words.kept : words.unkept}</bdi></p>
    <div class="acts">
      <button class="primary" part="primary" type="submit" aria-disabled=${String(isBusy)}>
        ${{ named: words.sendNamed, confidential: words.sendConfidential, anonymous: words.sendAnonymous }[privacy]}
      </button>
      <div role="status" part="status" class=${note ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : note}</bdi>
      </div>
    </div>
  </form>`;
}

/** One question with few answers, each large enough for a thumb. */
function choiceView(
  scene: Scene,
  name: 'seems' | 'safe' | 'when',
  question: string,
  answers: Readonly<Record<string, string>>,
  look: string,
): TemplateResult {
  const choose = ({ target }: Event): void =>
    scene.write({ [name]: (target as HTMLInputElement).value } as Partial<Telling>);
  return html`<fieldset part="question">
    <legend>${question}</legend>
    <div class=${look}>
      ${Object.entries(answers).map(
        ([value, label]) =>
          html`<label class="tile" part="choice"
            ><input
              type="radio"
              name=${name}
              .value=${value}
              .checked=${scene.telling[name] === value}
              @change=${choose}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** What the organisation says about it: the page brings it. */
function adviceView({ words, telling: { seems }, hasAdvice }: Scene): TemplateResult {
  return html`<section
    class="advice"
    part="advice"
    aria-labelledby="advice"
    ?hidden=${!hasAdvice(seems)}
  >
    <p id="advice" class="name">${words.advice}</p>
    ${seems ? html`<slot name="advice-${seems}"></slot>` : nothing}
    <slot name="advice"></slot>
  </section>`;
}

function filesView({ words, files, attach }: Scene): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    // The list is emptied with the field, so that the same file may be chosen once more.
    const chosen = [...(input.files ?? [])];
    input.value = '';
    attach(chosen);
  };
  const press = ({ currentTarget }: Event): void =>
    ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  return html`<div class="files">
    <button part="button" type="button" @click=${press}>${words.files}</button>
    <input type="file" multiple hidden @change=${choose} />
    ${files}
  </div>`;
}
