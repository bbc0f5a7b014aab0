import type { CheckAttempt, CheckAttemptDraft, CheckQuestion, KnowledgeCheck } from '@heed/sdk';

/** What the model asks about a policy. */
export interface ModelCheck {
  passMark: number;
  tries?: number;
  questions: CheckQuestion[];
  /** Ids of the right choices by question. */
  solution: Record<string, string[]>;
}

const choice = (id: string, en: string, de: string) => ({ id, texts: { en, de } });

/** Two questions, the second with two right choices. */
export const twoQuestions: ModelCheck = {
  passMark: 100,
  questions: [
    {
      id: '1',
      texts: { en: 'Whom do you tell first?', de: 'Wem sagst du es zuerst?' },
      several: false,
      choices: [
        choice('1', 'The security team', 'Dem Sicherheitsteam'),
        choice('2', 'Nobody', 'Niemandem'),
      ],
    },
    {
      id: '2',
      texts: { en: 'What are warning signs?', de: 'Was sind Warnzeichen?' },
      several: true,
      choices: [
        choice('1', 'Hurry', 'Eile'),
        choice('2', 'A greeting', 'Eine Anrede'),
        choice('3', 'A new account', 'Ein neues Konto'),
      ],
    },
  ],
  solution: { 1: ['1'], 2: ['1', '3'] },
};

/** The checks of a model backend: what it asks, and the tries that it recorded. */
export class ModelChecks {
  readonly #asked = new Map<string, ModelCheck>();
  /** By id. */
  readonly attempts = new Map<string, CheckAttempt>();

  /** Asks it before an assignment is acknowledged; nothing any more where there is none. */
  ask(assignment: string, check: ModelCheck | undefined): void {
    if (check) this.#asked.set(assignment, check);
    else this.#asked.delete(assignment);
  }

  /** What is asked, or nothing. */
  read(assignment: string): KnowledgeCheck | undefined {
    const check = this.#asked.get(assignment);
    const { passMark, questions } = check ?? {};
    return (
      check && {
        ...{ assignment, passMark: passMark!, questions: questions! },
        hash: `sha256:${questions!.length}`.padEnd(71, '0'),
        ...this.#left(assignment, check),
        passed: [...this.attempts.values()].some(
          (one) => one.assignment === assignment && one.passed,
        ),
      }
    );
  }

  /** Records a try, or finds the one it repeats; nothing where nothing is asked, or no try is left. */
  record(id: string, { assignment, answers }: CheckAttemptDraft): CheckAttempt | undefined {
    const check = this.#asked.get(assignment as string);
    const known = this.attempts.get(id);
    if (known || !check || this.#left(assignment as string, check).triesLeft === 0) return known;
    const results = check.questions.map(({ id: question }) => {
      const given = answers.find((answer) => answer.question === question)?.choices ?? [];
      const right = [...given].sort().join() === check.solution[question]!.join();
      return { question, right, explanation: { en: `Because of ${question}.` } };
    });
    const right = results.filter((one) => one.right).length;
    const passed = right * 100 >= check.passMark * results.length;
    const made = {
      ...{ id, assignment: assignment as string, recordedAt: new Date().toISOString() },
      ...{ right, of: results.length, passed, results },
    };
    this.attempts.set(id, made);
    const left = this.#left(made.assignment, check);
    const isOver = passed || left.triesLeft === 0;
    Object.assign(made, left, {
      results: results.map((one) => ({
        ...one,
        ...(isOver && { solution: check.solution[one.question] }),
      })),
    });
    return made;
  }

  #left(assignment: string, { tries }: ModelCheck): Pick<KnowledgeCheck, 'triesLeft' | 'againAt'> {
    if (tries === undefined) return {};
    const taken = [...this.attempts.values()].filter((one) => one.assignment === assignment);
    const triesLeft = tries - taken.length;
    return { triesLeft, ...(triesLeft === 0 && { againAt: '2026-12-01T09:30:00.000Z' }) };
  }
}
