import type { Step, Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { fullDay } from '../asked/due.js';
import { notice } from '../session-notice/session-notice.js';
import { waitingView } from './waiting.view.js';
import { momentOf, type Scene } from './scene.js';

/** What happened with a task, the last below, and what waits to be said. */
export function historyView(task: Task, scene: Scene): TemplateResult | typeof nothing {
  const { words, history, acts } = scene;
  const { steps = [], isMissing } = history?.task === task.id ? history : {};
  const waiting = acts.comments(task.id);
  if (isMissing && !waiting.length)
    return notice(words.saidFailed, words.again, () => scene.again());
  if (!steps.length && !waiting.length) return nothing;
  return html`<ol class="steps" part="steps" aria-label=${words.said}>
    ${steps.map((step) => stepView(step, scene))}
    ${waiting.map(
      (entry) =>
        html`<li part="step">
          <div class="muted">${words.yours}</div>
          ${entry.body.text ? html`<p class="plain" dir="auto">${entry.body.text}</p>` : nothing}
          ${waitingView(entry, scene, () => {
            scene.written.write(task.id, { comment: entry.body.text ?? '' });
            scene.focus('comment');
          })}
        </li>`,
    )}
  </ol>`;
}

function stepView(step: Step, scene: Scene): TemplateResult {
  const { author, recordedAt, text } = step;
  const what = whatOf(step, scene);
  return html`<li part="step">
    <div class="muted">
      <bdi>${author.displayName}</bdi>${what ? html` · <bdi>${what}</bdi>` : nothing} ·
      <time datetime=${recordedAt}>${momentOf(recordedAt, scene.dates)}</time>
    </div>
    ${text ? html`<p class="plain" dir="auto">${text}</p>` : nothing}
  </li>`;
}

/** What was done, but for what was only said. */
function whatOf({ kind, dueAt }: Step, { words, dates }: Scene): string | undefined {
  if (kind === 'rescheduled') return dueAt ? words.stepDue(fullDay(dueAt, dates)) : words.stepNoDue;
  return new Map<string, string>([
    ['done', words.stepDone],
    ['declined', words.stepDeclined],
    ['reopened', words.stepReopened],
    ['closed', words.stepClosed],
  ]).get(kind);
}
