/** Ids that are remembered, so that what is told again by somebody who was behind is known. */
const MOST = 1000;

/** Up to where events were told. */
export class Place {
  /** Id of the last event that was told. */
  after: string | undefined;
  #lately = new Set<string>();

  /** Everything up to this event was told. */
  move(id: string): void {
    this.after = id;
    this.#lately.add(id);
    if (this.#lately.size > MOST) this.#lately.delete(this.#lately.keys().next().value!);
  }

  /** Whether everything up to this event was told. */
  has(id: string): boolean {
    return this.#lately.has(id);
  }
}
