import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from '../kit/check.js';

/** Idempotency keys. */
export const keyChecks = checks(
  {
    id: 'keys/missing',
    title: 'Without a key, or with one that is none, nothing is recorded',
    requirements: ['KEY-1', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      (await session.ask('acknowledgements.create', draft)).refused('idempotency-key-missing');
      for (const key of ['', 'with space', 'x'.repeat(256)]) {
        const headers = { 'Idempotency-Key': key };
        (await session.ask('acknowledgements.create', draft, headers)).refused(
          'idempotency-key-missing',
        );
      }
      expectEqual(await session.all('acknowledgements.list', {}), [], 'the list after refusals');
    },
  },
  {
    id: 'keys/length',
    title: 'Keys of 1 and of 255 characters count',
    requirements: ['KEY-1'],
    writes: true,
    async run(t) {
      for (const key of ['~', `!${'k'.repeat(254)}`]) {
        const { session, draft } = await t.newcomer();
        (await session.ask('acknowledgements.create', draft, { 'Idempotency-Key': key })).success();
      }
    },
  },
  {
    id: 'keys/per-person',
    title: 'The same key of another person is another key',
    requirements: ['KEY-2'],
    writes: true,
    async run(t) {
      const headers = { 'Idempotency-Key': randomUUID() };
      const [one, two] = [await t.newcomer(), await t.newcomer()];
      const first = (
        await one.session.ask('acknowledgements.create', one.draft, headers)
      ).success();
      const second = await two.session.ask('acknowledgements.create', two.draft, headers);
      expectEqual(second.status, 201, 'the status for another person with the same key');
      expect(
        second.success().person !== first.person,
        'another person with the same key gets the first one’s record',
      );
    },
  },
  {
    id: 'keys/at-once',
    title: 'The same act at the same time is recorded once',
    requirements: ['KEY-3', 'ACK-3'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          session.ask('acknowledgements.create', draft, {
            'Idempotency-Key': n % 2 ? key : randomUUID(),
          }),
        ),
      );
      const ids = new Set<string>();
      for (const answer of answers) {
        if (answer.status === 409) answer.refused('idempotency-in-flight');
        else ids.add(answer.success().id);
      }
      expectEqual(ids.size, 1, 'how many acknowledgements ten requests at once are answered with');
      const listed = await session.all('acknowledgements.list', {});
      expectEqual(
        listed.map(({ id }) => id),
        [...ids],
        'what is listed afterwards',
      );
    },
  },
  {
    id: 'keys/late',
    title: 'A key counts after other acts, too',
    requirements: ['ACK-4', 'KEY-3'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const headers = { 'Idempotency-Key': randomUUID() };
      const first = await session.ask('acknowledgements.create', draft, headers);
      first.success();
      for (let others = 0; others < 3; others++) {
        const other = await t.newcomer();
        const key = { 'Idempotency-Key': randomUUID() };
        (await other.session.ask('acknowledgements.create', other.draft, key)).success();
      }
      const late = await session.ask('acknowledgements.create', draft, headers);
      expectEqual(
        [late.status, late.text],
        [first.status, first.text],
        'the answer to the key later',
      );
    },
  },
  {
    id: 'keys/after-refusal',
    title: 'A request that was refused leaves its key unused',
    requirements: ['KEY-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const headers = { 'Idempotency-Key': randomUUID() };
      const wrong = { ...draft, statementHash: `sha256:${'0'.repeat(64)}` };
      (await session.ask('acknowledgements.create', wrong, headers)).refused('statement-mismatch');
      const made = await session.ask('acknowledgements.create', draft, headers);
      made.success();
      expectEqual(made.status, 201, 'the status of the right act with the key of a refused one');
    },
  },
);
