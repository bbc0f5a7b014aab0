import type { Triage } from '@heed/contract';
import type { StoredIncident } from '../incidents/records.js';
import type { Queryable } from '../storage/database.js';

/** What a report came to, as stored: beside what the row itself says. */
export type Told = Omit<Triage, 'incident' | 'revision' | 'changedAt'>;

/** One change of the triage of a report. */
export interface StoredChange {
  incident: string;
  /** From 2 on: the first is the report itself. */
  number: number;
  /** Absent where an earlier register says it. */
  person: string | null;
  authorName: string | null;
  changedAt: string;
  triage: Told;
}

const columns = `incident, number, person, author_name as "authorName", changed_at as "changedAt", triage`;

/** The last change; undefined while nobody has triaged it. */
export async function lastChange(
  db: Queryable,
  tenant: string,
  incident: string,
): Promise<StoredChange | undefined> {
  const [row] = await db.query<StoredChange>(
    `select ${columns} from incident_changes
     where tenant = $1 and incident = $2 order by number desc limit 1`,
    [tenant, incident],
  );
  return row;
}

/** What reports came to, by id; without those that nobody has triaged. */
export async function triagesOf(
  db: Queryable,
  tenant: string,
  incidents: readonly string[],
): Promise<Map<string, Told>> {
  const rows = await db.query<Pick<StoredChange, 'incident' | 'triage'>>(
    `select distinct on (incident) incident, triage from incident_changes
     where tenant = $1 and incident = any($2::text[]) order by incident, number desc`,
    [tenant, incidents],
  );
  return new Map(rows.map(({ incident, triage }) => [incident, triage]));
}

/** Changes of the triage of a report, oldest first. */
export async function listChanges(
  db: Queryable,
  tenant: string,
  page: { incident: string; after: number; limit: number },
): Promise<StoredChange[]> {
  return db.query<StoredChange>(
    `select ${columns} from incident_changes
     where tenant = $1 and incident = $2 and number > $3 order by number limit $4`,
    [tenant, page.incident, page.after, page.limit],
  );
}

/** Stores a change, and what lists of reports tell of it. */
export async function insertChange(
  tx: Queryable,
  tenant: string,
  change: StoredChange,
): Promise<void> {
  const { incident, number, triage } = change;
  await tx.query(
    `insert into incident_changes (tenant, incident, number, person, author_name, changed_at, triage)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
    [
      ...[tenant, incident, number, change.person, change.authorName, change.changedAt],
      JSON.stringify(triage),
    ],
  );
  await tx.query(
    'update incidents set state = $3, resolved = $4, handler = $5 where tenant = $1 and id = $2',
    [tenant, incident, triage.state, triage.resolved ?? null, triage.handler?.id ?? null],
  );
}

/** What a report is before anybody has triaged it (TRI-2). */
export const untouched = ({ reportedAt }: StoredIncident): Told => ({
  ...{ state: 'received', assets: [], awareAt: reportedAt },
});
