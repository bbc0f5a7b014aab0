import type { Client, Place, Section } from '@heed/sdk';
import { fixtureSync, html } from '@open-wc/testing';
import type { PolicyReader } from '../policy-reader/policy-reader.js';
import type { Settings } from '../policy-reader/settings.js';
import type { Draft } from './backend.js';
import { eventually } from './page.js';

/** Where the reader remembers the settings of this device. */
const settingsKey = 'isms-reader';

/** Sets what was chosen on this device before the reader opens; `{}` for nothing. */
export function remembered(settings: Partial<Settings>): void {
  localStorage.setItem(settingsKey, JSON.stringify(settings));
}

/** A part of the reader by selector; fails when there is none. */
export function part<T extends HTMLElement>(reader: Element, selector: string): T {
  const found = reader.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`The reader has no ${selector}`);
  return found;
}

/** All parts of the reader by selector. */
export const parts = (reader: Element, selector: string): HTMLElement[] => [
  ...reader.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** Opens a reader in a box of a width, with a button in its `end` slot, and waits for the text. */
export async function openReader(
  client: Client,
  set: Partial<PolicyReader> = {},
  { width = 700, dir = 'ltr', lang = 'en' } = {},
): Promise<PolicyReader> {
  // Where the test before has scrolled to, this one does not begin.
  scrollTo(0, 0);
  const box = fixtureSync<HTMLElement>(
    html`<div dir=${dir} lang=${lang}>
      <policy-reader .client=${client}><button slot="end">After the text</button></policy-reader>
    </div>`,
  );
  box.style.width = `${width}px`;
  const reader = box.querySelector('policy-reader')!;
  Object.assign(reader, { policy: 'acceptable-use', ...set });
  await eventually(() => parts(reader, '.body p').length > 0, 'text on the page');
  await settled();
  return reader;
}

/** Waits until what was asked for has been laid out, shown, and counts as where the person is. */
export const settled = (ms = 120): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Scrolls to an element of the text and waits until the reader has noticed; gives the place it tells. */
export async function readTo(reader: PolicyReader, target: Element): Promise<Place> {
  const { id } = target.closest('section')!.dataset;
  let told: Place | undefined;
  const hear = ({ place }: { place: Place }): void => void (told = place);
  reader.addEventListener('place-changed', hear);
  target.scrollIntoView({ block: 'start' });
  await eventually(() => told?.section === id, `the place in section ${id}`);
  reader.removeEventListener('place-changed', hear);
  return told!;
}

/** Opens a panel from the bar, or the list of changes, and waits for what is in it. */
export async function openPanel(reader: Element, id: string): Promise<HTMLElement> {
  const panel = part(reader, `#${id}`);
  part(reader, `:is(.bar, .acts) [popovertarget=${id}]`).click();
  await eventually(
    () => panel.matches(':popover-open') && panel.querySelector('input, li button'),
    `what is in ${id}`,
  );
  return panel;
}

/** Waits until every section has its text. */
export const filled = (reader: Element): Promise<void> =>
  eventually(() => parts(reader, '.body').every((body) => body.firstChild), 'every section filled');

const stems = 'device letter access report screen visitor backup colleague key desk supplier'.split(
  ' ',
);

/** Words that all differ, so that each can be found again: `device-1`, `letter-2`, and so on. */
export function* differentWords(): Generator<string> {
  for (let i = 1; ; i++) yield `${stems[i % stems.length]}${i}`;
}

/** A policy of so many sections, whose words all differ. */
export function longDraft(id: string, sections: number, wordsEach = 90, language = 'en'): Draft {
  const source = differentWords();
  const next = (count: number): string =>
    Array.from({ length: count }, () => source.next().value as string).join(' ');
  const all = Array.from({ length: sections }, (_, i): Section => {
    const paragraphs = Array.from({ length: 3 }, () => next(Math.ceil(wordsEach / 3)));
    return {
      id: `s${i + 1}`,
      title: `Section ${i + 1}`,
      level: i % 3 ? 3 : 2,
      html: paragraphs.map((text) => `<p>${text}.</p>`).join(''),
      words: wordsEach,
    };
  });
  return { id, documents: { [language]: { title: `The long policy ${id}`, sections: all } } };
}
