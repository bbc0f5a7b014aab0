import type { Task } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { AskedScene } from './managed.view.js';

/** What is said to everybody or to one person, or with which one is asked once more. */
export function remarkView({ id: task }: Task, scene: AskedScene): TemplateResult {
  const { words, own, acts, written } = scene;
  const { text, person, name, again, lacking } = written.of(task);
  const kind = again ? 'reopened' : 'comment';
  const act = { task, kind, ...(person && { person }) } as const;
  const isBusy = acts.isActing(act);
  const isMissed = acts.isMissed(act);
  const toAll = { person: '', name: '', again: '', lacking: '' } as const;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const said = written.of(task).text.trim();
    if (!said) {
      written.write(task, { lacking: 'yes' });
      return scene.focus('remark');
    }
    if (!(await acts.take({ ...act, text: said }))) return;
    written.write(task, { ...toAll, text: '' });
    scene.focus('remark');
  };
  const label = !person ? own.toAll : again ? own.whyAgain(name) : own.toOne(name);
  return html`<form part="form" novalidate @submit=${submit}>
    <label for="asking-remark"><bdi>${label}</bdi></label>
    <textarea
      id="asking-remark"
      part="field"
      dir="auto"
      maxlength="2000"
      rows="2"
      required
      aria-invalid=${String(!!lacking)}
      aria-describedby="asking-remark-note"
      .value=${text}
      @input=${({ target }: Event) =>
        written.write(task, { text: (target as HTMLTextAreaElement).value, lacking: '' })}
    ></textarea>
    <p id="asking-remark-note" class=${lacking ? 'stuck' : 'muted'}>
      <bdi>${lacking ? own.lacksText : person ? own.seenByOne(name) : own.seenByAll}</bdi>
    </p>
    <div class="acts">
      <button part="button" type="submit" aria-disabled=${String(isBusy)}>
        ${again ? own.askAgain : words.send}
      </button>
      ${
        person
          ? html`<button
              part="button"
              type="button"
              @click=${() => {
                written.write(task, toAll);
                scene.focus('remark');
              }}
            >
              ${own.toAllInstead}
            </button>`
          : nothing
      }
      <div role="status" part="status" class=${isMissed ? 'stuck' : ''}>
        <bdi>${isBusy ? words.sending : isMissed ? words.missed : ''}</bdi>
      </div>
    </div>
  </form>`;
}
