import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../setup/server.mjs';
import { row } from './rows.mjs';

/** Milliseconds from the command to the printed address, with the starter content. */
export default async function measure({ short = false } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const start = async () => {
    const begun = performance.now();
    const server = await startServer({ args: ['--dev'], data });
    const taken = Math.round(performance.now() - begun);
    await server.stop();
    return taken;
  };
  try {
    const first = await start();
    const again = [await start()];
    while (!short && again.length < 3) again.push(await start());
    const next = again.sort((a, b) => a - b)[again.length >> 1];
    return [
      row('start with a new data folder', first, 'ms'),
      row(`start with the data there (median of ${again.length})`, next, 'ms', 5_000),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
