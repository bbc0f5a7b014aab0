import { createHash, randomUUID } from 'node:crypto';
import type { AcknowledgementDraft } from '@heed/contract';
import { canonicalize, type JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { GroupWork, LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { acknowledgementRecord } from './record.js';
import {
  findAcknowledgement,
  findKnown,
  insertAcknowledgements,
  insertKey,
  type Known,
  type NewAcknowledgement,
  type StoredAcknowledgement,
} from './records.js';
import { contentMismatch, isContentOf, permit, type Permitted } from './rules.js';

/** An act that is to be recorded. */
export interface Act {
  caller: Caller;
  draft: AcknowledgementDraft;
  /** The Idempotency-Key. */
  key: string;
}

/** What became of it: 201 for a new acknowledgement (and every replay of its key), 200 for an earlier one. */
export interface Outcome {
  status: 200 | 201;
  stored: StoredAcknowledgement;
}

/** `stale`: something was published since the catalogue was read; decide again with the new one. */
type Decision = { result: Outcome | Failure | 'stale'; events: readonly LogEvent[] };

const without = (result: Decision['result']): Decision => ({ result, events: [] });

async function earlier(
  tx: Queryable,
  tenant: string,
  id: string,
  status: Outcome['status'],
): Promise<Decision> {
  const stored = await findAcknowledgement(tx, tenant, id);
  if (!stored) throw new Error('An idempotency key leads to no acknowledgement.');
  return without({ status, stored });
}

function record(
  at: string,
  { caller, draft, key }: Act,
  bodyHash: string,
  permitted: Permitted,
): { decision: Decision; added: NewAcknowledgement } {
  const { person } = caller;
  const { policy, version, contentHash, language, statementHash } = draft;
  const id = randomUUID();
  const row = {
    ...{ id, person: person.id, policy, version, contentHash, language, statementHash },
    recordedAt: at,
  };
  const event = {
    type: 'isms.acknowledgement.recorded',
    record: acknowledgementRecord(id, caller, draft, permitted, at),
    personId: person.id,
    subject: id,
  };
  return {
    decision: { result: { status: 201, stored: { ...row, receipt: null } }, events: [event] },
    added: { row, key, bodyHash },
  };
}

/** An act, and the catalogue that is thought to hold. */
interface Proposed {
  act: Act;
  catalogue: Catalogue;
}

/** Decides about one act; what is to be stored goes to `added`. */
async function decide(
  tx: Queryable,
  at: string,
  { act, catalogue }: Proposed,
  { used, revision, first, ...now }: Known,
  added: NewAcknowledgement[],
): Promise<Decision> {
  const { draft, key } = act;
  const { tenant, person } = act.caller;
  const bodyHash = createHash('sha256')
    .update(canonicalize(draft as unknown as JsonObject))
    .digest('hex');
  if (!now.person?.active) return without(noLongerKnown());
  const caller = { ...act.caller, person: now.person };
  if (used?.bodyHash === bodyHash) return earlier(tx, tenant, used.acknowledgement, used.status);
  if (used) return without(keyReused());
  if ((revision ?? 0) !== catalogue.revision) return without('stale');
  if (first !== null) {
    const version = catalogue.policies
      .get(draft.policy)
      ?.versions.find(({ number }) => number === draft.version);
    if (!isContentOf(version, draft)) return without(contentMismatch());
    const use = { bodyHash, status: 200 as const, acknowledgement: first, at };
    await insertKey(tx, tenant, person.id, key, use);
    return earlier(tx, tenant, first, 200);
  }
  const permitted = permit(catalogue, caller, draft, now.passes);
  if (permitted instanceof Failure) return without(permitted);
  const recorded = record(at, { ...act, caller }, bodyHash, permitted);
  added.push(recorded.added);
  return recorded.decision;
}

/** Decides about acts of different people: none of them changes what is known about another. */
async function decideTurn(
  tx: Queryable,
  at: string,
  proposed: readonly Proposed[],
): Promise<Decision[]> {
  const [
    {
      act: {
        caller: { tenant },
      },
    },
  ] = proposed as [Proposed];
  const asked = proposed.map(({ act: { caller, key, draft } }) => ({
    ...{ person: caller.person.id, key, draft },
  }));
  const known = await findKnown(tx, tenant, asked);
  const added: NewAcknowledgement[] = [];
  const decisions: Decision[] = [];
  for (const [place, one] of proposed.entries()) {
    decisions.push(await decide(tx, at, one, known[place] as Known, added));
  }
  if (added.length > 0) await insertAcknowledgements(tx, tenant, added);
  return decisions;
}

/** Decides about everything that waits, everybody's first act first. */
const decideAll: GroupWork<Proposed, Decision['result']> = async (tx, at, proposed) => {
  const decisions: Decision[] = [];
  let left = [...proposed.entries()];
  while (left.length > 0) {
    const people = new Set<string>();
    const turn = left.filter(([, { act }]) => {
      const isNew = !people.has(act.caller.person.id);
      people.add(act.caller.person.id);
      return isNew;
    });
    const made = await decideTurn(
      tx,
      at,
      turn.map(([, one]) => one),
    );
    turn.forEach(([place], index) => (decisions[place] = made[index] as Decision));
    left = left.filter(([place]) => decisions[place] === undefined);
  }
  return decisions;
};

function noLongerKnown(): Failure {
  return new Failure(
    'unknown-person',
    'You are no longer among the people who are known here, so nothing was recorded. Ask whoever runs this service.',
  );
}

function keyReused(): Failure {
  return new Failure(
    'idempotency-key-reused',
    'This key was sent with another body before. Nothing was changed; use a new key for a new act.',
  );
}

/**
 * Records an act, or finds the one it repeats. Resolves after the commit. Throws the problem when it is refused.
 * Keys, natural keys and the check for the current version hold across processes: all of them write under the
 * lock of the tenant's log.
 */
export async function acknowledge(backend: Backend, act: Act): Promise<Outcome> {
  // Whether it still holds is found out under the lock.
  let catalogue = await backend.catalogue.remembered();
  for (;;) {
    const proposed = { act, catalogue };
    const { result, entries } = await backend.log.writeTogether(
      act.caller.tenant,
      decideAll,
      proposed,
    );
    if (result === 'stale') {
      catalogue = await backend.catalogue();
      continue;
    }
    if (result instanceof Failure) throw result;
    backend.afterCommit?.();
    const [entry] = entries;
    if (!entry) return result;
    return { ...result, stored: { ...result.stored, receipt: entry.receipt() } };
  }
}
