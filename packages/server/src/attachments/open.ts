import { answerWithFiles } from '../answers/visible.js';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { incidentWithFiles } from '../incidents/visible.js';
import { visibleMessage } from '../messages/visible.js';
import { findAttachment, type StoredAttachment, type SubjectKind } from './records.js';
import { noAttachment } from './rules.js';

type Part = Pick<Backend, 'db' | 'catalogue'>;

/** Fails with not-found for whoever may not see what an attachment stands in. */
const showing: Record<
  SubjectKind,
  (backend: Part, caller: Caller, id: string) => Promise<unknown>
> = {
  message: visibleMessage,
  incident: ({ db }, caller, id) => incidentWithFiles(db, caller, id),
  answer: ({ db }, caller, id) => answerWithFiles(db, caller, id),
};

/**
 * An attachment whose content the caller may read (ATT-10).
 *
 * @throws {Failure} not-found, the same for everything else.
 */
export async function openAttachment(
  backend: Part,
  caller: Caller,
  id: string,
): Promise<StoredAttachment> {
  const found = await findAttachment(backend.db, caller.tenant, id);
  if (found?.state !== 'ready') throw noAttachment();
  const { person, subjectKind, subject } = found;
  if (subjectKind === null || subject === null) {
    if (person === caller.person.id) return found;
    throw noAttachment();
  }
  try {
    await showing[subjectKind](backend, caller, subject);
    return found;
  } catch (error) {
    throw error instanceof Failure && error.code === 'not-found' ? noAttachment() : error;
  }
}
