import type { Incident } from '@heed/contract';
import type { Backend } from '../backend.js';
import type { Caller } from '../identity/caller.js';
import type { StoredIncident } from '../incidents/records.js';
import { standing } from '../incidents/rules.js';
import { refusal } from '../notifications/rules.js';
import { nextDueOf } from './rules.js';
import { standingsIn } from './standings.js';

/** Reports as the contract tells them, with what is due next for those who see that (CLK-9). */
export async function withNextDue(
  backend: Pick<Backend, 'db' | 'clock' | 'timeZone' | 'catalogue'>,
  caller: Caller,
  incidents: readonly StoredIncident[],
  told: readonly Incident[],
): Promise<Incident[]> {
  const seen = incidents.filter((incident) => {
    const open = standing(caller, incident);
    return open && refusal(open, 'read') === undefined;
  });
  if (seen.length === 0) return [...told];
  const { laws } = await backend.catalogue.recent();
  const all = await standingsIn(backend, caller.tenant, laws, seen);
  return told.map((incident) => {
    const next = nextDueOf(all.get(incident.id)?.standings ?? []);
    if (!next?.dueAt) return incident;
    return { ...incident, nextDue: { clock: next.clock.id, dueAt: next.dueAt.toISOString() } };
  });
}
