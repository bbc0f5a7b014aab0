import type * as z from 'zod/mini';
import type { ProblemCode } from './problems.js';

/** The optional parts of the contract; a backend names the ones it implements in its discovery document. */
export type Profile = 'core' | 'evidence' | 'comms' | 'tasks' | 'incidents' | 'live';

/** What a person may do beyond their own rows. Everybody who is signed in is staff; these come on top. */
export type Role = 'isms-manager' | 'incident-handler' | 'auditor';

/** Who may call an endpoint. The server decides per row; this is the outer gate. */
export interface Access {
  /** `anyone`: no token needed. `person`: any active person of the tenant. Otherwise one of the roles. */
  who: 'anyone' | 'person' | readonly Role[];
  /** Roles that also see rows that belong to other people. Absent: nobody does. */
  others?: readonly Role[];
}

/** One rule a backend must keep, with an id that never changes its meaning. */
export interface Requirement {
  /** `<NOUN>-<number>`, for example `ACK-3`. */
  id: string;
  /** The rule in one sentence. */
  must: string;
}

/** An endpoint of the contract, written down once, as data. */
export interface Endpoint {
  /** HTTP method. */
  method: 'GET' | 'POST' | 'PUT';
  /** Path template below the backend's base URL, with `{name}` for each path parameter. */
  path: string;
  /** Schema of each success body by status; `text` for text/plain, `events` for text/event-stream, `bytes` for application/octet-stream. */
  answers: Readonly<Record<number, z.ZodMiniType | keyof typeof mediaTypes>>;
  /** The request carries `Idempotency-Key`. */
  keyed?: true;
  /** The request carries `If-Match`, with the revision of what it changes in quotation marks. */
  guarded?: true;
  /** Whoever calls sends nothing that leads to them: neither a token nor a key, a trace or a cookie. */
  anonymous?: true;
  /** The answer is `{ items, next }` and `cursor` asks for the next page. */
  list?: true;
  /** One line for the reference pages. */
  summary: string;
  profile: Profile;
  access: Access;
  /** Path parameters. */
  params?: z.ZodMiniObject;
  /** Query parameters; strings on the wire. */
  query?: z.ZodMiniObject;
  /** JSON request body. */
  body?: z.ZodMiniObject;
  /** The request body is application/octet-stream in place of JSON; whoever calls gives it as `bytes`. */
  bytes?: true;
  /** Problems this endpoint can answer with, beyond those every endpoint shares. */
  problems?: readonly ProblemCode[];
  /** How long the answer stays true: `immutable` for ever, `revalidate` by ETag, `none` not at all. */
  cache: 'immutable' | 'revalidate' | 'none';
  /** Every rule of the endpoint that a backend is tested on. */
  requirements: readonly Requirement[];
}

/** Media types of the answers that are not JSON. */
export const mediaTypes = {
  text: 'text/plain',
  events: 'text/event-stream',
  bytes: 'application/octet-stream',
} as const;

/** Writes an endpoint down; routes, client methods, the wire table, OpenAPI and tests are derived from it. */
export function endpoint<const E extends Endpoint>(data: E): E {
  return data;
}

type Sent<T, K extends 'params' | 'query' | 'body'> = T extends { [P in K]: infer S }
  ? S extends z.ZodMiniType
    ? // A body without members says of any member that it is never there.
      string extends keyof z.input<S>
      ? unknown
      : z.input<S>
    : unknown
  : unknown;

type Understood<T, K extends 'params' | 'query' | 'body'> = T extends { [P in K]: infer S }
  ? S extends z.ZodMiniType
    ? z.output<S>
    : undefined
  : undefined;

/** Everything a caller gives, path, query and body members in one object (their names never clash). */
export type Input<E extends Endpoint> = Sent<E, 'params'> &
  Sent<E, 'query'> &
  Sent<E, 'body'> &
  (E extends { bytes: true } ? { bytes: Uint8Array<ArrayBuffer> } : unknown) &
  (E extends { guarded: true } ? { revision: string } : unknown);

/** What a route receives after validation. */
export interface Request<E extends Endpoint> {
  params: Understood<E, 'params'>;
  query: Understood<E, 'query'>;
  body: E extends { bytes: true } ? Uint8Array : Understood<E, 'body'>;
}

/** The success body as the caller reads it. */
export type Output<E extends Endpoint> = {
  [S in keyof E['answers']]: E['answers'][S] extends z.ZodMiniType
    ? z.output<E['answers'][S]>
    : E['answers'][S] extends 'bytes'
      ? Uint8Array<ArrayBuffer>
      : string;
}[keyof E['answers']];

/** One item of a list endpoint. */
export type Item<E extends Endpoint> = Output<E> extends { items: (infer I)[] } ? I : never;
