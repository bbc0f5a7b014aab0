import { randomUUID } from 'node:crypto';
import type { ReadingDraft } from '@heed/contract';
import { expect, expectEqual, type Check } from './kit/check.js';
import { sit } from './kit/sitting.js';

/** The furthest place of all sittings. */
export const furthestPlace: Check = {
  id: 'readings/furthest',
  title: 'The furthest place never moves back, and the last one does',
  requirements: ['REA-5'],
  writes: true,
  async run(t) {
    const { session, report, read, sections } = await sit(t);
    const place = (at: number) => ({
      section: sections[at] ?? '',
      quote: 'as it was',
      offset: 0,
    });
    const far = sections.length - 1;
    expect(far > 0, 'the text has only one section, so nothing can be tried');
    const sitting = randomUUID();
    const send = async (sequence: number, id: string, at: number) =>
      (
        await session.ask('readings.record', {
          ...{ session: id, ...report(sequence, { last: place(at), furthest: place(at) }) },
        })
      ).success();
    await send(1, sitting, far);
    await send(2, sitting, 0);
    await send(1, randomUUID(), 0);
    const { last, furthest } = await read();
    expectEqual(furthest?.section, sections[far], 'the section of the furthest place');
    expectEqual(last?.section, sections[0], 'the section of the last place');
  },
};

/** On which device the last place is. */
export const deviceOfPlace: Check = {
  id: 'readings/device',
  title: 'The last place names its device, every character of it, and when it came',
  requirements: ['REA-1', 'INP-6'],
  writes: true,
  async run(t) {
    const { session, report, read, sections } = await sit(t);
    const device = 'Fën\u0301ster 🦉 <b>漢字</b> "\\';
    const last = {
      section: sections[0] ?? '',
      quote: '«é\u202e» \u{1F469}\u200D\u{1F4BB}',
      offset: 2,
    };
    (
      await session.ask('readings.record', {
        session: randomUUID(),
        ...report(1, { device, last }),
      })
    ).success();
    const found = (await read()).last;
    expectEqual(
      [found?.device, found?.quote, found?.offset],
      [device, last.quote, 2],
      'device, quote and offset',
    );
    const apart = Math.abs(Date.parse(found?.at ?? '') - Date.now());
    expect(apart < 300_000, `at is ${found?.at}, and has to be now by the backend’s clock`);
  },
};

/** Places that the text does not have. */
export const placeNowhere: Check = {
  id: 'readings/unknown-section',
  title: 'Sections that the text does not have, and places in them, count for nothing',
  requirements: ['REA-7'],
  writes: true,
  async run(t) {
    const { session, report, read, sections } = await sit(t);
    const nowhere = { section: 'no-such-section', quote: 'nothing', offset: 0 };
    const made = report(1, {
      sections: [
        { id: sections[0] ?? '', seconds: 2 },
        { id: 'no-such-section', seconds: 50 },
      ],
      ...{ last: nowhere, furthest: nowhere },
    });
    (await session.ask('readings.record', { session: randomUUID(), ...made })).success();
    const { seconds, last, furthest } = await read();
    expectEqual([seconds, last, furthest], [2, undefined, undefined], 'seconds and places');
  },
};

/** The last place of all sittings. */
export const lastPlace: Check = {
  id: 'readings/last',
  title: 'The last place is the one that arrived latest, and goes with a report without one',
  requirements: ['REA-8'],
  writes: true,
  async run(t) {
    const { session, report, read, sections } = await sit(t);
    const [one, two] = [randomUUID(), randomUUID()];
    const at = (offset: number) => ({
      last: { section: sections[0] ?? '', quote: 'as it was', offset },
    });
    const send = async (sitting: string, sequence: number, more: Partial<ReadingDraft>) =>
      (
        await session.ask('readings.record', { session: sitting, ...report(sequence, more) })
      ).success();
    await send(one, 1, at(1));
    await send(two, 1, at(2));
    expectEqual((await read()).last?.offset, 2, 'the offset of what arrived latest');
    await send(one, 2, at(3));
    expectEqual((await read()).last?.offset, 3, 'the offset of what arrived latest');
    await send(one, 3, {});
    expectEqual((await read()).last?.offset, 2, 'the offset after a report without a place');
  },
};
