import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { openDatabase, StorageError } from './database.js';
import { engineVersion } from './template.js';

describe('embedded', () => {
  test('keeps its data from one opening to the next', async () => {
    const folder = path.join(temporaryFolder(), 'made', 'as', 'needed');
    const first = await openDatabase({ folder });
    await first.query('create table notes (id int primary key)');
    await first.query('insert into notes values (1)');
    await first.close();
    const second = await openDatabase({ folder });
    assert.deepEqual(await second.query('select id from notes'), [{ id: 1 }]);
    await second.close();
    await assert.rejects(second.query('select 1'), /closed/);
  });

  test('starts again when it was killed while it created the folder', async () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'database.unfinished', 'base'), { recursive: true });
    const db = await openDatabase({ folder });
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    await db.close();
  });

  test('leaves a folder alone that holds something else', async () => {
    const folder = temporaryFolder();
    const foreign = path.join(folder, 'database', 'migrations', '001.php');
    fs.mkdirSync(path.dirname(foreign), { recursive: true });
    fs.writeFileSync(foreign, 'precious');
    await assert.rejects(openDatabase({ folder }), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /is not a database of Heed.*another folder/);
      return true;
    });
    assert.equal(fs.readFileSync(foreign, 'utf8'), 'precious');
  });

  test('says what is wrong with a folder that is a file', async () => {
    const file = path.join(temporaryFolder(), 'file');
    fs.writeFileSync(file, '');
    await assert.rejects(openDatabase({ folder: file }), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /cannot be used as a data folder/);
      return true;
    });
  });

  test('says which version is needed for a folder of another PostgreSQL', async () => {
    const folder = temporaryFolder();
    await (await openDatabase({ folder })).close();
    fs.writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '17\n');
    await assert.rejects(openDatabase({ folder }), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /written by PostgreSQL 17.*Export/);
      return true;
    });
  });

  test('does not block this thread during a long statement', async () => {
    const db = await openDatabase({ folder: temporaryFolder() });
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await db.query('select sum(n) from generate_series(1, 1000000) as n');
    clearInterval(timer);
    assert.ok(turns > 2, `${turns} turns of the event loop`);
    await db.close();
  });

  test('makes its own checkpoints, so that the write-ahead log does not grow without end', async (t) => {
    const db = await openDatabase({ folder: temporaryFolder() });
    t.after(() => db.close());
    const redo = async () =>
      (
        await db.query<{ at: string }>('select redo_lsn::text as at from pg_control_checkpoint()')
      )[0];
    const before = await redo();
    await db.query('create table notes (id int primary key, text text)');
    await db.query(
      `insert into notes select n, repeat(md5(n::text), 60) from generate_series(1, 50000) as n`,
    );
    for (let n = 0; n < 600; n++) await db.query('select 1');
    assert.notDeepEqual(await redo(), before);
    const [stats] = await db.query<{ rows: number }>(
      `select reltuples::bigint as rows from pg_class where relname = 'notes'`,
    );
    assert.equal(stats?.rows, 50000);
  });

  test('runs the PGlite that the template was made by', () => {
    const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    const manifest = path.join(path.dirname(entry), '..', 'package.json');
    const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
    assert.equal(version, engineVersion);
  });
});
