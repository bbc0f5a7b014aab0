import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createClient,
  type Acknowledgement,
  type Assignment,
  type Document,
  type IsmsError,
  type OutboxEntry,
} from '../index.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const is =
  <B>() =>
  <A>(_value: A, _same: Same<A, B>) =>
    undefined;

/** Never runs: the compiler is the test. */
async function compiles(): Promise<void> {
  const isms = createClient({ baseUrl: '', getToken: () => undefined });

  const version = await isms.versions.read({ policy: 'x', version: 1 });
  is<number>()(version.number, true);
  const document = await isms.documents.read({ policy: 'x', version: 1, contentHash: 'sha256:' });
  is<Document>()(document, true);
  for await (const assignment of isms.assignments.list({ state: 'open' })) {
    is<Assignment>()(assignment, true);
  }
  const page = await isms.assignments.list.page({}, { signal: AbortSignal.abort() });
  is<Assignment[]>()(page.items, true);
  await isms.me.read();
  is<string>()(await isms.log.checkpoint(), true);

  // @ts-expect-error the policy is missing
  await isms.policies.read();
  // @ts-expect-error a misspelt member
  await isms.policies.read({ polciy: 'x' });
  // @ts-expect-error a version is a number
  await isms.versions.read({ policy: 'x', version: '1' });
  // @ts-expect-error not a state
  isms.assignments.list({ state: 'closed' });
  // @ts-expect-error a draft needs more
  await isms.acknowledgements.create({ policy: 'x' });
  // @ts-expect-error no such endpoint
  isms.policies.remove({});
  // @ts-expect-error the client is read-only
  isms.baseUrl = 'https://example.com';

  isms.outbox.addEventListener('change', ({ entry }) => {
    is<OutboxEntry>()(entry, true);
    is<Acknowledgement | undefined>()(entry.acknowledgement, true);
    if (entry.kind === 'reading') is<number>()(entry.body.sequence, true);
    // @ts-expect-error only a reading has a sequence
    if (entry.kind === 'acknowledgement') void entry.body.sequence;
  });
  const error = {} as IsmsError;
  if (error.kind === 'problem') {
    is<number>()(error.status, true);
    if (error.code === 'not-found') void error.problem.title;
  }
  // @ts-expect-error only a problem has a code
  if (error.kind === 'network') void error.code;
}

test('the types hold (checked by tsc)', () => assert.equal(typeof compiles, 'function'));
