/** What happens to one request on its way, by `kind`. */
export type Fault =
  /** It takes so much longer, in milliseconds, and goes well. */
  | { kind: 'latency'; milliseconds: number }
  /** It never arrives. */
  | { kind: 'offline' }
  /** It arrives and is done; the answer never comes back. */
  | { kind: 'answer-lost' }
  /** It arrives and is done; the answer breaks off in the middle of its body. */
  | { kind: 'answer-cut' }
  /** It is refused with 401, as a token is that has run out. */
  | { kind: 'token-refused' }
  /** It is refused with 503 and the wish to wait, in whole seconds; without one when absent. */
  | { kind: 'unavailable'; retryAfter?: number }
  /** A proxy answers with its sign-in page and status 200. */
  | { kind: 'login-page' };

/** Which requests a fault meets. */
export interface Aim {
  /** How many of them: 1 when absent, `Infinity` until the network is healed. */
  times?: number;
  /** Whether it may meet this one; any when absent. */
  when?: (request: Request) => boolean;
}
