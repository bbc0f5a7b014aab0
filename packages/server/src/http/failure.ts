import { problems, type Problem, type ProblemCode } from '@heed/contract';

/** One member that does not fit, by JSON Pointer (RFC 6901) into the body, `#query/name` or `#path/name`. */
export type Misfit = NonNullable<Problem['errors']>[number];

/**
 * A registered problem (RFC 9457) on its way to the caller. `detail` says what it means and what to
 * do next; it reaches the caller word for word.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: {
      errors?: Misfit[];
      headers?: Record<string, string>;
      /** Name of the limit that was met: for the operator, not for the caller. */
      limit?: string;
    } = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The answer for a problem: application/problem+json, never cached. */
export function problemAnswer(failure: Failure, requestId: string): Response {
  const { status, title } = problems[failure.code];
  const problem: Problem = {
    type: `urn:heed:problem:${failure.code}`,
    title,
    status,
    code: failure.code,
    detail: failure.detail,
    requestId,
    ...(failure.more.errors && { errors: failure.more.errors }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...failure.more.headers,
    },
  });
}
