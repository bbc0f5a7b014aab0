import type { Client, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import { longDraft, openReader, part, parts, remembered } from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

const plain = (id: string, title: string, html: string): Section => ({
  ...{ id, title, html, level: 2 },
  words: html.split(' ').length,
});

describe('policy-reader, the notes of a text', () => {
  let backend: ModelBackend;
  let client: Client;
  const mark = (n: number): string => `<sup><a href="#note-${n}">${n}</a></sup>`;
  const notes = (...texts: string[]): Section =>
    plain(
      'notes',
      'Notes',
      `<ol>${texts.map((text, i) => `<li id="note-${i + 1}"><p>${text}</p></li>`).join('')}</ol>`,
    );

  beforeEach(async () => {
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    const { documents } = longDraft('law', 200, 80);
    const { title, sections } = documents['en']!;
    const first = plain('first', 'First', `<p>A rule${mark(1)} and another${mark(2)}.</p>`);
    const last = notes('But <b>not</b> at night.', 'See <a href="#s2">section 2</a>.');
    await backend.publish({
      id: 'noted',
      documents: { en: { title, sections: [first, ...sections, last] } },
    });
  });
  afterEach(() => client.close());

  const note = (reader: Element): HTMLElement => part(reader, '.note');
  const press = async (reader: PolicyReader, n: number): Promise<HTMLElement> => {
    const link = parts(reader, 'sup a')[n - 1]!;
    link.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => parts(reader, '.note:popover-open').length, 'the note');
    return link;
  };
  const focused = (reader: Element): Element | null => reader.shadowRoot!.activeElement;

  for (const view of ['scrolled', 'paged'] as const) {
    it(`open where they are linked to, and lead back there, ${view}`, async () => {
      remembered({ view });
      const reader = await openReader(client, { policy: 'noted' });
      const link = await press(reader, 1);
      const top = scrollY;
      expect(note(reader).innerText).to.include('But not at night.');
      expect(note(reader).ariaLabel).to.equal('Note 1');
      expect(parts(reader, '.note [id]')).to.have.length(0);
      expect(focused(reader)?.textContent).to.equal('Note 1');
      await expect(reader).to.be.accessible();
      const box = note(reader).getBoundingClientRect();
      expect(box.bottom).to.be.at.most(innerHeight);
      await sendKeys({ press: 'Escape' });
      await eventually(() => !parts(reader, '.note').length, 'it closed');
      expect(focused(reader)).to.equal(link);
      expect(scrollY).to.equal(top);
      expect(part(reader, '.bar').innerText).not.to.include('Back to');
    });
  }

  it('leave the link to them in view, wherever it stands', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'noted' });
    for (const block of ['start', 'end'] as const) {
      const link = parts(reader, 'sup a')[0]!;
      part(reader, '.frame').style.marginBlock = '100vh';
      link.scrollIntoView({ block });
      await press(reader, 1);
      const [one, other] = [link, note(reader)].map((each) => each.getBoundingClientRect());
      const isFree = one!.bottom <= other!.top || one!.top >= other!.bottom;
      expect(isFree, block).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await eventually(() => !parts(reader, '.note').length, 'it closed');
    }
  });

  it('can be gone to, and left again', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'noted' });
    await press(reader, 1);
    parts(reader, '.note button').at(-1)!.click();
    await eventually(() => focused(reader)?.matches('.body li'), 'the note in the text');
    const { top } = focused(reader)!.getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
    const back = parts(reader, '.bar button').find((one) => one.textContent!.includes('Back to'));
    back!.click();
    await eventually(() => scrollY < 500, 'the beginning');
  });

  it('hold links that lead on', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'noted' });
    await press(reader, 2);
    part(reader, '.note a').click();
    await eventually(() => !parts(reader, '.note').length, 'it closed');
    await eventually(() => focused(reader)?.textContent?.trim() === 'Section 2', 'the section');
  });

  it('are gone to where nothing says that they are notes', async () => {
    remembered({});
    await backend.publish({
      id: 'plain',
      documents: {
        en: {
          title: 'Plain',
          sections: [
            plain('first', 'First', '<p>See <a href="#note-1">the note</a>.</p>'),
            notes('Here.'),
          ],
        },
      },
    });
    const reader = await openReader(client, { policy: 'plain' });
    part(reader, '.body a').click();
    await eventually(() => focused(reader)?.matches('.body li'), 'the note in the text');
  });

  it('speak German on a German page', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'noted' }, { lang: 'de' });
    await press(reader, 1);
    expect(note(reader).ariaLabel).to.equal('Anmerkung 1');
  });
});
