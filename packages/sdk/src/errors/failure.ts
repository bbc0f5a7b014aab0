import type { Problem } from '@heed/contract';

/** What is known about a failure. Plain data, so that it can be stored and sent to other tabs. */
export interface FailureFacts {
  /** What happened, what it means and what to do next; each class has its own default. */
  message?: string | undefined;
  /** Find the request in the backend's own logs with it. */
  requestId?: string | undefined;
  /** HTTP status of the answer, when there was one. */
  status?: number | undefined;
  /** Milliseconds the backend asked to wait (`Retry-After`). */
  retryAfter?: number | undefined;
  /** Problem details (RFC 9457), when the backend gave some. */
  problem?: Problem | undefined;
  /** The error underneath. */
  cause?: unknown;
}

/** What all errors of the SDK have in common; tell them apart by `kind`. */
export abstract class Failure extends Error {
  /** Find the request in the backend's own logs with it. */
  readonly requestId: string | undefined;
  /** HTTP status of the answer, when there was one. */
  readonly status: number | undefined;
  /** Milliseconds the backend asked to wait (`Retry-After`). */
  readonly retryAfter: number | undefined;
  /** Problem details (RFC 9457), when the backend gave some; its code may be of a later v1. */
  readonly problem: Problem | undefined;

  constructor(message: string, facts: FailureFacts) {
    super(facts.message ?? message, { cause: facts.cause });
    this.name = 'IsmsError';
    this.requestId = facts.requestId;
    this.status = facts.status;
    this.retryAfter = facts.retryAfter;
    this.problem = facts.problem;
  }
}
