import type { Channel } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './comms-feed.strings.js';
import { hourOf, momentOf, shortDayOf } from './scene.js';

const today = (time: string): boolean =>
  new Date(time).toDateString() === new Date().toDateString();

/** The channels of the person, to choose from. */
export function channelsView(
  channels: readonly Channel[],
  selected: string | undefined,
  words: Words,
  dates: string,
  select: (channel: string) => void,
): TemplateResult {
  return html`<nav class="groups" part="groups" aria-label=${words.groups}>
    <ul>
      ${channels.map(
        ({ id, title, unread, latestAt }) =>
          html`<li>
            <button
              class="group"
              part="group"
              type="button"
              data-group=${id}
              aria-current=${id === selected ? 'true' : nothing}
              @click=${() => select(id)}
            >
              <span class="name"><bdi>${title}</bdi></span>
              ${
                latestAt
                  ? html`<time class="muted" datetime=${latestAt} title=${momentOf(latestAt, dates)}
                      >${today(latestAt) ? hourOf(latestAt, dates) : shortDayOf(latestAt, dates)}</time
                    >`
                  : nothing
              }
              ${unread ? html`<span class="unread" part="unread">${words.unread(unread)}</span>` : nothing}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}
