/** What is being written about one task. */
export interface Draft {
  readonly comment: string;
  readonly reason: string;
  /** Whether the field for the reason is open. */
  readonly isDeclining: boolean;
  /** Whether it was to be sent without a reason. */
  readonly lacksReason: boolean;
}

const nothing: Draft = { comment: '', reason: '', isDeclining: false, lacksReason: false };

/** What the person writes, by task: it is there until it waits to be sent, whatever becomes of the list. */
export class Written {
  readonly #drafts = new Map<string, Draft>();

  constructor(private readonly changed: () => void) {}

  of(task: string): Draft {
    return this.#drafts.get(task) ?? nothing;
  }

  write(task: string, more: Partial<Draft>): void {
    this.#drafts.set(task, { ...this.of(task), ...more });
    this.changed();
  }
}
