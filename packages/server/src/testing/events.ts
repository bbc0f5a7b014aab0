import { setTimeout as wait } from 'node:timers/promises';

/** An event as it came. */
export interface Heard {
  id: string;
  name: string;
  data: { id?: string; text?: string; replies?: number; done?: { count: number; of: number } };
}

/** What somebody hears of a stream. */
export interface Listening {
  status: number;
  headers: Headers;
  events: Heard[];
  /** Lines that are no events. */
  comments: number;
  isOver: boolean;
  /** Names of the events, and of messages their text. */
  said(): string[];
  leave(): void;
}

/** Listens to a stream until it is left. */
export async function listen(
  ask: (init: RequestInit) => Response | Promise<Response>,
  token: string,
  after?: string,
): Promise<Listening> {
  const left = new AbortController();
  const headers = {
    authorization: `Bearer ${token}`,
    ...(after !== undefined && { 'last-event-id': after }),
  };
  const answer = await ask({ headers, signal: left.signal });
  const heard: Listening = {
    ...{ status: answer.status, headers: answer.headers, events: [], comments: 0, isOver: false },
    said: () =>
      heard.events.map(({ name, data }) => (name === 'message' ? (data.text ?? '') : name)),
    leave: () => left.abort(),
  };
  void (async () => {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const bytes of answer.body ?? []) {
        text += decoder.decode(bytes as Uint8Array, { stream: true });
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          take(heard, text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } catch {
      // Broken off: over as well.
    }
    heard.isOver = true;
  })();
  return heard;
}

function take(heard: Listening, block: string): void {
  if (block.startsWith(':')) {
    heard.comments += 1;
    return;
  }
  const [, id = '', name = '', data = ''] =
    /^id: (\d+[.\dct]*)\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? [];
  if (!name) throw new Error(`This is no event: ${block}`);
  heard.events.push({ id, name, data: JSON.parse(data) as Heard['data'] });
}

/** Waits until it holds, for at most so many milliseconds. */
export async function until(holds: () => boolean, milliseconds = 5000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > end) throw new Error('What is waited for does not come.');
    await wait(5);
  }
}
