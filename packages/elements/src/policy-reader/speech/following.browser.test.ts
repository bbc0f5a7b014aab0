import type { Client, ReadingDraft, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import type { Draft, ModelBackend } from '../../testing/backend.js';
import { control, controls, listen, spokenRanges } from '../../testing/listening.js';
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
import { modelSpeech, realSpeech, type ModelSpeech } from '../../testing/speaking.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

describe('policy-reader, what is read aloud', () => {
  let backend: ModelBackend;
  let client: Client;
  let model: ModelSpeech;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    model = modelSpeech();
    model.pace = Infinity;
    ({ backend, client } = await connect());
  });
  afterEach(() => {
    client.close();
    realSpeech();
  });

  const section = (id: string, ...paragraphs: string[]): Section => ({
    ...{ id, title: `Title ${id}`, level: 2, words: 100 },
    html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
  });
  const draft = (...sections: Section[]): Draft => ({
    id: 'made',
    documents: { en: { title: 'Made', sections } },
  });
  const open = async (set: Partial<PolicyReader> = {}): Promise<PolicyReader> => {
    const reader = await openReader(client, { policy: 'made', ...set });
    await filled(reader);
    await listen(reader);
    await eventually(() => model.now, 'the voice');
    return reader;
  };
  const next = async (reader: Element): Promise<void> => {
    const { length } = model.texts;
    control(reader, 'Next sentence').click();
    await eventually(() => model.texts.length > length, 'the next sentence');
    await settled(50);
  };
  const finish = async (): Promise<void> => {
    const { length } = model.texts;
    model.finish();
    await eventually(() => model.texts.length > length, 'the next sentence');
    await settled(60);
  };
  /** Whether the beginning of what is painted can be seen. */
  const inView = (reader: Element): boolean => {
    const rect = spokenRanges()[0]!.getClientRects()[0];
    const box = part(reader, 'article').getBoundingClientRect();
    const bar = part(reader, '.voice').getBoundingClientRect();
    const bottom = bar.top > box.top ? Math.min(bar.top, innerHeight) : innerHeight;
    return (
      !!rect &&
      rect.left >= box.left - 1 &&
      rect.right <= box.right + 1 &&
      rect.top >= Math.max(0, box.top) - 1 &&
      rect.bottom <= Math.min(bottom, box.bottom) + 1
    );
  };
  const page = (reader: Element): string => part(reader, '.turn span').textContent!;

  const texts: [Draft, view: 'scrolled' | 'paged', section: string][] = [
    [longDraft('long', 14, 240), 'scrolled', 's1'],
    [longDraft('long', 14, 240), 'paged', 's1'],
    [longDraft('long', 160, 180), 'scrolled', 's90'],
  ];
  for (const [text, view, start] of texts) {
    it(`is kept in view, ${view}, from ${start}`, async () => {
      await backend.publish(text);
      const reader = await open({ policy: 'long', view, section: start });
      const places = new Set<unknown>();
      for (let i = 0; i < 24; i++) {
        await next(reader);
        expect(inView(reader), `sentence ${i}: ${model.now}`).to.equal(true);
        places.add(view === 'paged' ? page(reader) : scrollY);
      }
      expect(places.size).to.be.greaterThan(3);
      expect(controls(reader)).not.to.include('Back to the voice');
    }).timeout(30_000);
  }

  it('turns the page where a sentence runs on', async () => {
    const long = (n: number): string => `${`word${n} `.repeat(700)}end.`;
    await backend.publish(draft(section('a', long(1), long(2))));
    const reader = await open({ view: 'paged' });
    await next(reader);
    expect(page(reader)).to.contain('Page 1 ');
    model.reach(model.now!.length - 5);
    await settled(60);
    expect(page(reader)).to.contain('Page 2 ');
    await settled(300);
    expect(page(reader), 'it stays there').to.contain('Page 2 ');
  });

  it('leaves a person alone who has gone elsewhere, until they come back', async () => {
    await backend.publish(longDraft('long', 14, 240));
    const reader = await open({ policy: 'long' });
    scrollTo(0, document.documentElement.scrollHeight);
    await eventually(() => controls(reader).includes('Back to the voice'), 'a way back');
    const top = scrollY;
    for (let i = 0; i < 3; i++) await finish();
    expect(scrollY).to.equal(top);
    expect(inView(reader)).to.equal(false);
    control(reader, 'Back to the voice').click();
    await settled(100);
    expect(inView(reader)).to.equal(true);
    expect(controls(reader)).not.to.include('Back to the voice');
    for (let i = 0; i < 6; i++) {
      await finish();
      expect(inView(reader)).to.equal(true);
    }
  });

  it('does not lie over what stands below the text', async () => {
    await backend.publish(longDraft('long', 5, 240));
    const reader = await open({ policy: 'long' });
    const bar = (): DOMRect => part(reader, '.voice').getBoundingClientRect();
    expect(bar().bottom).to.be.within(innerHeight - 24, innerHeight);
    const after = reader.querySelector<HTMLElement>('[slot=end]')!;
    after.focus();
    await settled(60);
    expect(bar().bottom).to.be.at.most(after.getBoundingClientRect().top);
  });

  it('goes on at its place when the changes in the text are shown', async () => {
    await backend.publish(draft(section('a', 'Lock the screen.'), section('b', 'Wear a badge.')));
    await backend.publish({
      ...draft(section('a', 'Lock your own screen.'), section('b', 'Wear a badge.', 'Always.')),
      version: 2,
      change: 'More.',
      asks: { asks: 'acknowledge', acknowledgedVersion: 1 },
    });
    const reader = await open();
    for (let i = 0; i < 3; i++) await next(reader);
    expect(model.now).to.equal('Wear a badge.');
    parts(reader, '[part=changes] button')[0]!.click();
    await eventually(() => parts(reader, 'del[data-changed]').length, 'the changes');
    await settled(150);
    expect(model.now).to.equal('Wear a badge.');
    expect(spokenRanges().map(String)).to.deep.equal(['Wear a badge.']);
    expect(spokenRanges()[0]!.startContainer.isConnected).to.equal(true);
    control(reader, 'Previous sentence').click();
    await settled(150);
    control(reader, 'Previous sentence').click();
    await settled(150);
    expect(model.now).to.equal('Lock your own screen.');
  });

  describe('is measured', () => {
    const drafts = (method: string): ReadingDraft[] =>
      [...backend.readings.values()].filter((one) => one.method === method);
    const ids = (): string[] => drafts('speech').flatMap((one) => one.sections.map(({ id }) => id));
    const facts = async (reader: Element): Promise<string> => {
      const panel = await openPanel(reader, 'record');
      const { innerText } = panel.querySelector<HTMLElement>('.facts')!;
      panel.hidePopover();
      return innerText;
    };
    const short = [section('a', 'One. Two.'), section('b', 'Three.'), section('c', 'Four. Five.')];

    it('by section, when every sentence was spoken to its end', async () => {
      await backend.publish(draft(...short));
      const reader = await open();
      await settled(600);
      for (let i = 0; i < 3; i++) await finish();
      await next(reader);
      await finish();
      control(reader, 'Stop').click();
      await eventually(() => drafts('speech').length, 'a report');
      expect(ids()).to.deep.equal(['a']);
      expect(drafts('speech')[0]!.sections[0]!.seconds).to.be.within(1, 3);
      expect(drafts('speech')[0]!).not.to.have.any.keys('last', 'furthest');
      expect(await facts(reader)).to.include('1 of 3 sections were read aloud to the end');
      await expect(reader).to.be.accessible();
    });

    it('over several goes of one sitting', async () => {
      await backend.publish(draft(...short));
      const reader = await open();
      for (let i = 0; i < 2; i++) await finish();
      control(reader, 'Pause').click();
      await reader.updateComplete;
      control(reader, 'Go on').click();
      await settled(120);
      for (let i = 0; i < 3; i++) await finish();
      control(reader, 'Stop').click();
      await eventually(() => drafts('speech').length, 'a report');
      expect(ids()).to.deep.equal(['a', 'b']);
    });

    it('also when the element goes, and never as displayed at the same time', async () => {
      await backend.publish(draft(...short));
      const reader = await open();
      const shown = async (): Promise<string> => (await facts(reader)).split('\n')[0]!;
      await settled(100);
      const before = await shown();
      await settled(2200);
      expect(await shown()).to.equal(before);
      for (let i = 0; i < 3; i++) await finish();
      reader.remove();
      await eventually(() => drafts('speech').length, 'a report');
      expect(ids()).to.deep.equal(['a']);
    });

    it('as nothing, when no section was spoken to its end', async () => {
      await backend.publish(draft(...short));
      const reader = await open();
      control(reader, 'Stop').click();
      await settled(100);
      expect(drafts('speech')).to.have.length(0);
    });
  });
});
