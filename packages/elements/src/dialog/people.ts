import { html, nothing, render, type TemplateResult } from 'lit';
import { adopt, createDialog, topView } from './dialog.js';
import { styles } from './people.styles.js';

/** Some of the people, and what they have in common. */
export interface Group<T> {
  readonly label: string;
  readonly people: readonly T[];
}

/** What is shown of people. */
export interface People<T> {
  readonly words: Record<'who' | 'close' | 'loading' | 'failed' | 'again', string>;
  all(): AsyncIterable<T>;
  groups(all: readonly T[]): Group<T>[];
  rowView(one: T, dialog: HTMLDialogElement): TemplateResult;
}

/** Shows people in a dialog over the page, group by group. */
export async function openPeople<T>(
  root: ShadowRoot,
  { words, all, groups, rowView }: People<T>,
): Promise<void> {
  // Pressed twice before its code was there.
  if (root.querySelector('dialog')) return;
  adopt(root, styles);
  const dialog = createDialog(root, 'asked');
  let shown: Group<T>[] = [];
  let note = words.loading;
  const show = (): void =>
    void render(
      html`${topView(dialog, words.who, words.close)}
        <p role="status">${note}</p>
        ${note === words.failed ? html`<button part="button" type="button" @click=${ask}>${words.again}</button>` : nothing}
        ${shown.map(
          ({ label, people }) =>
            html`<h3>${label}</h3>
              <ul>
                ${people.map((one) => html`<li>${rowView(one, dialog)}</li>`)}
              </ul>`,
        )}`,
      dialog,
    );
  const ask = async (): Promise<void> => {
    note = words.loading;
    show();
    try {
      const found: T[] = [];
      for await (const one of all()) found.push(one);
      shown = groups(found).filter(({ people }) => people.length > 0);
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
