import type { Problem, ProblemCode } from '@heed/contract';
import { Failure, type FailureFacts } from './failure.js';

/** The backend refused and said why (RFC 9457 problem details). */
export class ProblemError extends Failure {
  declare readonly kind: 'problem';
  declare readonly status: number;
  /** The whole answer. */
  declare readonly problem: Problem;
  /** Which registered problem; backends of a later v1 may know more of them. */
  readonly code: ProblemCode | (string & {});

  constructor(facts: FailureFacts & { problem: Problem }) {
    const { problem } = facts;
    super([problem.title, problem.detail].filter(Boolean).join('. '), facts);
    this.kind = 'problem';
    this.code = problem.code;
  }
}
