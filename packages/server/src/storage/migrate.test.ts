import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { startPostgres, type TestPostgres } from '../../../../test/setup/postgres.mjs';
import { startProcess } from '../../../../test/setup/processes.mjs';
import { openDatabase, StorageError, type Database } from './database.js';
import { migrate, readMigrations, type Migration } from './migrate.js';

const animals: Migration = {
  number: 1,
  name: '0001_animals.sql',
  checksum: 'a',
  steps: ['create table animals (id int primary key)', 'create index animals_id on animals (id)'],
};
const plants: Migration = {
  number: 7,
  name: '0007_plants.sql',
  checksum: 'b',
  steps: ['create table plants (id int primary key)'],
};

eachEngine('migrate', ({ newLocation }) => {
  let db: Database;
  before(async () => (db = await openDatabase(await newLocation())));
  after(() => db.close());

  test('applies what is missing, once, and leaves no half step behind', async () => {
    const broken = { ...plants, steps: [...plants.steps, 'create table plants (id int)'] };
    await migrate(db, [animals]);
    await migrate(db, [animals]);
    await assert.rejects(migrate(db, [animals, broken]), /already exists/);
    const repaired = { ...plants, steps: [...plants.steps, 'create table trees (id int)'] };
    await migrate(db, [animals, repaired]);
    const rows = await db.query(
      'select number, step from migrations where number > 0 order by number, step',
    );
    assert.deepEqual(rows, [
      { number: 1, step: 0 },
      { number: 1, step: 1 },
      { number: 7, step: 0 },
      { number: 7, step: 1 },
    ]);
  });

  test('refuses a database that a newer program has migrated', async () => {
    await assert.rejects(migrate(db, [animals]), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /0007_plants\.sql.*newer version/);
      return true;
    });
  });

  test('refuses a file that was changed after it was applied', async () => {
    await assert.rejects(
      migrate(db, [{ ...animals, checksum: 'changed' }, plants]),
      /0001_animals\.sql is not the file that was applied/,
    );
  });
});

eachEngine('shipped migrations', ({ newLocation }) => {
  test('run, with the tenant in every key and nothing that a distributed engine lacks', async () => {
    const db = await openDatabase(await newLocation());
    await migrate(db);
    const keys = await db.query<{ table: string; columns: string[] }>(
      `select c.relname as table, array_agg(a.attname::text order by k.place) as columns
        from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_class own on own.oid = i.indexrelid join pg_am m on m.oid = own.relam
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral unnest(i.indkey::int[]) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where n.nspname = current_schema() and c.relname <> 'migrations' and m.amname = 'btree'
        group by c.relname, i.indexrelid`,
    );
    const without = keys.filter(({ columns }) => columns[0] !== 'tenant');
    assert.deepEqual(without, [], 'these keys do not begin with the tenant');
    await db.close();
    const statements = (await readMigrations()).flatMap(({ steps }) => steps);
    for (const statement of statements) {
      assert.doesNotMatch(
        statement,
        /\b(small|big)?serial\b|\bas identity\b|\bcreate (sequence|trigger|function)\b/i,
      );
    }
  });
});

describe('migrations folder', () => {
  test('refuses two files with one number', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'heed-migrations-'));
    await writeFile(path.join(folder, '0001_one.sql'), 'select 1;\n');
    await writeFile(path.join(folder, '0001_two.sql'), 'select 2;\n');
    await assert.rejects(readMigrations(pathToFileURL(`${folder}/`)), /0001_two\.sql/);
    await rm(folder, { recursive: true });
  });
});

describe('several processes', () => {
  let server: TestPostgres;
  before(async () => void (server = await startPostgres()));
  after(() => server.stop());

  test('migrate one empty database at once, and all succeed', async () => {
    const url = await server.createDatabase();
    const processes = [1, 2, 3].map(() => startProcess('migrating-process.mjs', url));
    for (const one of processes) assert.equal(await one.line(0), 'ready');
    for (const one of processes) one.go();
    const codes = await Promise.all(processes.map((one) => one.ended()));
    assert.deepEqual(codes, [0, 0, 0]);
    const db = await openDatabase({ url });
    const [row] = await db.query('select count(*) as steps from migrations where number > 0');
    const wanted = (await readMigrations()).flatMap(({ steps }) => steps).length;
    assert.deepEqual(row, { steps: wanted });
    await db.close();
  });

  test('get a clear message when the server is not there or refuses them', async () => {
    await assert.rejects(
      openDatabase({ url: 'postgresql://me:secret@127.0.0.1:1/heed' }),
      (error) => {
        assert.ok(error instanceof StorageError);
        assert.match(error.message, /127\.0\.0\.1:1\/heed.*ECONNREFUSED.*DATABASE_URL/);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      },
    );
    await assert.rejects(
      openDatabase({ url: server.url.replace(/postgres$/, 'absent') }),
      /database "absent" does not exist/,
    );
  });

  test('go on after the server was killed and came back', async () => {
    const db = await openDatabase({ url: await server.createDatabase() });
    await db.query('create table notes (id int primary key)');
    await server.restart('SIGKILL');
    await db.query('insert into notes values (1)').catch(() => undefined);
    await db.transaction(async (tx) => void (await tx.query('insert into notes values (2)')));
    const rows = await db.query('select id from notes where id = 2');
    assert.deepEqual(rows, [{ id: 2 }]);
    await db.close();
  });
});
