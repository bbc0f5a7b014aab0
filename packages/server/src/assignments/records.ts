import type { Person } from '@heed/contract';
import { entries } from '../audiences/records.js';
import type { Queryable } from '../storage/database.js';
import type { Displayed, Settled, Situation } from './rules.js';

async function settled(db: Queryable, tenant: string, person: string): Promise<Settled[]> {
  return db.query<Settled>(
    `select id, policy, version, statement_hash as "statementHash", recorded_at as "recordedAt"
     from acknowledgements where tenant = $1 and person = $2 order by version desc`,
    [tenant, person],
  );
}

async function displayed(db: Queryable, tenant: string, person: string): Promise<Displayed[]> {
  const rows = await db.query<{
    policy: string;
    version: number;
    began_at: string;
    complete_at: string | null;
  }>(
    `select policy, version, began_at, complete_at
     from readings where tenant = $1 and person = $2`,
    [tenant, person],
  );
  return rows.map(({ policy, version, began_at, complete_at }) => ({
    policy,
    version,
    since: began_at,
    ...(complete_at !== null && { completeAt: complete_at }),
  }));
}

/** Reads everything about a person that their assignments follow from. */
export async function situationOf(
  db: Queryable,
  tenant: string,
  person: Person,
): Promise<Situation> {
  const [entered, acknowledgements, shown] = await Promise.all([
    entries(db, tenant, person.id),
    settled(db, tenant, person.id),
    displayed(db, tenant, person.id),
  ]);
  return { person, entered, acknowledgements, displayed: shown };
}
