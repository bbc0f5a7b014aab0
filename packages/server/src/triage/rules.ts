import type { Person, Triage, TriageDraft } from '@heed/contract';
import { Failure, type Misfit } from '../http/failure.js';
import type { StoredIncident } from '../incidents/records.js';
import type { Standing } from '../incidents/rules.js';
import { moment } from '../tasks/rules.js';
import { untouched, type StoredChange, type Told } from './records.js';

/** The refusal of who only reported, and, of a change, of the auditor; undefined for the others (TRI-1, TRI-3). */
export function refusal(
  { mayHandle, isAuditor }: Standing,
  act: 'read' | 'change',
): Failure | undefined {
  if (mayHandle || (act === 'read' && isAuditor)) return undefined;
  return new Failure('forbidden', 'That is for those who handle the report. Nothing was changed.');
}

/** What of a triage does not fit together (TRI-6). */
export function misfits(draft: TriageDraft): Misfit[] {
  const found: Misfit[] = [];
  const add = (pointer: string, message: string) => void found.push({ pointer, message });
  for (const name of ['awareAt', 'classifiedAt', 'measureAt'] as const) {
    const time = draft[name];
    if (time !== undefined && moment(time) === undefined)
      add(`/${name}`, 'There is no such moment');
  }
  const isClosed = draft.state === 'closed';
  for (const name of ['kind', 'outcome', 'resolved', 'lesson'] as const) {
    if (isClosed && draft[name] === undefined) add(`/${name}`, 'Say this to close it');
  }
  for (const name of ['resolved', 'lesson'] as const) {
    if (!isClosed && draft[name] !== undefined) add(`/${name}`, 'Only what is closed has this');
  }
  return found;
}

/** What a triage comes to, as it is stored. */
export function understood(draft: TriageDraft, handler: Person | undefined): Told {
  const { state, kind, outcome, severity, tlp, assets = [], awareAt, classifiedAt } = draft;
  const { personalData, duties, measureAt, resolved, lesson } = draft;
  return {
    ...{ state, ...(kind && { kind }), ...(draft.class && { class: draft.class }) },
    ...{ ...(severity && { severity }), ...(outcome && { outcome }) },
    ...(handler && { handler: { id: handler.id, displayName: handler.displayName } }),
    ...{ assets: [...assets], ...(tlp && { tlp }) },
    ...(awareAt !== undefined && { awareAt: moment(awareAt) ?? awareAt }),
    ...(classifiedAt !== undefined && { classifiedAt: moment(classifiedAt) ?? classifiedAt }),
    ...(personalData !== undefined && { personalData }),
    ...(duties && { duties: [...new Set(duties)] }),
    ...(measureAt !== undefined && { measureAt: moment(measureAt) ?? measureAt }),
    ...(resolved !== undefined && { resolved }),
    ...(lesson && { lesson: { ...lesson } }),
  };
}

/** The revision of a triage: a change names it. */
export const revisionOf = (change: StoredChange | undefined): string => String(change?.number ?? 1);

const members = [
  ...(['state', 'kind', 'class', 'severity', 'outcome', 'handler', 'assets', 'tlp'] as const),
  ...(['awareAt', 'classifiedAt', 'personalData', 'duties', 'measureAt'] as const),
  ...(['resolved', 'lesson'] as const),
] as const;

/** The triage of a report as the contract tells it; without names to the auditor (TRI-1). */
export function told(
  incident: StoredIncident,
  change: StoredChange | undefined,
  { mayHandle }: Standing,
): Triage {
  const is: Told = change?.triage ?? untouched(incident);
  const shown = members.filter(
    (name) => is[name] !== undefined && (name !== 'handler' || mayHandle),
  );
  return {
    ...{ incident: incident.id, revision: revisionOf(change) },
    ...(Object.fromEntries(shown.map((name) => [name, is[name]])) as unknown as Told),
    changedAt: change?.changedAt ?? incident.reportedAt,
  };
}
