import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { temporaryFolder } from '../../../../../test/setup/engines.mjs';
import { startPostgres, type TestPostgres } from '../../../../../test/setup/postgres.mjs';
import { createLogWriter } from '../../log/writer.js';
import { ensureTenant } from '../../log/tenants.js';
import { openDatabase, StorageError, type DatabaseLocation } from '../database.js';
import { migrate, readMigrations } from '../migrate.js';
import { runBackupCommand } from './command.js';

const flips = process.env.SOAK ? 60 : 5;

function run(command: 'export' | 'import', location: DatabaseLocation, ...files: string[]) {
  const [args, url] =
    'url' in location ? [files, location.url] : [[...files, '--data', location.folder], undefined];
  return runBackupCommand(command, args, url, () => undefined);
}

async function fails(doing: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(doing, (error) => {
    assert.ok(error instanceof StorageError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

const hashes = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`);

describe('a backup that is refused', () => {
  const folder = temporaryFolder();
  const source = { folder: path.join(folder, 'data') };
  const file = path.join(folder, 'backup');
  let server: TestPostgres;
  before(async () => {
    server = await startPostgres();
    const db = await openDatabase(source);
    await migrate(db);
    await ensureTenant(db, 'acme', 'isms.example.com/log');
    const writer = createLogWriter(db);
    for (let n = 0; n < 20; n++) {
      await writer.write('acme', async () => ({
        result: n,
        events: [{ type: 'heed.test.done', record: { n } }],
      }));
    }
    await writer.close();
    await db.close();
    await run('export', source, file);
  });
  after(() => server.stop());
  const elsewhere = () => ({ folder: path.join(temporaryFolder(), 'data') });
  const changed = (change: (text: string) => string): string => {
    const target = path.join(temporaryFolder(), 'changed');
    fs.writeFileSync(target, gzipSync(change(gunzipSync(fs.readFileSync(file)).toString())));
    return target;
  };

  test('the file is closed to others, and never written over', async () => {
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    const bytes = fs.readFileSync(file);
    await fails(run('export', source, file), /exists and was left as it is/);
    assert.deepEqual(fs.readFileSync(file), bytes);
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.includes('unfinished')),
      [],
    );
  });

  test('nothing is exported of nothing, or to nowhere', async () => {
    const nothing = elsewhere();
    await fails(run('export', nothing, 'x'), /no database in .*--data/);
    assert.ok(!fs.existsSync(nothing.folder));
    const empty = { url: await server.createDatabase() };
    await fails(run('export', empty, path.join(folder, 'x')), /nothing of Heed in this database/);
    await fails(
      run('export', source, path.join(folder, 'no', 'x')),
      /cannot be written.*no backup/,
    );
    await fails(run('export', source), /Name one file/);
  });

  test('a folder or a database with something in it stays as it is', async () => {
    const before = hashes(source.folder);
    await fails(run('import', source, file), /is not empty, and was left as it is/);
    assert.deepEqual(hashes(source.folder), before);
    const foreign = temporaryFolder();
    fs.writeFileSync(path.join(foreign, 'thesis.tex'), 'precious');
    await fails(run('import', { folder: foreign }, file), /is not empty/);
    assert.deepEqual(
      fs.readdirSync(foreign).filter((name) => name !== 'lock.sock'),
      ['thesis.tex'],
    );
    const url = await server.createDatabase();
    const db = await openDatabase({ url });
    await db.query('create table thesis as select 1 as chapter');
    await fails(run('import', { url }, file), /\(thesis\) is not empty/);
    assert.deepEqual(await db.query('select chapter from thesis'), [{ chapter: 1 }]);
    await fails(run('import', { url }, path.join(folder, 'missing')), /cannot be read/);
    await db.close();
  });

  test(`a damaged file stores nothing: cut off, or one of ${flips} flipped bits`, async () => {
    const bytes = fs.readFileSync(file);
    const damaged = path.join(temporaryFolder(), 'damaged');
    const target = elsewhere();
    fs.writeFileSync(damaged, bytes.subarray(0, bytes.length - 100));
    await fails(run('import', target, damaged), /cannot be imported.*Nothing was stored/);
    for (let flip = 0; flip < flips; flip++) {
      const copy = Buffer.from(bytes);
      const at = 10 + Math.floor(Math.random() * (bytes.length - 10)); // before it, gzip notes only time and system
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
      fs.writeFileSync(damaged, copy);
      await fails(run('import', target, damaged), /cannot be imported.*Nothing was stored/);
    }
    assert.ok(!fs.existsSync(target.folder));
    fs.writeFileSync(damaged, 'no backup at all');
    await fails(run('import', target, damaged), /cannot be imported/);
  });

  test('a file that was edited does not pass the check of the log, and leaves the database empty', async () => {
    const url = await server.createDatabase();
    const forged = changed((text) => text.replace('{\\"n\\":7}', '{\\"n\\":8}'));
    await fails(run('import', { url }, forged), /record of leaf \d+ has changed/);
    const shortened = changed((text) => {
      const lines = text.split('\n');
      const at = lines.findIndex((line) => line.startsWith('{"table":"log_leaves"'));
      lines.splice(at + 3, 1);
      return lines.join('\n').replace('"log_leaves":20', '"log_leaves":19');
    });
    await fails(run('import', { url }, shortened), /leaf 2 is missing/);
    const folder = elsewhere();
    await fails(run('import', folder, shortened), /leaf 2 is missing/);
    assert.deepEqual(
      fs.readdirSync(folder.folder).filter((name) => name !== 'lock.sock'),
      [],
    );
    await run('import', { url }, file);
    await run('import', folder, file);
  });

  test('a newer backup names what it needs', async () => {
    const target = elsewhere();
    const newer = changed((text) => text.replace('"format":1', '"format":2'));
    await fails(run('import', target, newer), /newer version of Heed has written it/);
    const migrated = changed((text) =>
      text.replace(
        '"migrations":[',
        '"migrations":[{"number":9000,"name":"9000_moon.sql","checksum":"x","steps":1},',
      ),
    );
    await fails(run('import', target, migrated), /newer version.*9000_moon/);
  });

  test('an older backup is brought up to date', async () => {
    const target = { url: await server.createDatabase() };
    const without = (await readMigrations())
      .filter(({ number }) => number >= 105)
      .flatMap(({ steps }) => steps.map((step) => /^create table (\w+)/.exec(step)?.[1]))
      .filter((name) => name !== undefined);
    const older = changed((text) => {
      const [header = '', ...lines] = text.trim().split('\n');
      const first = JSON.parse(header) as { migrations: { number: number }[] };
      first.migrations = first.migrations.filter(({ number }) => number < 105);
      const kept = lines.filter(
        (line) => !without.some((name) => line.startsWith(`{"table":"${name}"`)),
      );
      const end = JSON.parse(kept.pop() ?? '') as { end: Record<string, number> };
      const rest = Object.entries(end.end).filter(([name]) => !without.includes(name));
      const last = JSON.stringify({ end: Object.fromEntries(rest) });
      return [JSON.stringify(first), ...kept, last, ''].join('\n');
    });
    await run('import', target, older);
    const db = await openDatabase(target);
    assert.deepEqual(await db.query('select count(*) as n from acknowledgements'), [{ n: 0 }]);
    await db.close();
  });
});
