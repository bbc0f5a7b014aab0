import {
  createClient,
  type Channel,
  type Client,
  type Message,
  type MessageDraft,
} from '@heed/sdk';
import { createBackend, type ModelBackend } from './backend.js';

/** What a message of the model is made of; the rest is invented. */
export type Said = Partial<Message> & Pick<Message, 'text'>;

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refused = (status: number, code: string): Response => {
  const problem = { type: `urn:heed:problem:${code}`, title: code, status, code, requestId: 'r-1' };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
};

/** Hash of what an alert says, with its members in the order of their names. */
async function textHashOf({ title, text, action }: Message): Promise<string> {
  const { text: asked, dueAt } = action ?? {};
  const said = JSON.stringify({ ...(action && { action: { dueAt, text: asked } }), text, title });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Channels, messages and live events inside the page, as the contract says, around a {@link ModelBackend}. */
export class ModelChannels {
  readonly channels: Channel[] = [];
  /** In the order in which they were recorded. */
  readonly messages: Message[] = [];
  /** Who has said that an alert is done, by id of the alert. */
  readonly done = new Map<string, Set<string>>();
  readonly positions: { channel: string; message: string }[] = [];
  /** What was asked for, such as `GET /v1/channels`. */
  readonly asked: string[] = [];
  /** What answers to everything that is not of channels; the backend when absent. */
  others: { readonly fetch: typeof fetch } | undefined;
  /** Nothing answers. */
  isCut = false;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #count = 0;
  #told = 0;

  constructor(readonly backend: ModelBackend) {
    backend.discovery.profiles = ['core', 'evidence', 'comms', 'live'];
  }

  /** A channel with 412 people, where the person may discuss. */
  open(id: string, more: Partial<Channel> = {}): Channel {
    const title = id[0]!.toUpperCase() + id.slice(1).replaceAll('-', ' ');
    const audience = { id: 'everyone', title: 'Everyone' };
    const may = { isMember: true, mayAnnounce: false, mayDiscuss: true };
    const made = { id, title, audience, people: 412, history: 'all', unread: 0, ...may, ...more };
    this.channels.push(made);
    return made;
  }

  /** Somebody says something, a minute after what was said last. */
  say(channel: string, said: Said): Message {
    const at = Date.parse('2026-11-20T08:00:00Z') + ++this.#count * 60_000;
    const postedAt = new Date(at).toISOString();
    const message: Message = {
      ...{
        id: `m-${this.#count}`,
        channel,
        kind: 'discussion',
        language: 'en',
        replies: 0,
        postedAt,
      },
      author: { id: 'p-9', displayName: 'Mara Okafor' },
      html: `<p>${said.text}</p>`,
      ...(said.kind === 'alert' && { done: { count: 130, of: 412 } }),
      ...said,
    };
    this.messages.push(message);
    const of = this.channels.find(({ id }) => id === channel)!;
    if (!message.thread) {
      of.latestAt = postedAt;
      if (message.author.id !== this.backend.me.id) of.unread += 1;
    } else this.change(message.thread, ({ replies }) => ({ replies: replies + 1 }));
    this.tell('message', message);
    return message;
  }

  /** A message is another one from now on. */
  change(id: string, by: (message: Message) => Partial<Message>): Message {
    const at = this.messages.findIndex((one) => one.id === id);
    const now = (this.messages[at] = { ...this.messages[at]!, ...by(this.messages[at]!) });
    const { doneAt: _, reacted: __, ...told } = now;
    this.tell('message', told);
    return now;
  }

  /** Tells an event to whoever listens. */
  tell(event: 'reset' | 'message' | 'channels' | 'task' | 'tasks', data: object): void {
    const text = `id: ${++this.#told}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** A client of it that keeps nothing on the device, and its own outbox in this page. */
  client(): Client {
    return createClient({
      baseUrl: this.backend.baseUrl,
      fetch: this.fetch,
      getToken: () => 'token',
      storage: 'memory',
    });
  }

  /** Give this to `createClient` as `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (this.isCut) throw new TypeError('Failed to fetch');
    this.asked.push(`${request.method} ${pathname}`);
    if (pathname === '/v1/events') return this.#stream(request.signal);
    const at = pathname.split('/').slice(2).map(decodeURIComponent);
    if (at[0] === 'alerts') return json({ items: this.#open() });
    if (!['channels', 'messages', 'revisions'].includes(at[0] ?? '')) {
      return (this.others ?? this.backend).fetch(request);
    }
    const text = await request.text();
    const body = (text ? JSON.parse(text) : {}) as Record<string, never>;
    if (at[0] === 'revisions') return this.#revise(body);
    if (at[0] === 'messages') return this.#message(request.method, at[1]!, at[2], body);
    if (!at[1]) return json({ items: this.channels });
    const channel = this.channels.find(({ id }) => id === at[1]);
    if (!channel) return refused(404, 'not-found');
    if (at[2] === 'messages') return this.#list(channel.id, searchParams);
    if (at[2] === 'members') return json({ items: this.#members(searchParams.get('search')!) });
    if (at[2] !== 'position') return json(channel);
    this.positions.push({ channel: channel.id, ...(body as unknown as { message: string }) });
    const rest = this.#in(channel.id).slice(1 + this.#index(channel.id, body['message']!));
    channel.unread = rest.filter(({ author }) => author.id !== this.backend.me.id).length;
    channel.position = body['message']!;
    return json({ channel: channel.id, message: channel.position, unread: channel.unread });
  };

  /** What alerts still ask, as the backend lists it. */
  #open(): Message[] {
    const due = ({ action }: Message): string => action?.dueAt ?? '9999';
    return this.messages
      .filter(({ kind, doneAt, withdrawnAt }) => kind === 'alert' && !doneAt && !withdrawnAt)
      .sort((a, b) => (due(a) < due(b) ? -1 : 1));
  }

  #in(channel: string): Message[] {
    return this.messages.filter((one) => one.channel === channel && !one.thread);
  }

  #index(channel: string, id: string): number {
    return this.#in(channel).findIndex((one) => one.id === id);
  }

  #list(channel: string, asked: URLSearchParams): Response {
    const limit = Number(asked.get('limit') ?? 50);
    const [thread, after, before] = ['thread', 'after', 'before'].map((name) => asked.get(name));
    const all = this.#in(channel);
    const items = asked.has('pinned')
      ? all.filter(({ pinnedAt }) => pinnedAt).reverse()
      : thread
        ? this.messages.filter((one) => one.thread === thread)
        : after
          ? all.slice(this.#index(channel, after) + 1)
          : all.slice(0, before ? this.#index(channel, before) : all.length).reverse();
    return json({ items: items.slice(0, limit), ...(items.length > limit && { next: 'more' }) });
  }

  async #message(
    method: string,
    id: string,
    part: string | undefined,
    body: object,
  ): Promise<Response> {
    const known = this.messages.find((one) => one.id === id);
    const { me } = this.backend;
    if (part === 'completions') {
      const people = [...Array(3)].map((_, n) => ({
        person: { id: `q-${n}`, displayName: `Person ${n}` },
      }));
      const doneAt = '2026-11-20T09:00:00.000Z';
      return json({ items: [{ ...people[0], doneAt }, people[1], people[2]] });
    }
    if (part === 'completion') {
      const { textHash } = body as { textHash: string };
      if (textHash !== (await textHashOf(known!))) return refused(409, 'text-mismatch');
      const recordedAt = '2026-11-20T09:30:00.000Z';
      const record = {
        person: { id: me.id },
        message: { id, channel: known!.channel },
        recordedAt,
      };
      this.change(id, ({ done }) => ({
        doneAt: recordedAt,
        done: { ...done!, count: done!.count + 1 },
      }));
      const receipt = JSON.stringify({ record: JSON.stringify(record) });
      return json({ message: id, person: me.id, recordedAt, receipt });
    }
    if (part === 'reactions' && method === 'GET') {
      const since = '2026-11-20T09:00:00.000Z';
      return json({ items: [{ person: { id: 'q-1', displayName: 'Robin Example' }, since }] });
    }
    if (part === 'reactions') return json(this.#react(known!, body as { reactions: string[] }));
    if (part === 'pin') {
      const { pinned } = body as { pinned: boolean };
      const full = this.messages.filter(({ pinnedAt }) => pinnedAt).length >= 5;
      if (pinned && full) return refused(409, 'pins-full');
      return json(this.change(id, () => ({ pinnedAt: pinned ? known!.postedAt : undefined })));
    }
    if (method === 'GET') return known ? json(known) : refused(404, 'not-found');
    if (known) return json(known);
    const draft = body as MessageDraft;
    if (draft.text === 'refuse me') return refused(409, 'not-open-for-this');
    const author = { id: me.id, displayName: me.displayName };
    return json(this.say(draft.channel, { ...(draft as Said), id, author }));
  }

  #react({ id, reacted = [], reactions }: Message, said: { reactions: string[] }): Message {
    const count = (name: 'thanks' | 'question'): number =>
      (reactions?.[name] ?? 0) +
      Number(said.reactions.includes(name)) -
      Number(reacted.includes(name));
    const counts = { thanks: count('thanks'), question: count('question') };
    return this.change(id, () => ({ reacted: said.reactions, reactions: counts }));
  }

  #members(search: string): { id: string; displayName: string }[] {
    return ['Anna Ahrens', 'Ali Ç. Demir', 'Mara Okafor', 'Zoë Brandt']
      .map((displayName, n) => ({ id: `p-4${n}`, displayName }))
      .filter(({ displayName }) => displayName.toLowerCase().startsWith(search.toLowerCase()));
  }

  #revise(body: { message?: string; text?: string; withdraw?: boolean }): Response {
    const now = '2026-11-20T10:00:00.000Z';
    const { text = '', withdraw } = body;
    const by = withdraw
      ? { text: '', html: '', withdrawnAt: now }
      : { text, html: `<p>${text}</p>`, editedAt: now };
    return json(this.change(body.message!, () => by));
  }

  #stream(signal: AbortSignal): Response {
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#streams.add((mine = controller));
        controller.enqueue(new TextEncoder().encode('id: 0\nevent: reset\ndata: {}\n\n'));
      },
      cancel: () => void this.#streams.delete(mine),
    });
    signal.addEventListener('abort', () => this.#streams.delete(mine));
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }
}

/** Channels with nothing in them. */
export const createChannels = async (): Promise<ModelChannels> =>
  new ModelChannels(await createBackend());
