// Runs seeds of schedules against one engine; a seed that fails is made as short as it can be, and printed.
import fc from 'fast-check';
import { startBackend } from './backend.mjs';
import { judge, readHeld } from './checker.mjs';
import { createCompany } from './company.mjs';
import { checkLog } from './log-check.mjs';
import { startChromiumDevices } from './device-chromium.mjs';
import { startNetwork } from './network.mjs';
import { schedules, tell } from './schedule.mjs';
import { play } from './world.mjs';

/** Attempts at making a failing schedule shorter. */
const shrinks = 60;

/**
 * Runs `count` schedules on an engine and then checks the whole log.
 *
 * @param {{ where: 'node' | 'chromium', engine: 'embedded' | 'postgresql', count: number, seed: number, schedule?: unknown[], quick?: boolean, report?: (line: string) => void }} options
 * `schedule` is played instead of those of the seed; with `quick` a failure is not made shorter.
 * @returns {Promise<{ failure?: string, counts: Record<string, number>, injected: Map<string, number>, log: { entries: number, acts: number } | undefined }>}
 */
export async function runSeeds({
  where,
  engine,
  count,
  seed,
  schedule: given,
  quick = false,
  report = () => undefined,
}) {
  const company = createCompany(2 * (count + shrinks));
  const backend = await startBackend(engine, company.folder);
  // Node's devices take over the clock of the process that loads them.
  const startDevices =
    where === 'node' ? (await import('./device-node.mjs')).startNodeDevices : startChromiumDevices;
  const computers = await startDevices();
  const network = await startNetwork(() => backend.url, computers.files);
  const injected = new Map();
  const counts = {};
  let played = 0;
  let shortest;
  try {
    const property = fc.asyncProperty(given ? fc.constant(given) : schedules, async (schedule) => {
      if (played >= count + shrinks) return;
      const people = [`p${2 * played}`, `p${2 * played + 1}`];
      played += 1;
      const parts = { backend, network, company, computers, people, injected };
      const history = await play(schedule, parts);
      const { violations, counts: found } = await judge(history, await readHeld(backend, people));
      for (const [name, n] of Object.entries(found)) counts[name] = (counts[name] ?? 0) + n;
      if (violations.length > 0) {
        shortest = { schedule, violations };
        throw new Error(violations.join('\n'));
      }
      if (played % 50 === 0) report(`${played} of ${count} schedules in ${where} on ${engine}`);
    });
    const { failed, errorInstance } = await fc.check(property, {
      seed,
      numRuns: count,
      endOnFailure: quick,
    });
    if (failed && !shortest) throw errorInstance;
    const failure = failed
      ? `${shortest.violations.join('\n')}\nin this schedule:\n${tell(shortest.schedule)}\n` +
        `Replay: node test/faults/run.mjs --where ${where} --engine ${engine} --count 5 --schedule '${JSON.stringify(shortest.schedule)}'`
      : undefined;
    const log = failed ? undefined : await checkLog(backend);
    for (const [fault, times] of network.injected) injected.set(fault, times);
    return { failure, counts, injected, log };
  } finally {
    await computers.stop();
    await network.stop();
    await backend.stop();
    company.remove();
  }
}

/** What a run did, in words and numbers. */
export function summary({ counts, injected, log }) {
  const acts = Object.entries(counts).map(([name, n]) => `${name} ${n}`);
  const faults = [...injected]
    .sort()
    .map(([fault, times]) => `  ${String(times).padStart(6)}  ${fault}`);
  const proof = log ? [`log: ${log.entries} entries, root as signed, ${log.acts} acts`] : [];
  return [`acts: ${acts.join(', ')}`, ...proof, 'faults:', ...faults].join('\n');
}
