import type { Client, Part, Task } from '@heed/sdk';
import { html, nothing } from 'lit';
import { strings } from '../../comms-feed/asked/asked.strings.js';
import { openPeople } from '../../dialog/people.js';
import { learnTool } from '../../tool-words.js';
import { momentOf } from '../scene.js';
import type { Words } from './asking.strings.js';

/** What whoever looks after a task does with the part of one person. */
export interface Choice {
  readonly client: Client;
  readonly words: Words;
  /** BCP 47, of the page and for dates. */
  readonly language: string;
  readonly dates: string;
  /** Begins to write to them, or to ask them once more. */
  write(part: Part, isAgain: boolean): void;
}

/** Shows how a task stands with everybody of whom it is asked, in a dialog over the page. */
export async function openWho(
  root: ShadowRoot,
  task: Task,
  { client, words, language, dates, write }: Choice,
): Promise<void> {
  const common = await learnTool(strings, language);
  const mayWrite = task.mayManage && task.state === 'open';
  await openPeople<Part>(root, {
    words: common,
    all: () => client.parts.list({ task: task.id, limit: 200 }),
    groups(all) {
      const [open, declined, done] = ['open', 'declined', 'done'].map((one) =>
        all.filter(({ state }) => state === one),
      ) as [Part[], Part[], Part[]];
      return [
        { label: words.declinedBy(declined.length), people: declined },
        { label: common.open(open.length), people: open },
        { label: common.done(done.length), people: done },
      ];
    },
    rowView(part, dialog) {
      const { person, state, at, text } = part;
      const begin = (isAgain: boolean) => (): void => {
        dialog.close();
        write(part, isAgain);
      };
      const button = (label: string, isAgain: boolean) =>
        html`<button
          part="button"
          type="button"
          aria-label="${label} ${person.displayName}"
          @click=${begin(isAgain)}
        >
          <bdi>${label}</bdi>
        </button>`;
      return html`<span>
          <bdi>${person.displayName}</bdi>
          ${at ? html`<span class="muted">${(state === 'open' ? words.openSince : common.at)(momentOf(at, dates))}</span>` : nothing}
          ${text ? html`<span class="plain" dir="auto">${text}</span>` : nothing}
        </span>
        ${
          mayWrite
            ? html`<span class="acts"
                >${button(words.write, false)}
                ${state === 'open' ? nothing : button(words.askAgain, true)}</span
              >`
            : nothing
        }`;
    },
  });
}
