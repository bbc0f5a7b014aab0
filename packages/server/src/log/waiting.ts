import { Failure } from '../http/failure.js';

/** About what can be recorded in a second: who came later would wait for longer than anybody looks at a screen. */
const mostOfATenant = 2_000;

/**
 * What waits for the next transaction. Every tenant has a line of its own, and each is served in turn: however long
 * one line is, the first of another is in the next batch.
 */
export class Waiting<T extends { readonly tenant: string }> {
  readonly #lines = new Map<string, T[]>();

  /** Whether nobody waits. */
  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /**
   * Puts one at the end of its tenant's line.
   *
   * @throws {Failure} unavailable, when the line is full: refusing at once beats a queue that only grows.
   */
  add(one: T): void {
    const line = this.#lines.get(one.tenant);
    if (!line) this.#lines.set(one.tenant, [one]);
    else if (line.length < mostOfATenant) line.push(one);
    else {
      throw new Failure(
        'unavailable',
        'More is being recorded than this service can take in at once. Nothing of this request was recorded: send it again with the same key in 2 s.',
        { headers: { 'Retry-After': '2' } },
      );
    }
  }

  /** Takes at most `most`: one of each line in turn, each line in the order of its coming. */
  next(most: number): T[] {
    const taken: T[] = [];
    for (const [tenant, line] of this.#lines) {
      const one = taken.length < most ? line.shift() : undefined;
      if (one === undefined) break;
      taken.push(one);
      // To the end of the map, where this very loop comes to it again.
      this.#lines.delete(tenant);
      if (line.length > 0) this.#lines.set(tenant, line);
    }
    return taken;
  }
}
