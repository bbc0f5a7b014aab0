import type { ServerResponse } from 'node:http';
import { createClient, type Client, type ClientOptions, type LiveEvent } from '../index.js';
import { moment } from './clock.js';
import { person, problem } from './fixtures.js';
import { serve, type Received, type Reply } from './server.js';

/** What the backend does with the nth request for the stream; tokens are `<person>.<number>`. */
export type Play = (response: ServerResponse, request: Received) => Reply | undefined;

/** Begins a stream. */
export function begin(response: ServerResponse, ...parts: (string | Uint8Array)[]): undefined {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  for (const part of parts) response.write(part);
}

/** A message as the stream tells it. */
export const message = (id: string, text = id) => ({
  ...{ id, channel: 'security', kind: 'discussion', author: { displayName: 'Mara' } },
  ...{ postedAt: '2026-11-24T09:31:07.120Z', language: 'en', text, html: text, replies: 0 },
});

/** An event as it is written. */
export const event = (id: number | string, name: string, data: object = {}): string =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** What a message is called in {@link Heard.said}. */
export const told = (id: number, name: string): string => event(id, 'message', message(name));

/** A backend that plays one part after the other, the last for ever, and clients of it. */
export async function stage(...plays: Play[]) {
  const requests: Received[] = [];
  const server = await serve((request, response) => {
    if (request.url === '/v1/me') {
      const who = request.headers.authorization?.slice(7).split('.')[0];
      return Promise.resolve(who ? { body: person(who) } : problem(401, 'not-signed-in'));
    }
    requests.push(request);
    const play = plays.length > 1 ? plays.shift()! : plays[0]!;
    return play(response, request);
  });
  const clients: Client[] = [];
  return {
    baseUrl: server.baseUrl,
    /** For the stream. */
    requests,
    connect(options: Partial<ClientOptions> = {}): Client {
      const { baseUrl } = server;
      const isms = createClient({
        baseUrl,
        getToken: () => 'alice.1',
        storage: 'memory',
        ...options,
      });
      clients.push(isms);
      return isms;
    },
    async [Symbol.asyncDispose]() {
      for (const isms of clients) isms.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** What an iterator gave, in short: the id of a message, the kind of an error. */
export interface Heard {
  said: string[];
  /** What it threw. */
  error?: unknown;
  isOver: boolean;
}

/** Listens for as long as the stream goes on. */
export function listen(stream: AsyncIterable<LiveEvent>): Heard {
  const heard: Heard = { said: [], isOver: false };
  const short = (one: LiveEvent) =>
    one.type === 'message'
      ? one.message.id
      : one.type === 'lost'
        ? `lost: ${one.error.kind}`
        : one.type;
  void (async () => {
    try {
      for await (const one of stream) heard.said.push(short(one));
    } catch (error) {
      heard.error = error;
    }
    heard.isOver = true;
  })();
  return heard;
}

/** Waits, in the time of the machine, until it holds. */
export async function until(holds: () => boolean, what = 'what is waited for'): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (holds()) return;
    await moment(10);
  }
  throw new Error(`${what} does not come`);
}
