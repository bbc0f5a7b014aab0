/**
 * The members every acknowledgement record has. A record is open: a backend may add members, and
 * all of them are committed to. Times are RFC 3339 UTC.
 */
export interface AcknowledgementRecord {
  /** Id of the acknowledgement. */
  readonly id: string;
  /** Name of the tenant, as the backend has it. */
  readonly tenant: string;
  /** Who acknowledged, as they were known then. */
  readonly person: {
    /** Id of the person. */
    readonly id: string;
    /** What they sign in with. */
    readonly userName: string;
    /** As colleagues know them. */
    readonly displayName: string;
  };
  /** What was acknowledged. */
  readonly policy: {
    /** Id of the policy. */
    readonly id: string;
    /** Its title then. */
    readonly title: string;
  };
  /** Number of the policy version. */
  readonly version: number;
  /** Content hash of the document that was displayed: `sha256:` and 64 hexadecimal digits. */
  readonly contentHash: string;
  /** Language of the text that was displayed, BCP 47. */
  readonly language: string;
  /** The sentence the person acknowledged. */
  readonly statement: {
    /** In the language of the text that was displayed, or else in one that the statement has. */
    readonly text: string;
    /** Hash of the statement in all its languages, as the contract has it. */
    readonly hash: string;
  };
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
    /** Answers that were right. */
    readonly right: number;
    /** Questions. */
    readonly of: number;
    /** Percent that were enough. */
    readonly passMark: number;
  };
}
