import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { right, sit, wrong } from './kit/quiz.js';

/** Tries at a knowledge check. */
export const attemptChecks = checks(
  {
    id: 'attempts/passed',
    title: 'Right answers pass, and tell why they are right',
    requirements: ['CHK-5', 'CHK-1'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, draft } = await sit(t);
      const attempt = randomUUID();
      const made = (await session.ask('attempts.record', { attempt, ...draft(right) })).success();
      expectEqual(
        [made.id, made.right, made.of, made.passed],
        [attempt, 2, 2, true],
        'the attempt',
      );
      expect(
        made.results.every(({ right: is, solution }) => is && solution?.length === 1),
        'what was passed does not tell the solutions',
      );
      const again = (await session.ask('checks.read', { assignment: assignment.id })).success();
      expectEqual(again.passed, true, 'passed');
    },
  },
  {
    id: 'attempts/counted',
    title: 'A question is right with exactly its right choices; one that is left out is wrong',
    requirements: ['CHK-5'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, draft, check } = await sit(t);
      const all = draft(right);
      const [one, two] = all.answers;
      expect(one && two, 'the check has not the two questions that were set up');
      const left = { ...all, answers: [one] };
      const half = (
        await session.ask('attempts.record', { attempt: randomUUID(), ...left })
      ).success();
      expectEqual(
        [half.right, half.of, half.passed],
        [1, 2, false],
        'a try with one question left out',
      );
      const both = check.questions[0]?.choices.map(({ id }) => id) ?? [];
      const more = { ...all, answers: [{ question: one.question, choices: both }, two] };
      const most = (
        await session.ask('attempts.record', { attempt: randomUUID(), ...more })
      ).success();
      expectEqual([most.right, most.passed], [1, false], 'a try with every choice of a question');
    },
  },
  {
    id: 'attempts/repeated',
    title: 'The same attempt sent again answers the same and counts once',
    requirements: ['CHK-3'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, draft } = await sit(t);
      const attempt = { attempt: randomUUID(), ...draft(wrong) };
      const first = (await session.ask('attempts.record', attempt)).success();
      const second = (await session.ask('attempts.record', attempt)).success();
      expectEqual(second, first, 'the answer to the same attempt');
      const { triesLeft } = (
        await session.ask('checks.read', { assignment: assignment.id })
      ).success();
      expectEqual(triesLeft, 2, 'triesLeft after one of three, sent twice');
    },
  },
  {
    id: 'attempts/reused',
    title: 'An attempt with other answers is refused, and one of another person is not there',
    requirements: ['CHK-4'],
    writes: true,
    async run(t) {
      t.named('robin');
      const mine = await sit(t);
      const theirs = await sit(t);
      const attempt = randomUUID();
      (await mine.session.ask('attempts.record', { attempt, ...mine.draft(wrong) })).success();
      (await mine.session.ask('attempts.record', { attempt, ...mine.draft(right) })).refused(
        'attempt-reused',
      );
      (await theirs.session.ask('attempts.record', { attempt, ...theirs.draft(right) })).refused(
        'not-found',
      );
      for (const { session, assignment, left } of [
        { ...mine, left: 2 },
        { ...theirs, left: 3 },
      ]) {
        const check = (await session.ask('checks.read', { assignment: assignment.id })).success();
        expectEqual(
          [check.triesLeft, check.passed],
          [left, false],
          'tries that are left, and passed',
        );
      }
    },
  },
  {
    id: 'attempts/none-left',
    title: 'Without a try left nothing is recorded, and it says when there is one again',
    requirements: ['CHK-6'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, draft } = await sit(t);
      for (let tries = 3; tries > 0; tries--) {
        const made = (
          await session.ask('attempts.record', { attempt: randomUUID(), ...draft(wrong) })
        ).success();
        expectEqual(made.triesLeft, tries - 1, 'triesLeft');
      }
      (await session.ask('attempts.record', { attempt: randomUUID(), ...draft(right) })).refused(
        'no-try-left',
      );
      const check = (await session.ask('checks.read', { assignment: assignment.id })).success();
      expectEqual([check.triesLeft, check.passed], [0, false], 'triesLeft and passed');
      expect(
        Date.parse(check.againAt ?? '') > Date.now(),
        `againAt is ${check.againAt}, and has to lie ahead`,
      );
    },
  },
  {
    id: 'attempts/mismatch',
    title: 'Answers to other questions are refused, and no try is lost',
    requirements: ['CHK-7', 'PRB-4'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, draft } = await sit(t);
      const other = { ...draft(right), hash: `sha256:${'0'.repeat(64)}` };
      (await session.ask('attempts.record', { attempt: randomUUID(), ...other })).refused(
        'check-mismatch',
      );
      const check = (await session.ask('checks.read', { assignment: assignment.id })).success();
      expectEqual([check.triesLeft, check.passed], [3, false], 'triesLeft and passed');
    },
  },
  {
    id: 'attempts/logged',
    title: 'Every attempt is an entry of the log',
    requirements: ['CHK-8', 'LOG-5'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, draft } = await sit(t);
      const auditor = t.as('auditor');
      const before = (await auditor.all('log.entries', {})).length;
      (await session.ask('attempts.record', { attempt: randomUUID(), ...draft(wrong) })).success();
      (await session.ask('attempts.record', { attempt: randomUUID(), ...draft(right) })).success();
      expectEqual(
        (await auditor.all('log.entries', {})).length - before,
        2,
        'entries that two attempts added',
      );
    },
  },
);
