import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.js';

/**
 * The registered problems (RFC 9457). The wire `type` is `urn:heed:problem:` and the code.
 * `title` says what happened; the `detail` of each answer says what it means and what to do next.
 */
export const problems = {
  /** INP-2, INP-6. */
  malformed: { status: 400, title: 'The request is not readable' },
  /** KEY-1. */
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  /** ACC-1, ACC-2. */
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  /** ACC-6, ME-2. */
  'unknown-person': { status: 403, title: 'You are signed in, but not known here' },
  /** ACC-3, and lists of other people’s rows. */
  forbidden: { status: 403, title: 'This is not open to you' },
  /** It is not there, or not for the caller (ACC-4, ACC-5). */
  'not-found': { status: 404, title: 'There is nothing at this address' },
  /** PRB-5. */
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  /** KEY-3. The same request is good again in a moment. */
  'idempotency-in-flight': { status: 409, title: 'The same request is still being worked on' },
  /** ACK-6. */
  'version-not-current': { status: 409, title: 'This version is no longer the current one' },
  /** ACK-7. */
  'content-mismatch': { status: 409, title: 'The text shown is not the text of this version' },
  /** ACK-8. */
  'statement-mismatch': { status: 409, title: 'The statement shown is not the one asked for' },
  /** CHK-7. */
  'check-mismatch': { status: 409, title: 'The questions shown are not the ones asked' },
  /** ACK-13. */
  'check-not-passed': { status: 409, title: 'The knowledge check is not passed yet' },
  /** CHK-6. */
  'no-try-left': { status: 409, title: 'The knowledge check cannot be taken again yet' },
  /** INC-9, RPL-4, MSG-10, MSG-15, REV-3, DONE-2, RCT-2, PIN-3. */
  'not-open-for-this': { status: 409, title: 'This message does not take that' },
  /** PIN-3. */
  'pins-full': { status: 409, title: 'No more messages can be pinned in this channel' },
  /** DONE-7. */
  'text-mismatch': { status: 409, title: 'The text shown is not what the message says now' },
  /** STP-2, STP-4, STP-5. */
  'task-not-open': { status: 409, title: 'This task does not take that' },
  /** UNL-2. */
  'report-not-open': { status: 409, title: 'This report does not take that' },
  /** TRI-4. */
  'precondition-failed': { status: 412, title: 'Somebody changed this in the meantime' },
  /** INP-4. */
  'too-large': { status: 413, title: 'The request is too large' },
  /** INP-3. */
  'unsupported-media-type': {
    status: 415,
    title: 'The request is not of the media type asked for',
  },
  /** INP-1, LST-3, LST-4. */
  invalid: { status: 422, title: 'The request does not fit the contract' },
  /** ACK-5. */
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for something else',
  },
  /** CHK-4. */
  'attempt-reused': { status: 422, title: 'The attempt was handed in with other answers' },
  /** ATT-2. */
  'attachment-reused': { status: 422, title: 'The id was used for another file' },
  /** ATT-6. */
  'file-refused': { status: 422, title: 'This file is not taken here' },
  /** MSG-8, REV-1, TSK-8, STP-1, INC-8, RPL-1, UNL-1, CLM-5, CLM-10. */
  'message-reused': { status: 422, title: 'The id was used for something else' },
  /** TRI-4. */
  'precondition-required': { status: 428, title: 'The If-Match header is missing' },
  /** With Retry-After in whole seconds. Nothing was done: the same request, with the same key, is good later. */
  'rate-limited': { status: 429, title: 'Too many requests' },
  /** Something failed that nobody foresaw. Nothing may be half done. */
  internal: { status: 500, title: 'Something went wrong on our side' },
  /** It cannot be served now, for instance because the storage is away. The same request is good later. */
  unavailable: { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The code of a registered problem. */
export type ProblemCode = keyof typeof problems;

/** Problem details as they travel (application/problem+json, RFC 9457). */
export const Problem = z.object({
  /** `urn:heed:problem:` and the code. */
  type: z.string(),
  /** What happened, as registered for the code. */
  title: z.string(),
  /** As registered for the code. */
  status: z.int(),
  /** One of the registered ones. */
  code: z.string(),
  /** What it means here, and what to do next, for the person who reads it. */
  detail: z.optional(z.string()),
  /** Give this to support: it finds the request in the backend's own logs. */
  requestId: z.optional(z.string()),
  /** What does not fit, by JSON Pointer (RFC 6901) into the request body, or `#query/name`. */
  errors: z.optional(
    z.array(
      z.object({
        /** Which part, such as `/reading/seconds` or `#query/limit`. */
        pointer: z.string(),
        /** What is wrong with it. */
        message: z.string(),
      }),
    ),
  ),
});
/** Problem details as they travel. */
export type Problem = z.output<typeof Problem>;

/** Problems that every endpoint behind a token can answer with. */
export const shared = [
  'not-signed-in',
  'unknown-person',
  'forbidden',
  'invalid',
  'rate-limited',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[];

/** Every problem that an endpoint can answer with, its own first. */
export function problemsOf({ problems: own = [], access }: Endpoint): ProblemCode[] {
  const others: readonly ProblemCode[] =
    access.who === 'anyone' ? ['rate-limited', 'internal'] : shared;
  return [...new Set([...own, ...others])];
}
