import type { Answer, Incident, IsmsError, Unlock } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { momentOf } from '../moment.js';
import type { Talk, WaitingAnswer } from './talk.js';
import type { Words } from './status.strings.js';

const known = ['received', 'assessing', 'handling', 'closed'] as const;

/** How far it is with a report, in words; as the backend calls it where there are none. */
export const stateOf = (state: Incident['state'], words: Words): string => {
  const name = known.find((one) => one === state);
  return name ? words[name] : state;
};

/** What was reported, how it went on, what was said, and a field to answer. */
export function talkView(talk: Talk): TemplateResult {
  const { words, dates, incident, unlocks } = talk;
  const { noticed, did, attachments = [], history, resolved } = incident;
  return html`<div class="told" part="inside">
    <dl>
      <div>
        <dt>${words.noticed}</dt>
        <dd class="plain" dir="auto">${noticed}</dd>
      </div>
      ${
        did
          ? html`<div>
              <dt>${words.did}</dt>
              <dd class="plain" dir="auto">${did}</dd>
            </div>`
          : nothing
      }
      ${
        attachments.length
          ? html`<div>
              <dt>${words.files}</dt>
              ${attachments.map(({ name }) => html`<dd><bdi>${name}</bdi></dd>`)}
            </div>`
          : nothing
      }
      <div>
        <dt>${words.history}</dt>
        <dd>
          <ol part="history">
            ${history.map(
              ({ state, at }) =>
                html`<li>
                  <bdi>${stateOf(state, words)}</bdi>
                  <time class="muted" datetime=${at}>${momentOf(at, dates)}</time>
                </li>`,
            )}
          </ol>
        </dd>
      </div>
      ${
        unlocks.length
          ? html`<div part="unlocks">
              <dt>${words.unlocks}</dt>
              ${unlocks.map((one) => unlockView(one, talk))}
            </div>`
          : nothing
      }
      ${
        resolved
          ? html`<div part="resolved">
              <dt>${words.resolved}</dt>
              <dd class="plain" dir="auto">${resolved}</dd>
              <dd><bdi>${words.thanks}</bdi></dd>
            </div>`
          : nothing
      }
    </dl>
    ${saidView(talk)} ${formView(talk)}
  </div>`;
}

function unlockView(
  { author, reason, recordedAt }: Unlock,
  { words, dates }: Talk,
): TemplateResult {
  return html`<dd>
    <p class="muted">
      <bdi>${author?.displayName ?? words.handler}</bdi> ·
      <time datetime=${recordedAt}>${momentOf(recordedAt, dates)}</time>
    </p>
    <p class="plain" dir="auto">${reason}</p>
  </dd>`;
}

function saidView(talk: Talk): TemplateResult {
  const { words, answers, isMissing, waiting, again } = talk;
  if (!answers)
    return isMissing
      ? html`<div class="acts">
          <span class="stuck"><bdi>${words.failed}</bdi></span>
          <button part="button" type="button" @click=${again}>${words.again}</button>
        </div>`
      : html`<p class="muted"><bdi>${words.loading}</bdi></p>`;
  if (!answers.length && !waiting.length)
    return html`<p class="muted"><bdi>${words.none}</bdi></p>`;
  return html`<ol class="said" part="answers" aria-label=${words.said}>
    ${answers.map((answer) => answerView(answer, talk))}
    ${waiting.map((entry) => waitingView(entry, talk))}
  </ol>`;
}

function answerView(
  { by, author, recordedAt, text }: Answer,
  { words, dates }: Talk,
): TemplateResult {
  const who = by === 'reporter' ? words.you : (author?.displayName ?? words.handler);
  return html`<li class=${by === 'reporter' ? '' : 'handler'} part="answer">
    <p class="muted">
      <bdi>${who}</bdi> · <time datetime=${recordedAt}>${momentOf(recordedAt, dates)}</time>
    </p>
    <p class="plain" dir="auto">${text}</p>
  </li>`;
}

function waitingView(entry: WaitingAnswer, { words, retry, takeBack }: Talk): TemplateResult {
  const { body, state, error } = entry;
  const isRefused = state === 'rejected';
  const isStuck = !!error && state !== 'sending';
  return html`<li part="answer">
    <p class="muted"><bdi>${words.you}</bdi></p>
    <p class="plain" dir="auto">${body.text}</p>
    <div class="acts">
      <span role="status" class=${isStuck ? 'stuck' : 'muted'}
        ><bdi>${reasonOf(entry, words)}</bdi></span
      >
      ${
        isStuck
          ? html`<button
              part="button"
              type="button"
              @click=${() => (isRefused ? takeBack(entry) : retry(entry))}
            >
              ${isRefused ? words.takeBack : words.sendNow}
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

function reasonOf({ state, error, durable }: WaitingAnswer, words: Words): string {
  if (!error || state === 'sending') return words.sending;
  const { requestId, kind } = error as IsmsError;
  if (state === 'rejected') return words.refused(requestId ?? kind);
  return durable ? words.waits : words.unsafe;
}

function formView({ words, incident, written, isBusy, note, write, send }: Talk): TemplateResult {
  const id = `answer-${incident.id}`;
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return html`<form part="form" novalidate @submit=${submit}>
    <label for=${id} class="name">${words.answer}</label>
    <textarea
      id=${id}
      part="field"
      dir="auto"
      rows="2"
      maxlength="10000"
      aria-describedby="${id}-note"
      .value=${written}
      @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
    ></textarea>
    <p id="${id}-note" class="muted"><bdi>${words.seenBy}</bdi></p>
    <div class="acts">
      <button part="button" type="submit" aria-disabled=${String(isBusy)}>${words.send}</button>
      <div role="status" part="status" class=${note ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : note}</bdi>
      </div>
    </div>
  </form>`;
}
