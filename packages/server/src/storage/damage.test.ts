import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { runHeed } from '../testing/command.js';
import { createLogWriter } from '../log/writer.js';
import { ensureTenant } from '../log/tenants.js';
import { openDatabase, StorageError } from './database.js';
import { checkTails } from './log-check.js';
import { migrate } from './migrate.js';

const flips = process.env.SOAK ? 60 : 2;

function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const hashes = (folder: string): string[] =>
  filesOf(folder).map(
    (file) => `${file} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`,
  );

/** A folder with 300 leaves that was closed in order. */
async function newFolder(): Promise<string> {
  const folder = temporaryFolder();
  const db = await openDatabase({ folder });
  await migrate(db);
  await ensureTenant(db, 'acme', 'isms.example.com/log');
  const writer = createLogWriter(db);
  const write = (n: number) =>
    writer.write('acme', async () => ({
      result: n,
      events: [{ type: 'heed.test.done', record: { n } }],
    }));
  await Promise.all(Array.from({ length: 300 }, (_, n) => write(n)));
  await writer.close();
  await db.close();
  return folder;
}

/** Opening is refused in words, and not a byte is different afterwards. */
async function isRefused(folder: string, message: RegExp): Promise<void> {
  const before = hashes(folder);
  await assert.rejects(openDatabase({ folder }), (error) => {
    assert.ok(error instanceof StorageError, String(error));
    assert.match(error.message, message);
    return true;
  });
  assert.deepEqual(hashes(folder), before, 'something was written');
}

describe('a damaged or foreign data folder', () => {
  let sound: string;
  let folder: string;
  before(async () => void (sound = await newFolder()));
  const copy = (): string => {
    folder = temporaryFolder();
    for (const name of ['database', 'inventory.json']) {
      fs.cpSync(path.join(sound, name), path.join(folder, name), { recursive: true });
    }
    return folder;
  };
  const inDatabase = (name: string) => path.join(folder, 'database', name);
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('opens when nothing has happened to it', async () => {
    copy();
    const db = await openDatabase({ folder });
    assert.deepEqual(await db.query('select size from log_heads'), [{ size: 300 }]);
    await db.close();
    assert.ok(fs.existsSync(path.join(folder, 'inventory.json')));
  });

  test(`any flipped bit is found, ${flips} times`, async (t) => {
    copy();
    const files = filesOf(path.join(folder, 'database')).filter(
      (file) => fs.statSync(file).size > 0,
    );
    for (let flip = 0; flip < flips; flip++) {
      const file = files[Math.floor(Math.random() * files.length)] ?? '';
      const bytes = fs.readFileSync(file);
      const at = Math.floor(Math.random() * bytes.length);
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
      fs.writeFileSync(file, damaged);
      await isRefused(folder, /is damaged|was written by|is not a database|not the/);
      fs.writeFileSync(file, bytes);
    }
    t.diagnostic(
      `${flips} flipped bits in ${files.length} files, all found before anything was opened`,
    );
    await (await openDatabase({ folder })).close();
  });

  test('a missing and a cut-off file are named', async () => {
    copy();
    const table = filesOf(inDatabase('base')).find((file) => fs.statSync(file).size > 40_000) ?? '';
    const name = path.relative(inDatabase(''), table).replaceAll(path.sep, '/');
    fs.truncateSync(table, 8192);
    await isRefused(folder, new RegExp(`${name} has changed.*Restore a backup`));
    fs.rmSync(table);
    await isRefused(folder, new RegExp(`${name} is missing.*Nothing was changed.*Restore`));
  });

  test('missing files are found after a sudden end too, where there is no inventory', async () => {
    for (const name of ['global/pg_control', 'PG_VERSION', 'pg_wal', 'pg_xact']) {
      copy();
      fs.rmSync(path.join(folder, 'inventory.json'));
      fs.rmSync(inDatabase(name), { recursive: true });
      await isRefused(folder, /damaged.*missing.*Nothing was changed.*Restore/);
    }
  });

  test('after a sudden end a flipped bit is found when its page is read', async () => {
    copy();
    fs.rmSync(path.join(folder, 'inventory.json'));
    const db = await openDatabase({ folder });
    const [row] = await db.query<{ file: string }>(
      `select pg_relation_filepath('audit_events') as file`,
    );
    await db.close();
    fs.rmSync(path.join(folder, 'inventory.json'));
    const file = inDatabase(row?.file ?? '');
    const bytes = fs.readFileSync(file);
    bytes[bytes.length - 500] = (bytes[bytes.length - 500] ?? 0) ^ 4;
    fs.writeFileSync(file, bytes);
    await assert.rejects(openDatabase({ folder }), (error) => {
      assert.ok(error instanceof StorageError, String(error));
      assert.match(error.message, /invalid page.*backup/s);
      return true;
    });
  });

  test('a log whose end is not the signed one is not written to', async () => {
    copy();
    const db = await openDatabase({ folder });
    for (const [statement, finding] of [
      [`update log_heads set size = 299`, /frontier|not the one that was signed/],
      [
        `update log_checkpoints set note = replace(note, '300', '301') where size = 300`,
        /log of tenant acme is damaged/,
      ],
      [`update log_leaves set entry = entry || ' ' where index = 298`, /leaf 298 has changed/],
      [`delete from audit_events where index = 297`, /event of leaf 297 is missing/],
      [`update audit_events set record = '{}' where index = 296`, /record of leaf 296 has changed/],
      [
        `update log_tiles set hash = hash || '\\x00' where index = 0`,
        /log of tenant acme is damaged/,
      ],
    ] as const) {
      const undone = db.transaction(async (tx) => {
        await tx.query(statement);
        await checkTails(tx);
      });
      await assert.rejects(undone, (error) => {
        assert.ok(error instanceof StorageError, String(error));
        assert.match(error.message, finding);
        assert.match(error.message, /Do not write to this database.*backup/);
        return true;
      });
    }
    await db.query('delete from log_checkpoints where size = 300');
    await db.close();
    await assert.rejects(openDatabase({ folder }), /its end is not the one that was signed last/);
  });

  test('a table that lost its end in a kill gives no backup', async () => {
    copy();
    const db = await openDatabase({ folder });
    const [row] = await db.query<{ file: string }>(
      `select pg_relation_filepath('audit_events') as file`,
    );
    await db.close();
    fs.rmSync(path.join(folder, 'inventory.json'));
    fs.truncateSync(inDatabase(row?.file ?? ''), 8192);
    const run = await runHeed(['--dev', '--data', folder]);
    assert.equal(await run.ended, 1);
    assert.match(run.errors, /^heed: .*(cannot be read|is missing).*backup.*\n$/);
  });

  test('a newer Heed and another PostgreSQL are named', async () => {
    copy();
    const inventory = path.join(folder, 'inventory.json');
    const text = fs.readFileSync(inventory, 'utf8');
    fs.writeFileSync(inventory, text.replace(/"schema":\d+/, '"schema":9000'));
    await isRefused(folder, /newer version of Heed \(migration 9000.*Start that version/);
    fs.writeFileSync(inventory, text);
    fs.writeFileSync(inDatabase('PG_VERSION'), '17\n');
    await isRefused(folder, /written by PostgreSQL 17.*heed export FILE.*heed import FILE/);
  });

  test('what another program keeps there is left alone', async () => {
    folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'database'), '');
    await isRefused(folder, /database is a file of 0 bytes.*left as it is.*--data/);
    folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'PG_VERSION'), '16\n');
    await isRefused(folder, /folder of a PostgreSQL server/);
    folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'database'));
    fs.writeFileSync(inDatabase('index.php'), 'precious');
    await isRefused(folder, /is not a database of Heed.*left as it is/);
  });

  test('the command says so and ends with 1', async () => {
    copy();
    fs.appendFileSync(inDatabase('global/pg_filenode.map'), 'x');
    const before = hashes(folder);
    const run = await runHeed(['--dev', '--data', folder]);
    assert.equal(await run.ended, 1);
    assert.match(
      run.errors,
      /^heed: The database in .* is damaged: .*pg_filenode.map has changed.*\n$/,
    );
    assert.deepEqual(hashes(folder), before);
  });
});
