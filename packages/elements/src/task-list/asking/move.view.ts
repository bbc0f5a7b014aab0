import type { Task } from '@heed/sdk';
import { html, type TemplateResult } from 'lit';
import { localTime } from '../../writing/local-time.js';
import type { AskedScene } from './managed.view.js';

/** Another due date, or none. */
export function moveView({ id: task, dueAt }: Task, scene: AskedScene): TemplateResult {
  const { words, own, acts, written } = scene;
  const { dueAt: wanted } = written.of(task);
  const act = { task, kind: 'rescheduled' } as const;
  const isBusy = acts.isActing(act);
  const isMissed = acts.isMissed(act);
  const field = (target: EventTarget | null) =>
    (target as HTMLFormElement).querySelector<HTMLInputElement>('input')!;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const { value } = field(event.target);
    const due = value ? { dueAt: new Date(value).toISOString() } : {};
    if (!(await acts.take({ ...act, ...due }))) return;
    written.write(task, { moving: '', dueAt: '' });
    scene.focus('move');
  };
  return html`<form part="form" novalidate @submit=${submit}>
    <label for="asking-moved">${own.until}</label>
    <input
      id="asking-moved"
      part="field"
      type="datetime-local"
      aria-describedby="asking-moved-note"
      .value=${wanted || localTime(dueAt)}
      @input=${({ target }: Event) => written.write(task, { dueAt: (target as HTMLInputElement).value })}
    />
    <p id="asking-moved-note" class="muted"><bdi>${own.noDate}</bdi></p>
    <div class="acts">
      <button part="button" type="submit" aria-disabled=${String(isBusy)}>${own.doMove}</button>
      <button
        part="button"
        type="button"
        @click=${() => {
          written.write(task, { moving: '', dueAt: '' });
          scene.focus('move');
        }}
      >
        ${words.cancel}
      </button>
      <div role="status" part="status" class=${isMissed ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : isMissed ? words.missed : ''}</bdi>
      </div>
    </div>
  </form>`;
}
