import type { Client, ReadingDraft } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import {
  filled,
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();

/** Readers that follow a script: none is credited with more than was displayed to them. */
describe('policy-reader, what it measures', () => {
  let backend: ModelBackend;
  let client: Client;
  let ticks: (() => void)[];
  const { setInterval: real } = globalThis;

  before(() => {
    // Hours pass by hand.
    globalThis.setInterval = ((work: () => void, ms: number) => {
      if (ms !== 1000) return real(work, ms);
      ticks.push(work);
      return 0;
    }) as typeof setInterval;
  });
  after(() => (globalThis.setInterval = real));
  beforeEach(async () => {
    ticks = [];
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await backend.publish(longDraft('long', 12, 300));
  });
  afterEach(() => client.close());

  const pass = (seconds: number): void => {
    for (let i = 0; i < seconds; i++) ticks.forEach((tick) => tick());
  };
  const drafts = (method = 'visual'): ReadingDraft[] =>
    [...backend.readings.values()].filter((draft) => draft.method === method);
  /** What the last report says, when everything has arrived. */
  const reported = async (): Promise<Pick<ReadingDraft, 'sections'>> => {
    // Who leaves the page waits for nothing.
    dispatchEvent(new Event('pagehide'));
    const waits = async (): Promise<boolean> =>
      (await client.outbox.entries()).some(({ state }) => state === 'queued');
    do await settled(200);
    while (await waits());
    return drafts().at(-1) ?? { sections: [] };
  };
  const seconds = ({ sections }: Pick<ReadingDraft, 'sections'>): number =>
    sections.reduce((sum, one) => sum + one.seconds, 0);
  const ids = ({ sections }: Pick<ReadingDraft, 'sections'>): string[] =>
    sections.map(({ id }) => id);
  const see = (name: 'visibilityState' | 'hasFocus', value: unknown): void =>
    void Object.defineProperty(document, name, { configurable: true, value });
  afterEach(() => {
    delete (document as { visibilityState?: unknown }).visibilityState;
    delete (document as { hasFocus?: unknown }).hasFocus;
  });
  const scroll = async (to: number | Element): Promise<void> => {
    if (typeof to === 'number') scrollTo(0, to);
    else to.scrollIntoView({ block: 'end' });
    // A browser tells of scrolling with the next frame, and one of several pages gets few.
    dispatchEvent(new Event('scroll'));
    await settled(60);
  };
  const open = async (set: Partial<PolicyReader> = {}): Promise<PolicyReader> => {
    const reader = await openReader(client, { policy: 'long', ...set });
    await filled(reader);
    return reader;
  };
  const bottom = (reader: Element): Element => parts(reader, '.body p').at(-1)!;

  it('a careful reader is credited with every section', async () => {
    const reader = await open();
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      await scroll(top);
      pass(2);
    }
    const found = await reported();
    expect(ids(found)).to.have.length(12);
    const record = await openPanel(reader, 'record');
    expect(record.textContent).to.include('12 of 12');
    expect(seconds(found)).to.be.greaterThan(30);
  });

  it('learns the pace of this device, and tells the time left by it', async () => {
    localStorage.removeItem('isms-pace');
    const left = async (): Promise<number> => {
      const reader = await open();
      const said = part(reader, '.left').textContent!;
      reader.remove();
      ticks = [];
      return Number(/\d+/.exec(said)![0]);
    };
    const read = async (seconds: number): Promise<void> => {
      const reader = await open();
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        await scroll(top);
        pass(seconds);
      }
      reader.remove();
      ticks = [];
      scrollTo(0, 0);
    };
    const usual = await left();
    await read(1);
    expect(await left(), 'leafing through teaches nothing').to.equal(usual);
    await read(60);
    const slow = await left();
    expect(slow).to.be.above(usual);
    await read(20);
    expect(await left()).to.be.below(slow);
    localStorage.removeItem('isms-pace');
  }).timeout(30_000);

  it('who jumps to the end is not credited with what was passed over', async () => {
    const reader = await open();
    pass(3);
    await scroll(bottom(reader));
    pass(3);
    const found = await reported();
    expect(ids(found).filter((id) => !['s1', 's12'].includes(id))).to.deep.equal([]);
  });

  it('a long section is not displayed when only its ends were', async () => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => `<p>${`word${i} `.repeat(40)}</p>`);
    const section = { id: 'only', title: 'Only', level: 2, html: paragraphs.join(''), words: 1600 };
    await backend.publish({ id: 'one', documents: { en: { title: 'One', sections: [section] } } });
    const reader = await open({ policy: 'one' });
    pass(3);
    await scroll(bottom(reader));
    pass(3);
    expect(ids(await reported())).to.deep.equal([]);
    for (const paragraph of parts(reader, '.body p')) {
      await scroll(paragraph);
      pass(1);
    }
    expect(ids(await reported())).to.deep.equal(['only']);
  });

  it('who hammers page down is credited with seconds, not with reading', async () => {
    const reader = await open({ view: 'paged' });
    for (let i = 0; i < 60; i++) {
      part(reader, 'article').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }),
      );
      await settled(10);
    }
    pass(1);
    const found = await reported();
    expect(seconds(found)).to.be.at.most(1);
    expect(ids(found).length).to.be.at.most(2);
  });

  it('an hour in the background counts nothing', async () => {
    see('visibilityState', 'hidden');
    await open();
    pass(3600);
    expect(await reported()).to.deep.equal({ sections: [] });
  });

  it('a second tab counts nothing while the first has the focus', async () => {
    see('hasFocus', () => false);
    await open();
    pass(600);
    expect(seconds(await reported())).to.equal(0);
  });

  it('of an hour without a sign of anybody one minute counts', async () => {
    await open();
    pass(3600);
    expect(seconds(await reported())).to.be.at.most(61);
  });

  it('a mouse that is moved for an hour counts for what is in view, and never for more', async () => {
    await open();
    for (let i = 0; i < 120; i++) {
      pass(30);
      dispatchEvent(new Event('pointermove'));
    }
    const found = await reported();
    expect(seconds(found)).to.be.at.most(3600);
    expect(ids(found).filter((id) => !['s1', 's2'].includes(id))).to.deep.equal([]);
  });

  it('a clock that is set changes nothing', async () => {
    await open();
    const { now } = Date;
    pass(5);
    Date.now = () => now() + 3_600_000;
    pass(5);
    Date.now = () => now() - 3_600_000;
    pass(5);
    Date.now = now;
    expect(seconds(await reported())).to.be.at.most(15);
  });

  it('who walks through with a screen reader and says so is known by that method', async () => {
    const reader = await open();
    const record = await openPanel(reader, 'record');
    record.querySelector('input')!.click();
    record.hidePopover();
    for (const heading of parts(reader, 'section [role=heading]')) {
      heading.focus();
      await settled(60);
      pass(2);
    }
    dispatchEvent(new Event('pagehide'));
    await eventually(() => drafts('assistive').length > 0, 'a report');
    expect(drafts('visual')).to.have.length(0);
    expect(seconds(drafts('assistive').at(-1)!)).to.be.at.most(24);
  });

  it('a printed copy holds everything, and no time', async () => {
    await open();
    dispatchEvent(new Event('beforeprint'));
    await eventually(() => drafts('print').length > 0, 'a report');
    const found = drafts('print').at(-1)!;
    expect(ids(found)).to.have.length(12);
    expect(seconds(found)).to.equal(0);
  });
});
