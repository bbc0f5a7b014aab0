/** What is being written about a task by somebody who looks after it. */
export interface Remark {
  readonly text: string;
  /** Id of the one whom it is for, and their name; empty: everybody. */
  readonly person: string;
  readonly name: string;
  /** `yes` where the person is asked once more with it. */
  readonly again: '' | 'yes';
  /** `yes` where it was to be sent without a text. */
  readonly lacking: '' | 'yes';
  /** `yes` while the field for another due date is open. */
  readonly moving: '' | 'yes';
  /** The other due date, as its field has it. */
  readonly dueAt: string;
}

/** Nothing is written. */
export const noRemark: Remark = {
  ...{ text: '', person: '', name: '', again: '', lacking: '', moving: '', dueAt: '' },
};
