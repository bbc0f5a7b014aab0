import type { Queryable } from '../storage/database.js';

/** Id of the report that a code opens. */
export async function findClaimed(
  db: Queryable,
  tenant: string,
  codeHash: Uint8Array,
): Promise<string | undefined> {
  const [row] = await db.query<{ incident: string }>(
    'select incident from incident_claims where tenant = $1 and code_hash = $2',
    [tenant, codeHash],
  );
  return row?.incident;
}

/** Lets a code open a report. */
export async function insertClaim(
  tx: Queryable,
  tenant: string,
  incident: string,
  codeHash: Uint8Array,
): Promise<void> {
  await tx.query('insert into incident_claims (tenant, incident, code_hash) values ($1, $2, $3)', [
    tenant,
    incident,
    codeHash,
  ]);
}
