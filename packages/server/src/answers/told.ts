import type { Answer } from '@heed/contract';
import type { StoredAnswer } from './records.js';

/** What of an answer is for the caller. */
export interface Seen {
  /** Who of those who handle it said it, and the files. */
  names: boolean;
  /** Who reported. */
  reporter: boolean;
}

/** An answer as the contract tells it. */
export function toldAnswer(
  { id, incident, side, person, authorName, ...answer }: StoredAnswer,
  seen: Seen,
): Answer {
  const isNamed = person !== null && (side === 'reporter' ? seen.reporter : seen.names);
  return {
    ...{ id, incident, by: side },
    ...(isNamed && { author: { id: person, displayName: authorName ?? person } }),
    ...{ recordedAt: answer.recordedAt, text: answer.text },
    ...(answer.attachments !== null && seen.names && { attachments: answer.attachments }),
    ...(answer.internal && { internal: true }),
  };
}
