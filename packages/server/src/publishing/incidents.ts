import { insertAnswer } from '../answers/records.js';
import type { ImportedIncident } from '../import/incidents/incident.js';
import { findIncidents, insertIncident, insertState } from '../incidents/records.js';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { insertChange, type Told } from '../triage/records.js';
import { canonicalText, hashOf } from './hashes.js';

/** What stands before everything that has no place of its own. */
const noted = { en: 'From the register:', de: 'Aus dem Register:' } as const;

const mostCharacters = 10_000;

/** What the register says of an incident, as a triage. Nobody has to be told by law of what was closed before it came here. */
function triageOf({ kind, class: is, outcome, ...one }: ImportedIncident): Told {
  const { severity, assets, awareAt, personalData, closedAt, resolved } = one;
  const isClosed = closedAt !== undefined;
  return {
    ...{ state: isClosed ? 'closed' : 'handling', kind, class: is },
    ...{ ...(severity && { severity }), outcome, assets },
    ...(awareAt !== undefined && { awareAt }),
    ...(personalData !== undefined && { personalData }),
    ...(isClosed && { duties: [] }),
    ...(isClosed && resolved !== undefined && { resolved }),
  };
}

async function insert(tx: Queryable, tenant: string, one: ImportedIncident): Promise<string> {
  const { id, language, noticed, noticedAt = null, reportedAt, closedAt, rest } = one;
  const bodyHash = hashOf(canonicalText({ language, noticed, noticedAt }));
  const unknown = { person: null, reporterName: null, attachments: null };
  await insertIncident(tx, tenant, {
    ...{ id, ...unknown, privacy: 'named', language, seems: null, noticed, noticedAt },
    ...{ safe: null, did: null, reportedAt, bodyHash },
  });
  const triage = triageOf(one);
  const changedAt = closedAt ?? reportedAt;
  await insertState(tx, tenant, id, { state: triage.state, at: changedAt });
  await insertChange(tx, tenant, {
    ...{ incident: id, number: 2, person: null, authorName: null, changedAt, triage },
  });
  if (rest.length > 0) {
    const text = [noted[language === 'de' ? 'de' : 'en'], ...rest].join('\n');
    await insertAnswer(tx, tenant, {
      ...{ id: `${id}-register`, incident: id, side: 'handler', person: null, authorName: null },
      ...{ recordedAt: changedAt, text: text.slice(0, mostCharacters), attachments: null },
      ...{ internal: true, bodyHash: hashOf(text) },
    });
  }
  return bodyHash;
}

/** Puts what happened before among the reports, oldest first. What is there already stays as it is, handled or not. */
export async function publishIncidents(
  tx: Queryable,
  tenant: string,
  incidents: readonly ImportedIncident[],
  at: string,
): Promise<LogEvent[]> {
  const found = await findIncidents(
    tx,
    tenant,
    incidents.map(({ id }) => id),
  );
  const there = new Set(found.map(({ id }) => id));
  const events: LogEvent[] = [];
  for (const one of incidents) {
    if (there.has(one.id)) continue;
    const reportHash = await insert(tx, tenant, one);
    const record = { incident: { id: one.id }, tenant, reportedAt: one.reportedAt, reportHash, at };
    events.push({ type: 'isms.incident.imported', record, subject: one.id });
  }
  return events;
}
