import type { Assignment, CheckAttemptDraft, KnowledgeCheck } from '@heed/contract';
import { expect } from './check.js';
import type { Session } from './session.js';
import type { Trial } from './trial.js';

/** Somebody before the quiz of the company, which only the set-up profile brings. */
export interface Sitting {
  session: Session;
  assignment: Assignment;
  check: KnowledgeCheck;
  /** The answers: the second choice is right. */
  draft(choice: number): CheckAttemptDraft;
}

/** Somebody new before the quiz of the company. */
export async function sit(t: Trial): Promise<Sitting> {
  const { session } = await t.newcomer();
  const [assignment] = await session.all('assignments.list', { policy: 'quiz' });
  expect(assignment?.check, 'the quiz is not asked of the employee');
  const check = (await session.ask('checks.read', { assignment: assignment.id })).success();
  return {
    ...{ session, assignment, check },
    draft: (choice) => ({
      ...{ assignment: assignment.id, hash: check.hash, language: 'en' },
      answers: check.questions.map(({ id, choices }) => ({
        question: id,
        choices: [choices[choice]?.id ?? ''],
      })),
    }),
  };
}

/** The place of the choice that is right. */
export const right = 1;
/** The place of one that is wrong. */
export const wrong = 0;
