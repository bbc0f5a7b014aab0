import type { Backend } from '../backend.js';
import { statesOf, type StoredIncident } from '../incidents/records.js';
import { sentOf, type SentNotification } from '../notifications/records.js';
import { triagesOf } from '../triage/records.js';
import { factsOf } from './facts.js';
import type { StoredLaw } from './records.js';
import { standingsOf, type Standing } from './rules.js';

/** How the clocks of a report stand, and what was sent for them. */
export interface Standings {
  standings: readonly Standing[];
  sent: readonly SentNotification[];
}

/** How the clocks of reports stand now, by id of the report. */
export async function standingsIn(
  { db, clock, timeZone }: Pick<Backend, 'db' | 'clock' | 'timeZone'>,
  tenant: string,
  laws: readonly StoredLaw[],
  incidents: readonly Pick<StoredIncident, 'id' | 'reportedAt' | 'state'>[],
): Promise<Map<string, Standings>> {
  if (laws.length === 0 || incidents.length === 0) return new Map();
  const ids = incidents.map(({ id }) => id);
  const [triages, states, sent] = await Promise.all([
    triagesOf(db, tenant, ids),
    statesOf(db, tenant, ids),
    sentOf(db, tenant, ids),
  ]);
  const regime = { laws: laws.map(({ id }) => id), timeZone };
  const now = clock();
  return new Map(
    incidents.map(({ id, reportedAt, state }) => {
      const last = (states.get(id) ?? []).at(-1);
      const closedAt = state === 'closed' ? last?.at : undefined;
      const triage = triages.get(id) ?? { state, awareAt: reportedAt };
      const facts = factsOf({ reportedAt, closedAt }, triage, sent.get(id) ?? []);
      return [id, { standings: standingsOf(facts, regime, now), sent: sent.get(id) ?? [] }];
    }),
  );
}
