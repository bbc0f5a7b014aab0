import type { Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { fullDay, relativeDay } from '../asked/due.js';
import { actsView } from './acts.view.js';
import { historyView } from './history.view.js';
import { momentOf, type OwnScene, type Scene } from './scene.js';

const isMine = ({ state, mine }: Task): boolean => state === 'open' && mine?.state === 'open';

/** One task; unfolded, all that is known about it, and what can be done. */
export function rowView(task: Task, scene: OwnScene): TemplateResult {
  const { id, title, language, author, dueAt } = task;
  const { words, acts, opened } = scene;
  const isOpen = opened === id;
  const isAsked = isMine(task);
  const isOver = isAsked && dueAt && Date.parse(dueAt) < Date.now();
  // What was drawn is told, too, and only later: by then it may be over. The person has done what differs from it.
  const toggled = ({ target }: Event): void => {
    const { open } = target as HTMLDetailsElement;
    if (open !== isOpen) scene.toggled(task, open);
  };
  const about = [words.by(author.displayName), ...(acts.isKept(id) ? [words.waits] : [])];
  return html`<details
    class="task ${isOver ? 'overdue' : ''}"
    part="task"
    data-id=${id}
    ?open=${isOpen}
    @toggle=${toggled}
  >
    <summary class="row" part="row">
      <span class="what">
        <span class="title" part="title" lang=${language}><bdi>${title}</bdi></span>
        <span class="muted"><bdi>${about.join(' · ')}</bdi></span>
      </span>
      ${isAsked && dueAt ? html`<span class="when muted" part="when"><bdi>${whenView(dueAt, scene)}</bdi></span>` : nothing}
    </summary>
    ${isOpen ? insideView(task, isAsked, scene) : nothing}
  </details>`;
}

/** Until when, in a row. */
export function whenView(at: string, { words, dates }: Scene): TemplateResult {
  const say = Date.parse(at) < Date.now() ? words.was : words.due;
  return html`<time datetime=${at} title=${fullDay(at, dates)}
    >${say(relativeDay(at, dates))}</time
  >`;
}

function insideView(task: Task, isAsked: boolean, scene: OwnScene): TemplateResult {
  const { words, dates, texts } = scene;
  const { text, dueAt } = task;
  return html`<div class="inside" part="inside">
    ${isAsked && dueAt ? html`<p class="muted"><bdi>${words.until(momentOf(dueAt, dates))}</bdi></p>` : nothing}
    ${text ? bodyView(texts.of(task)) : nothing} ${isAsked ? nothing : endView(task, scene)}
    ${historyView(task, scene)}
    ${isAsked || scene.acts.tasks.has(task.id) ? actsView(task, isAsked, scene) : nothing}
  </div>`;
}

/** Plain until the gate for foreign HTML is open. */
export const bodyView = (text: HTMLElement | string): TemplateResult | HTMLElement =>
  typeof text === 'string' ? html`<p class="plain" part="text" dir="auto">${text}</p>` : text;

/** How it ended. */
function endView({ state, closedAt, mine }: Task, scene: Scene): TemplateResult | typeof nothing {
  const { words, dates } = scene;
  const at = mine?.at && mine.state !== 'open' ? momentOf(mine.at, dates) : undefined;
  const said = at && (mine!.state === 'declined' ? words.declinedAt(at) : words.doneAt(at));
  return html`${said ? html`<p class="recorded"><bdi>${said}</bdi></p>` : nothing}
  ${state === 'closed' && closedAt ? html`<p class="muted"><bdi>${words.closedAt(momentOf(closedAt, dates))}</bdi></p>` : nothing}`;
}
