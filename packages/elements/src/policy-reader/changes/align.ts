import { diffArrays } from 'diff';

/** One line of a comparison: what was, what is now, or both of what belongs together. */
export type Pair<T> = { was: T; now: T } | { was: T; now?: never } | { was?: never; now: T };

/** What two sequences of things are compared by. */
export interface Comparing<T> {
  key(one: T): string;
  /** How alike two are whose keys differ, 0 to 1; below {@link alikeEnough} they do not belong together. */
  likeness(was: T, now: T): number;
}

const alikeEnough = 0.5;

/** More edits than this: the text is another one, and a comparison would say nothing. */
const mostEdits = 2000;

/** More pairs than this are not weighed against each other. */
const mostWeighed = 10_000;

/**
 * Finds for each thing of one sequence what it became in another, in the order of both.
 *
 * @returns undefined when the two have too little in common.
 */
export function align<T>(
  was: readonly T[],
  now: readonly T[],
  comparing: Comparing<T>,
): Pair<T>[] | undefined {
  const edits = diffArrays(was.map(comparing.key), now.map(comparing.key), {
    maxEditLength: mostEdits,
  });
  const pairs: Pair<T>[] = [];
  let [w, n] = [0, 0];
  let gone: T[] = [];
  let come: T[] = [];
  const weigh = (): void => {
    pairs.push(...matched(gone, come, comparing));
    gone = [];
    come = [];
  };
  for (const { count, removed, added } of edits ?? []) {
    if (removed) gone.push(...was.slice(w, (w += count)));
    else if (added) come.push(...now.slice(n, (n += count)));
    else {
      weigh();
      for (let i = 0; i < count; i++) pairs.push({ was: was[w++]!, now: now[n++]! });
    }
  }
  weigh();
  return edits && pairs;
}

/** Brings together what is alike, in order, so that the likeness of all is the greatest. */
function matched<T>(was: T[], now: T[], { likeness }: Comparing<T>): Pair<T>[] {
  if (was.length * now.length > mostWeighed || !was.length || !now.length) {
    return [...was.map((one) => ({ was: one })), ...now.map((one) => ({ now: one }))];
  }
  // best[i][j]: the most that was[i…] and now[j…] can have in common.
  const best = Array.from({ length: was.length + 1 }, () => new Float64Array(now.length + 1));
  const alike = was.map((w) => now.map((n) => likeness(w, n)));
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const together = alike[i]![j]! >= alikeEnough ? alike[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(together, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < now.length) {
    const left = i < was.length && best[i]![j] === best[i + 1]![j];
    if (j === now.length || left) pairs.push({ was: was[i++]! });
    else if (i === was.length || best[i]![j] === best[i]![j + 1]) pairs.push({ now: now[j++]! });
    else pairs.push({ was: was[i++]!, now: now[j++]! });
  }
  return pairs;
}

/** How many words two texts share, 0 to 1 (Dice). */
export function share(was: readonly string[], now: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of was) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of now) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return was.length + now.length ? (2 * common) / (was.length + now.length) : 0;
}
