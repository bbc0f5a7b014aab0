import type { Message } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { momentOf, type Scene } from './scene.js';
import { Waiting } from './waiting.js';

/** What an alert asks, whether this person did it, and how many have. */
export function alertView(message: Message, scene: Scene): TemplateResult {
  const { words, dates, channel } = scene;
  const { id, action, done } = message;
  return html`<div class="action" part="action">
      <span class="muted">${words.todo}</span>
      <strong dir="auto">${action?.text}</strong>
      ${action?.dueAt ? html`<time datetime=${action.dueAt}>${words.until(momentOf(action.dueAt, dates))}</time>` : nothing}
    </div>
    ${channel.isMember || message.doneAt ? doneView(message, scene) : nothing}
    ${
      done
        ? html`<div class="count" part="count">
            <progress
              aria-hidden="true"
              max=${Math.max(done.of, 1)}
              .value=${done.count}
            ></progress>
            <bdi class="muted">${words.count(done.count, done.of)}</bdi>
            ${
              channel.mayAnnounce
                ? html`<button
                    class="quiet"
                    part="button"
                    type="button"
                    data-act="who-${id}"
                    @click=${() => scene.who(message)}
                  >
                    ${words.who}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }`;
}

/** The button, or what became of pressing it. */
function doneView(alert: Message, scene: Scene): TemplateResult {
  const { id, doneAt } = alert;
  const { words, dates, waiting } = scene;
  const { entry, isActing, isMissed } = waiting.done(id);
  const isOutdated = !!entry && Waiting.isOutdated(entry);
  const isStuck = !isOutdated && !!entry?.error && entry.state !== 'sending';
  const isUnderWay = isActing || (!!entry && !isStuck && !isOutdated);
  const said = doneAt
    ? words.doneAt(momentOf(doneAt, dates))
    : isUnderWay
      ? words.sending
      : isOutdated
        ? words.outdated
        : entry
          ? Waiting.reason(entry, words)
          : isMissed
            ? words.missed
            : '';
  const press = (): void => {
    if (isUnderWay) return;
    if (!isStuck) void waiting.complete(alert);
    else if (entry!.state === 'rejected') void waiting.dismiss(entry.key);
    else waiting.retry(entry.key);
  };
  const label = isStuck ? (entry.state === 'rejected' ? words.discard : words.send) : words.done;
  return html`<div class="row">
    ${
      doneAt
        ? nothing
        : html`<button
            class=${isStuck ? '' : 'primary'}
            part=${isStuck ? 'button' : 'primary'}
            type="button"
            aria-disabled=${String(isUnderWay)}
            @click=${press}
          >
            ${label}
          </button>`
    }
    <div
      role="status"
      part="status"
      class=${doneAt ? 'recorded' : isStuck || isOutdated ? 'stuck' : ''}
    >
      ${said}
    </div>
  </div>`;
}
