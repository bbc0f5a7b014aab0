import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before as beforeAll, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { actTogether, gather, type Crowd } from '../setup/crowd.mts';
import { temporaryFolder } from '../setup/engines.mjs';
import { startPostgres, type TestPostgres } from '../setup/postgres.mjs';
import type { DatabaseLocation } from '../../packages/server/src/storage/database.ts';
import { checkLog } from '../../packages/server/src/storage/log-check.ts';

const isLong = Boolean(process.env.SOAK);
const people = isLong ? 400 : 60;
const writtenMeanwhile = isLong ? 2_000 : 200;
const main = fileURLToPath(new URL('../../packages/server/bin/heed.js', import.meta.url));

/** `heed export` or `heed import` in a process of its own. */
async function heed(command: string, location: DatabaseLocation, file: string): Promise<string> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [main, command, file, ...('folder' in location ? ['--data', location.folder] : [])],
    { env: { ...environment, ...('url' in location && { DATABASE_URL: location.url }) } },
  );
  return stdout;
}

/** The lines of a backup without the time that it was taken at, in an order that no engine decides. */
function contentOf(file: string): string[] {
  const [header = '', ...lines] = gunzipSync(fs.readFileSync(file)).toString().trim().split('\n');
  const { takenAt: _, ...rest } = JSON.parse(header) as { takenAt: string };
  return [JSON.stringify(rest), ...lines.sort()];
}

async function idsOf({ office }: Crowd): Promise<Set<string>> {
  const rows = await office.db.query<{ id: string }>('select id from acknowledgements');
  return new Set(rows.map(({ id }) => id));
}

/** The restored database has what was confirmed before, takes up the work, and its old receipts are the same bytes. */
async function goOn(location: DatabaseLocation, confirmed: readonly string[]): Promise<void> {
  const crowd = await gather(location, people);
  try {
    await check(crowd, confirmed);
  } finally {
    await crowd.office.close();
  }
}

async function check(crowd: Crowd, confirmed: readonly string[]): Promise<void> {
  const ids = await idsOf(crowd);
  assert.deepEqual(
    confirmed.filter((id) => !ids.has(id)),
    [],
    'confirmed before the backup and not in it',
  );
  const fresh: string[] = [];
  const next = { writers: 8, from: crowd.size - 40, until: () => false };
  await actTogether(crowd, { ...next, done: (id) => fresh.push(id) });
  assert.equal(fresh.filter((id) => !ids.has(id)).length, 40);
  const { acknowledgements } = await checkLog(crowd.office.db, 'acme');
  assert.equal(acknowledgements, ids.size + 40);
}

describe('backup', () => {
  let server: TestPostgres;
  beforeAll(async () => void (server = await startPostgres()));
  after(() => server.stop());
  const places: Record<string, () => Promise<DatabaseLocation>> = {
    embedded: async () => ({ folder: path.join(temporaryFolder(), 'data') }),
    postgresql: async () => ({ url: await server.createDatabase() }),
  };

  for (const [from, newPlace] of Object.entries(places)) {
    test(`taken of ${from} under load, restored on both engines`, async (t) => {
      const files = temporaryFolder();
      const location = await newPlace();
      const crowd = await gather(location, people);
      t.after(() => crowd.office.close().catch(() => undefined)); // a second time when all went well
      const confirmed: string[] = [];
      let written = false;
      let longest = 0;
      let last = performance.now();
      const acting = actTogether(crowd, {
        writers: 64,
        from: 0,
        until: () => written || confirmed.length >= crowd.size - 100,
        done(id) {
          confirmed.push(id);
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        },
      });
      while (confirmed.length < 200) await pause(20);
      longest = 0;
      let file = '';
      let before = 0;
      let held = 0;
      let during = 0;
      for (let taken = 1; during < writtenMeanwhile; taken++) {
        file = path.join(files, `backup-${taken}`);
        before = confirmed.length;
        held = Number(
          /with (\d+) acknowledgements/.exec(await heed('export', location, file))?.[1],
        );
        assert.ok(held >= before && held <= confirmed.length + 64, `${before} ≤ ${held}`);
        during += confirmed.length - before;
        t.diagnostic(
          `backup ${taken}: ${before} confirmed before, ${held} in it, ${confirmed.length} confirmed after; ` +
            `longest time without a confirmation so far ${Math.round(longest)} ms`,
        );
      }
      written = true;
      await acting;
      await crowd.office.close();

      for (const [to, newTarget] of Object.entries(places)) {
        if (to === from && !isLong) continue;
        const target = await newTarget();
        assert.match(await heed('import', target, file), new RegExp(`${held} acknowledgements`));
        const again = path.join(files, `again-from-${to}`);
        await heed('export', target, again);
        assert.deepEqual(
          contentOf(again),
          contentOf(file),
          'not the same after the way there and back',
        );
        await goOn(target, confirmed.slice(0, before));
      }
    });
  }
});
