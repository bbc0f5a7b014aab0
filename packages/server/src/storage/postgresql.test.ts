import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type TestPostgres } from '../../../../test/setup/postgres.mjs';
import { createLogWriter } from '../log/writer.js';
import { ensureTenant } from '../log/tenants.js';
import { openDatabase, SqlError, StorageError, type Database } from './database.js';
import { checkLog } from './log-check.js';
import { migrate } from './migrate.js';
import { openPostgresql } from './postgresql.js';

/** One write of the log that also adds to table `deeds`. */
const deed = (id: string, before = 'select 1') => ({
  work: async (tx: { query: Database['query'] }) => {
    await tx.query(before);
    await tx.query('insert into deeds values ($1)', [id]);
    return { result: id, events: [{ type: 'heed.test.done', record: { id }, subject: id }] };
  },
});

async function newLog(url: string): Promise<Database> {
  const db = await openDatabase({ url });
  await migrate(db);
  await ensureTenant(db, 'acme', 'isms.example.com/log');
  await db.query('create table if not exists deeds (id text primary key)');
  return db;
}

describe('a PostgreSQL server that is set up differently', () => {
  let server: TestPostgres;
  before(async () => void (server = await startPostgres()));
  after(() => server.stop());
  const newDatabase = async (setting: string): Promise<string> => {
    const url = await server.createDatabase();
    await set(url, setting);
    return url;
  };
  const set = async (url: string, setting: string): Promise<void> => {
    const admin = await openDatabase({ url });
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} set ${setting}`);
    await admin.close();
  };

  test('serializable by default: conflicts are repeated until they succeed, in one statement and in many', async () => {
    const url = await newDatabase(`default_transaction_isolation = 'serializable'`);
    const one = await newLog(url);
    const two = await openDatabase({ url });
    await one.query('create table counter (n int)');
    await one.query('insert into counter values (0)');
    const add = (db: Database) => db.query('update counter set n = n + 1');
    await Promise.all(Array.from({ length: 40 }, (_, n) => add(n % 2 ? one : two)));
    assert.deepEqual(await one.query('select n from counter'), [{ n: 40 }]);
    const [first, second] = [createLogWriter(one), createLogWriter(two)];
    const writes = Array.from({ length: 300 }, async (_, n) => {
      await pause(n % 60);
      await (n % 2 ? first : second).write('acme', deed(`serial-${n}`).work);
    });
    await Promise.all(writes);
    assert.equal((await checkLog(one, 'acme')).leaves, 300);
    for (const writer of [first, second]) await writer.close();
    for (const db of [one, two]) await db.close();
  });

  test('more requests than connections: they wait, and those that wait too long are told what is wrong', async () => {
    const url = await server.createDatabase();
    const db = await openPostgresql(url, { connections: 4, waitMs: 3_000 });
    const hold = (seconds: number) =>
      db.transaction((tx) => tx.query('select pg_sleep($1)', [seconds]));
    const started = performance.now();
    await Promise.all(Array.from({ length: 16 }, () => hold(0.1)));
    assert.ok(performance.now() - started < 60_000);
    const holding = Array.from({ length: 4 }, () => hold(6));
    for (const each of holding) each.catch(() => undefined);
    await pause(500);
    await assert.rejects(db.query('select 1'), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /all 4 connections.*busy/i);
      return true;
    });
    await Promise.all(holding);
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    await db.close();
  });

  test('statement_timeout: the slow write of a batch is told so, the others are stored', async () => {
    const url = await server.createDatabase();
    // Migrations on a slow disk take longer than what is to time out here.
    await (await newLog(url)).close();
    await set(url, `statement_timeout = '2s'`);
    const db = await openDatabase({ url });
    const writer = createLogWriter(db);
    const outcomes = await Promise.allSettled([
      writer.write('acme', deed('quick 1').work),
      writer.write('acme', deed('slow', 'select pg_sleep(20)').work),
      writer.write('acme', deed('quick 2').work),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    const { reason } = outcomes[1] as PromiseRejectedResult;
    assert.ok(reason instanceof SqlError);
    assert.equal(reason.code, '57014');
    assert.match(reason.message, /statement_timeout.*role/);
    assert.equal((await checkLog(db, 'acme')).leaves, 2);
    await writer.close();
    await db.close();
  });

  test('read-only, as a standby is: writes are refused as an outage, and go on when it is over', async () => {
    const url = await server.createDatabase();
    const db = await newLog(url);
    const writer = createLogWriter(db);
    await writer.write('acme', deed('before').work);
    const name = new URL(url).pathname.slice(1);
    const admin = await openDatabase({ url: server.url });
    const setReadOnly = (value: string) =>
      admin.query(`alter database ${name} set default_transaction_read_only = ${value}`);
    const reconnect = () =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
    await setReadOnly('on');
    await reconnect();
    await assert.rejects(writer.write('acme', deed('meanwhile').work), StorageError);
    await assert.rejects(writer.write('acme', deed('meanwhile').work), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /only takes reads.*primary/);
      return true;
    });
    await setReadOnly('off');
    // No reconnect here: a session of a server that was demoted has to be given up by itself.
    await writer.write('acme', deed('after').work);
    assert.equal((await checkLog(db, 'acme')).leaves, 2);
    await writer.close();
    await db.close();
    await admin.close();
  });

  test('going down and coming back: an outage, not a refusal of every single write', async () => {
    const url = await server.createDatabase();
    const db = await newLog(url);
    const ended = db.query('select pg_sleep(20)');
    ended.catch(() => undefined);
    const sleeping = `select 1 from pg_stat_activity where query = 'select pg_sleep(20)' and state = 'active'`;
    while ((await db.query(sleeping)).length === 0) await pause(20);
    await server.restart('SIGINT');
    await assert.rejects(ended, StorageError);
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    await db.close();
  });
});
