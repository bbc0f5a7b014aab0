import type { IncidentDraft } from '@heed/contract';
import type { Misfit } from '../http/failure.js';
import { holds, type Caller } from '../identity/caller.js';
import { moment } from '../tasks/rules.js';
import type { StoredIncident } from './records.js';

/** What somebody is to a report. */
export interface Standing {
  /** They reported it under their name. */
  isReporter: boolean;
  /** They handle it: by their role, or because it is assigned to them. */
  mayHandle: boolean;
  /** They read it to check, without names. */
  isAuditor: boolean;
}

/** What the caller is to a report; undefined when it is not open to them (INC-3, INC-4). */
export function standing(
  caller: Pick<Caller, 'person'>,
  { person, handler }: Pick<StoredIncident, 'person' | 'handler'>,
): Standing | undefined {
  const isReporter = person === caller.person.id;
  const mayHandle = holds(caller, ['incident-handler']) || handler === caller.person.id;
  const isAuditor = holds(caller, ['auditor']);
  return isReporter || mayHandle || isAuditor ? { isReporter, mayHandle, isAuditor } : undefined;
}

/** Whether names and files are for them: an auditor checks the record without (INC-5, RPL-9). */
export const seesNames = ({ isReporter, mayHandle }: Standing): boolean => isReporter || mayHandle;

/** Whether they see who reported, by themselves or because they unlocked it (INC-6, UNL-3). */
export const seesReporter = (
  { isReporter, mayHandle }: Standing,
  { privacy }: Pick<StoredIncident, 'privacy'>,
  isUnlocked: boolean,
): boolean => isReporter || (mayHandle && (privacy === 'named' || isUnlocked));

/** Whether notes among those who handle it are for them (RPL-7). */
export const seesNotes = ({ mayHandle, isAuditor }: Standing): boolean => mayHandle || isAuditor;

/** Files that are named twice. */
export function fileMisfits(attachments: readonly string[] = []): Misfit[] {
  const twice = attachments.findIndex((id, at) => attachments.indexOf(id) < at);
  return twice < 0 ? [] : [{ pointer: `/attachments/${twice}`, message: 'It is named twice' }];
}

/** What of a report does not fit together (INC-9). */
export function misfits({ attachments, noticedAt }: IncidentDraft): Misfit[] {
  const isMoment = noticedAt === undefined || moment(noticedAt) !== undefined;
  return [
    ...(isMoment ? [] : [{ pointer: '/noticedAt', message: 'There is no such moment' }]),
    ...fileMisfits(attachments),
  ];
}
