import type { Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { historyView } from '../history.view.js';
import { bodyView, whenView } from '../row.view.js';
import { momentOf, type Scene } from '../scene.js';
import type { Written } from '../written.js';
import type { Words } from './asking.strings.js';
import { remarkView } from './remark.view.js';
import type { Remark } from './remark.js';
import { moveView } from './move.view.js';

/** What the views of tasks draw from that the person looks after. */
export interface AskedScene extends Scene {
  readonly own: Words;
  readonly written: Written<Remark>;
  /** Whether it is said who asks: there are tasks of others. */
  readonly namesAuthors: boolean;
  /** Shows how it stands with everybody. */
  who(task: Task): void;
  /** Closes it, when that is meant. */
  close(task: Task): void;
}

const isLate = ({ state, dueAt }: Task): boolean =>
  state === 'open' && !!dueAt && Date.parse(dueAt) < Date.now();

/** How it stands with everybody, in a few words. */
function progressOf(task: Task, own: Words): string[] {
  const { done, declined, of } = task.progress ?? { done: 0, declined: 0, of: 0 };
  const open = of - done - declined;
  return [
    own.doneBy(done, of),
    ...(declined > 0 ? [own.declined(declined)] : []),
    ...(open > 0 ? [isLate(task) ? own.late(open) : own.open(open)] : []),
  ];
}

/** One task that the person looks after; unfolded, what happened with it and what can be done. */
export function managedView(task: Task, scene: AskedScene): TemplateResult {
  const { id, title, language, author, dueAt, audience, progress, state } = task;
  const { words, own, opened } = scene;
  const isOpen = opened === id;
  const isOver = isLate(task) && !!progress && progress.of > progress.done + progress.declined;
  const about = [
    ...(scene.namesAuthors ? [words.by(author.displayName)] : []),
    audience?.title ?? own.byName,
    ...progressOf(task, own),
    ...(scene.acts.isKept(id) ? [words.waits] : []),
  ];
  // What was drawn is told, too, and only later.
  const toggled = ({ target }: Event): void => {
    const { open } = target as HTMLDetailsElement;
    if (open !== isOpen) scene.toggled(task, open);
  };
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
        <span class="muted" part="progress"
          >${about.map((one, n) => html`${n ? ' · ' : ''}<bdi>${one}</bdi>`)}</span
        >
      </span>
      ${state === 'open' && dueAt ? html`<span class="when muted" part="when"><bdi>${whenView(dueAt, scene)}</bdi></span>` : nothing}
    </summary>
    ${isOpen ? insideView(task, scene) : nothing}
  </details>`;
}

function insideView(task: Task, scene: AskedScene): TemplateResult {
  const { id, text, dueAt, state, closedAt, mayManage } = task;
  const { words, own, dates, texts, written } = scene;
  const mayAct = mayManage && state === 'open';
  const isMoving = !!written.of(id).moving;
  const button = (label: string, press: () => void, name: string, expanded?: boolean) =>
    html`<button
      id=${`asking-${name}`}
      part="button"
      type="button"
      aria-expanded=${expanded ?? nothing}
      @click=${press}
    >
      <bdi>${label}</bdi>
    </button>`;
  const move = (): void => {
    written.write(id, { moving: isMoving ? '' : 'yes' });
    if (!isMoving) scene.focus('moved');
  };
  return html`<div class="inside" part="inside">
    ${state === 'open' && dueAt ? html`<p class="muted"><bdi>${words.until(momentOf(dueAt, dates))}</bdi></p>` : nothing}
    ${text ? bodyView(texts.of(task)) : nothing}
    ${state === 'closed' && closedAt ? html`<p class="muted"><bdi>${words.closedAt(momentOf(closedAt, dates))}</bdi></p>` : nothing}
    <div class="acts">
      ${button(own.who, () => scene.who(task), 'who')}
      ${
        mayAct
          ? html`${button(own.move, move, 'move', isMoving)}
            ${button(own.close, () => scene.close(task), 'close')}`
          : nothing
      }
      ${scene.acts.isMissed({ task: id, kind: 'closed' }) ? html`<div class="stuck" role="status" part="status"><bdi>${words.missed}</bdi></div>` : nothing}
    </div>
    ${mayAct && isMoving ? moveView(task, scene) : nothing} ${historyView(task, scene)}
    ${mayAct ? remarkView(task, scene) : nothing}
  </div>`;
}
