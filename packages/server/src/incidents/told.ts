import type { Incident } from '@heed/contract';
import { answeredOf, type Answered } from '../answers/records.js';
import type { Caller } from '../identity/caller.js';
import { unlockedBy } from '../unlocks/records.js';
import type { Queryable } from '../storage/database.js';
import { statesOf, type StoredIncident, type StoredState } from './records.js';
import { seesNames, seesNotes, seesReporter, standing, type Standing } from './rules.js';

interface Circumstances {
  open: Standing;
  isUnlocked: boolean;
  states: readonly StoredState[];
  answered: Answered | undefined;
}

function told(
  incident: StoredIncident,
  { open, isUnlocked, states, answered }: Circumstances,
): Incident {
  const { id, language, seems, noticed, noticedAt, safe, did, attachments, privacy } = incident;
  const { person, reporterName, reportedAt, state, resolved } = incident;
  const isNamed = person !== null && seesReporter(open, incident, isUnlocked);
  return {
    ...{ id, language, ...(seems !== null && { seems }), noticed },
    ...(noticedAt !== null && { noticedAt }),
    ...(safe !== null && { safe }),
    ...(did !== null && { did }),
    ...(attachments !== null && seesNames(open) && { attachments }),
    privacy,
    ...(isNamed && { reporter: { id: person, displayName: reporterName ?? person } }),
    ...{ reportedAt, state, history: states.map((one) => ({ ...one })) },
    ...(resolved !== null && { resolved }),
    answers: answered?.count ?? 0,
    ...(answered && { answeredAt: answered.at }),
    ...{ mine: open.isReporter, mayHandle: open.mayHandle },
  };
}

const nothingToThem: Standing = { isReporter: false, mayHandle: false, isAuditor: false };

/** A report as whoever made it without a name is told it. */
export async function toldReporter(
  db: Queryable,
  tenant: string,
  incident: StoredIncident,
): Promise<Incident> {
  const { id } = incident;
  const open: Standing = { isReporter: true, mayHandle: false, isAuditor: false };
  const states = (await statesOf(db, tenant, [id])).get(id) ?? [];
  const answered = (await answeredOf(db, tenant, [{ id, withNotes: false }])).get(id);
  return told(incident, { open, isUnlocked: false, states, answered });
}

/** Reports that are open to the caller, as the contract tells them. */
export async function toldIncidents(
  db: Queryable,
  caller: Caller,
  incidents: readonly StoredIncident[],
): Promise<Incident[]> {
  if (incidents.length === 0) return [];
  const { tenant } = caller;
  const all = incidents.map((incident) => ({
    incident,
    open: standing(caller, incident) ?? nothingToThem,
  }));
  const ids = incidents.map(({ id }) => id);
  const states = await statesOf(db, tenant, ids);
  const unlocked = await unlockedBy(db, tenant, caller.person.id, ids);
  const answered = await answeredOf(
    db,
    tenant,
    all.map(({ incident: { id }, open }) => ({ id, withNotes: seesNotes(open) })),
  );
  return all.map(({ incident, open }) =>
    told(incident, {
      ...{
        open,
        isUnlocked: unlocked.has(incident.id),
        states: states.get(incident.id) ?? [],
        answered: answered.get(incident.id),
      },
    }),
  );
}
