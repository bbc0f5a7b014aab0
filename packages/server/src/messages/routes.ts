import { createHash } from 'node:crypto';
import type { Message } from '@heed/contract';
import type { Backend } from '../backend.js';
import { notOpen, visibleChannel, type OpenChannel } from '../channels/open.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import type { Caller } from '../identity/caller.js';
import { post } from './post.js';
import { listMessages, searchMessages, type StoredMessage } from './records.js';
import { toldMessages } from './told.js';
import { openMessage, visibleMessage } from './visible.js';

/** Which part of a channel is asked for. */
interface Part {
  thread?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  search?: string | undefined;
  pinned?: string | undefined;
}

function onlyOne(query: Part): void {
  const names = ['thread', 'after', 'before', 'search', 'pinned'] as const;
  const given = names.filter((name) => query[name]);
  if (given.length < 2) return;
  const errors = given.slice(1).map((name) => ({
    ...{ pointer: `#query/${name}`, message: `Not together with ${given[0]}` },
  }));
  throw new Failure('invalid', 'Ask for one part of the channel at a time.', { errors });
}

/** Names a part of a channel in a cursor, which leads nowhere in another part. */
function partOf(channel: string, { thread, after, before, search, pinned }: Part): string {
  const named = JSON.stringify([channel, thread, after, before, search, pinned]);
  return createHash('sha256').update(named).digest('base64url').slice(0, 12);
}

function placeOf(cursor: string | undefined, part: string): number | undefined {
  const key = parseCursor('messages', cursor, 2);
  if (key && (key[0] !== part || !Number.isSafeInteger(key[1]))) throw foreignCursor();
  return key?.[1] as number | undefined;
}

/** `GET /v1/channels/{channel}/messages`, and one message to read or to post. */
export function messageRoutes(backend: Backend): Routes<'messages'> {
  const { db, catalogue } = backend;
  const told = async ({ tenant, person }: Caller, messages: readonly StoredMessage[]) =>
    toldMessages(db, tenant, await catalogue.recent(), messages, person.id);

  async function inChannel(caller: Caller, open: OpenChannel, id: string): Promise<StoredMessage> {
    const found = await openMessage(db, await catalogue.recent(), caller, id);
    const { message } = found ?? {};
    if (message?.channel !== open.channel.id || message.thread !== null) throw notOpen();
    return message;
  }

  async function page(
    caller: Caller,
    open: OpenChannel,
    query: Part & { cursor?: string | undefined },
  ) {
    const { thread, after, before, cursor } = query;
    const id = thread ?? after ?? before;
    const named = id === undefined ? undefined : await inChannel(caller, open, id);
    const order = thread === undefined && after === undefined ? 'newest' : 'oldest';
    const place =
      placeOf(cursor, partOf(open.channel.id, query)) ??
      (thread === undefined ? named?.seq : undefined);
    return {
      ...({ channel: open.channel.id, thread, order } as const),
      pinned: query.pinned !== undefined,
      // What is open of a thread is decided by how it begins.
      since: thread === undefined ? open.since : undefined,
      ...(order === 'newest' ? { before: place } : { after: place }),
    };
  }

  return {
    async list({ caller, params, query }) {
      onlyOne(query);
      const open = await visibleChannel(backend, caller, params.channel);
      const part = await page(caller, open, query);
      const limit = query.limit + 1;
      const { search: words } = query;
      const rows =
        words === undefined
          ? await listMessages(db, caller.tenant, { ...part, limit })
          : await searchMessages(db, caller.tenant, { ...part, words, limit });
      const scope = partOf(params.channel, query);
      const { next, items } = cut('messages', rows, query.limit, ({ seq }) => [scope, seq]);
      const body = { items: await told(caller, items), ...(next !== undefined && { next }) };
      return { status: 200, body };
    },
    async read({ caller, params }) {
      const { message } = await visibleMessage(backend, caller, params.message);
      const [body] = await told(caller, [message]);
      return { status: 200, body: body as Message };
    },
    async record({ caller, params, body: draft }) {
      const message = await post(backend, { caller, id: params.message, draft });
      const [body] = await told(caller, [message]);
      return { status: 200, body: body as Message };
    },
  };
}
