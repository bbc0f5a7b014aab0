import type { CheckAttempt, CheckAttemptDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { askedBy, nothingAsked, type Asked } from './asked.js';
import { attemptTimes, findAttempt, insertAttempt } from './records.js';
import { grade, isEnough, shown, solved, triesAfter } from './rules.js';

/** Answers that are handed in. */
export interface Try {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: CheckAttemptDraft;
}

function mark({ check, questions }: Asked, draft: CheckAttemptDraft) {
  const results = grade(questions, draft.answers);
  const right = results.filter((result) => result.right).length;
  return { results, right, of: results.length, passed: isEnough(check, right, results.length) };
}

function recordOf({ caller, draft }: Try, asked: Asked, attempt: CheckAttempt): JsonObject {
  const { person, tenant } = caller;
  const { id, right, of, passed, recordedAt } = attempt;
  return {
    ...{ id, tenant },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...{ pack: { id: asked.key.pack }, policy: { id: asked.key.policy } },
    ...{ version: asked.key.version, questions: draft.hash, language: draft.language },
    answers: draft.answers.map(({ question, choices }) => ({
      question: question as string,
      choices: choices.map(String),
    })),
    ...{ right, of, passMark: asked.check.passMark, passed, recordedAt },
  };
}

async function take(
  { tx, at, catalogue, caller }: Grounds,
  { id, draft }: Omit<Try, 'caller'>,
): Promise<Decided<CheckAttempt>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findAttempt(tx, tenant, id);
  if (earlier && earlier.person !== person.id) return nothingAsked();
  if (earlier?.bodyHash === bodyHash) return { result: earlier.answer, events: [] };
  if (earlier) {
    const why =
      'These are other answers than those that were recorded. Use a new id for a new try.';
    return new Failure('attempt-reused', why);
  }
  const asked = await askedBy(tx, catalogue, caller, draft.assignment, at);
  if (!asked) return nothingAsked();
  if (shown(asked.questions).hash !== draft.hash) {
    const why = 'The questions have changed. Read them again; this did not count as a try.';
    return new Failure('check-mismatch', why);
  }
  const times = await attemptTimes(tx, tenant, asked.key);
  const { triesLeft, againAt } = triesAfter(asked.check, times, at);
  if (triesLeft === 0) {
    const why = `No try is left for now. Read the policy again, and try once more after ${againAt}.`;
    return new Failure('no-try-left', why);
  }
  const after = triesAfter(asked.check, [...times, at], at);
  const { results, ...marks } = mark(asked, draft);
  const told = marks.passed || after.triesLeft === 0 ? solved(asked.questions, results) : results;
  const answer: CheckAttempt = {
    ...{ id, assignment: draft.assignment, recordedAt: at, ...marks, results: told, ...after },
  };
  await insertAttempt(tx, tenant, asked.key, bodyHash, answer);
  const record = recordOf({ caller, id, draft }, asked, answer);
  const event = { type: 'isms.check.taken', record, personId: person.id, subject: id };
  return { result: answer, events: [event] };
}

/**
 * Records a try, or finds the one it repeats. Resolves after the commit. Tries are counted under the lock of the tenant's
 * log, so nobody gets one more by handing in twice at once.
 *
 * @throws {Failure} when it is refused.
 */
export async function takeCheck(backend: Backend, { caller, ...one }: Try): Promise<CheckAttempt> {
  return (await decided(backend, caller, (grounds) => take(grounds, one))).result;
}
