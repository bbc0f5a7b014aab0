import type { TriageDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { insertState } from '../incidents/records.js';
import { noIncident, openIncident, type OpenIncident } from '../incidents/visible.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { findPeople } from '../people/records.js';
import { insertChange, lastChange, type StoredChange } from './records.js';
import { misfits, refusal, revisionOf, understood } from './rules.js';

/** A change of the triage of a report. */
export interface Change {
  caller: Caller;
  /** Id of the report. */
  incident: string;
  /** Of what the caller has before them. */
  revision: string;
  draft: TriageDraft;
}

function recordOf({ tenant, person }: Caller, change: StoredChange): JsonObject {
  const { incident, number, triage, changedAt } = change;
  return {
    tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ incident: { id: incident }, revision: String(number) },
    ...{ triage: JSON.parse(JSON.stringify(triage)) as JsonObject, recordedAt: changedAt },
  };
}

async function decide(
  { tx, at, caller }: Grounds,
  one: Change,
): Promise<Decided<OpenIncident & { change: StoredChange }>> {
  const { tenant, person } = caller;
  const found = await openIncident(tx, caller, one.incident);
  if (!found) return noIncident();
  const refused = refusal(found.open, 'change');
  if (refused) return refused;
  const before = await lastChange(tx, tenant, one.incident);
  if (one.revision !== revisionOf(before)) {
    return new Failure(
      'precondition-failed',
      'Somebody changed the triage in the meantime. Nothing was changed; look at what it is now.',
    );
  }
  const { handler } = one.draft;
  const named = handler === undefined ? undefined : await findPeople(tx, tenant, [handler]);
  const assigned = handler === undefined ? undefined : named?.get(handler);
  if (handler !== undefined && !assigned?.active) {
    const errors = [{ pointer: '/handler', message: 'Nobody active has this id' }];
    return new Failure('invalid', 'Nothing was changed.', { errors });
  }
  const { incident } = found;
  const change: StoredChange = {
    ...{ incident: incident.id, number: (before?.number ?? 1) + 1, changedAt: at },
    ...{ person: person.id, authorName: person.displayName },
    triage: understood(one.draft, assigned),
  };
  await insertChange(tx, tenant, change);
  const { state } = change.triage;
  if (state !== incident.state) await insertState(tx, tenant, incident.id, { state, at });
  const record = recordOf(caller, change);
  const event = {
    ...{ type: 'isms.incident.triaged', record, personId: person.id, subject: incident.id },
  };
  return { result: { ...found, change }, events: [event] };
}

/**
 * Changes the triage of a report. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function triage(
  backend: Backend,
  one: Change,
): Promise<OpenIncident & { change: StoredChange }> {
  const errors = misfits(one.draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was changed.', { errors });
  return (await decided(backend, one.caller, (grounds) => decide(grounds, one))).result;
}
