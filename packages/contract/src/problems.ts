import * as z from 'zod/mini';

/**
 * The registered problems (RFC 9457). The wire `type` is `urn:heed:problem:` and the code.
 * `title` says what happened; the `detail` of each answer says what it means and what to do next.
 */
export const problems = {
  malformed: { status: 400, title: 'The request is not readable' },
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'unknown-person': { status: 403, title: 'You are signed in, but not known here' },
  forbidden: { status: 403, title: 'This is not open to you' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'idempotency-in-flight': { status: 409, title: 'The same request is still being worked on' },
  'version-not-current': { status: 409, title: 'This version is no longer the current one' },
  'content-mismatch': { status: 409, title: 'The text shown is not the text of this version' },
  'statement-mismatch': { status: 409, title: 'The statement shown is not the one asked for' },
  'check-mismatch': { status: 409, title: 'The questions shown are not the ones asked' },
  'check-not-passed': { status: 409, title: 'The knowledge check is not passed yet' },
  'no-try-left': { status: 409, title: 'The knowledge check cannot be taken again yet' },
  'precondition-failed': { status: 412, title: 'Somebody changed this in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request is not JSON' },
  invalid: { status: 422, title: 'The request does not fit the contract' },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for something else',
  },
  'attempt-reused': { status: 422, title: 'The attempt was handed in with other answers' },
  'precondition-required': { status: 428, title: 'The If-Match header is missing' },
  // With Retry-After in whole seconds. Nothing was done: the same request, with the same key, is good later.
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The code of a registered problem. */
export type ProblemCode = keyof typeof problems;

/** Problem details as they travel (application/problem+json, RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  /** Give this to support: it finds the request in the backend's own logs. */
  requestId: z.optional(z.string()),
  /** What does not fit, by JSON Pointer (RFC 6901) into the request body, or `#query/name`. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), message: z.string() }))),
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
