import type { CheckAttemptDraft, CheckQuestion, CheckResult, KnowledgeCheck } from '@heed/contract';
import { canonicalText, hashOf } from '../publishing/hashes.js';

/** What a pack asks about its policies, as stored. */
export interface Check {
  /** Share of right answers that is enough, in percent. */
  passMark: number;
  /** How often it may be taken in 24 hours; as often as the person likes when absent. */
  tries?: number;
  questions: readonly Question[];
}

/** A question about one policy of the pack. */
export interface Question {
  /** Id of the policy. */
  policy: string;
  texts: Record<string, string>;
  choices: readonly { texts: Record<string, string>; right: boolean }[];
  explanation?: Record<string, string>;
}

/** A try that was passed. */
export interface Pass {
  /** Id of the attempt. */
  id: string;
  pack: string;
  policy: string;
  version: number;
  right: number;
  of: number;
}

const dayMs = 24 * 3_600_000;

/** What is told about a check to those who manage the pack. */
export function outline({ passMark, tries, questions }: Check) {
  const counts: Record<string, number> = {};
  for (const { policy } of questions) counts[policy] = (counts[policy] ?? 0) + 1;
  return { passMark, ...(tries !== undefined && { tries }), questions: counts };
}

/** The questions about one policy; none: it is acknowledged without a check. */
export function questionsAbout(check: Check | undefined, policy: string): Question[] {
  return check?.questions.filter((question) => question.policy === policy) ?? [];
}

// A question and a choice are known by their place: other questions have another hash.
const idAt = (index: number) => String(index + 1);

/** The questions as they are shown, without what is right (CHK-1), and their hash. */
export function shown(questions: readonly Question[]): Pick<KnowledgeCheck, 'hash' | 'questions'> {
  const asked: CheckQuestion[] = questions.map(({ texts, choices }, index) => ({
    id: idAt(index),
    texts,
    several: choices.filter(({ right }) => right).length > 1,
    choices: choices.map((choice, place) => ({ id: idAt(place), texts: choice.texts })),
  }));
  return { hash: hashOf(canonicalText(asked)), questions: asked };
}

/** What came of the answers: right is exactly what is right (CHK-5). Without solutions, see {@link solved}. */
export function grade(
  questions: readonly Question[],
  answers: CheckAttemptDraft['answers'],
): CheckResult[] {
  return questions.map((question, index) => {
    const given = new Set(
      answers.find((answer) => answer.question === idAt(index))?.choices.map(String),
    );
    const right = solution(question);
    return {
      question: idAt(index),
      right: given.size === right.length && right.every((id) => given.has(id)),
      ...(question.explanation && { explanation: question.explanation }),
    };
  });
}

/** The results with what would have been right, for those who passed or may not try again now (CHK-1). */
export function solved(questions: readonly Question[], results: readonly CheckResult[]) {
  return results.map((result, index) => {
    const question = questions[index];
    return { ...result, ...(question && { solution: solution(question) }) };
  });
}

function solution({ choices }: Question): string[] {
  return choices.flatMap(({ right }, place) => (right ? [idAt(place)] : []));
}

/** Whether so many right answers are enough. */
export function isEnough(check: Check, right: number, of: number): boolean {
  return right * 100 >= check.passMark * of;
}

/**
 * How often a check may still be taken, and from when on again.
 *
 * @param earlier when it was taken, RFC 3339 UTC.
 */
export function triesAfter(
  { tries }: Check,
  earlier: readonly string[],
  now: string,
): Pick<KnowledgeCheck, 'triesLeft' | 'againAt'> {
  if (tries === undefined) return {};
  const since = new Date(Date.parse(now) - dayMs).toISOString();
  const counted = earlier.filter((at) => at > since).sort();
  const triesLeft = Math.max(0, tries - counted.length);
  // Free again as soon as so many of them are a day old that one may be added.
  const freeing = triesLeft > 0 ? undefined : counted[counted.length - tries];
  return {
    triesLeft,
    ...(freeing !== undefined && {
      againAt: new Date(Date.parse(freeing) + dayMs).toISOString(),
    }),
  };
}

/** The try by which a person passed the check of a pack about a version, or about one with which it is the same asking. */
export function passOf(
  passes: readonly Pass[],
  pack: string,
  policy: string,
  [from, to]: readonly [from: number, to: number],
): Pass | undefined {
  return passes.find(
    (each) =>
      each.pack === pack && each.policy === policy && each.version >= from && each.version <= to,
  );
}
