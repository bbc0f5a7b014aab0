// The types of errors: each class by itself, all of them together, and what narrows them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AuthError,
  ContractError,
  NetworkError,
  NotIsmsError,
  ProblemError,
  StorageError,
  type IsmsError,
  type Problem,
  type ProblemCode,
} from '../index.js';
import type { Same } from '../testing/same.js';

/** Which class each kind is; one that is missing here does not compile. */
interface ByKind {
  problem: ProblemError;
  network: NetworkError;
  'not-isms': NotIsmsError;
  auth: AuthError;
  contract: ContractError;
  storage: StorageError;
}

type Mistaken = {
  [K in IsmsError['kind']]: Same<Extract<IsmsError, { kind: K }>, ByKind[K]> extends true
    ? never
    : K;
}[IsmsError['kind']];

const is =
  <B>() =>
  <A>(_value: A, _same: Same<A, B>): void =>
    undefined;

/** Never runs: the compiler is the test. */
function narrows(error: IsmsError): string {
  is<Problem | undefined>()(error.problem, true);
  is<number | undefined>()(error.status, true);
  is<number | undefined>()(error.retryAfter, true);
  is<string | undefined>()(error.requestId, true);
  // @ts-expect-error only a problem has a code
  void error.code;
  // @ts-expect-error an error is an error
  is<string>()(error, true);

  switch (error.kind) {
    case 'problem':
      is<ProblemError>()(error, true);
      is<Problem>()(error.problem, true);
      is<number>()(error.status, true);
      is<ProblemCode | (string & {})>()(error.code, true);
      // A code of a later minor is no mistake.
      return error.code === 'of-a-later-minor' ? error.problem.title : error.code;
    case 'network':
      is<NetworkError>()(error, true);
      // @ts-expect-error only a problem has a code
      return error.code;
    case 'not-isms':
      is<NotIsmsError>()(error, true);
      return error.message;
    case 'auth':
      is<AuthError>()(error, true);
      return error.problem?.code ?? '';
    case 'contract':
      is<ContractError>()(error, true);
      return error.message;
    case 'storage':
      is<StorageError>()(error, true);
      return error.message;
    // @ts-expect-error no such kind
    case 'timeout':
      return '';
  }
}

/** Never runs. */
function changes(error: NetworkError): void {
  // @ts-expect-error what happened is not changed afterwards
  error.kind = 'network';
  // @ts-expect-error nor is what is known of it
  error.status = 200;
}

test('errors have their types (checked by tsc), and are Errors of their class', () => {
  const none: never[] = [] as Mistaken[];
  assert.deepEqual(none, []);
  assert.deepEqual([typeof narrows, typeof changes], ['function', 'function']);
  const problem: Problem = { type: 'urn:x', title: 'No', status: 409, code: 'x' };
  const all: { [K in keyof ByKind]: ByKind[K] } = {
    problem: new ProblemError({ problem, status: 409 }),
    network: new NetworkError(),
    'not-isms': new NotIsmsError(),
    auth: new AuthError(),
    contract: new ContractError(),
    storage: new StorageError(),
  };
  for (const [kind, error] of Object.entries(all)) {
    assert.ok(error instanceof Error);
    assert.deepEqual([error.kind, error.name], [kind, 'IsmsError']);
    assert.match(error.message, /\w/);
  }
});
