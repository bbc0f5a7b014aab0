import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { attachDisk } from '../../../../test/setup/power-cut.mjs';
import { DurableFiles, durableStartParams } from './durable-files.js';
import { createDataDirectory } from './template.js';

const cuts = process.env.SOAK ? 30 : 3;
const transactionsBeforeTheEnd = 400;

/** PGlite in this thread, because the model of the disk watches this thread's file functions. */
const open = (data: string): Promise<PGlite> =>
  PGlite.create({
    fs: new DurableFiles(data),
    startParams: durableStartParams,
    extensions: { amcheck },
  }) as Promise<PGlite>;

/** Writes until the power is gone; returns the last id that was confirmed before the cut. */
async function writeUntilCut(db: PGlite, isCut: () => boolean): Promise<number> {
  let confirmed = 0;
  for (let id = 1; id <= transactionsBeforeTheEnd; id++) {
    try {
      await db.transaction(async (tx) => {
        await tx.query('insert into deeds (id, text) values ($1, $2)', [
          id,
          'x'.repeat(50 + ((id * 7) % 3000)),
        ]);
        await tx.query('update counter set n = n + 1');
      });
      if (id % 61 === 0) await db.exec('checkpoint');
      if (id % 97 === 0) await db.exec(`create table extra_${id} as select id from deeds`);
    } catch (error) {
      if (!isCut()) throw error;
    }
    if (isCut()) break;
    confirmed = id;
  }
  return confirmed;
}

async function check(data: string, confirmed: number): Promise<void> {
  const db = await open(data);
  try {
    await db.exec('create extension if not exists amcheck');
    const { rows } = await db.query<{ count: number; last: number; counter: number }>(
      `select count(*)::int as count, coalesce(max(id), 0)::int as last,
        (select n from counter)::int as counter from deeds`,
    );
    const [row] = rows;
    assert.ok(row && row.count >= confirmed, `${row?.count} of ${confirmed} confirmed rows`);
    assert.deepEqual([row.last, row.counter], [row.count, row.count], 'half a transaction');
    await db.query(
      `select bt_index_check(c.oid, true) from pg_class c
        join pg_index i on i.indexrelid = c.oid join pg_am a on a.oid = c.relam where a.amname = 'btree'`,
    );
    const heap = await db.query(`select * from verify_heapam('deeds')`);
    assert.deepEqual(heap.rows, []);
  } finally {
    await db.close();
  }
}

describe(`power cut, ${cuts} times (emulated: only fsynced bytes survive)`, () => {
  let seed: string;
  before(async () => {
    seed = path.join(temporaryFolder(), 'database');
    await createDataDirectory(seed);
    const db = await open(seed);
    await db.exec('create table deeds (id bigint primary key, text text not null)');
    await db.exec('create table counter (n bigint not null)');
    await db.exec('insert into counter values (0)');
    await db.close();
  });

  test('the model tells the difference: PGlite as shipped does not survive it', async () => {
    const folder = temporaryFolder();
    const data = path.join(folder, 'database');
    const afterwards = path.join(folder, 'afterwards');
    fs.cpSync(seed, data, { recursive: true });
    const disk = attachDisk(data, { cutAfter: 600 });
    let confirmed = 0;
    try {
      const db = await PGlite.create({ fs: new NodeFS(data) });
      confirmed = await writeUntilCut(db, () => disk.isCut);
      await db.close();
    } finally {
      disk.detach();
    }
    assert.ok(disk.isCut && confirmed > 0);
    disk.writeTo(afterwards);
    await assert.rejects(check(afterwards, confirmed));
  });

  for (let cut = 1; cut <= cuts; cut++) {
    test(`cut ${cut}: every confirmed transaction is there and the files are sound`, async (t) => {
      const folder = temporaryFolder();
      const data = path.join(folder, 'database');
      const afterwards = path.join(folder, 'afterwards');
      fs.cpSync(seed, data, { recursive: true });
      const disk = attachDisk(data, { cutAfter: 1 + Math.floor(Math.random() * 1_400) });
      let confirmed = 0;
      try {
        const db = await open(data);
        confirmed = await writeUntilCut(db, () => disk.isCut);
        await db.close();
      } catch (error) {
        if (!disk.isCut) throw error;
      } finally {
        disk.detach();
      }
      disk.writeTo(afterwards);
      await check(afterwards, confirmed);
      t.diagnostic(`cut after ${disk.operations} operations, ${confirmed} confirmed`);
      fs.rmSync(folder, { recursive: true });
    });
  }
});
