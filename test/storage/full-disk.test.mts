import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { actTogether, gather, type Crowd } from '../setup/crowd.mts';
import { temporaryFolder } from '../setup/engines.mjs';
import { mountSmallDisk } from '../setup/small-disk.mjs';
import { acknowledge } from '../../packages/server/src/testing/office.ts';
import { openDatabase, StorageError } from '../../packages/server/src/storage/database.ts';
import {
  DurableFiles,
  durableStartParams,
} from '../../packages/server/src/storage/durable-files.ts';
import { checkLog } from '../../packages/server/src/storage/log-check.ts';
import { reserve } from '../../packages/server/src/storage/room.ts';
import { requestSnapshot } from '../../packages/server/src/storage/snapshot.ts';
import { createDataDirectory } from '../../packages/server/src/storage/template.ts';

const rounds = process.env.SOAK ? 12 : 2;
const disk = mountSmallDisk(220);

describe('a full disk', { skip: disk ? false : 'only root can mount a small disk' }, () => {
  let crowd: Crowd;
  let next = 0;
  const confirmed = new Set<string>();
  const location = { folder: path.join(disk?.folder ?? '', 'data') };
  before(async () => void (crowd = await gather(location, 100)));
  after(async () => {
    await crowd.office.close();
    disk?.unmount();
  });
  const act = async (count: number): Promise<void> => {
    const from = next;
    next += count;
    let left = count;
    const until = () => left-- <= 0;
    await actTogether(crowd, { writers: 16, from, until, done: (id) => confirmed.add(id) });
  };
  const check = async (): Promise<void> => {
    const { db } = crowd.office;
    const rows = await db.query<{ id: string }>('select id from acknowledgements');
    const stored = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      [...confirmed].filter((id) => !stored.has(id)),
      [],
      'confirmed and lost',
    );
    assert.equal((await checkLog(db, 'acme')).acknowledgements, rows.length);
  };

  test('nearly full: writes are refused as unavailable, reads go on, and so do writes when there is room', async () => {
    await act(50);
    const app = crowd.office.app('acme', { report: () => undefined });
    const session = await crowd.office.as('p99', 'acme', app);
    disk?.fill(reserve / 2);
    const draft = crowd.draft(3);
    const refused = await acknowledge(session, draft);
    assert.deepEqual([refused.status, refused.body.code], [503, 'unavailable']);
    const read = await session.get('/v1/assignments');
    assert.equal(read.status, 200);
    await assert.rejects(crowd.office.db.query('create table more (id int)'), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(
        error.message,
        /disk of .* is full.*nothing of this write was stored.*Make room/,
      );
      return true;
    });
    disk?.makeRoom();
    const recorded = await acknowledge(session, draft);
    assert.equal(recorded.status, 201);
    await act(50);
    await check();
  });

  test('one write that is larger than what is left is refused whole', async () => {
    disk?.fill(reserve + (4 << 20));
    const { db } = crowd.office;
    await db.query('create table large (id int, text text)');
    const insert = `insert into large select n, sha512(n::text::bytea)::text || sha512((n + 1)::text::bytea)::text
      from generate_series(1, 900000) as n`;
    await assert.rejects(db.query(insert), StorageError);
    disk?.makeRoom();
    await pause(1_100);
    assert.deepEqual(await db.query('select id from large'), []);
    await check();
    await act(50);
    await check();
    await db.query('drop table large');
  });

  for (let round = 1; round <= rounds; round++) {
    test(`full to the last byte in the middle of a transaction, round ${round}`, async (t) => {
      const { db } = crowd.office;
      await act(20);
      const broken = db.transaction(async (tx) => {
        await tx.query('update log_heads set size = size');
        disk?.fill();
        // More than one file of the write-ahead log, so that the next has to be made where nothing fits.
        for (let n = 0; n < 400; n++) {
          await tx.query(`select pg_logical_emit_message(true, 'heed', repeat(md5($1), 32000))`, [
            String(n),
          ]);
        }
      });
      await assert.rejects(broken, (error) => {
        t.diagnostic((error as Error).message);
        return error instanceof StorageError;
      });
      await assert.rejects(db.query('create table more (id int)'), StorageError);
      disk?.makeRoom();
      await pause(1_100);
      await act(20);
      await check();
    });
  }

  test('a backup does not fill the disk: a copy that would is refused', async () => {
    disk?.makeRoom();
    disk?.fill(reserve + (8 << 20));
    await assert.rejects(requestSnapshot(location.folder), (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /could not copy.*\d+ MB more would have to be free.*goes on/);
      return true;
    });
    assert.deepEqual(fs.readdirSync(path.join(location.folder, 'snapshots')), []);
    await act(20);
    disk?.makeRoom();
  });

  test('the folder opens again after all of it', async () => {
    await crowd.office.close();
    crowd = await gather(location, 100);
    await check();
  });
});

test('the engine told by its file layer that the disk is full loses nothing that was confirmed', async (t) => {
  const patched = createRequire(import.meta.url)('fs') as typeof fs;
  const data = path.join(temporaryFolder(), 'database');
  await createDataDirectory(data);
  const open = (): Promise<PGlite> =>
    PGlite.create({ fs: new DurableFiles(data), startParams: durableStartParams });
  const db = await open();
  await db.exec('create table deeds (id int primary key, text text)');
  const { writeSync } = patched;
  let room = 24 * 1024 * 1024;
  let confirmed = 0;
  patched.writeSync = ((...args: Parameters<typeof writeSync>) => {
    const length = Number(args[3] ?? 0);
    if (length > room) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    room -= length;
    return writeSync(...args);
  }) as typeof writeSync;
  syncBuiltinESMExports();
  try {
    const text = `select string_agg(md5((n * $1)::text), '') from generate_series(1, 60) as n`;
    for (let id = 1; ; id++) {
      await db.query(`insert into deeds select $1, (${text})`, [id]);
      confirmed = id;
    }
  } catch (error) {
    t.diagnostic(`${confirmed} confirmed, then: ${(error as Error).message}`);
  } finally {
    patched.writeSync = writeSync;
    syncBuiltinESMExports();
  }
  const again = await open();
  const { rows } = await again.query<{ count: number }>('select count(*)::int as count from deeds');
  assert.ok(confirmed > 0 && (rows[0]?.count ?? 0) >= confirmed);
  await again.close();
  await (await openDatabase({ folder: path.dirname(data) })).close();
});
