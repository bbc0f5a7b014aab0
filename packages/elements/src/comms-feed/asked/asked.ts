import type { Asked, Client, Message } from '@heed/sdk';
import { html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import { adopt, createDialog, topView } from '../../dialog/dialog.js';
import { learnTool } from '../../tool-words.js';
import { momentOf } from '../scene.js';
import { strings } from './asked.strings.js';
import { styles } from './asked.styles.js';

/** Shows who was asked by an alert in a dialog over the page: first those who have not said that it is done. */
export async function openAsked(
  host: LitElement,
  client: Client,
  alert: Message,
  language: string,
  dates: string,
): Promise<void> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  // Pressed twice before its code was there.
  if (root.querySelector('dialog')) return;
  adopt(root, styles);
  const dialog = createDialog(root, 'asked');
  let people: Asked[] | undefined;
  let note = words.loading;

  const list = (label: string, some: Asked[]): TemplateResult | typeof nothing =>
    some.length
      ? html`<h3>${label}</h3>
          <ul>
            ${some.map(
              ({ person, doneAt }) =>
                html`<li>
                  <bdi>${person.displayName}</bdi>
                  ${doneAt ? html`<span class="muted">${words.at(momentOf(doneAt, dates))}</span>` : nothing}
                </li>`,
            )}
          </ul>`
      : nothing;
  const show = (): void => {
    const open = people?.filter(({ doneAt }) => !doneAt) ?? [];
    const done = people?.filter(({ doneAt }) => doneAt) ?? [];
    render(
      html`${topView(dialog, words.who, words.close)}
        <p role="status">${note}</p>
        ${note === words.failed ? html`<button part="button" type="button" @click=${ask}>${words.again}</button>` : nothing}
        ${list(words.open(open.length), open)} ${list(words.done(done.length), done)}`,
      dialog,
    );
  };
  const ask = async (): Promise<void> => {
    note = words.loading;
    show();
    try {
      const all: Asked[] = [];
      for await (const one of client.completions.list({ message: alert.id, limit: 200 }))
        all.push(one);
      people = all;
      note = '';
    } catch {
      note = words.failed;
    }
    show();
  };
  show();
  dialog.showModal();
  await ask();
}
