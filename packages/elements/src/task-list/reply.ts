/** What is being written about a task by a person of whom it is asked. */
export interface Reply {
  readonly comment: string;
  readonly reason: string;
  /** `yes` while the field for the reason is open. */
  readonly declining: '' | 'yes';
  /** `yes` where it was to be sent without a reason. */
  readonly lacking: '' | 'yes';
}

/** Nothing is written. */
export const noReply: Reply = { comment: '', reason: '', declining: '', lacking: '' };
