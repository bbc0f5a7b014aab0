import type { Action, Attached, Member } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** A message as stored. */
export interface StoredMessage {
  id: string;
  /** Place in the order in which the messages of the tenant were recorded. */
  seq: number;
  channel: string;
  thread: string | null;
  kind: 'broadcast' | 'discussion' | 'alert';
  person: string | null;
  authorName: string;
  postedAt: string;
  language: string;
  title: string | null;
  text: string;
  html: string;
  editedAt: string | null;
  withdrawnAt: string | null;
  replies: number;
  repliedAt: string | null;
  action: Action | null;
  attachments: readonly Attached[] | null;
  bodyHash: string;
  /** Since when it is pinned to the top of the channel, RFC 3339 UTC. */
  pinnedAt: string | null;
  /** Whom the text names. */
  mentions: readonly Member[] | null;
}

/** The columns of a message, under the names that a {@link StoredMessage} has them. */
export const messageColumns = `id, seq, channel, thread, kind, person, author_name as "authorName",
  posted_at as "postedAt", language, title, text, html, edited_at as "editedAt",
  withdrawn_at as "withdrawnAt", replies, replied_at as "repliedAt", action, attachments,
  body_hash as "bodyHash", pinned_at as "pinnedAt", mentions`;

/** Messages by id, of every channel. */
export async function findMessages(
  db: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<StoredMessage[]> {
  return db.query<StoredMessage>(
    `select ${messageColumns} from messages where tenant = $1 and id = any($2::text[]) order by seq`,
    [tenant, ids],
  );
}

/** One message by id. */
export async function findMessage(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredMessage | undefined> {
  return (await findMessages(db, tenant, [id]))[0];
}

/** Text search configurations of PostgreSQL by language; words of others are found as they are written. */
const configs: Readonly<Record<string, string>> = {
  ...{ da: 'danish', de: 'german', en: 'english', es: 'spanish', fi: 'finnish', fr: 'french' },
  ...{ hu: 'hungarian', it: 'italian', nl: 'dutch', no: 'norwegian', pt: 'portuguese' },
  ...{ ro: 'romanian', ru: 'russian', sv: 'swedish', tr: 'turkish' },
};

const configOf = (language: string) =>
  configs[language.split('-')[0]?.toLowerCase() ?? ''] ?? 'simple';

/** The words of a title and a text, as they are looked for: in small letters, because not every database knows `Ü` for `ü`. */
const vector = (config: string, title: string, text: string) =>
  `setweight(to_tsvector(${config}::text::regconfig, coalesce(${title}::text, '')), 'A')
     || to_tsvector(${config}::text::regconfig, ${text}::text)`;

/** Messages and replies of a channel that hold all of some words, newest first. */
export async function searchMessages(
  db: Queryable,
  tenant: string,
  page: Pick<MessagePage, 'channel' | 'since' | 'before' | 'limit'> & { words: string },
): Promise<StoredMessage[]> {
  const { channel, words, since, before, limit } = page;
  const found = ['simple', ...Object.values(configs)].map(
    (config) => `(m.search_config = '${config}' and m.search @@ plainto_tsquery('${config}', $3))`,
  );
  return db.query<StoredMessage>(
    `select ${messageColumns} from messages m
     where tenant = $1 and channel = $2 and withdrawn_at is null and (${found.join(' or ')})
       and ($4::timestamptz is null or $4::timestamptz <= (
         select r.posted_at from messages r
         where r.tenant = $1 and r.id = coalesce(m.thread, m.id)))
       and ($5::bigint is null or seq < $5::bigint)
     order by seq desc limit $6`,
    [tenant, channel, words.toLowerCase(), since ?? null, before ?? null, limit],
  );
}

/** Which messages of a channel, and from where on. */
export interface MessagePage {
  channel: string;
  /** Only those that are pinned to the top. */
  pinned?: boolean | undefined;
  /** Replies to this one, instead of what begins threads. */
  thread?: string | undefined;
  /** Only from this moment on. */
  since?: string | undefined;
  /** Only what came after this place. */
  after?: number | undefined;
  /** Only what came before this place. */
  before?: number | undefined;
  order: 'newest' | 'oldest';
  limit: number;
}

/** Messages of a channel. */
export async function listMessages(
  db: Queryable,
  tenant: string,
  page: MessagePage,
): Promise<StoredMessage[]> {
  const { channel, pinned, thread, since, after, before, order, limit } = page;
  const isReply = thread === undefined ? 'thread is null' : 'thread = $7';
  return db.query<StoredMessage>(
    `select ${messageColumns} from messages
     where tenant = $1 and channel = $2 and ${isReply} ${pinned ? 'and pinned_at is not null' : ''}
       and ($3::timestamptz is null or posted_at >= $3::timestamptz)
       and ($4::bigint is null or seq > $4::bigint) and ($5::bigint is null or seq < $5::bigint)
     order by seq ${order === 'newest' ? 'desc' : 'asc'} limit $6`,
    [
      ...[tenant, channel, since ?? null, after ?? null, before ?? null, limit],
      ...(thread === undefined ? [] : [thread]),
    ],
  );
}

/** Stores a message at the end of the order, and counts it with the one that it replies to. */
export async function insertMessage(
  tx: Queryable,
  tenant: string,
  message: Omit<StoredMessage, 'seq'>,
): Promise<StoredMessage> {
  const [last] = await tx.query<{ seq: number }>(
    'select seq from messages where tenant = $1 order by seq desc limit 1',
    [tenant],
  );
  const seq = (last?.seq ?? 0) + 1;
  await tx.query(
    `insert into messages (tenant, id, seq, channel, thread, kind, person, author_name, posted_at,
       language, title, text, html, replies, action, attachments, body_hash, search_config, search,
       mentions)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15, $16, $17::text,
       ${vector('$17', '$18', '$19')}, $20::jsonb)`,
    [
      ...[tenant, message.id, seq, message.channel, message.thread, message.kind, message.person],
      ...[message.authorName, message.postedAt, message.language, message.title, message.text],
      ...[message.html, message.action, message.attachments && JSON.stringify(message.attachments)],
      ...[message.bodyHash, configOf(message.language)],
      ...[message.title?.toLowerCase() ?? null, message.text.toLowerCase()],
      message.mentions && JSON.stringify(message.mentions),
    ],
  );
  if (message.thread !== null) {
    await tx.query(
      `update messages set replies = replies + 1, replied_at = $3
       where tenant = $1 and id = $2`,
      [tenant, message.thread, message.postedAt],
    );
  }
  return { ...message, seq };
}

/** Puts another text in place of a message's. */
export async function changeMessage(
  tx: Queryable,
  tenant: string,
  id: string,
  now: { title: string | null; text: string; html: string; at: string },
): Promise<void> {
  await tx.query(
    `update messages set title = $3, text = $4, html = $5, edited_at = $6,
       search = ${vector('search_config', '$7', '$8')}
     where tenant = $1 and id = $2`,
    [
      ...[tenant, id, now.title, now.text, now.html, now.at],
      ...[now.title?.toLowerCase() ?? null, now.text.toLowerCase()],
    ],
  );
}

/** Takes the text of a message away, and no longer counts it as a reply. */
export async function withdrawMessage(
  tx: Queryable,
  tenant: string,
  { id, thread }: Pick<StoredMessage, 'id' | 'thread'>,
  at: string,
): Promise<void> {
  await tx.query(
    `update messages set title = null, text = '', html = '', action = null, attachments = null,
       withdrawn_at = $3, pinned_at = null, mentions = null, search = ''::tsvector
     where tenant = $1 and id = $2`,
    [tenant, id, at],
  );
  if (thread === null) return;
  await tx.query(
    `update messages set replies = replies - 1, replied_at = (
       select r.posted_at from messages r
       where r.tenant = $1 and r.thread = $2 and r.withdrawn_at is null
       order by r.seq desc limit 1)
     where tenant = $1 and id = $2`,
    [tenant, thread],
  );
}
