/**
 * The members every acknowledgement record has. A record is open: a backend may add members, and
 * all of them are committed to. Times are RFC 3339 UTC.
 */
export interface AcknowledgementRecord {
  readonly id: string;
  readonly tenant: string;
  readonly person: { readonly id: string; readonly userName: string; readonly displayName: string };
  readonly policy: { readonly id: string; readonly title: string };
  /** Number of the policy version. */
  readonly version: number;
  /** SHA-256 of the canonical document that was displayed. */
  readonly contentHash: string;
  /** Language of the text that was displayed, BCP 47. */
  readonly language: string;
  /** The sentence the person acknowledged, and its SHA-256. */
  readonly statement: { readonly text: string; readonly hash: string };
  /** When the backend recorded it. */
  readonly recordedAt: string;
  /** When the person acted, by the clock of their device. */
  readonly clientTime: string;
  /** How the text was displayed: `visual`, `assistive`, `speech` or `print`. */
  readonly method: string;
  /** The knowledge check that was passed before, where one was asked for. */
  readonly check?: {
    /** Id of the attempt, whose answers are an entry of their own. */
    readonly attempt: string;
    /** Answers that were right, of so many questions. */
    readonly right: number;
    readonly of: number;
    /** Percent that were enough. */
    readonly passMark: number;
  };
}
