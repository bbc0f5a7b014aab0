import type { Client, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Draft, ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import { openReader, part, parts, remembered, settled } from '../../testing/reader.js';
import { enter, listed, openSearch, painted, search, type } from '../../testing/searching.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

const section = (id: string, title: string, ...paragraphs: string[]): Section => ({
  ...{ id, title, level: 2, words: 10 },
  html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
});
const version = (number: number, ...sections: Section[]): Draft => ({
  id: 'devices',
  version: number,
  documents: { en: { title: 'Devices', sections } },
});
const before = version(
  1,
  section('purpose', 'Purpose', 'This is for everybody.'),
  section('screen', 'Screen', 'Lock the screen when you leave.', 'Wear a badge at work.'),
);
const after: Draft = {
  ...version(
    2,
    section('purpose', 'Purpose', 'This is for everybody.'),
    section('screen', 'Screen', 'Lock your screen when you leave.'),
    section('loss', 'Loss', 'Report a loss at once.'),
  ),
  change: 'A loss is reported at once.',
  asks: { asks: 'acknowledge', acknowledgedVersion: 1 },
};

describe('policy-reader, what changed', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await backend.publish(before);
  });
  afterEach(() => client.close());

  const open = async (set: Partial<PolicyReader> = {}): Promise<PolicyReader> => {
    const reader = await openReader(client, { policy: 'devices', ...set });
    await settled();
    return reader;
  };
  const offered = (reader: Element): boolean => parts(reader, '[part=changes]').length > 0;
  const button = (reader: Element, label: string): HTMLButtonElement =>
    parts(reader, '[part=changes] button').find((one) =>
      one.textContent!.includes(label),
    ) as HTMLButtonElement;
  const show = async (reader: Element): Promise<void> => {
    button(reader, 'Show the changes').click();
    await eventually(() => !!button(reader, 'List'), 'the changes');
  };

  it('says in one line what changed, and marks it in the text when asked to', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    expect(part(reader, '[part=changes]').innerText).to.include('A loss is reported at once.');
    expect(parts(reader, '[data-changed]')).to.have.length(0);
    await show(reader);
    expect(part(reader, '[part=changes] [role=status]').textContent).to.include('3 changes');
    const body = part(reader, 'section[data-id=screen] .body');
    expect(body.querySelector('p')!.innerHTML.replaceAll(' data-changed=""', '')).to.equal(
      'Lock <del>the</del><ins>your</ins> screen when you leave.',
    );
    expect(body.textContent).to.include('Wear a badge at work.');
    button(reader, 'without').click();
    await reader.updateComplete;
    expect(parts(reader, '[data-changed]')).to.have.length(0);
    expect(body.textContent).to.equal('Lock your screen when you leave.');
  });

  it('lists the changes, and leads to each of them by keyboard', async () => {
    await backend.publish(after);
    for (const view of ['scrolled', 'paged'] as const) {
      const reader = await open({ view });
      await eventually(() => offered(reader), 'an offer');
      await show(reader);
      button(reader, 'List').click();
      const items = parts(reader, '#changes li');
      expect(items.map((item) => item.innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
        'Changed: Screen Lock theyour screen when you leave.',
        'Removed: Screen Wear a badge at work.',
        'New: Loss Report a loss at once.',
      ]);
      items[2]!.querySelector('button')!.focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      const focused = reader.shadowRoot!.activeElement!;
      expect(focused.textContent).to.equal('Report a loss at once.');
      expect(focused.getBoundingClientRect().top).to.be.within(0, innerHeight);
      reader.remove();
    }
  });

  it('is searched, too, as soon as it is shown', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    await search(reader, 'screen');
    expect(listed(reader)).to.deep.equal(['Screen', 'screen']);
    await show(reader);
    await eventually(() => painted('isms-hit').length === 2, 'the words as they stand now');
    expect(painted('isms-hit').every((range) => range.startContainer.isConnected)).to.equal(true);
    await type(reader, 'badge');
    expect(listed(reader)).to.deep.equal(['badge']);
  });

  it('is searched anew when it is hidden while somebody looks', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    await show(reader);
    await openSearch(reader);
    enter(reader, 'your');
    button(reader, 'without').click();
    await eventually(() => listed(reader).length === 1, 'the hit');
    expect(painted('isms-hit').map(String)).to.deep.equal(['your']);
    expect(painted('isms-hit')[0]!.startContainer.isConnected).to.equal(true);
  });

  it('keeps the place, which never counts what is gone', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    await show(reader);
    const places: { quote: string }[] = [];
    reader.addEventListener('place-changed', ({ place }) => places.push(place));
    window.dispatchEvent(new Event('scroll'));
    await settled();
    expect(JSON.stringify(places)).not.to.include('badge');
  });

  it('says by ear what is new and what is gone', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    await show(reader);
    const content = (selector: string): string =>
      getComputedStyle(part(reader, selector), '::before').content;
    expect(content('ins[data-changed]')).to.equal('"new: "');
    expect(content('del[data-changed]')).to.equal('"removed: "');
    await expect(reader).to.be.accessible();
  });

  const nothing: [string, Draft][] = [
    ['nothing was acknowledged before', { ...after, asks: { asks: 'acknowledge' } }],
    ['no change was material', { ...after, material: false }],
  ];
  for (const [when, draft] of nothing) {
    it(`offers nothing when ${when}`, async () => {
      await backend.publish(draft);
      expect(offered(await open())).to.equal(false);
    });
  }

  it('says so when the words are the same', async () => {
    const { documents } = before;
    await backend.publish({ ...after, documents });
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    button(reader, 'Show').click();
    await eventually(
      () => part(reader, '[part=changes]').innerText.includes('the same'),
      'an answer',
    );
    expect(parts(reader, '[data-changed]')).to.have.length(0);
  });

  it('says so when the earlier version cannot be loaded, and tries again', async () => {
    await backend.publish(after);
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    backend.fault = ({ path }) => {
      if (path.includes('/versions/1/documents/')) throw new TypeError('Failed to fetch');
      return undefined;
    };
    button(reader, 'Show').click();
    await eventually(() => !!button(reader, 'again'), 'a way out');
    backend.fault = undefined;
    button(reader, 'again').click();
    await eventually(() => parts(reader, 'ins[data-changed]').length > 0, 'the changes');
  });

  it('speaks German, also by ear', async () => {
    await backend.publish(after);
    const reader = await openReader(client, { policy: 'devices' }, { lang: 'de' });
    await eventually(() => offered(reader), 'an offer');
    expect(part(reader, '[part=changes]').innerText).to.include('die Sie bestätigt haben');
  });

  it('leaves nothing of an earlier version in the next text', async () => {
    const first = section('old', 'Old', 'Gone for ever.');
    const { title, sections } = before.documents['en']!;
    await backend.publish({
      ...before,
      documents: { en: { title, sections: [first, ...sections] } },
    });
    await backend.publish(after);
    const documents = { en: { title: 'Other', sections: [section('x', 'X', 'Another text.')] } };
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    await show(reader);
    expect(part(reader, 'article').textContent).to.include('Gone for ever.');
    await backend.publish({ id: 'devices', version: 3, documents });
    reader.refresh();
    await eventually(
      () => parts(reader, 'article')[0]?.textContent?.includes('Another text.'),
      'the other text',
    );
    expect(part(reader, 'article').textContent).not.to.include('Gone for ever.');
    expect(parts(reader, '[data-changed]')).to.have.length(0);
  });

  it('brings no comparison to the text that took its place meanwhile', async () => {
    await backend.publish(after);
    const { title, sections } = after.documents['en']!;
    const reader = await open();
    await eventually(() => offered(reader), 'an offer');
    let answer = (): void => undefined;
    backend.fault = ({ path }) =>
      path.includes('/versions/1/documents/')
        ? (new Promise<undefined>((resolve) => (answer = () => resolve(undefined))) as never)
        : undefined;
    button(reader, 'Show').click();
    await settled();
    const next = [...sections, section('new', 'New', 'Said since.')];
    await backend.publish({
      id: 'devices',
      version: 3,
      documents: { en: { title, sections: next } },
    });
    reader.refresh();
    await eventually(() => parts(reader, 'section[data-id=new]').length > 0, 'the new text');
    await settled();
    answer();
    await settled();
    expect(parts(reader, '[data-changed]')).to.have.length(0);
    expect(part(reader, 'article').textContent).to.include('Said since.');
  });
});
