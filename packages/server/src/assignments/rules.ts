import { createHash } from 'node:crypto';
import type { Assignment, Person, PolicyVersion } from '@heed/contract';
import type { Catalogue } from '../catalogue.js';
import { packsOf } from '../catalogue.js';
import { passOf, questionsAbout, type Pass } from '../checks/rules.js';
import type { Key } from '../http/cursor.js';
import type { StoredPack } from '../packs/records.js';
import type { PublishedPolicy } from '../policies/records.js';
import { dueAt } from './due.js';

/** An acknowledgement of the person, as far as assignments follow from it. */
export interface Settled {
  id: string;
  policy: string;
  version: number;
  statementHash: string;
  /** RFC 3339 UTC. */
  recordedAt: string;
}

/** What was displayed of a version to the person. */
export interface Displayed {
  policy: string;
  version: number;
  /** When the first of it arrived here, RFC 3339 UTC. */
  since: string;
  /** When every section of one document had been displayed, RFC 3339 UTC. */
  completeAt?: string;
}

/** Everything about one person that their assignments follow from. */
export interface Situation {
  person: Person;
  /** When they entered each audience they are in, RFC 3339 UTC by audience id. */
  entered: ReadonlyMap<string, string>;
  acknowledgements: readonly Settled[];
  displayed: readonly Displayed[];
  passes: readonly Pass[];
}

const newest = (...moments: (string | undefined)[]) =>
  moments.filter((moment) => moment !== undefined).reduce((a, b) => (a > b ? a : b));

/** Published versions from the newest down, without withdrawn ones and those newer than the current. */
function asked(policy: PublishedPolicy): PolicyVersion[] {
  return policy.versions.filter(
    ({ number, status }) => number <= policy.version && status !== 'withdrawn',
  );
}

/**
 * The version from which the present asking counts: the last material one. An editorial version asks
 * nothing of those who acknowledged since then, and does not begin the time again for the others.
 */
function anchor(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  return versions.find(({ material }) => material) ?? versions.at(-1);
}

/** The versions between which what was done about one holds for `number`: the last material one, and it. */
export function spanOf(policy: PublishedPolicy, number: number): [from: number, to: number] {
  const until = asked(policy).filter((version) => version.number <= number);
  return [anchor(until)?.number ?? number, number];
}

function assignmentId(person: Person, pack: StoredPack, policy: string, version: number): string {
  const parts = JSON.stringify([person.id, pack.id, policy, version]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, 22);
}

/** An assignment with the place of its policy in the pack: whoever made the pack ordered it for reading. */
export interface Derived {
  assignment: Assignment;
  place: number;
}

interface Case {
  situation: Situation;
  pack: StoredPack;
  policy: PublishedPolicy;
  now: string;
}

type State = Pick<Assignment, 'state' | 'since'> & { acknowledgement?: string };

function stateOf(
  { situation, pack, now }: Case,
  version: PolicyVersion,
  from: number,
  began: string,
  due: string | undefined,
): State {
  const within = (each: { policy: string; version: number }) =>
    each.policy === version.policy && each.version >= from && each.version <= version.number;
  const act = situation.acknowledgements.find(
    (each) => within(each) && each.statementHash === pack.statement?.hash,
  );
  if (act) return { state: 'acknowledged', since: act.recordedAt, acknowledgement: act.id };
  const displayed = situation.displayed.filter(within);
  const completeAt = displayed.find((each) => each.completeAt)?.completeAt;
  if (pack.asks === 'display' && completeAt) return { state: 'displayed', since: completeAt };
  if (due !== undefined && now > due) return { state: 'overdue', since: due };
  const since = displayed.map((each) => each.since).sort()[0];
  if (since !== undefined) return { state: 'started', since: newest(since, began) };
  return { state: 'pending', since: began };
}

function assignment(each: Case, version: PolicyVersion, state: State, due?: string): Assignment {
  const { situation, pack, policy } = each;
  const questions = questionsAbout(pack.check, policy.id).length;
  const passed = passOf(situation.passes, pack.id, policy.id, spanOf(policy, version.number));
  const earlier = situation.acknowledgements
    .filter((act) => act.policy === policy.id && act.version < version.number)
    .map((act) => act.version);
  return {
    id: assignmentId(situation.person, pack, policy.id, version.number),
    person: situation.person.id,
    policy: { id: policy.id, title: policy.title, kind: policy.kind },
    version: version.number,
    ...(version.label !== undefined && { label: version.label }),
    ...(version.change !== undefined && { change: version.change }),
    pack: { id: pack.id, title: pack.title },
    asks: pack.asks,
    ...(pack.everySection && { everySection: true }),
    ...(questions > 0 && !passed && { check: { questions } }),
    ...(pack.statement && { statement: pack.statement }),
    documents: version.documents,
    ...state,
    ...(due !== undefined && { dueAt: due }),
    ...(earlier.length > 0 && { acknowledgedVersion: Math.max(...earlier) }),
  };
}

/** When this pack began to ask this person for a version that was published at `publishedAt`. */
function beganAt({ situation, pack, policy }: Case, publishedAt: string): string {
  return newest(
    publishedAt,
    pack.askedSince.get(policy.id),
    // Known from the moment of the import on; a rule that only time makes true has no such moment.
    situation.entered.get(pack.audience),
  );
}

function current(each: Case, versions: readonly PolicyVersion[]): Assignment[] {
  const version = versions[0];
  const from = anchor(versions);
  if (!version || !from) return [];
  const began = beganAt(each, from.publishedAt);
  const due = dueAt(each.pack.due, began);
  return [assignment(each, version, stateOf(each, version, from.number, began, due), due)];
}

/** Earlier material versions that were asked of the person before the next material one replaced them. */
function superseded(each: Case, versions: readonly PolicyVersion[]): Assignment[] {
  const material = versions.filter(
    (version, index) => version.material || index === versions.length - 1,
  );
  return material.slice(1).flatMap((version, index) => {
    const next = material[index];
    const began = beganAt(each, version.publishedAt);
    if (!next || began >= next.publishedAt) return [];
    const act = each.situation.acknowledgements.find(
      (done) =>
        done.policy === each.policy.id &&
        done.version >= version.number &&
        done.version < next.number &&
        done.statementHash === each.pack.statement?.hash,
    );
    const state = {
      state: 'superseded',
      since: next.publishedAt,
      ...(act && { acknowledgement: act.id }),
    };
    return [assignment(each, version, state, dueAt(each.pack.due, began))];
  });
}

/** Everything that is and was asked of one person, in no particular order. */
export function derive(catalogue: Catalogue, situation: Situation, now: string): Derived[] {
  return packsOf(catalogue, situation.person).flatMap((pack) =>
    pack.policies.flatMap((id, place) => {
      const policy = catalogue.policies.get(id);
      if (!policy) return [];
      const each = { situation, pack, policy, now };
      const versions = asked(policy);
      const assignments = [...current(each, versions), ...superseded(each, versions)];
      return assignments.map((assignment) => ({ assignment, place }));
    }),
  );
}

/** The states that still ask something of the person. */
export const openStates: readonly string[] = ['pending', 'started', 'overdue'];

const never = '9999';

/** The place in the list: open first, the earliest due first among them (ASG-4), then as the pack orders them. */
export function sortKey({ assignment, place }: Derived): Key {
  const { state, dueAt: due = never, pack, id } = assignment;
  const rank = openStates.includes(state) ? 0 : state === 'superseded' ? 2 : 1;
  return [rank, due, pack.id, place, id];
}

/** Compares two sort keys. */
export function compareKeys(a: Key, b: Key): number {
  const index = a.findIndex((part, i) => part !== b[i]);
  const [left, right] = [a[index], b[index]];
  if (left === undefined || right === undefined) return 0;
  return left < right ? -1 : 1;
}
