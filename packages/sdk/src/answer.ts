import type { Problem } from '@heed/contract';
import { fits, problem as problemShape, type Shape, type Wire } from '@heed/contract/wire';
import { AuthError } from './errors/auth-error.js';
import { ContractError } from './errors/contract-error.js';
import { NotIsmsError } from './errors/not-isms-error.js';
import { ProblemError } from './errors/problem-error.js';

/** Milliseconds in a `Retry-After` header, given in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** What an error can say about an answer. */
export const factsOf = ({ status, headers }: Response) => ({
  status,
  requestId: headers.get('x-request-id') ?? undefined,
  retryAfter: retryAfter(headers.get('retry-after')),
});

/** Reads JSON text; whatever does not have the shape is undefined. Unknown members are kept. */
export function readJson<T>(shape: Shape, text: string): T | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return fits(shape, value) ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** The error for an answer that is not a success. */
export function failureOf(response: Response, text: string): Error {
  const facts = factsOf(response);
  const problem = readJson<Problem>(problemShape, text);
  const requestId = problem?.requestId ?? facts.requestId;
  if (facts.status === 401) return new AuthError({ ...facts, requestId, problem });
  return problem ? new ProblemError({ ...facts, requestId, problem }) : new NotIsmsError(facts);
}

/**
 * The body of a success answer.
 *
 * @throws NotIsmsError when something other than the backend answered, ContractError when the
 * backend did and broke the contract.
 */
export function successOf(answers: Wire['answers'], response: Response, text: string): unknown {
  const { status, headers, redirected } = response;
  // A cached answer is asked for with the status that it was kept under.
  // Files have a way of their own.
  const shape = answers[status === 304 ? 200 : status] as Shape | 'text' | 'events' | undefined;
  const type = headers.get('content-type');
  if (shape === 'text') {
    if (type?.startsWith('text/plain')) return text;
  } else if (shape !== 'events' && (status === 304 || type?.includes('json'))) {
    const value = shape && readJson(shape, text);
    if (value !== undefined) return value;
    // A redirect that ends at other JSON went to a gateway, not to the backend.
    if (!redirected) throw new ContractError(factsOf(response));
  }
  throw new NotIsmsError(factsOf(response));
}
