import type { Queryable } from '../storage/database.js';

/** The identity of a stored document, or of a picture in it. */
export interface DocumentKey {
  policy: string;
  version: number;
  contentHash: string;
}

/** The stored text of a document: the exact bytes (RFC 8785) that the content hash is of. */
export async function documentText(
  db: Queryable,
  tenant: string,
  key: DocumentKey,
): Promise<string | undefined> {
  const rows = await db.query<{ body: string }>(
    `select body from documents
     where tenant = $1 and policy = $2 and version = $3::bigint and content_hash = $4 limit 1`,
    [tenant, key.policy, key.version, key.contentHash],
  );
  return rows[0]?.body;
}

/** The stored picture of a version: the exact bytes (RFC 8785) that the content hash is of. */
export async function imageText(
  db: Queryable,
  tenant: string,
  key: DocumentKey,
): Promise<string | undefined> {
  const rows = await db.query<{ body: string }>(
    `select i.body from version_images v
     join images i on i.tenant = v.tenant and i.content_hash = v.content_hash
     where v.tenant = $1 and v.policy = $2 and v.version = $3::bigint and v.content_hash = $4`,
    [tenant, key.policy, key.version, key.contentHash],
  );
  return rows[0]?.body;
}

/** The ids of a document's sections in their order. */
export async function sectionIds(
  db: Queryable,
  tenant: string,
  key: DocumentKey & { language: string },
): Promise<string[] | undefined> {
  const rows = await db.query<{ sections: string[] }>(
    `select sections from documents
     where tenant = $1 and policy = $2 and version = $3::bigint and content_hash = $4
       and language = $5`,
    [tenant, key.policy, key.version, key.contentHash, key.language],
  );
  return rows[0]?.sections;
}
