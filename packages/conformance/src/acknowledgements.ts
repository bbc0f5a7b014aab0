import { randomUUID } from 'node:crypto';
import type { AcknowledgementDraft } from '@heed/contract';
import { act, recorded, verified } from './kit/acts.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { draftFor } from './kit/trial.js';

/** The act that is recorded, and who sees it. */
export const acknowledgementChecks = checks(
  {
    id: 'acknowledgements/recorded',
    title: 'An act is recorded as it was sent, by the backend’s clock, and can be read at once',
    requirements: ['ACK-1'],
    writes: true,
    async run(t) {
      for (const { session, draft } of [await t.newcomer(), await t.newcomer()]) {
        const answer = await act(session, draft);
        const made = answer.success();
        expectEqual(answer.status, 201, 'the status of a new acknowledgement');
        const { policy, version, contentHash, language, statementHash } = draft;
        expectEqual(
          [made.policy, made.version, made.contentHash, made.language, made.statementHash],
          [policy, version, contentHash, language, statementHash],
          'policy, version, contentHash, language and statementHash',
        );
        const apart = Math.abs(Date.parse(made.recordedAt) - Date.now());
        expect(
          apart < 300_000,
          `recordedAt is ${made.recordedAt}, and has to be now by the backend’s clock`,
        );
        const read = (
          await session.ask('acknowledgements.read', { acknowledgement: made.id })
        ).success();
        expectEqual(read, made, 'the acknowledgement, read by its id,');
        expectEqual(
          await recorded(session),
          [made],
          'the list of somebody with one acknowledgement',
        );
      }
    },
  },
  {
    id: 'acknowledgements/clock',
    title: 'A device whose clock is wrong changes nothing about when the act was recorded',
    requirements: ['ACK-1'],
    writes: true,
    async run(t) {
      for (const clientTime of ['2001-01-01T00:00:00.000Z', '2099-12-31T23:59:59Z']) {
        const { session, draft } = await t.newcomer();
        const made = (await act(session, { ...draft, clientTime })).success();
        const apart = Math.abs(Date.parse(made.recordedAt) - Date.now());
        expect(apart < 300_000, `recordedAt is ${made.recordedAt} for a device at ${clientTime}`);
      }
    },
  },
  {
    id: 'acknowledgements/committed',
    title: 'With the answer the entry is in the log, under the latest checkpoint',
    requirements: ['ACK-1', 'LOG-3'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const { index, size } = await verified(t, (await act(session, draft)).success().receipt);
      expect(index < size, 'the receipt is of an entry that its checkpoint does not hold');
      const note = (await t.anyone.ask('log.checkpoint', {})).success();
      const reached = Number(note.split('\n')[1]);
      expect(
        reached >= size,
        `the checkpoint has ${reached} entries, and the receipt is for ${size}`,
      );
    },
  },
  {
    id: 'acknowledgements/receipt',
    title: 'The receipt verifies with the key in the discovery document, and tells of this act',
    requirements: ['ACK-2'],
    writes: true,
    async run(t) {
      const { session, draft, assignment } = await t.newcomer();
      const reading = { displayed: 2, sections: 3, seconds: 17 };
      const made = (await act(session, { ...draft, reading })).success();
      const { record, pinned, entry } = await verified(t, made.receipt);
      expect(pinned, 'the key in the receipt is not the one in the discovery document');
      const texts = assignment.statement?.texts ?? {};
      for (const [member, wanted] of Object.entries({
        ...{ id: made.id, version: draft.version, contentHash: draft.contentHash },
        ...{ language: draft.language, method: draft.method, clientTime: draft.clientTime },
        ...{ recordedAt: made.recordedAt, reading },
      })) {
        expectEqual(record[member], wanted, `${member} of the record in the receipt`);
      }
      const statement = record['statement'] as { hash?: string; text?: string } | undefined;
      expectEqual(statement?.hash, draft.statementHash, 'the hash of the statement in the record');
      expect(
        Object.values(texts).includes(statement?.text ?? ''),
        'the record does not hold the statement that was shown',
      );
      expectEqual(entry.time, made.recordedAt, 'the time of the entry in the log');
    },
  },
  {
    id: 'acknowledgements/once',
    title: 'A second one answers 200 with the first, whatever its key, method and language',
    requirements: ['ACK-3'],
    writes: true,
    async run(t) {
      const { session, draft, assignment } = await t.newcomer();
      const first = (await act(session, draft)).success();
      const other = assignment.documents.find(({ language }) => language !== draft.language);
      const later = { ...draft, clientTime: '2099-01-01T00:00:00.000Z', method: 'speech' as const };
      const repeats = [draft, later, ...(other ? [draftFor(assignment, other.language)] : [])];
      for (const each of repeats) {
        const again = await act(session, each);
        expectEqual(again.success(), first, 'the answer to a second act');
        expectEqual(again.status, 200, 'the status of a second act');
      }
      expectEqual((await recorded(session)).length, 1, 'how many acknowledgements there are');
    },
  },
  {
    id: 'acknowledgements/replay',
    title: 'The same key with the same body answers the same, byte for byte',
    requirements: ['ACK-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const key = randomUUID();
      const first = await act(session, draft, key);
      const again = await act(session, draft, key);
      expectEqual(
        [again.status, again.success()],
        [first.status, first.success()],
        'the answer to the same key and body',
      );
      expect(again.text === first.text, 'the same key and body are answered with other bytes');
      // JSON does not care for the order of members, and so the same act stays the same.
      const shuffled = Object.fromEntries(Object.entries(draft).reverse()) as AcknowledgementDraft;
      expectEqual(
        (await act(session, shuffled, key)).status,
        first.status,
        'the status with members in another order',
      );
      expectEqual((await recorded(session)).length, 1, 'how many acknowledgements there are');
    },
  },
  {
    id: 'acknowledgements/own-name',
    title: 'The record names the person of the token, whatever the body says',
    requirements: ['ACK-9', 'INP-5'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const me = (await session.ask('me.read', {})).success();
      const other = (await t.as('colleague').ask('me.read', {})).success();
      const forged = {
        ...draft,
        person: other.id,
        id: 'chosen',
        recordedAt: '2001-01-01T00:00:00.000Z',
      };
      const made = (await act(session, forged)).success();
      expectEqual(made.person, me.id, 'person');
      expect(
        made.id !== 'chosen' && !made.recordedAt.startsWith('2001'),
        'the body decides about id or recordedAt',
      );
      const { record } = await verified(t, made.receipt);
      const person = record['person'] as { id?: string } | undefined;
      expectEqual(person?.id, me.id, 'the id of the person in the record');
      const theirs = await t.as('colleague').all('acknowledgements.list', {});
      expect(
        !theirs.some(({ id }) => id === made.id),
        'the acknowledgement is in the list of the other person',
      );
    },
  },
  {
    id: 'acknowledgements/list-own',
    title: 'Everybody meets their own, newest first',
    requirements: ['ACK-10'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const first = (await act(session, draft)).success();
      const rest = await session.all('assignments.list', { state: 'open' });
      const next = rest.find(({ statement, check }) => statement && !check);
      const made = [first];
      if (next) made.unshift((await act(session, draftFor(next))).success());
      expectEqual(await recorded(session), made, 'the list');
      const some = await session.all('acknowledgements.list', { policy: draft.policy });
      expectEqual(some, [first], 'the list with policy');
    },
  },
  {
    id: 'acknowledgements/list-others',
    title: 'Other people’s are for those who oversee',
    requirements: ['ACK-11'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const made = (await act(session, draft)).success();
      const staff = t.as('staff');
      (await staff.ask('acknowledgements.list', { person: made.person })).refused('forbidden');
      (await staff.ask('acknowledgements.list', { person: '*' })).refused('forbidden');
      for (const role of ['auditor', 'isms-manager'] as const) {
        const one = await t.as(role).all('acknowledgements.list', { person: made.person });
        expectEqual(one, [made], `what the ${role} sees of the person`);
        const all = await t.as(role).all('acknowledgements.list', { person: '*' });
        expect(
          all.some(({ id }) => id === made.id),
          `the ${role} does not find it among everybody’s`,
        );
        const own = await t.as(role).all('acknowledgements.list', {});
        expect(!own.some(({ id }) => id === made.id), `the ${role} meets it among their own`);
      }
    },
  },
  {
    id: 'acknowledgements/read-others',
    title: 'Somebody else’s is not there but for those who oversee',
    requirements: ['ACK-12', 'ACC-5'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const made = (await act(session, draft)).success();
      const staff = t.as('staff');
      const theirs = (
        await staff.ask('acknowledgements.read', { acknowledgement: made.id })
      ).refused('not-found');
      const absent = (
        await staff.ask('acknowledgements.read', { acknowledgement: randomUUID() })
      ).refused('not-found');
      expectEqual(
        [theirs.title, theirs.detail],
        [absent.title, absent.detail],
        'title and detail of what is not the caller’s',
      );
      const seen = (
        await t.as('auditor').ask('acknowledgements.read', { acknowledgement: made.id })
      ).success();
      expectEqual(seen, made, 'what the auditor sees');
    },
  },
);
