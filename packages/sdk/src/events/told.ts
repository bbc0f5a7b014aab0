import type { Message } from '@heed/contract';
import type { Shape } from '@heed/contract/wire';
import { createParser } from 'eventsource-parser';
import { readJson } from '../answer.js';
import { ContractError } from '../errors/contract-error.js';
import type { LiveEvent } from './live-event.js';

/** An event longer than this is none of ours; in characters. */
const LONGEST = 4_000_000;

/**
 * Reads a body to its end. What breaks off in the middle of an event is not told.
 *
 * @param signal ends it: not every fetch ends the body of an answer with its request.
 * @param alive called with whatever comes, also where it is no event.
 * @param told called with every event that is known, and with its id after all of them: what is told by then is not told again.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  shape: Shape,
  signal: AbortSignal,
  alive: () => void,
  told: (event: LiveEvent | undefined, id: string | undefined) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: LONGEST,
    onEvent: ({ event, id, data }) => told(eventOf(shape, event, data), id),
    onError({ type }) {
      if (type === 'max-buffer-size-exceeded') throw new ContractError();
    },
  });
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Left before its end by an error of the parser: the connection is of no use any more.
    stop();
  }
}

/** Names that are not known are those of a later minor. */
function eventOf(shape: Shape, name: string | undefined, data: string): LiveEvent | undefined {
  if (name === 'reset' || name === 'channels' || name === 'tasks') return { type: name };
  if (name === 'task') {
    const task = readJson<{ id: string }>({ id: 's' }, data);
    return task ? { type: 'task', id: task.id } : { type: 'reset' };
  }
  if (name !== 'message') return undefined;
  const message = readJson<Message>(shape, data);
  // Whoever reads again is told what is wrong with it.
  return message ? { type: 'message', message } : { type: 'reset' };
}
