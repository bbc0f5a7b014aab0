/** Runs tests on the storage engines: PGlite in a temporary folder, and a real PostgreSQL server. */
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

/** @typedef {(engine: import('./engines.d.mts').Engine) => void} Tests */

/** @param {Tests} tests */
export function eachEngine(title, tests) {
  onEmbedded(title, tests);
  onPostgresql(title, tests);
}

/**
 * What is decided before a row is read or after it was: the same on both, so once is enough. `npm run soak -- engines`
 * runs it on each.
 *
 * @param {Tests} tests
 */
export function oneEngine(title, tests) {
  if (process.env.SOAK) onEmbedded(title, tests);
  onPostgresql(title, tests);
}

/** @param {Tests} tests */
function onEmbedded(title, tests) {
  describe(`${title} (embedded)`, () => {
    tests({
      name: 'embedded',
      newLocation: async () => ({ folder: temporaryFolder() }),
    });
  });
}

/** @param {Tests} tests */
function onPostgresql(title, tests) {
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
