import type { Client, Section } from '@heed/sdk';
import { fixtureSync, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { AckButton } from '../ack-button/ack-button.js';
import type { PolicyReader } from '../policy-reader/policy-reader.js';
import type { Settings } from '../policy-reader/settings.js';
import type { ModelBackend } from './backend.js';
import { connect, eventually } from './page.js';
import { differentWords, openPanel, part, parts, remembered, settled } from './reader.js';
import { search } from './searching.js';

/** The panels of a reader, by id; the last one is there while changes are shown. */
export const panels = ['search', 'contents', 'type', 'record', 'changes'] as const;

/** A reader with everything it can have around its text, and the act in its `end` slot. */
export interface Whole {
  backend: ModelBackend;
  client: Client;
  reader: PolicyReader;
  act: AckButton;
  /** The box of the page that holds both. */
  box: HTMLElement;
}

const wide = Array.from({ length: 9 }, (_, i) => `<td>Verantwortlichkeit${i}</td>`).join('');
const rows = Array.from({ length: 60 }, (_, i) => `<tr><td>Row ${i}</td></tr>`).join('');

function sections(screen: string): Section[] {
  const source = differentWords();
  const words = (n: number): string =>
    Array.from({ length: n }, () => source.next().value as string).join(' ');
  const bodies: [title: string, body: string][] = [
    ['Purpose', `<p>This is for everybody.</p><p>${words(60)}</p>`],
    ['Screen', `<p>${screen}</p><p>Read <a href="policy:travel">about travel</a>.</p>`],
    ['Roles', `<table><tr>${wide}</tr></table><p>${words(40)}</p>`],
    ['Rooms', `<table><caption>Rooms</caption>${rows}</table>`],
    ['More', `<details><summary>More</summary><p>Inside.</p></details><pre>a --flag</pre>`],
    ['Loss', `<blockquote><p>${words(40)}</p></blockquote><ul><li>One</li><li>Two</li></ul>`],
  ];
  return bodies.map(([title, body], i) => ({
    id: `s${i + 1}`,
    title,
    level: i % 2 ? 3 : 2,
    html: body,
    words: body.split(' ').length,
  }));
}

/** Opens such a reader; `page` is the language of the page around. */
export async function openWhole(
  settings: Partial<Settings> = {},
  { lang = 'en' } = {},
): Promise<Whole> {
  remembered(settings);
  scrollTo(0, 0);
  const { backend, client } = await connect();
  const text = (title: string, screen: string) => ({ title, sections: sections(screen) });
  const en = text('Devices and rooms', 'Lock the screen when you leave.');
  await backend.publish({ id: 'whole', documents: { en } });
  await backend.publish({
    id: 'whole',
    version: 2,
    change: 'Whose screen it is.',
    asks: { asks: 'acknowledge', acknowledgedVersion: 1 },
    documents: { en: text(en.title, 'Lock your screen when you leave.'), de: text('Geräte', '') },
  });
  const screen = { name: 'screen', also: [], meaning: 'Whatever shows what you are working on.' };
  const more = { id: 'travel', title: 'Away from the office, at home and with customers' };
  backend.terms = [{ id: 'screen', texts: { en: screen }, policy: more }];
  backend.readings.set('elsewhere', {
    ...{ policy: 'whole', version: 2, language: 'en', method: 'visual', sequence: 4 },
    contentHash: backend.policies.get('whole')!.documents[0]!.contentHash,
    startedAt: '2026-11-20T10:00:00.000Z',
    sections: [],
    last: { section: 's3', offset: 0, quote: '' },
  });
  const box = fixtureSync<HTMLElement>(
    html`<div lang=${lang}>
      <button>Before</button>
      <policy-reader policy="whole" .client=${client}>
        <ack-button slot="end" policy="whole" .client=${client}></ack-button>
      </policy-reader>
      <button>After</button>
    </div>`,
  );
  const reader = box.querySelector('policy-reader')!;
  const act = box.querySelector('ack-button')!;
  await eventually(() => parts(reader, '.scroll').length === 2, 'the text');
  await eventually(() => parts(reader, '[part=changes]').length, 'an offer of changes');
  await eventually(() => parts(reader, '[part=resume] button').length, 'an offer to go on');
  await eventually(() => act.state === 'draft', 'the act');
  await act.updateComplete;
  await settled(60);
  return { backend, client, reader, act, box };
}

/** Shows what changed, in the text. */
export async function showChanges(reader: PolicyReader): Promise<void> {
  part(reader, '[part=changes] button').click();
  await eventually(() => parts(reader, '.acts [popovertarget]').length, 'the changes');
}

/** Opens a panel as a person does, with what it can show in it. */
export async function openFullPanel(reader: PolicyReader, id: string): Promise<HTMLElement> {
  if (id !== 'search') {
    const panel = await openPanel(reader, id);
    if (id === 'contents') await eventually(() => panel.querySelector('dl'), 'the terms');
    return panel;
  }
  await search(reader, 'device');
  return part(reader, '#search');
}

/** Sets the size of the window. */
export const resize = (width: number, height: number): Promise<boolean> =>
  executeServerCommand('host-resize', { width, height });

/** Sets what the device prefers, such as `forced-colors: active`; nothing sets it back. */
export const prefer = (features: Record<string, string> = {}): Promise<boolean> =>
  executeServerCommand('host-media', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
