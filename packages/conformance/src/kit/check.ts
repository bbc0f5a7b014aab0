import type { Trial } from './trial.js';

/** One thing that is tried, and the requirements that it is about. */
export interface Check {
  /** Stable, such as `acknowledgements/replay`. */
  readonly id: string;
  /** What holds when it passes, in one sentence without a full stop. */
  readonly title: string;
  /** Ids of requirements of the contract. */
  readonly requirements: readonly [string, ...string[]];
  /** It records something: left out in a read-only run. */
  readonly writes?: true;
  /** It waits for longer than it asks: begun with the run and told in its turn. */
  readonly waits?: true;
  /** Passes when it resolves. */
  run(trial: Trial): Promise<void>;
}

/** Checks of one noun or rule, in the order in which they run. */
export function checks(...all: readonly Check[]): readonly Check[] {
  return all;
}

/** The backend did not do what a requirement says. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
}

/** What the check needs is not there, so it says nothing of the backend. */
export class Skip extends Error {
  override readonly name = 'Skip';
}

/** Fails the check unless `holds`. */
export function expect(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Unmet(otherwise);
}

/** Fails the check. */
export function unmet(message: string): never {
  throw new Unmet(message);
}

/** JSON with the members of every object in one order. */
function ordered(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Fails the check unless both are the same as JSON, where members have no order. */
export function expectEqual(found: unknown, wanted: unknown, what: string): void {
  const [is, should] = [ordered(found), ordered(wanted)];
  if (is === should) return;
  throw new Unmet(`${what} is ${cut(is)}, and has to be ${cut(should)}`);
}

/** So much of a text as fits into a message. */
export function cut(text: string | undefined, most = 300): string {
  if (text === undefined) return 'absent';
  return text.length > most ? `${text.slice(0, most)} … (${text.length} characters)` : text;
}
