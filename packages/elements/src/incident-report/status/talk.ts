import type { Answer, Incident, OutboxEntry, Unlock } from '@heed/sdk';
import type { Words } from './status.strings.js';

/** An answer of this person that the backend has not recorded yet. */
export type WaitingAnswer = Extract<OutboxEntry, { kind: 'answer' }>;

/** One report and what is said about it, as a view draws it. */
export interface Talk {
  readonly words: Words;
  /** BCP 47, for dates. */
  readonly dates: string;
  readonly incident: Incident;
  /** What was said; absent while it is not known. */
  readonly answers: readonly Answer[] | undefined;
  /** Who had themselves shown who reported it. */
  readonly unlocks: readonly Unlock[];
  /** What was said could not be loaded. */
  readonly isMissing: boolean;
  readonly waiting: readonly WaitingAnswer[];
  /** What is being written. */
  readonly written: string;
  readonly isBusy: boolean;
  /** What went wrong, in words; empty when nothing did. */
  readonly note: string;
  write(text: string): void;
  send(): void;
  retry(entry: WaitingAnswer): void;
  takeBack(entry: WaitingAnswer): void;
  /** Asks once more for what was said. */
  again(): void;
}
