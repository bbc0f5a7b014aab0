import type { Attached } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** A report as stored. */
export interface StoredIncident {
  id: string;
  /** Place in the order in which they were reported. */
  seq: number;
  /** Who reported; absent where nobody knows. */
  person: string | null;
  reporterName: string | null;
  privacy: 'named' | 'confidential' | 'anonymous';
  language: string;
  seems: string | null;
  noticed: string;
  noticedAt: string | null;
  safe: string | null;
  did: string | null;
  attachments: Attached[] | null;
  reportedAt: string;
  state: string;
  resolved: string | null;
  /** To whom it is assigned. */
  handler: string | null;
  bodyHash: string;
}

const columns = `i.id, i.seq, i.person, i.reporter_name as "reporterName", i.privacy, i.language,
  i.seems, i.noticed, i.noticed_at as "noticedAt", i.safe, i.did, i.attachments,
  i.reported_at as "reportedAt", i.state, i.resolved, i.handler, i.body_hash as "bodyHash"`;

/** Reports by id. */
export async function findIncidents(
  db: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<StoredIncident[]> {
  return db.query<StoredIncident>(
    `select ${columns} from incidents i
     where i.tenant = $1 and i.id = any($2::text[]) order by i.seq`,
    [tenant, ids],
  );
}

/** Reports that are not closed, or came to be so after a moment: those that may have something due. */
export async function listPending(
  db: Queryable,
  tenant: string,
  since: string,
): Promise<StoredIncident[]> {
  return db.query<StoredIncident>(
    `select ${columns} from incidents i
     where i.tenant = $1 and (i.state <> 'closed' or exists (
       select from incident_states s
       where s.tenant = $1 and s.incident = i.id and s.at > $2::timestamptz))
     order by i.seq`,
    [tenant, since],
  );
}

/** One report by id. */
export async function findIncident(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredIncident | undefined> {
  const [row] = await db.query<StoredIncident>(
    `select ${columns} from incidents i where i.tenant = $1 and i.id = $2`,
    [tenant, id],
  );
  return row;
}

/** Whose reports, which of them, and from where on. */
export interface IncidentPage {
  /** Those of the person, those that are assigned to them, or all. */
  of: 'reporter' | 'handler' | 'all';
  state: 'open' | 'closed' | undefined;
  /** Where the page before ended. */
  before: number | undefined;
  limit: number;
}

const whose: Readonly<Record<IncidentPage['of'], string>> = {
  reporter: 'i.person = $2',
  handler: 'i.handler = $2',
  all: '$2::text is not null',
};

/** Reports, the last one first. */
export async function listIncidents(
  db: Queryable,
  tenant: string,
  person: string,
  { of, state, before, limit }: IncidentPage,
): Promise<StoredIncident[]> {
  return db.query<StoredIncident>(
    `select ${columns} from incidents i
     where i.tenant = $1 and ${whose[of]} and ($3::bigint is null or i.seq < $3)
       and ($4::text is null or (i.state = 'closed') = ($4 = 'closed'))
     order by i.seq desc limit $5`,
    [tenant, person, before ?? null, state ?? null, limit],
  );
}

/** A state that a report came to. */
export interface StoredState {
  state: string;
  at: string;
}

/** The states that reports came to, in their order, by id of the report. */
export async function statesOf(
  db: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, StoredState[]>> {
  const rows = await db.query<StoredState & { incident: string }>(
    `select incident, state, at from incident_states
     where tenant = $1 and incident = any($2::text[]) order by incident, number`,
    [tenant, ids],
  );
  const found = new Map<string, StoredState[]>();
  for (const { incident, ...one } of rows) {
    found.set(incident, [...(found.get(incident) ?? []), one]);
  }
  return found;
}

/** Notes a state that a report came to. */
export async function insertState(
  tx: Queryable,
  tenant: string,
  incident: string,
  { state, at }: StoredState,
): Promise<void> {
  await tx.query(
    `insert into incident_states (tenant, incident, number, state, at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4::timestamptz
     from incident_states where tenant = $1 and incident = $2`,
    [tenant, incident, state, at],
  );
}

/** Stores a report at the end of the order, as received. */
export async function insertIncident(
  tx: Queryable,
  tenant: string,
  one: Omit<StoredIncident, 'seq' | 'state' | 'resolved' | 'handler'>,
): Promise<StoredIncident> {
  const [last] = await tx.query<{ seq: number }>(
    'select seq from incidents where tenant = $1 order by seq desc limit 1',
    [tenant],
  );
  const seq = (last?.seq ?? 0) + 1;
  await tx.query(
    `insert into incidents (tenant, id, seq, person, reporter_name, privacy, language, seems, noticed,
       noticed_at, safe, did, attachments, reported_at, state, body_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'received', $15)`,
    [
      ...[tenant, one.id, seq, one.person, one.reporterName, one.privacy, one.language, one.seems],
      ...[one.noticed, one.noticedAt, one.safe, one.did],
      ...[one.attachments && JSON.stringify(one.attachments), one.reportedAt, one.bodyHash],
    ],
  );
  await insertState(tx, tenant, one.id, { state: 'received', at: one.reportedAt });
  return { ...one, seq, state: 'received', resolved: null, handler: null };
}
