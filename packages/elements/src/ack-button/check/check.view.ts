import type { CheckQuestion, CheckResult, KnowledgeCheck } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { bestLanguage, datesIn } from '../../language.js';
import type { Acts, Sitting } from './check.js';
import type { Words } from './check.strings.js';

/** How it is spoken. */
export interface Speech {
  words: Words;
  /** BCP 47, of the page. */
  language: string;
  /** Of the policy. */
  title: string;
}

/** A text of the organisation in the best of its languages. */
function text(texts: Record<string, string>, language: string): TemplateResult {
  const spoken = bestLanguage(Object.keys(texts), language) ?? '';
  return html`<span lang=${spoken} dir="auto">${texts[spoken]}</span>`;
}

function choices(
  { id, choices, several }: CheckQuestion,
  { chosen, told, busy }: Sitting,
  { choose }: Acts,
  { words, language }: Speech,
  solution: readonly string[] | undefined,
): TemplateResult[] {
  return choices.map(
    (choice) =>
      html`<label
        ><input
          type=${several ? 'checkbox' : 'radio'}
          name="q${id}"
          .checked=${chosen.get(id)?.has(choice.id) ?? false}
          ?disabled=${!!told || busy}
          @change=${({ target }: Event) =>
            choose(id, choice.id, (target as HTMLInputElement).checked)}
        /><span
          >${text(choice.texts, language)}${
            solution?.includes(choice.id)
              ? html` <span class="solution">(${words.solution})</span>`
              : nothing
          }</span
        ></label
      >`,
  );
}

function outcome(result: CheckResult, { words, language }: Speech): TemplateResult {
  return html`<p class="told ${result.right ? 'right' : 'wrong'}">
    <strong>${result.right ? words.right : words.wrong}</strong>
    ${result.explanation ? text(result.explanation, language) : nothing}
  </p>`;
}

function question(
  one: CheckQuestion,
  place: number,
  now: Sitting,
  acts: Acts,
  speech: Speech,
): TemplateResult {
  const result = now.told?.results.find((each) => each.question === one.id);
  return html`<fieldset>
    <legend>${place + 1}. ${text(one.texts, speech.language)}</legend>
    ${one.several ? html`<p class="muted">${speech.words.several}</p>` : nothing}
    ${choices(one, now, acts, speech, result?.solution)}
    ${result ? outcome(result, speech) : nothing}
  </fieldset>`;
}

/** What it takes, and how often it may be tried. */
function terms(
  { passMark, questions, triesLeft, againAt }: KnowledgeCheck,
  { words, language }: Speech,
): TemplateResult {
  const of = questions.length;
  const time = new Intl.DateTimeFormat(datesIn(language), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const tries = againAt
    ? words.later(time.format(new Date(againAt)))
    : triesLeft === undefined
      ? ''
      : words.tries(triesLeft);
  return html`<p class="muted">
    ${words.enough(Math.ceil((passMark * of) / 100), of)} ${tries} ${words.recorded}
  </p>`;
}

/** The act that is open now; one place, so that the focus stays on it. */
function primary({ asked, told, busy }: Sitting, acts: Acts, { words }: Speech) {
  const isOver = told?.passed || asked?.againAt;
  const [label, act] = isOver
    ? [told?.passed ? words.on : words.close, acts.close]
    : told
      ? [words.retry, acts.retry]
      : asked
        ? [words.hand, acts.hand]
        : [words.retry, acts.load];
  return html`<button
    class="primary"
    part="primary"
    type="button"
    aria-disabled=${String(busy)}
    @click=${() => busy || act()}
  >
    ${label}
  </button>`;
}

/** The whole of a knowledge check, as the sitting stands. */
export function view(now: Sitting, acts: Acts, speech: Speech): TemplateResult {
  const { asked, told, note } = now;
  const { words, language, title } = speech;
  const marks = told && (told.passed ? words.passed : words.missed)(told.right, told.of);
  return html`<div class="top">
      <h2 id="check" tabindex="-1" autofocus>${words.title(title)}</h2>
      <button type="button" part="button" @click=${acts.close}>${words.close}</button>
    </div>
    ${
      told
        ? html`<p class="told outcome ${told.passed ? 'right' : 'wrong'}" tabindex="-1">
            <strong>${marks}</strong>
          </p>`
        : nothing
    }
    ${asked ? terms(asked, speech) : nothing}
    ${asked?.questions.map((one, place) => question(one, place, now, acts, speech))}
    <div class="row" lang=${datesIn(language)}>
      ${primary(now, acts, speech)}
      <div role="status">${note}</div>
    </div>`;
}
