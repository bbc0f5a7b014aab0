import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual, Skip } from './kit/check.js';
import { readingOf, sit } from './kit/sitting.js';
import { deviceOfPlace, furthestPlace, lastPlace, placeNowhere } from './places.js';

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
  furthestPlace,
  deviceOfPlace,
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
  placeNowhere,
  lastPlace,
);
