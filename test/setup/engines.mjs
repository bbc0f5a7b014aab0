/** Runs the same tests on both storage engines: PGlite in a temporary folder, and a real PostgreSQL server. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { startPostgres } from './postgres.mjs';

// A statement beside the transaction that it belongs to is a mistake that a test has to show.
process.env.HEED_TEST_TRANSACTIONS = '1';

/** A temporary folder that is deleted when the test process ends. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-test-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {(engine: import('./engines.d.mts').Engine) => void} tests */
export function eachEngine(title, tests) {
  describe(`${title} (embedded)`, () => {
    tests({
      name: 'embedded',
      newLocation: async () => ({ folder: temporaryFolder() }),
    });
  });
  describe(`${title} (postgresql)`, () => {
    let server;
    before(async () => {
      server = await startPostgres();
    });
    tests({
      name: 'postgresql',
      newLocation: async () => ({ url: await server.createDatabase() }),
    });
    after(() => server?.stop());
  });
}
