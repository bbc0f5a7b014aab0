import { AuthError } from './auth-error.js';
import { ContractError } from './contract-error.js';
import type { FailureFacts } from './failure.js';
import { NetworkError } from './network-error.js';
import { NotIsmsError } from './not-isms-error.js';
import { ProblemError } from './problem-error.js';
import { StorageError } from './storage-error.js';

/** Every error the SDK throws, apart from an abort (which throws the reason of the signal). */
export type IsmsError =
  ProblemError | NetworkError | NotIsmsError | AuthError | ContractError | StorageError;

/** An {@link IsmsError} as plain data: what the outbox stores and tells other tabs. */
export interface StoredError extends FailureFacts {
  kind: IsmsError['kind'];
}

const classes = {
  problem: ProblemError,
  network: NetworkError,
  'not-isms': NotIsmsError,
  auth: AuthError,
  contract: ContractError,
  storage: StorageError,
};

/** The error as plain data, without its cause. */
export function storeError(error: IsmsError): StoredError {
  const { kind, message, requestId, status, retryAfter, problem } = error;
  return { kind, message, requestId, status, retryAfter, problem };
}

/** The error again, from plain data. */
export const reviveError = (stored: StoredError): IsmsError =>
  new (classes[stored.kind] as new (facts: StoredError) => IsmsError)(stored);
