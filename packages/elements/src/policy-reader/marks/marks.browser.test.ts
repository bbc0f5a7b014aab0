import type { Client } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import {
  filled,
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

/** What is painted as marked. */
const painted = (): string[] =>
  [...(CSS.highlights.get('isms-mark') ?? [])].map((range) => (range as Range).toString());

describe('policy-reader, what a person marks', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    scrollTo(0, 0);
    remembered({});
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('isms-marks:')) localStorage.removeItem(name);
    }
    ({ backend, client } = await connect());
    await backend.publish(longDraft('long', 12));
  });
  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    client.close();
  });

  /** Selects text as a person does, from one character of an element to one of another. */
  async function select(
    reader: PolicyReader,
    from: Element,
    start: number,
    to = from,
    end = start + 20,
  ): Promise<string> {
    from.dispatchEvent(new Event('selectstart', { bubbles: true, composed: true }));
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(from.firstChild!, start, to.firstChild!, end);
    await eventually(() => parts(reader, '.marking:popover-open').length, 'the acts');
    const range = new Range();
    range.setStart(from.firstChild!, start);
    range.setEnd(to.firstChild!, end);
    return range.toString();
  }
  const press = (reader: PolicyReader, box: string, label: string): void =>
    parts(reader, `${box} button`)
      .find(({ innerText }) => innerText.trim() === label)!
      .click();
  const paragraph = (reader: PolicyReader, section: string): HTMLElement =>
    part(reader, `section[data-id=${section}] .body p`);

  it('is painted where it was marked, and again in another page', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const text = await select(reader, paragraph(reader, 's2'), 10);
    await expect(reader).to.be.accessible();
    press(reader, '.marking', 'Highlight');
    expect(painted()).to.deep.equal([text]);
    expect(parts(reader, '.marking')).to.have.length(0);
    expect(part(reader, 'article').querySelectorAll('mark')).to.have.length(0);
    reader.remove();
    expect(painted()).to.deep.equal([]);

    const again = await openReader(client, { policy: 'long' });
    await eventually(() => painted()[0] === text, 'the mark');
    expect(parts(again, '.mark')).to.have.length(0);
    for (const { path, body } of backend.received) {
      expect(JSON.stringify([path, body])).to.not.include('isms-marks');
    }
  });

  it('loads nothing for whoever never selects', async () => {
    const reader = await openReader(client, { policy: 'long' });
    document.getSelection()!.selectAllChildren(document.body);
    await settled(600);
    expect(parts(reader, '.marking')).to.have.length(0);
  });

  it('a note is kept with every letter, found by pressing the mark, and removed', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const words = await select(reader, paragraph(reader, 's1'), 0);
    press(reader, '.marking', 'Note');
    await eventually(() => parts(reader, '.mark:popover-open').length, 'the box');
    expect(reader.shadowRoot!.activeElement?.localName).to.equal('textarea');
    expect(part(reader, '.mark').innerText).to.include('Nobody else sees it.');
    await expect(reader).to.be.accessible();
    await sendKeys({ type: 'Ask Jo' });
    const stored = (): string => JSON.stringify({ ...localStorage });
    expect(stored()).to.include('Ask Jo');
    await sendKeys({ press: 'Escape' });
    await eventually(() => parts(reader, '.mark').length === 0);
    expect(reader.shadowRoot!.activeElement?.localName).to.equal('article');

    const [range] = [...CSS.highlights.get('isms-mark')!] as Range[];
    const { left, top } = range!.getBoundingClientRect();
    paragraph(reader, 's1').dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        composed: true,
        clientX: left + 4,
        clientY: top + 4,
      }),
    );
    await eventually(() => parts(reader, '.mark:popover-open').length, 'the box again');
    expect(part<HTMLTextAreaElement>(reader, '.mark textarea').value).to.equal('Ask Jo');
    expect(part(reader, '.mark').innerText).to.include(words.trim());
    press(reader, '.mark', 'Remove the mark');
    await eventually(() => parts(reader, '.mark').length === 0);
    expect(painted()).to.deep.equal([]);
    expect(stored()).to.not.include('Ask Jo');
  });

  it('across sections it is one mark in each, in both views', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const [from, to] = [paragraph(reader, 's1'), paragraph(reader, 's2')];
    await select(reader, from, 5, to, 9);
    press(reader, '.marking', 'Highlight');
    const marked = painted();
    expect(marked).to.have.length(2);
    expect(marked[0]!.startsWith(from.textContent.slice(5, 20))).to.equal(true);
    expect(marked[1]!.endsWith(to.textContent.slice(0, 9))).to.equal(true);
    reader.view = 'paged';
    await settled(400);
    expect(painted()).to.deep.equal(marked);
  });

  it('the contents list what is marked and lead there', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    await select(reader, paragraph(reader, 's9'), 0);
    press(reader, '.marking', 'Highlight');
    scrollTo(0, 0);
    const panel = await openPanel(reader, 'contents');
    await eventually(() => panel.querySelector('.mine li button'), 'the mark');
    await expect(reader).to.be.accessible();
    panel.querySelector<HTMLElement>('.mine li button')!.click();
    await eventually(() => parts(reader, '.mark:popover-open').length, 'the box');
    const { top } = paragraph(reader, 's9').getBoundingClientRect();
    expect(top).to.be.within(-40, 200);
  });

  it('in a new version it is where its words are now, and says so when they are nowhere', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const moved = await select(reader, paragraph(reader, 's3'), 0);
    press(reader, '.marking', 'Highlight');
    await select(reader, paragraph(reader, 's5'), 0);
    press(reader, '.marking', 'Highlight');
    expect(painted()).to.have.length(2);
    const { title, sections } = longDraft('long', 12).documents['en']!;
    const now = sections.filter(({ id }) => id !== 's3' && id !== 's5');
    now.push({ ...sections.find(({ id }) => id === 's3')!, id: 'annex', title: 'Annex' });
    await backend.publish({ id: 'long', version: 2, documents: { en: { title, sections: now } } });
    reader.refresh();
    await eventually(() => parts(reader, 'section[data-id=annex] .body p').length, 'the version');
    await eventually(() => painted().length === 1 && painted()[0] === moved, 'the one that moved');
    const panel = await openPanel(reader, 'contents');
    await eventually(() => panel.querySelectorAll('.mine li').length === 2, 'both');
    const said = [...panel.querySelectorAll<HTMLElement>('.mine li')].map(({ innerText }) =>
      innerText.includes('not found in this version'),
    );
    expect(said.filter(Boolean)).to.have.length(1);
  });

  it('copies the words with title, version and section', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const text = await select(reader, paragraph(reader, 's4'), 0, paragraph(reader, 's4'), 30);
    const taken: Record<string, string> = {};
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        write: async ([item]: ClipboardItem[]) => {
          for (const type of item!.types) taken[type] = await (await item!.getType(type)).text();
        },
      },
    });
    press(reader, '.marking', 'Copy with source');
    await eventually(() => part(reader, '.marking').innerText.includes('Copied'), 'a word');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    const title = part(reader, '.title').innerText;
    const heading = part(reader, 'section[data-id=s4] [role=heading]').innerText;
    expect(taken['text/plain']).to.equal(
      `“${text.replace(/\s+/g, ' ').trim()}”\n\n— ${title}, Version 1, “${heading}”\n`,
    );
    expect(taken['text/html']).to.include('<blockquote lang="en"><p>');
  });

  it('copies without the clipboard of the browser, too, and says when it cannot', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    await select(reader, paragraph(reader, 's4'), 0);
    const { clipboard } = navigator;
    const { execCommand } = document;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    let told: string | undefined;
    document.execCommand = () => {
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer() });
      document.body.dispatchEvent(Object.assign(event));
      told = event.clipboardData?.getData('text/plain');
      return true;
    };
    press(reader, '.marking', 'Copy with source');
    await eventually(() => told?.includes('Version 1'), 'the words');
    document.execCommand = () => false;
    press(reader, '.marking', 'Copy with source');
    await eventually(() => part(reader, '.marking').innerText.includes('did not allow'), 'a word');
    document.execCommand = execCommand;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('is each person’s own, and says when the browser refuses to keep it', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    await select(reader, paragraph(reader, 's2'), 0);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    press(reader, '.marking', 'Note');
    await eventually(() => parts(reader, '.mark:popover-open').length, 'the box');
    await sendKeys({ type: 'x' });
    expect(part(reader, '.mark [role=status]').innerText).to.include('does not let us keep it');
    expect(painted()).to.have.length(1);
    Storage.prototype.setItem = setItem;
    await sendKeys({ type: 'y' });
    expect(part(reader, '.mark [role=status]').innerText).to.equal('');
    reader.remove();

    backend.me = { ...backend.me, id: 'p-2', userName: 'max' };
    const { client: other } = await connect(backend);
    const theirs = await openReader(other, { policy: 'long' });
    await settled(600);
    expect(painted()).to.deep.equal([]);
    const panel = await openPanel(theirs, 'contents');
    expect(panel.querySelector('.mine')).to.equal(null);
    other.close();
  });
});
