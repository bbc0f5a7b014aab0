import type { Attached } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** Kinds of things that an attachment can stand in. */
export type SubjectKind = 'message' | 'incident' | 'answer';

/** What an attachment stands in. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** An attachment as stored. */
export interface StoredAttachment {
  id: string;
  person: string;
  name: string;
  bodyHash: string;
  /** Bytes, as declared. */
  declared: number;
  /** Bytes of the content. */
  size: number;
  state: 'receiving' | 'ready' | 'refused' | 'gone';
  /** How many parts came, those that came again counted again. */
  writes: number;
  /** Why it was refused. */
  reason: string | null;
  mediaType: string | null;
  hash: string | null;
  subjectKind: SubjectKind | null;
  subject: string | null;
  createdAt: string;
}

const columns = `id, person, name, body_hash as "bodyHash", declared, size, state, writes, reason,
  media_type as "mediaType", hash, subject_kind as "subjectKind", subject, created_at as "createdAt"`;

/** One attachment by id; `locked` keeps it as it is until the end of the transaction. */
export async function findAttachment(
  db: Queryable,
  tenant: string,
  id: string,
  locked?: 'locked',
): Promise<StoredAttachment | undefined> {
  const [row] = await db.query<StoredAttachment>(
    `select ${columns} from attachments where tenant = $1 and id = $2 ${locked ? 'for update' : ''}`,
    [tenant, id],
  );
  return row;
}

/** Stores a declaration, unless the id is known. */
export async function insertAttachment(
  db: Queryable,
  tenant: string,
  one: Pick<StoredAttachment, 'id' | 'person' | 'name' | 'bodyHash' | 'declared' | 'createdAt'>,
): Promise<void> {
  await db.query(
    `insert into attachments (tenant, id, person, name, body_hash, declared, size, state, writes,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $6, 'receiving', 0, $7)
     on conflict (tenant, id) do nothing`,
    [tenant, one.id, one.person, one.name, one.bodyHash, one.declared, one.createdAt],
  );
}

/** Bytes that somebody has declared since then, and when the first of them were. */
export async function declaredSince(
  db: Queryable,
  tenant: string,
  person: string,
  since: Date,
): Promise<{ bytes: number; first: string | null }> {
  const [row] = await db.query<{ bytes: number; first: string | null }>(
    `select coalesce(sum(declared), 0)::bigint as bytes, min(created_at) as first
     from attachments where tenant = $1 and person = $2 and created_at > $3`,
    [tenant, person, since],
  );
  return row ?? { bytes: 0, first: null };
}

/** Keeps a part, in place of the same one when it came before. */
export async function keepPart(
  tx: Queryable,
  tenant: string,
  { id, part, bytes }: { id: string; part: number; bytes: Uint8Array },
): Promise<void> {
  await tx.query(
    `insert into attachment_chunks (tenant, attachment, number, bytes) values ($1, $2, $3, $4)
     on conflict (tenant, attachment, number) do update set bytes = excluded.bytes`,
    [tenant, id, part, bytes],
  );
  await tx.query('update attachments set writes = writes + 1 where tenant = $1 and id = $2', [
    tenant,
    id,
  ]);
}

/** Numbers of the parts that are there, in order. */
export async function partsOf(db: Queryable, tenant: string, id: string): Promise<number[]> {
  const rows = await db.query<{ number: number }>(
    'select number from attachment_chunks where tenant = $1 and attachment = $2 order by number',
    [tenant, id],
  );
  return rows.map(({ number }) => number);
}

/** One piece of what is kept. */
export async function readPiece(
  db: Queryable,
  tenant: string,
  id: string,
  number: number,
): Promise<Uint8Array | undefined> {
  const [row] = await db.query<{ bytes: Uint8Array }>(
    'select bytes from attachment_chunks where tenant = $1 and attachment = $2 and number = $3',
    [tenant, id, number],
  );
  return row?.bytes;
}

/** What the check has found of an attachment. */
export async function settleAttachment(
  tx: Queryable,
  tenant: string,
  id: string,
  found: Pick<StoredAttachment, 'state' | 'name' | 'size' | 'reason' | 'mediaType' | 'hash'>,
): Promise<void> {
  await tx.query(
    `update attachments set state = $3, name = $4, size = $5, reason = $6, media_type = $7, hash = $8
     where tenant = $1 and id = $2`,
    [tenant, id, found.state, found.name, found.size, found.reason, found.mediaType, found.hash],
  );
}

/** Forgets the bytes of attachments. */
export async function dropPieces(
  tx: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    'delete from attachment_chunks where tenant = $1 and attachment = any($2::text[])',
    [tenant, ids],
  );
}

/** Lets an attachment stand in something. */
export async function bindAttachment(
  tx: Queryable,
  tenant: string,
  id: string,
  { kind, id: subject }: Subject,
): Promise<void> {
  await tx.query(
    'update attachments set subject_kind = $3, subject = $4 where tenant = $1 and id = $2',
    [tenant, id, kind, subject],
  );
}

/** Forgets the content of what stands in something that was withdrawn. */
export async function releaseAttachments(
  tx: Queryable,
  tenant: string,
  { kind, id }: Subject,
): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `update attachments set state = 'gone'
     where tenant = $1 and subject_kind = $2 and subject = $3 returning id`,
    [tenant, kind, id],
  );
  if (rows.length > 0)
    await dropPieces(
      tx,
      tenant,
      rows.map((row) => row.id),
    );
}

/** Forgets some of what was declared before then and stands in nothing. */
export async function sweepAttachments(tx: Queryable, tenant: string, before: Date): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `delete from attachments where tenant = $1 and subject is null and created_at < $2
       and id in (select id from attachments
         where tenant = $1 and subject is null and created_at < $2 order by created_at limit 20)
     returning id`,
    [tenant, before],
  );
  if (rows.length > 0)
    await dropPieces(
      tx,
      tenant,
      rows.map(({ id }) => id),
    );
}

/** As what it stands in tells of it. */
export function attached({ id, name, size, mediaType, hash }: StoredAttachment): Attached {
  return { id, name, size, mediaType: mediaType ?? '', hash: hash ?? '' };
}
