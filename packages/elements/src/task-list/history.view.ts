import type { Step, Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { fullDay } from '../asked/due.js';
import { notice } from '../session-notice/session-notice.js';
import { waitingView } from './waiting.view.js';
import { momentOf, type Scene } from './scene.js';

/** What happened with a task, the last below, and what waits to be said. */
export function historyView(task: Task, scene: Scene): TemplateResult | typeof nothing {
  const { words, history } = scene;
  const { steps = [], isMissing } = history?.task === task.id ? history : {};
  const waiting = scene.waiting(task.id);
  if (isMissing && !waiting.length)
    return notice(words.saidFailed, words.again, () => scene.again());
  if (!steps.length && !waiting.length) return nothing;
  return html`<ol class="steps" part="steps" aria-label=${words.said}>
    ${steps.map((step) => stepView(step, scene))}
    ${waiting.map(
      (entry) =>
        html`<li part="step">
          <div class="muted"><bdi>${whatOf(entry.body, scene) ?? words.yours}</bdi></div>
          ${entry.body.text ? html`<p class="plain" dir="auto">${entry.body.text}</p>` : nothing}
          ${waitingView(entry, scene, entry.body.text ? () => scene.edit(entry) : undefined)}
        </li>`,
    )}
  </ol>`;
}

function stepView(step: Step, scene: Scene): TemplateResult {
  const { author, person, recordedAt, text } = step;
  const isTo = person && person.id !== author.id && person.id !== scene.me;
  const what = [whatOf(step, scene), isTo && scene.words.to(person.displayName)].filter(Boolean);
  return html`<li part="step">
    <div class="muted">
      <bdi>${author.displayName}</bdi>${what.map((one) => html` · <bdi>${one}</bdi>`)} ·
      <time datetime=${recordedAt}>${momentOf(recordedAt, scene.dates)}</time>
    </div>
    ${text ? html`<p class="plain" dir="auto">${text}</p>` : nothing}
  </li>`;
}

/** What was done, but for what was only said. */
function whatOf(
  { kind, dueAt }: Pick<Step, 'kind' | 'dueAt'>,
  { words, dates }: Scene,
): string | undefined {
  if (kind === 'rescheduled') return dueAt ? words.stepDue(fullDay(dueAt, dates)) : words.stepNoDue;
  return new Map<string, string>([
    ['done', words.stepDone],
    ['declined', words.stepDeclined],
    ['reopened', words.stepReopened],
    ['closed', words.stepClosed],
  ]).get(kind);
}
