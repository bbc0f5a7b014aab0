import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { Queryable } from '../storage/database.js';
import { findIncident, type StoredIncident } from './records.js';
import { standing, type Standing } from './rules.js';

/** The problem of a report that is not there, or not open to the caller (INC-3): the same for all. */
export const noIncident = (): Failure =>
  new Failure('not-found', 'No report that is open to you has this id.');

/** A report with what somebody is to it. */
export interface OpenIncident {
  incident: StoredIncident;
  open: Standing;
}

/** One report, if it is open to the caller. */
export async function openIncident(
  db: Queryable,
  caller: Caller,
  id: string,
): Promise<OpenIncident | undefined> {
  const incident = await findIncident(db, caller.tenant, id);
  const open = incident && standing(caller, incident);
  return incident && open && { incident, open };
}

/** The same. Fails with not-found. */
export async function visibleIncident(
  db: Queryable,
  caller: Caller,
  id: string,
): Promise<OpenIncident> {
  const found = await openIncident(db, caller, id);
  if (found) return found;
  throw noIncident();
}

/** The same for whoever sees its files: an auditor does not. */
export async function incidentWithFiles(
  db: Queryable,
  caller: Caller,
  id: string,
): Promise<OpenIncident> {
  const found = await visibleIncident(db, caller, id);
  if (found.open.isReporter || found.open.mayHandle) return found;
  throw noIncident();
}
