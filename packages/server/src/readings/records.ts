import type { Place, SectionDisplay } from '@heed/contract';
import type { Queryable } from '../storage/database.js';
import type { Session } from './rules.js';

interface Row {
  session: string;
  language: string;
  content_hash: string;
  sequence: number;
  started_at: string;
  received_at: string;
  method: string;
  sections: SectionDisplay[];
  last: Place | null;
  furthest: (Place & { order: number }) | null;
  device: string | null;
}

const columns = `session, language, content_hash, sequence, started_at, received_at, method,
  sections, last, furthest, device`;

function session(row: Row): Session {
  return {
    session: row.session,
    language: row.language,
    contentHash: row.content_hash,
    sequence: row.sequence,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    method: row.method,
    sections: row.sections,
    ...(row.last && { last: row.last }),
    ...(row.furthest && { furthest: row.furthest }),
    ...(row.device !== null && { device: row.device }),
  };
}

/** Whose reading of what. */
export interface ReadingKey {
  person: string;
  policy: string;
  version: number;
}

/** All sittings of one person with one version, the first received first. */
export async function sessionsOf(
  db: Queryable,
  tenant: string,
  key: ReadingKey,
): Promise<Session[]> {
  const rows = await db.query<Row>(
    `select ${columns} from reading_sessions
     where tenant = $1 and person = $2 and policy = $3 and version = $4
     order by started_at, session`,
    [tenant, key.person, key.policy, key.version],
  );
  return rows.map(session);
}

/** One sitting, locked for this transaction, with whose it is. */
export async function lockSession(
  tx: Queryable,
  tenant: string,
  id: string,
): Promise<(Session & ReadingKey) | undefined> {
  const rows = await tx.query<Row & ReadingKey>(
    `select ${columns}, person, policy, version from reading_sessions
     where tenant = $1 and session = $2 for update`,
    [tenant, id],
  );
  const row = rows[0];
  return row && { ...session(row), person: row.person, policy: row.policy, version: row.version };
}

/** Stores a sitting in place of what was known of it. */
export async function saveSession(
  tx: Queryable,
  tenant: string,
  key: ReadingKey,
  sitting: Session,
): Promise<void> {
  await tx.query(
    `insert into reading_sessions (tenant, session, person, policy, version, language, content_hash,
       sequence, started_at, received_at, method, sections, last, furthest, device)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (tenant, session) do update set
       sequence = excluded.sequence, received_at = excluded.received_at, method = excluded.method,
       sections = excluded.sections, last = excluded.last, furthest = excluded.furthest,
       device = excluded.device
     where reading_sessions.person = excluded.person
       and reading_sessions.sequence < excluded.sequence`,
    [
      tenant,
      sitting.session,
      key.person,
      key.policy,
      key.version,
      sitting.language,
      sitting.contentHash,
      sitting.sequence,
      sitting.startedAt,
      sitting.receivedAt,
      sitting.method,
      JSON.stringify(sitting.sections),
      sitting.last ?? null,
      sitting.furthest ?? null,
      sitting.device ?? null,
    ],
  );
}

/** Notes that something of the version was displayed, and once for ever when all of it had been. */
export async function noteProgress(
  tx: Queryable,
  tenant: string,
  key: ReadingKey,
  at: string,
  complete: boolean,
): Promise<void> {
  await tx.query(
    `insert into readings (tenant, person, policy, version, began_at, complete_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, person, policy, version) do update set
       complete_at = coalesce(readings.complete_at, excluded.complete_at)`,
    [tenant, key.person, key.policy, key.version, at, complete ? at : null],
  );
}
