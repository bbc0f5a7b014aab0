import type { AnswerDraft } from '@heed/contract';
import { Failure } from '../http/failure.js';
import type { Standing } from '../incidents/rules.js';

/** The refusal of an answer; undefined when the caller may give it (RPL-2, RPL-3). */
export function refusal(
  { isReporter, mayHandle }: Standing,
  { internal = false }: AnswerDraft,
): Failure | undefined {
  if (mayHandle || (isReporter && !internal)) return undefined;
  return new Failure(
    'forbidden',
    isReporter
      ? 'Notes are for those who handle the report. Nothing was recorded.'
      : 'Whoever reported and those who handle it talk about it; you check it. Nothing was recorded.',
  );
}

/** On which side the caller says it: what whoever reported says is theirs, whatever else they do. */
export const sideOf = (
  { isReporter }: Standing,
  { internal = false }: AnswerDraft,
): 'reporter' | 'handler' => (isReporter && !internal ? 'reporter' : 'handler');
