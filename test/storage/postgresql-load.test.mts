import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type TestPostgres } from '../setup/postgres.mjs';
import { startProcess, type TestProcess } from '../setup/processes.mjs';
import { startProxy } from '../setup/proxy.mjs';
import { openDatabase } from '../../packages/server/src/storage/database.ts';
import { checkLog } from '../../packages/server/src/storage/log-check.ts';

const kills = process.env.SOAK ? 24 : 3;
const failovers = process.env.SOAK ? 4 : 1;
const people = process.env.SOAK ? 700 : 120;

/** Ids that a process has confirmed, besides what it says of itself. */
const idsOf = (run: TestProcess): string[] =>
  run.lines.filter((line) => /^[0-9a-f-]{36}$/.test(line));

/** Everything confirmed is there, every acknowledgement has its leaf, the root over the leaves is the signed one. */
async function check(url: string, confirmed: ReadonlySet<string>): Promise<number> {
  const db = await openDatabase({ url });
  try {
    return await db.transaction(async (tx) => {
      // The process goes on writing meanwhile.
      await tx.query('set transaction isolation level repeatable read, read only');
      const rows = await tx.query<{ id: string }>('select id from acknowledgements');
      const stored = new Set(rows.map(({ id }) => id));
      assert.deepEqual(
        [...confirmed].filter((id) => !stored.has(id)),
        [],
        'confirmed and lost',
      );
      const { acknowledgements } = await checkLog(tx, 'acme');
      assert.equal(acknowledgements, stored.size);
      return stored.size;
    });
  } finally {
    await db.close();
  }
}

/** Waits for so many more confirmations than there are. */
async function grow(run: TestProcess, count: number): Promise<void> {
  const wanted = run.lines.length + count;
  await run.line(wanted);
  assert.ok(run.lines.length > wanted, `it ended: ${run.lines.at(-1)}`);
}

describe('PostgreSQL under the load of 64 people at once', () => {
  let server: TestPostgres;
  before(async () => void (server = await startPostgres()));
  after(() => server.stop());

  test(`nothing confirmed is lost in ${kills} kills of the process, of the database, and of both`, async (t) => {
    const url = await server.createDatabase();
    const confirmed = new Set<string>();
    const count = { process: 0, database: 0 };
    let from = 0;
    let run: TestProcess | undefined;
    t.after(() => run?.kill());
    for (let kill = 0; kill < kills; kill++) {
      run ??= startProcess('acknowledging-process.mts', url, String(people), String(from));
      assert.equal(await run.line(0), 'open');
      await grow(run, 40);
      await pause(Math.random() * 500);
      const [killsProcess, killsDatabase] = [kill % 3 !== 1, kill % 3 !== 0];
      const database = killsDatabase ? server.restart('SIGKILL') : undefined;
      if (killsProcess) await run.kill();
      await database;
      count.process += Number(killsProcess);
      count.database += Number(killsDatabase);
      for (const id of idsOf(run)) confirmed.add(id);
      if (killsProcess) {
        from = confirmed.size;
        run = undefined;
      } else await grow(run, 40);
      await check(url, confirmed);
    }
    await run?.kill();
    t.diagnostic(
      `${count.process} kills of the process, ${count.database} of the database: ${confirmed.size} confirmed, ` +
        `${await check(url, confirmed)} stored, none missing`,
    );
  });
});

test(`nothing confirmed is lost in ${failovers} failovers to a standby under load`, async (t) => {
  const primaries = [await startPostgres()];
  t.after(async () => {
    for (const each of primaries) await each.stop();
  });
  const portOf = (server: TestPostgres) => Number(new URL(server.url).port);
  const first = primaries[0];
  assert.ok(first);
  const proxy = await startProxy(portOf(first));
  t.after(() => proxy.stop());
  const url = new URL(await first.createDatabase());
  url.port = String(proxy.port);
  const run = startProcess('acknowledging-process.mts', url.href, String(people), '0');
  t.after(() => run.kill());
  assert.equal(await run.line(0), 'open');
  let primary = first;
  for (let failover = 1; failover <= failovers; failover++) {
    const standby = await primary.startStandby();
    if (!standby) return t.skip('pg_basebackup is not installed');
    primaries.push(standby);
    await grow(run, 100);
    await primary.kill();
    const before = idsOf(run).length;
    const started = performance.now();
    await standby.promote();
    proxy.leadTo(portOf(standby));
    await grow(run, 40);
    const gap = Math.round(performance.now() - started);
    const stored = await check(url.href, new Set(idsOf(run)));
    t.diagnostic(
      `failover ${failover}: ${before} confirmed before, ${stored} stored after; writing again ${gap} ms after the promotion began`,
    );
    primary = standby;
  }
});
