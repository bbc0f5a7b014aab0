import type { Ledger } from '../ledger.js';
import type { ImportedIncident } from './incident.js';
import { readIncidentRegister } from './register.js';
import { readVeris } from './veris.js';

/** Reads what happened before: VERIS records, and registers of incidents. An id that there is already is left out. */
export function readIncidents(ledger: Ledger, timeZone: string): ImportedIncident[] {
  const found = new Map<string, ImportedIncident>();
  for (const file of ledger.open()) {
    const isVeris = /^incidents\/.*\.(ndjson|jsonl)$/i.test(file.path);
    const isTable = /\.csv$/i.test(file.path);
    const some = isVeris
      ? readVeris(file, ledger)
      : isTable
        ? readIncidentRegister(file, timeZone, ledger)
        : [];
    for (const incident of some) {
      if (!found.has(incident.id)) found.set(incident.id, incident);
      else {
        const message = `The incident ${incident.id} was left out: there is one with this id already.`;
        ledger.problem(file.path, undefined, message);
        ledger.lose(file.path);
      }
    }
  }
  const byTime = (a: ImportedIncident, b: ImportedIncident) =>
    a.reportedAt < b.reportedAt ? -1 : a.reportedAt > b.reportedAt ? 1 : a.id < b.id ? -1 : 1;
  return [...found.values()].sort(byTime);
}
