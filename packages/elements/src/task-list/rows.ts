import { render, type TemplateResult } from 'lit';
import type { Task } from '@heed/sdk';

/**
 * Draws tasks into a list, each into the item that it had: nothing is drawn over that somebody writes in. Of few rows that
 * is less than the directive for it, which a page with messages would have to load from a file of its own.
 */
export function drawRows(
  list: HTMLElement | null,
  tasks: readonly Task[],
  draw: (task: Task) => TemplateResult,
): void {
  if (!list) return;
  const before = new Map(
    [...list.children].map((item) => [(item as HTMLElement).dataset['task'], item]),
  );
  const ids = new Set(tasks.map(({ id }) => id));
  for (const [id, item] of before) if (!ids.has(id!)) item.remove();
  let place = list.firstElementChild;
  for (const task of tasks) {
    const item = (before.get(task.id) ?? document.createElement('li')) as HTMLElement;
    item.dataset['task'] = task.id;
    if (item === place) place = item.nextElementSibling;
    else list.insertBefore(item, place);
    render(draw(task), item);
  }
}
