import type { Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { waitingView } from './waiting.view.js';
import type { Scene } from './scene.js';

/** What can be done with a task, or what becomes of what was done. */
export function actsView(task: Task, isAsked: boolean, scene: Scene): TemplateResult {
  const ending = scene.acts.ending(task.id);
  const { text } = ending?.body ?? {};
  const edit = text
    ? () => {
        scene.written.write(task.id, { reason: text, isDeclining: true });
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
function endingView({ id }: Task, scene: Scene): TemplateResult {
  const { words, acts, written } = scene;
  const { isDeclining } = written.of(id);
  const isBusy = acts.isActing(id, 'done') || acts.isActing(id, 'declined');
  const isMissed = acts.isMissed(id, 'done') || acts.isMissed(id, 'declined');
  return html`<div class="acts">
      <button
        class="primary"
        part="primary"
        type="button"
        aria-disabled=${String(isBusy)}
        @click=${() => isBusy || void acts.take({ task: id, kind: 'done' })}
      >
        ${words.done}
      </button>
      <button
        id="decline"
        part="button"
        type="button"
        aria-expanded=${String(isDeclining)}
        @click=${() => {
          written.write(id, { isDeclining: !isDeclining, lacksReason: false });
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

function reasonView(task: string, isBusy: boolean, scene: Scene): TemplateResult {
  const { words, acts, written } = scene;
  const { reason, lacksReason } = written.of(task);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const text = written.of(task).reason.trim();
    if (!text) {
      written.write(task, { lacksReason: true });
      return scene.focus('reason');
    }
    const isTaken = await acts.take({ task, kind: 'declined', text });
    if (isTaken) written.write(task, { reason: '', isDeclining: false });
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
          lacksReason: false,
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
          written.write(task, { isDeclining: false, lacksReason: false });
          scene.focus('decline');
        }}
      >
        ${words.cancel}
      </button>
    </div>
  </form>`;
}

function commentView({ id: task }: Task, scene: Scene): TemplateResult {
  const { words, acts, written } = scene;
  const { comment } = written.of(task);
  const isBusy = acts.isActing(task, 'comment');
  const isMissed = acts.isMissed(task, 'comment');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = written.of(task).comment.trim();
    if (isBusy) return;
    if (!text) return scene.focus('comment');
    if (await acts.take({ task, kind: 'comment', text })) written.write(task, { comment: '' });
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
