import type { Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { waitingView } from './waiting.view.js';
import type { OwnScene } from './scene.js';

/** What can be done with a task, or what becomes of what was done. */
export function actsView(task: Task, isAsked: boolean, scene: OwnScene): TemplateResult {
  const ending = scene.acts.ending(task.id);
  const { text } = ending?.body ?? {};
  const edit = text
    ? () => {
        scene.written.write(task.id, { reason: text, declining: 'yes' });
        scene.focus('reason');
      }
    : undefined;
  return html`${
    ending
      ? html`${text ? html`<p class="plain" dir="auto">${text}</p>` : nothing}
        ${waitingView(ending, scene, isAsked ? edit : undefined)}`
      : isAsked
        ? endingView(task, scene)
        : nothing
  }
  ${isAsked ? commentView(task, scene) : nothing}`;
}

/** Done, or not, and why. */
function endingView({ id }: Task, scene: OwnScene): TemplateResult {
  const { words, acts, written } = scene;
  const isDeclining = !!written.of(id).declining;
  const both = [
    { task: id, kind: 'done' },
    { task: id, kind: 'declined' },
  ] as const;
  const isBusy = both.some((act) => acts.isActing(act));
  const isMissed = both.some((act) => acts.isMissed(act));
  return html`<div class="acts">
      <button
        class="primary"
        part="primary"
        type="button"
        aria-disabled=${String(isBusy)}
        @click=${() => isBusy || void acts.take(both[0])}
      >
        ${words.done}
      </button>
      <button
        id="decline"
        part="button"
        type="button"
        aria-expanded=${String(isDeclining)}
        @click=${() => {
          written.write(id, { declining: isDeclining ? '' : 'yes', lacking: '' });
          if (!isDeclining) scene.focus('reason');
        }}
      >
        ${words.decline}
      </button>
      <div role="status" part="status" class=${isMissed ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : isMissed ? words.missed : ''}</bdi>
      </div>
    </div>
    ${isDeclining ? reasonView(id, isBusy, scene) : nothing}`;
}

function reasonView(task: string, isBusy: boolean, scene: OwnScene): TemplateResult {
  const { words, acts, written } = scene;
  const { reason, lacking } = written.of(task);
  const lacksReason = !!lacking;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const text = written.of(task).reason.trim();
    if (!text) {
      written.write(task, { lacking: 'yes' });
      return scene.focus('reason');
    }
    const isTaken = await acts.take({ task, kind: 'declined', text });
    if (isTaken) written.write(task, { reason: '', declining: '' });
  };
  return html`<form part="form" novalidate @submit=${submit}>
    <label for="reason">${words.reason}</label>
    <textarea
      id="reason"
      part="field"
      dir="auto"
      maxlength="2000"
      rows="2"
      required
      aria-invalid=${String(lacksReason)}
      aria-describedby="reason-note"
      .value=${reason}
      @input=${({ target }: Event) =>
        written.write(task, {
          reason: (target as HTMLTextAreaElement).value,
          lacking: '',
        })}
    ></textarea>
    <p id="reason-note" class=${lacksReason ? 'stuck' : 'muted'}>
      <bdi>${lacksReason ? words.needsReason : words.seenBy}</bdi>
    </p>
    <div class="acts">
      <button part="button" type="submit" aria-disabled=${String(isBusy)}>
        ${words.sayReason}
      </button>
      <button
        class="quiet"
        part="button"
        type="button"
        @click=${() => {
          written.write(task, { declining: '', lacking: '' });
          scene.focus('decline');
        }}
      >
        ${words.cancel}
      </button>
    </div>
  </form>`;
}

function commentView({ id: task }: Task, scene: OwnScene): TemplateResult {
  const { words, acts, written, me } = scene;
  const { comment } = written.of(task);
  // What is said about the own part is seen by who manages the task, and by nobody else.
  const act = { task, kind: 'comment', ...(me && { person: me }) } as const;
  const isBusy = acts.isActing(act);
  const isMissed = acts.isMissed(act);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = written.of(task).comment.trim();
    if (isBusy) return;
    if (!text) return scene.focus('comment');
    if (await acts.take({ ...act, text })) written.write(task, { comment: '' });
  };
  return html`<form part="form" novalidate @submit=${submit}>
    <label for="comment">${words.comment}</label>
    <textarea
      id="comment"
      part="field"
      dir="auto"
      maxlength="2000"
      rows="2"
      aria-describedby="comment-note"
      .value=${comment}
      @input=${({ target }: Event) =>
        written.write(task, { comment: (target as HTMLTextAreaElement).value })}
    ></textarea>
    <p id="comment-note" class="muted"><bdi>${words.seenBy}</bdi></p>
    <div class="acts">
      <button part="button" type="submit" aria-disabled=${String(isBusy)}>${words.send}</button>
      <div role="status" part="status" class=${isMissed ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : isMissed ? words.missed : ''}</bdi>
      </div>
    </div>
  </form>`;
}
