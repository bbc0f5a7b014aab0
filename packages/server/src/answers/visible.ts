import type { Caller } from '../identity/caller.js';
import { seesNotes } from '../incidents/rules.js';
import { incidentWithFiles, noIncident } from '../incidents/visible.js';
import type { Queryable } from '../storage/database.js';
import { findAnswer } from './records.js';

/** Fails with not-found for whoever does not see the files of an answer (RPL-4). */
export async function answerWithFiles(db: Queryable, caller: Caller, id: string): Promise<void> {
  const answer = await findAnswer(db, caller.tenant, id);
  if (!answer) throw noIncident();
  const { open } = await incidentWithFiles(db, caller, answer.incident);
  if (answer.internal && !seesNotes(open)) throw noIncident();
}
