import { html, nothing, type TemplateResult } from 'lit';
import type { Room } from './room.js';
import { roomView } from './room.view.js';
import type { Scene } from './scene.js';

/** One channel: what it is, what is said in it, and where to say something. */
export function channelView(
  room: Room,
  scene: Scene,
  trouble: TemplateResult | typeof nothing,
  /** Leads to all channels, where there are others. */
  back: (() => void) | false,
): TemplateResult {
  const { words, channel, composing } = scene;
  const { description, title, people, mayAnnounce, mayDiscuss } = channel;
  return html`<section class="channel" aria-labelledby="heading">
    <div class="header" part="header">
      ${
        back
          ? html`<button class="back" part="button" type="button" @click=${back}>
              ${words.back}
            </button>`
          : nothing
      }
      <h2 id="heading" class="heading" part="heading" tabindex="-1"><bdi>${title}</bdi></h2>
      <button class="find quiet" part="button" type="button" @click=${() => scene.find()}>
        ${words.search}
      </button>
      <span class="muted"
        ><bdi>${words.people(people)}</bdi>${
          description ? html`<span class="about"> · <bdi>${description}</bdi></span>` : nothing
        }</span
      >
    </div>
    ${trouble} ${scene.reacting?.pinned(scene, (id) => void room.to(id))}
    ${roomView(room, channel, scene)}
    ${
      mayAnnounce || mayDiscuss
        ? (composing?.composer(channel) ?? html`<div class="later"></div>`)
        : nothing
    }
  </section>`;
}
