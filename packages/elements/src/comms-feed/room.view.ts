import type { Channel, Message } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { messageView, waitingView } from './message.view.js';
import type { Room } from './room.js';
import { dayOf, hourOf, type Scene } from './scene.js';

/** The messages of a channel, and the ways to what is new in it. */
export function roomView(room: Room, channel: Channel, scene: Scene): TemplateResult {
  const { words } = scene;
  const { timeline, place } = room;
  const { messages } = timeline;
  const own = timeline.newer ? [] : scene.waiting.in(channel.id);
  const current = messages.some(({ id }) => id === room.current)
    ? room.current
    : (timeline.mark ?? messages.at(-1)?.id);
  const focus = (event: Event): void => {
    const article = (event.target as Element).closest<HTMLElement>('article[data-id]');
    const id = article?.dataset['id'];
    if (!id || id === room.current) return;
    room.current = id;
    // What the browser scrolls into view first would be put back.
    requestAnimationFrame(() => room.moved());
  };
  const key = (event: KeyboardEvent): void => {
    const at = event.target as HTMLElement;
    const article = at.closest<HTMLElement>('article[data-id]');
    const isTyping = !!at.closest('textarea, input');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (article && !isTyping && isPlain && room.step(event.key, article)) event.preventDefault();
  };
  return html`<div class="view">
    <div
      class="messages"
      part="messages"
      role=${messages.length + own.length ? 'feed' : nothing}
      aria-label=${messages.length + own.length ? channel.title : nothing}
      aria-busy=${String(timeline.busy)}
      @scroll=${() => room.moved()}
      @focusin=${focus}
      @keydown=${key}
    >
      ${timeline.busy ? html`<div class="muted earlier">${words.earlier}</div>` : nothing}
      ${repeat(
        messages,
        ({ id }) => id,
        (message, i) =>
          articleView(message, i, message.id === current, messages[i - 1], room, scene),
      )}
      ${repeat(
        own,
        ({ key }) => key,
        (entry) =>
          html`<article class="message waiting" part="message" aria-label=${words.sending}>
            ${waitingView(entry, scene)}
          </article>`,
      )}
    </div>
    ${
      messages.length + own.length
        ? nothing
        : html`<p class="muted nothing">${timeline.loaded ? words.none : ''}</p>`
    }
    <div class="ways">
      ${
        timeline.mark && room.isPast
          ? html`<button class="way" part="button" type="button" @click=${() => void room.toMark()}>
              ${words.jump}
            </button>`
          : nothing
      }
      ${
        messages.length && !place.isAtEnd
          ? html`<button
              class="way"
              part="button"
              type="button"
              @click=${() => void room.toEnd(true)}
            >
              ${room.below ? words.below(room.below) : words.newest}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function articleView(
  message: Message,
  at: number,
  isCurrent: boolean,
  before: Message | undefined,
  room: Room,
  scene: Scene,
): TemplateResult {
  const { words, dates } = scene;
  const { id, kind, author, title, postedAt, withdrawnAt } = message;
  const day = dayOf(postedAt, dates);
  const isNewDay = !before || dayOf(before.postedAt, dates) !== day;
  const what = kind === 'alert' ? words.alert : kind === 'broadcast' ? words.broadcast : undefined;
  const label = [what, title, author.displayName, day, hourOf(postedAt, dates)].filter(Boolean);
  return html`<article
    class="message ${withdrawnAt ? 'withdrawn' : kind === 'broadcast' || kind === 'alert' ? kind : 'discussion'}"
    part="message"
    data-id=${id}
    tabindex=${isCurrent ? 0 : -1}
    aria-posinset=${at + 1}
    aria-setsize="-1"
    aria-label=${label.join(', ')}
  >
    ${isNewDay ? html`<div class="day muted" part="day" role="heading" aria-level="3">${day}</div>` : nothing}
    ${room.timeline.mark === id ? html`<div class="mark" part="new"><span>${words.fresh}</span></div>` : nothing}
    <div class="card">${messageView(message, scene)}</div>
  </article>`;
}
