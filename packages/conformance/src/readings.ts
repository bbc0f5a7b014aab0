import { randomUUID } from 'node:crypto';
import type { ReadingDraft } from '@heed/contract';
import { checks, expect, expectEqual, Skip } from './kit/check.js';
import type { Session } from './kit/session.js';
import type { Newcomer, Trial } from './kit/trial.js';

interface Sitting extends Newcomer {
  /** Ids of the sections of the text. */
  sections: string[];
  /** A report of it. */
  report(sequence: number, more?: Partial<ReadingDraft>): ReadingDraft;
  read(): ReturnType<typeof readingOf>;
}

async function readingOf(session: Session, policy: string, version: number) {
  return (await session.ask('readings.read', { policy, version })).success();
}

/** Somebody new with a text before them. */
async function sit(t: Trial): Promise<Sitting> {
  const newcomer = await t.newcomer();
  const { session, draft } = newcomer;
  const { policy, version, contentHash, language } = draft;
  const text = (await session.ask('documents.read', { policy, version, contentHash })).success();
  const sections = text.sections.map(({ id }) => id);
  return {
    ...newcomer,
    sections,
    report: (sequence, more) => ({
      ...{ policy, version, contentHash, language, sequence, method: 'visual' },
      startedAt: new Date().toISOString(),
      sections: [{ id: sections[0] ?? '', seconds: 3 * (sequence + 1) }],
      ...more,
    }),
    read: () => readingOf(session, policy, version),
  };
}

/** What was displayed. */
export const readingChecks = checks(
  {
    id: 'readings/empty',
    title: 'What was not displayed yet is an empty reading',
    requirements: ['REA-1'],
    writes: true,
    async run(t) {
      const { read } = await sit(t);
      const { seconds, sections, methods, last } = await read();
      expectEqual(
        [seconds, sections, methods, last],
        [0, [], [], undefined],
        'the reading of somebody new',
      );
    },
  },
  {
    id: 'readings/own',
    title: 'Everybody meets their own reading and nobody else’s',
    requirements: ['REA-1'],
    writes: true,
    async run(t) {
      const mine = await sit(t);
      const theirs = await sit(t);
      (
        await mine.session.ask('readings.record', { session: randomUUID(), ...mine.report(1) })
      ).success();
      expect((await mine.read()).seconds > 0, 'what was reported is not in the reading');
      const { policy, version } = mine.draft;
      const other = await readingOf(theirs.session, policy, version);
      expectEqual(other.seconds, 0, 'the seconds of somebody who displayed nothing');
    },
  },
  {
    id: 'readings/sequence',
    title: 'A report that is not newer than the stored one changes nothing',
    requirements: ['REA-2', 'REA-3'],
    writes: true,
    async run(t) {
      const { session, report, read } = await sit(t);
      const sitting = randomUUID();
      (await session.ask('readings.record', { session: sitting, ...report(5) })).success();
      const before = await read();
      for (const sequence of [5, 4, 0]) {
        const late = report(sequence, { sections: [], method: 'print' });
        const answer = (
          await session.ask('readings.record', { session: sitting, ...late })
        ).success();
        expectEqual(answer, before, `the reading after sequence ${sequence} came behind 5`);
      }
      expectEqual(await read(), before, 'the reading after late reports');
      (await session.ask('readings.record', { session: sitting, ...report(6) })).success();
      expectEqual((await read()).seconds, 21, 'the seconds after a newer report');
    },
  },
  {
    id: 'readings/sum',
    title: 'Sittings add up, and each counts once',
    requirements: ['REA-3'],
    writes: true,
    async run(t) {
      const { session, report, read, sections } = await sit(t);
      const [one, two] = [randomUUID(), randomUUID()];
      (await session.ask('readings.record', { session: one, ...report(1) })).success();
      (await session.ask('readings.record', { session: one, ...report(1) })).success();
      (
        await session.ask('readings.record', { session: two, ...report(2, { method: 'print' }) })
      ).success();
      const reading = await read();
      expectEqual(reading.seconds, 6 + 9, 'the seconds of two sittings');
      expectEqual(
        reading.sections,
        [{ id: sections[0], seconds: 15 }],
        'the sections of two sittings',
      );
      expectEqual([...reading.methods].sort(), ['print', 'visual'], 'the methods of two sittings');
    },
  },
  {
    id: 'readings/other',
    title: 'A sitting of another person is not there, and stays as it is',
    requirements: ['REA-4', 'PRB-4'],
    writes: true,
    async run(t) {
      const mine = await sit(t);
      const theirs = await sit(t);
      const sitting = randomUUID();
      (
        await mine.session.ask('readings.record', { session: sitting, ...mine.report(1) })
      ).success();
      const before = await mine.read();
      (
        await theirs.session.ask('readings.record', { session: sitting, ...theirs.report(9) })
      ).refused('not-found');
      expectEqual(await mine.read(), before, 'the reading of whose sitting it is');
      expectEqual((await theirs.read()).seconds, 0, 'the seconds of who was refused');
    },
  },
  {
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
  },
  {
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
  },
  {
    id: 'readings/mismatch',
    title: 'A report about another text is refused and changes nothing',
    requirements: ['REA-6', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, report, read } = await sit(t);
      const contentHash = `sha256:${'0'.repeat(64)}`;
      const sitting = randomUUID();
      (
        await session.ask('readings.record', { session: sitting, ...report(1, { contentHash }) })
      ).refused('content-mismatch');
      (
        await session.ask('readings.record', {
          session: sitting,
          ...report(1, { policy: 'no-such-policy' }),
        })
      ).refused('not-found');
      expectEqual((await read()).seconds, 0, 'the seconds after refused reports');
    },
  },
  {
    id: 'readings/one-text',
    title: 'A sitting is with one text: a report about another is refused and changes nothing',
    requirements: ['REA-6', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, assignment, report, read } = await sit(t);
      const other = assignment.documents.find(({ language }) => language !== report(0).language);
      if (!other) throw new Skip('The text is there in one language only.');
      const sitting = randomUUID();
      (await session.ask('readings.record', { session: sitting, ...report(1) })).success();
      const before = await read();
      const { language, contentHash } = other;
      const switched = { session: sitting, ...report(2, { language, contentHash }) };
      (await session.ask('readings.record', switched)).refused('content-mismatch');
      expectEqual(await read(), before, 'the reading after a report about another text');
    },
  },
  {
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
  },
  {
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
  },
);
