import { randomUUID } from 'node:crypto';
import { act, recorded } from './kit/acts.js';
import { checks, expect, expectEqual } from './kit/check.js';
import { draftFor } from './kit/trial.js';

const zeros = `sha256:${'0'.repeat(64)}`;

/** The act that is not recorded, because of what was shown or asked. */
export const refusedAcknowledgementChecks = checks(
  {
    id: 'acknowledgements/key-reused',
    title: 'The same key with another body is refused and changes nothing',
    requirements: ['ACK-5', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const key = randomUUID();
      const first = await act(session, draft, key);
      first.success();
      for (const change of [
        { method: 'print' },
        { clientTime: '2020-01-01T00:00:00.000Z' },
      ] as const) {
        (await act(session, { ...draft, ...change }, key)).refused('idempotency-key-reused');
      }
      expectEqual(
        (await act(session, draft, key)).text,
        first.text,
        'the answer to the key after another body',
      );
      expectEqual((await recorded(session)).length, 1, 'how many acknowledgements there are');
    },
  },
  {
    id: 'acknowledgements/not-current',
    title: 'A version that is not current is refused and changes nothing',
    requirements: ['ACK-6', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      (await act(session, { ...draft, version: draft.version + 1 })).refused('version-not-current');
      expectEqual(await recorded(session), [], 'the list after a refusal');
    },
  },
  {
    id: 'acknowledgements/superseded',
    title: 'A superseded version is refused, even with its own text',
    requirements: ['ACK-6', 'PRB-4'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session } = await t.newcomer();
      const [assignment] = await session.all('assignments.list', { policy: 'conduct' });
      const old = (await session.ask('versions.read', { policy: 'conduct', version: 1 })).success();
      expect(assignment && old.documents[0], 'the policy with two versions is not asked');
      const draft = {
        ...draftFor(assignment),
        version: 1,
        contentHash: old.documents[0].contentHash,
      };
      (await act(session, { ...draft, language: old.documents[0].language })).refused(
        'version-not-current',
      );
      expectEqual(await recorded(session), [], 'the list after a refusal');
    },
  },
  {
    id: 'acknowledgements/content-mismatch',
    title: 'A text that is not that of the version and language is refused and changes nothing',
    requirements: ['ACK-7', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft, assignment } = await t.newcomer();
      (await act(session, { ...draft, contentHash: zeros })).refused('content-mismatch');
      const other = assignment.documents.find(({ language }) => language !== draft.language);
      if (other)
        (await act(session, { ...draft, contentHash: other.contentHash })).refused(
          'content-mismatch',
        );
      (await act(session, { ...draft, language: 'tlh' })).refused('content-mismatch');
      expectEqual(await recorded(session), [], 'the list after refusals');
      // The rule that there is one for ever does not make another text the one that was shown.
      (await act(session, draft)).success();
      (await act(session, { ...draft, language: 'tlh' })).refused('content-mismatch');
    },
  },
  {
    id: 'acknowledgements/statement-mismatch',
    title: 'A statement that is not asked of the caller for this policy is refused',
    requirements: ['ACK-8', 'PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      (await act(session, { ...draft, statementHash: zeros })).refused('statement-mismatch');
      const all = await session.all('assignments.list', {});
      const other = all.find(
        ({ statement }) => statement && statement.hash !== draft.statementHash,
      );
      if (other?.statement) {
        (await act(session, { ...draft, statementHash: other.statement.hash })).refused(
          'statement-mismatch',
        );
      }
      expectEqual(await recorded(session), [], 'the list after refusals');
    },
  },
  {
    id: 'acknowledgements/nobody-asks',
    title: 'What is not asked of the caller cannot be acknowledged',
    requirements: ['ACK-8', 'POL-3', 'PRB-4'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session, draft } = await t.newcomer();
      const house = (await session.ask('policies.read', { policy: 'house' })).success();
      const [text] = house.documents;
      const unasked = {
        ...draft,
        policy: 'house',
        version: 1,
        contentHash: text?.contentHash ?? '',
        language: text?.language ?? '',
      };
      (await act(session, unasked)).refused('statement-mismatch');
      (await act(session, { ...draft, policy: 'vault' })).refused('not-found');
      (await act(session, { ...draft, policy: 'no-such-policy' })).refused('not-found');
      expectEqual(await recorded(session), [], 'the list after refusals');
    },
  },
);
