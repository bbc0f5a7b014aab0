import type { Message } from '@heed/contract';
import type { IsmsError } from '../errors/errors.js';

/** What a stream of live events tells: what the backend told, and how the connection is. */
export type LiveEvent =
  /** Read again what you show: what came before this may not have been told. */
  | { readonly type: 'reset' }
  /** A message came, changed, was withdrawn, replied to, or said to be done: as it is now. */
  | { readonly type: 'message'; readonly message: Message }
  /** Which channels are open to the person, or what they may do there, may have changed. */
  | { readonly type: 'channels' }
  /** A task came, or something happened with it that is open to the person: read it again. */
  | { readonly type: 'task'; readonly id: string }
  /** Which tasks are open to the person may have changed. */
  | { readonly type: 'tasks' }
  /** There is no connection for now, and why; the client goes on trying. Told once per loss. */
  | { readonly type: 'lost'; readonly error: IsmsError }
  /** The connection is back, and nothing was missed but where a `reset` follows. */
  | { readonly type: 'resumed' };

/** What a stream takes. */
export interface StreamOptions {
  /** Ends the iterator, which then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
}

/**
 * Live events. All iterators of a client share one connection, where the browser lets tabs find each other with all tabs of
 * the same person: it opens with the first and closes when the last is left. One that joins later begins with `reset`. An iterator ends when the client is closed, and throws when the backend has no
 * events for this person ({@link IsmsError} of kind `problem`) or the code for it could not be loaded (`network`).
 */
export type Stream = (options?: StreamOptions) => AsyncIterable<LiveEvent>;
