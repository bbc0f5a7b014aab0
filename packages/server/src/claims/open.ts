import type { OpenedClaim } from '@heed/contract';
import { listAnswers } from '../answers/records.js';
import { toldAnswer } from '../answers/told.js';
import type { Backend } from '../backend.js';
import { findIncident, type StoredIncident } from '../incidents/records.js';
import { noIncident } from '../incidents/visible.js';
import { toldReporter } from '../incidents/told.js';
import type { Queryable } from '../storage/database.js';
import { hashOfCode } from './code.js';
import { findClaimed } from './records.js';

/** Answers that are told at once; a conversation that is longer shows its beginning. */
const most = 500;

/** The report that a code opens. Fails with not-found for every other code, after the same work (CLM-2). */
export async function claimed(
  { db, tenant }: Pick<Backend, 'db' | 'tenant'>,
  code: string,
): Promise<StoredIncident> {
  const id = await findClaimed(db, tenant, await hashOfCode(db, tenant, code));
  const incident = id === undefined ? undefined : await findIncident(db, tenant, id);
  if (incident) return incident;
  throw noIncident();
}

/** A report for whoever holds its code: neither notes nor names (CLM-1). */
export async function opened(
  db: Queryable,
  tenant: string,
  incident: StoredIncident,
): Promise<OpenedClaim> {
  const page = { incident: incident.id, withNotes: false, after: 0, limit: most };
  const answers = await listAnswers(db, tenant, page);
  const seen = { names: false, reporter: false };
  return {
    incident: await toldReporter(db, tenant, incident),
    answers: answers.map((one) => toldAnswer(one, seen)),
  };
}
