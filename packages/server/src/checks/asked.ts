import type { Assignment } from '@heed/contract';
import { situationOf } from '../assignments/records.js';
import { derive } from '../assignments/rules.js';
import type { Catalogue } from '../catalogue.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { Queryable } from '../storage/database.js';
import type { CheckKey } from './records.js';
import { questionsAbout, type Check, type Question } from './rules.js';

/** The check of one assignment. */
export interface Asked {
  assignment: Assignment;
  check: Check;
  questions: Question[];
  key: CheckKey;
}

/** The check that one of the caller's present assignments has; nothing where there is none, and for those of others. */
export async function askedBy(
  db: Queryable,
  catalogue: Catalogue,
  { tenant, person }: Caller,
  id: string,
  now: string,
): Promise<Asked | undefined> {
  const situation = await situationOf(db, tenant, person);
  const found = derive(catalogue, situation, now).find(({ assignment }) => assignment.id === id);
  const assignment = found?.assignment;
  const check = catalogue.packs.find((pack) => pack.id === assignment?.pack.id)?.check;
  const questions = questionsAbout(check, assignment?.policy.id ?? '');
  if (!assignment || !check || questions.length === 0) return undefined;
  if (assignment.state === 'superseded') return undefined;
  const { pack, policy, version } = assignment;
  const key = { person: person.id, pack: pack.id, policy: policy.id, version };
  return { assignment, check, questions, key };
}

/** The problem of an assignment that is not the caller's or has no check, and of a try of somebody else: one for all. */
export function nothingAsked(): Failure {
  return new Failure(
    'not-found',
    'Nothing that is asked of you now has this check. Read your assignments again, and use a new id for a new try.',
  );
}
