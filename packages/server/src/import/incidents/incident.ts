import type { TriageDraft } from '@heed/contract';

/** A class and type of RSIT. */
export type IncidentClass = NonNullable<TriageDraft['class']>;

/** Something that happened before, as an earlier register has it. */
export interface ImportedIncident {
  /** Stable, from what the register calls it. */
  id: string;
  /** BCP 47. */
  language: string;
  noticed: string;
  /** RFC 3339 UTC, as are the others. */
  noticedAt?: string;
  reportedAt: string;
  awareAt?: string;
  /** Absent where it is still handled. */
  closedAt?: string;
  kind: NonNullable<TriageDraft['kind']>;
  class: IncidentClass;
  severity?: NonNullable<TriageDraft['severity']>;
  outcome: NonNullable<TriageDraft['outcome']>;
  assets: string[];
  personalData?: boolean;
  /** What was done in the end. */
  resolved?: string;
  /** Everything that has no place of its own, one line each: a note for those who handle reports. */
  rest: string[];
}
