import { createHash, randomUUID } from 'node:crypto';
import { canonicalize, type JsonObject } from '@heed/evidence';
import { checks, expect, expectEqual } from './kit/check.js';
import { right, sit, wrong } from './kit/quiz.js';
import { draftFor } from './kit/trial.js';

/** A knowledge check: what is told of it, to whom, and what it stands before. */
export const knowledgeChecks = checks(
  {
    id: 'checks/secret',
    title: 'Nothing tells which choices are right before the check is passed',
    requirements: ['CHK-1'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, check, draft } = await sit(t);
      const text = (await session.ask('checks.read', { assignment: assignment.id })).text;
      expect(
        !/"(right|solution|explanation|correct)"/.test(text),
        'the check tells which choices are right',
      );
      expect(!text.includes('for reason'), 'the check holds the explanation');
      expect(
        check.questions.length === 2 && !check.passed,
        'the check is not the one that was set up',
      );
      const failed = (
        await session.ask('attempts.record', { attempt: randomUUID(), ...draft(wrong) })
      ).success();
      expect(!failed.passed && failed.right === 0, 'wrong answers count as right');
      expect(
        failed.results.every(({ solution }) => solution === undefined),
        'a try that failed tells the solution while another is left',
      );
    },
  },
  {
    id: 'checks/hash',
    title: 'The hash of a check is that of its questions',
    requirements: ['CHK-7'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { check } = await sit(t);
      const text = canonicalize(check.questions as unknown as JsonObject);
      const found = `sha256:${createHash('sha256').update(text).digest('hex')}`;
      expectEqual(check.hash, found, 'hash');
    },
  },
  {
    id: 'checks/other',
    title: 'Somebody else’s check, and one that does not exist, are not there',
    requirements: ['CHK-2'],
    writes: true,
    async run(t) {
      t.named('robin');
      const mine = await sit(t);
      const { session } = await t.newcomer();
      (await session.ask('checks.read', { assignment: mine.assignment.id })).refused('not-found');
      (await session.ask('checks.read', { assignment: 'no-such-assignment' })).refused('not-found');
      const [without] = await session.all('assignments.list', { policy: 'drill' });
      expect(without, 'the drill is not asked');
      (await session.ask('checks.read', { assignment: without.id })).refused('not-found');
      (
        await session.ask('attempts.record', { attempt: randomUUID(), ...mine.draft(right) })
      ).refused('not-found');
    },
  },
  {
    id: 'checks/gate',
    title: 'What has a knowledge check is acknowledged after it was passed, and not before',
    requirements: ['ACK-13'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, assignment, draft } = await sit(t);
      const act = draftFor(assignment);
      const key = () => ({ 'Idempotency-Key': randomUUID() });
      (await session.ask('acknowledgements.create', act, key())).refused('check-not-passed');
      (await session.ask('attempts.record', { attempt: randomUUID(), ...draft(wrong) })).success();
      (await session.ask('acknowledgements.create', act, key())).refused('check-not-passed');
      (await session.ask('attempts.record', { attempt: randomUUID(), ...draft(right) })).success();
      (await session.ask('acknowledgements.create', act, key())).success();
    },
  },
);
