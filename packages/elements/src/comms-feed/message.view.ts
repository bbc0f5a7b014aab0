import type { Message } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { alertView } from './alert.view.js';
import { hourOf, momentOf, type Scene } from './scene.js';
import { Waiting, type WaitingMessage } from './waiting.js';

/** Who said it, when, what it is, and what it says. */
export function messageView(message: Message, scene: Scene): TemplateResult {
  const { words, dates, texts, composing } = scene;
  const { kind, author, postedAt, editedAt, withdrawnAt, title, language } = message;
  const label = kind === 'broadcast' ? words.broadcast : kind === 'alert' ? words.alert : undefined;
  const editor = withdrawnAt ? undefined : composing?.editor(message);
  return html`<div class="head">
      <span class="author" part="author"><bdi>${author.displayName}</bdi></span>
      <time class="muted" part="time" datetime=${postedAt} title=${momentOf(postedAt, dates)}
        >${hourOf(postedAt, dates)}</time
      >
      ${
        editedAt && !withdrawnAt
          ? html`<span class="muted" title=${momentOf(editedAt, dates)}>${words.edited}</span>`
          : nothing
      }
      ${label ? html`<span class="kind" part="kind">${label}</span>` : nothing}
    </div>
    ${
      withdrawnAt
        ? html`<div class="muted gone" part="withdrawn">
            ${words.withdrawn(momentOf(withdrawnAt, dates))}
          </div>`
        : (editor ??
          html`${title ? html`<div class="title" part="title" role="heading" aria-level="4" lang=${language} dir="auto">${title}</div>` : nothing}
          ${bodyOf(texts.of(message))} ${scene.files(message)}
          ${kind === 'alert' ? alertView(message, scene) : nothing}`)
    }
    ${editor ? nothing : footView(message, scene)}`;
}

/** What can be done with a message. */
function footView(message: Message, scene: Scene): TemplateResult | typeof nothing {
  const { words, me, channel, threads, composing } = scene;
  const { id, author, replies, thread, withdrawnAt } = message;
  const isMine = !!me && author.id === me;
  const open = threads.of(id);
  const buttons = [];
  if (!thread && (replies || open || (channel.mayDiscuss && !withdrawnAt))) {
    const label = open ? words.hide : replies ? words.replies(replies) : words.reply;
    buttons.push(
      html`<button
        class="quiet"
        part="button"
        type="button"
        data-act="thread-${id}"
        aria-expanded=${String(!!open)}
        @click=${() => threads.toggle(id)}
      >
        <bdi>${label}</bdi>
      </button>`,
    );
  }
  if (composing && !withdrawnAt && isMine) {
    buttons.push(
      html`<button
        class="quiet"
        part="button"
        type="button"
        data-act="edit-${id}"
        @click=${() => composing.edit(message)}
      >
        ${words.edit}
      </button>`,
    );
  }
  if (composing && !withdrawnAt && (isMine || channel.mayAnnounce)) {
    buttons.push(
      html`<button
        class="quiet"
        part="button"
        type="button"
        data-act="withdraw-${id}"
        @click=${() => composing.withdraw(message)}
      >
        ${words.withdraw}
      </button>`,
    );
  }
  const reacting = withdrawnAt ? undefined : scene.reacting?.view(message, scene);
  return html`${buttons.length || reacting ? html`<div class="foot">${buttons} ${reacting}</div>` : nothing}
  ${open ? threadView(message, scene) : nothing}`;
}

/** The replies to a message, oldest first, and the place for one more. */
function threadView({ id, withdrawnAt }: Message, scene: Scene): TemplateResult {
  const { words, threads, waiting, channel, composing } = scene;
  const { replies, state, next } = threads.of(id)!;
  const load = (): void => void threads.load(id);
  return html`<div class="thread" part="thread">
    <ol class="replies" aria-label=${words.replies(replies.length)}>
      ${replies.map((reply) => html`<li data-id=${reply.id}>${messageView(reply, scene)}</li>`)}
      ${waiting.in(channel.id, id).map((one) => html`<li>${waitingView(one, scene)}</li>`)}
    </ol>
    ${state === 'loading' ? html`<div class="muted" role="status">${words.loading}</div>` : nothing}
    ${
      state === 'failed' || (state === 'ready' && next)
        ? html`<button class="quiet" part="button" type="button" @click=${load}>
            ${words.more}
          </button>`
        : nothing
    }
    ${channel.mayDiscuss && !withdrawnAt ? composing?.composer(channel, id) : nothing}
  </div>`;
}

/** What this person said and the backend has not recorded yet, with what is to be done about it. */
export function waitingView(entry: WaitingMessage, scene: Scene): TemplateResult {
  const { words, dates, waiting, composing } = scene;
  const { key, body, queuedAt, state, error } = entry;
  const isRefused = state === 'rejected';
  const isStuck = isRefused || (!!error && state === 'queued');
  const change = (): void => {
    composing?.take(body);
    void waiting.dismiss(key);
  };
  return html`<div class="head">
      <time class="muted" datetime=${queuedAt}>${hourOf(queuedAt, dates)}</time>
    </div>
    ${body.title ? html`<div class="title" dir="auto">${body.title}</div>` : nothing}
    <div class="body plain" dir="auto">${body.text}</div>
    <div class="row">
      <div role="status" part="status" class=${isRefused ? 'refused' : isStuck ? 'stuck' : 'muted'}>
        ${Waiting.reason(entry, words)}
      </div>
      ${isStuck ? html`<button part="button" type="button" @click=${() => waiting.retry(key)}>${words.send}</button>` : nothing}
      ${
        isRefused
          ? html`<button part="button" type="button" @click=${change}>${words.edit}</button>
              <button part="button" type="button" @click=${() => void waiting.dismiss(key)}>
                ${words.discard}
              </button>`
          : nothing
      }
    </div>`;
}

const bodyOf = (text: HTMLElement | string): TemplateResult | HTMLElement =>
  typeof text === 'string' ? html`<div class="body plain" dir="auto">${text}</div>` : text;
