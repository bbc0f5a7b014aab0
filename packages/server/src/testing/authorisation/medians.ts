/** Median times of two kinds of request, in milliseconds. */
export interface Medians {
  one: number;
  other: number;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Sends two kinds of request in turn, each as often as the other and each as often first, so that whatever else the
 * machine does falls on both.
 */
export async function medians(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  times: number,
): Promise<Medians> {
  const taken: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let round = 0; round < times; round++) {
    const isOneFirst = round % 2 === 0;
    if (isOneFirst) taken.one.push(await timed(one));
    taken.other.push(await timed(other));
    if (!isOneFirst) taken.one.push(await timed(one));
  }
  return { one: median(taken.one), other: median(taken.other) };
}

/** Whether the medians differ by no more than chance: a quarter, and a fifth of a millisecond. */
export function isSame({ one, other }: Medians): boolean {
  return Math.abs(one - other) <= Math.max(one, other) * 0.25 + 0.2;
}
