import type { Contract, Endpoint, Output, Request } from '@heed/contract';
import type { Opens } from '../events/feed.js';
import type { Caller } from '../identity/caller.js';
import type { Encoded } from './encoding.js';

/** What every route knows of its request beyond the validated input. */
export interface Circumstances {
  /** Also in the `X-Request-Id` response header. */
  requestId: string;
  /** The `Idempotency-Key` header; present on keyed endpoints. */
  key: string;
  /** The revision that the `If-Match` header names; present on guarded endpoints. */
  revision: string;
  /** The `Last-Event-ID` header. */
  after: string | undefined;
}

/** Who is calling: absent where the contract lets anyone call. */
type Who<E extends Endpoint> = E['access']['who'] extends 'anyone' ? unknown : { caller: Caller };

/** A validated request as a route receives it. */
export type Call<E extends Endpoint> = Request<E> & Circumstances & Who<E>;

/** A file that is answered with, piece by piece. */
export interface Content {
  /** The next piece; undefined after the last. */
  pieces: () => Promise<Uint8Array | undefined>;
  /** Bytes in all. */
  size: number;
  etag: string;
  /** What else is said of it. */
  headers: Record<string, string>;
}

/** A success: a body that fits the contract, with a tag of its own where that says more than the bytes, `stored`, what must travel byte for byte, a file, or a stream that `opens`. */
export type Answer<E extends Endpoint> = {
  status: keyof E['answers'] & number;
} & (E['answers'] extends { 200: 'events' }
  ? { opens: Opens }
  : E['answers'] extends { 200: 'bytes' }
    ? Content
    : { body: Output<E>; etag?: string | undefined } | { stored: Encoded; etag: string });

/** Answers one endpoint of the contract. Throws `Failure` for every problem. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>;

/** The routes of one noun, one for every verb of the contract. */
export type Routes<N extends keyof Contract> = {
  [V in keyof Contract[N]]: Contract[N][V] extends Endpoint ? Handler<Contract[N][V]> : never;
};

/** A handler for every endpoint of the contract: leaving one out does not compile. */
export type Handlers = { [N in keyof Contract]: Routes<N> };
