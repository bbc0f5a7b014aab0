/**
 * What a client checks of an answer before it trusts it: `s` string, `n` number, `b` boolean, `*`
 * anything, a list of one shape, or an object of shapes. `name?` may be absent; the member `*` stands
 * for every member. Members that are not named are tolerated: answers are open.
 */
export type Shape = 's' | 'n' | 'b' | '*' | readonly [Shape] | { readonly [member: string]: Shape };

/** One endpoint as a client needs it. */
export interface Wire {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path template with `{name}` for each path parameter. */
  readonly path: string;
  /** By status; `text` for text/plain, `events` for text/event-stream, `bytes` for application/octet-stream. */
  readonly answers: { readonly [status: number]: Shape | 'text' | 'events' | 'bytes' };
  /** The request carries `Idempotency-Key`. */
  readonly keyed?: true;
  /** The request carries `If-Match` with the `revision` that it is given. */
  readonly guarded?: true;
  /** Sent with nothing that leads to a person. */
  readonly anonymous?: true;
  /** The request body is application/octet-stream. */
  readonly bytes?: true;
  /** The answer is a page of a list. */
  readonly list?: true;
}

const types = { s: 'string', n: 'number', b: 'boolean' } as const;

/** Whether a value has a shape. */
export function fits(shape: Shape, value: unknown): boolean {
  if (shape === '*') return true;
  if (typeof shape === 'string') return typeof value === types[shape];
  const list = Array.isArray(value);
  if (Array.isArray(shape)) return list && value.every((one) => fits(shape[0] as Shape, one));
  if (!value || list || typeof value !== 'object') return false;
  const members = value as Record<string, unknown>;
  return Object.entries(shape).every(([name, of]) => {
    if (name === '*') return Object.values(members).every((one) => fits(of, one));
    const member = members[name.replace('?', '')];
    return (member === undefined && name.endsWith('?')) || fits(of, member);
  });
}
