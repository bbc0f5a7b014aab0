import type { Client, Place, ReadingDraft } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import {
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  readTo,
  remembered,
  settled,
} from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();

describe('policy-reader, the place it tells', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await backend.publish(longDraft('long', 12));
  });
  afterEach(() => client.close());

  for (const before of ['', 'a']) {
    it(`quotes whole characters only, also ${before || 'nothing'} before an emoji`, async () => {
      const html = `<p>${before}${'😀'.repeat(400)}</p>`;
      const section = { id: 's', title: '', level: 2, html, words: 400 };
      await backend.publish({
        id: 'emoji',
        documents: { en: { title: 'E', sections: [section] } },
      });
      const places: Place[] = [];
      const note = (event: HTMLElementEventMap['place-changed']): void => {
        places.push(event.place);
      };
      document.body.addEventListener('place-changed', note);
      await openReader(client, { policy: 'emoji' });
      document.body.removeEventListener('place-changed', note);
      expect(places.some(({ quote }) => quote.includes('😀'))).to.equal(true);
      for (const { quote } of places) expect(() => encodeURIComponent(quote)).not.to.throw();
    });
  }

  for (const section of ['s1400', 's2787']) {
    it(`is reached in a text that is not on the page yet, and stays (${section})`, async () => {
      await backend.publish(longDraft('law', 2787, 80));
      const reader = await openReader(client, { policy: 'law' });
      await openPanel(reader, 'contents');
      const number = Number(section.slice(1));
      parts(reader, '#contents li button')[number - 1]!.click();
      const heading = part(reader, `section[data-id=${section}]`);
      const inView = (): boolean => {
        const { top } = heading.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      };
      await eventually(inView, 'the section in view');
      const { top } = heading.getBoundingClientRect();
      await settled(1000);
      expect(heading.getBoundingClientRect().top).to.be.closeTo(top, 2);
    }).timeout(30_000);
  }

  describe('while it offers to go on elsewhere', () => {
    const sent = (): ReadingDraft[] =>
      [...backend.readings].filter(([id]) => id !== 'elsewhere').map(([, draft]) => draft);
    const report = async (): Promise<Place | undefined> => {
      backend.readings.forEach((_, id) => id !== 'elsewhere' && backend.readings.delete(id));
      await settled(1100);
      document.dispatchEvent(new Event('visibilitychange'));
      await eventually(() => sent().length > 0, 'a report');
      return sent().at(-1)!.last;
    };
    const open = async (): Promise<PolicyReader> => {
      backend.readings.set('elsewhere', {
        policy: 'long',
        version: 1,
        language: 'en',
        contentHash: backend.policies.get('long')!.documents[0]!.contentHash,
        sequence: 4,
        startedAt: '2026-11-20T10:00:00.000Z',
        method: 'visual',
        sections: [],
        last: { section: 's9', offset: 0, quote: '' },
      });
      const reader = await openReader(client, { policy: 'long' });
      expect(parts(reader, '[part=resume]')).to.have.length(1);
      return reader;
    };

    it('keeps that place until the person has read on from here', async () => {
      const reader = await open();
      expect(await report()).to.equal(undefined);
      await readTo(reader, part(reader, 'section[data-id=s3]'));
      await new Promise((resolve) => setTimeout(resolve, 5000));
      expect((await report())?.section).to.equal('s3');
    }).timeout(30_000);

    it('takes the beginning for the place when the person says so', async () => {
      const reader = await open();
      parts(reader, '[part=resume] button')[1]!.click();
      expect((await report())?.section).to.equal('s1');
    });
  });
});
