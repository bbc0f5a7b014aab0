import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCheckpoint, parseEntry, parseVerifierKey } from '@heed/evidence';
import { Frontier } from '@heed/evidence/log';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { Failure } from '../http/failure.js';
import { openDatabase, SqlError, type Database, type Queryable } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { readLatestCheckpoint, readLogIdentity, readReceipt } from './records.js';
import { ensureTenant } from './tenants.js';
import { treeHasher } from './tree.js';
import { createLogWriter, type GroupWork, type LogWriter, type Work } from './writer.js';

const origin = 'isms.example.com/log';

function deed(id: string = randomUUID(), personId?: string): Work<string> {
  return async (tx, at) => {
    await tx.query('insert into deeds values ($1, $2, $3)', ['acme', id, at]);
    const event = { type: 'heed.test.done', record: { id, at }, subject: id, personId };
    return { result: id, events: [event] };
  };
}

/** Leaves without gaps, whose root is the one that was signed last; returns their number. */
async function checkLog(db: Queryable, tenant: string): Promise<number> {
  const leaves = await db.query<{ index: number; entry: Uint8Array; hash: Uint8Array }>(
    'select index, entry, hash from log_leaves where tenant = $1 order by index',
    [tenant],
  );
  const tree = new Frontier(treeHasher);
  let time = '';
  for (const [at, { index, entry, hash }] of leaves.entries()) {
    assert.equal(index, at, 'the log has a gap');
    assert.deepEqual(treeHasher.leaf(entry), Buffer.from(hash));
    const event = parseEntry(new TextDecoder().decode(entry));
    assert.ok(event.time >= time, 'the time of the log goes backwards');
    time = event.time;
    tree.push(hash);
  }
  const identity = await readLogIdentity(db, tenant);
  const checkpoint = await readLatestCheckpoint(db, tenant);
  assert.ok(identity && checkpoint);
  const key = await parseVerifierKey(identity.verifierKey);
  const opened = await openCheckpoint(checkpoint.note, [key]);
  assert.equal(opened.origin, identity.origin);
  assert.equal(opened.size, leaves.length);
  assert.deepEqual(Buffer.from(opened.root), Buffer.from(tree.root()));
  return leaves.length;
}

async function countDeeds(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>('select count(*) as count from deeds');
  return row?.count ?? 0;
}

eachEngine('log writer', ({ name, newLocation }) => {
  let location: Awaited<ReturnType<typeof newLocation>>;
  let db: Database;
  let writer: LogWriter;
  before(async () => {
    location = await newLocation();
    db = await openDatabase(location);
    await migrate(db);
    await db.query('create table deeds (tenant text, id text primary key, at timestamptz)');
    await Promise.all([ensureTenant(db, 'acme', origin), ensureTenant(db, 'acme', origin)]);
    await ensureTenant(db, 'other', 'other.example.com/log');
    writer = createLogWriter(db);
  });
  after(async () => {
    await writer.close();
    await db.close();
  });

  test('an empty log has a signed checkpoint', async () => {
    assert.equal(await checkLog(db, 'acme'), 0);
  });

  test('a write resolves after the commit with its place in the log', async () => {
    const { result, at, entries } = await writer.write('acme', deed('first', 'ann'));
    assert.equal(result, 'first');
    const [entry] = entries;
    assert.ok(entry && entries.length === 1);
    assert.deepEqual([entry.index, entry.size, entry.salt.length], [0, 1, 32]);
    assert.equal(entry.record, `{"at":"${at}","id":"first"}`);
    const rows = await db.query(
      'select index, id, type, time, person_id, subject, record, salt from audit_events',
    );
    const { id, record, salt } = entry;
    assert.deepEqual(rows, [
      {
        ...{ index: 0, id, type: 'heed.test.done', time: at },
        ...{ person_id: 'ann', subject: 'first', record, salt: new Uint8Array(salt) },
      },
    ]);
    assert.equal(parseEntry(entry.entry).source, origin);
    assert.doesNotMatch(entry.entry, /ann|first/);
  });

  test('waiting writes share a transaction: gapless, signed, and one checkpoint for many', async () => {
    const before = await checkLog(db, 'acme');
    const all = await Promise.all(Array.from({ length: 700 }, () => writer.write('acme', deed())));
    const places = all.map(({ entries }) => entries[0]?.index);
    assert.deepEqual(
      places,
      Array.from(all, (_, at) => before + at),
    );
    assert.equal(await checkLog(db, 'acme'), before + 700);
    const [row] = await db.query<{ count: number }>(
      `select count(*) as count from log_checkpoints where tenant = 'acme' and size > $1`,
      [before],
    );
    assert.ok(row && row.count <= 3, `${row?.count} checkpoints for 700 writes`);
    for (const { entries } of [all[0], all[300], all[699]].filter((one) => one !== undefined)) {
      const [entry] = entries;
      assert.equal(entry?.receipt(), await readReceipt(db, 'acme', entry?.index ?? -1));
    }
  });

  test('what waits for the same work is done at once, and a bad one of it alone is rejected', async () => {
    const before = await checkLog(db, 'acme');
    const sizes: number[] = [];
    const together: GroupWork<string, string> = async (tx, at, ids) => {
      sizes.push(ids.length);
      await tx.query(
        `insert into deeds select 'acme', id, $2::timestamptz from unnest($1::text[]) as a(id)`,
        [ids, at],
      );
      return ids.map((id) => ({
        result: id,
        events: [{ type: 'heed.test.done', record: { id, at }, subject: id }],
      }));
    };
    const ids = Array.from({ length: 50 }, () => randomUUID());
    const write = (id: string) => writer.writeTogether('acme', together, id);
    const all = await Promise.all([...ids.map(write), writer.write('acme', deed())]);
    assert.deepEqual(
      all.slice(0, -1).map(({ result }) => result),
      ids,
    );
    assert.deepEqual(sizes, [50]);
    const mixed = await Promise.allSettled([randomUUID(), ids[7] ?? '', randomUUID()].map(write));
    assert.deepEqual(
      mixed.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(sizes, [50, 3, 1, 1, 1]);
    assert.equal(await checkLog(db, 'acme'), before + 53);
  });

  test('only the bad write of a batch is rejected', async () => {
    const before = await checkLog(db, 'acme');
    const rows = await countDeeds(db);
    const outcomes = await Promise.allSettled([
      writer.write('acme', deed('good 1')),
      writer.write('acme', deed('first')), // a duplicate key
      writer.write('acme', async (tx) => {
        await tx.query(`insert into deeds values ('acme', 'half', now())`);
        throw new Error('refused by a rule');
      }),
      writer.write('acme', async () => ({
        result: 0,
        events: [{ type: 'heed.test.done', record: { bad: undefined as unknown } }],
      })),
      writer.write('absent', deed('nobody')),
      writer.write('acme', deed('good 2')),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected', 'fulfilled'],
    );
    const [, duplicate, refused, , unknown] = outcomes as PromiseRejectedResult[];
    assert.ok(duplicate?.reason instanceof SqlError && duplicate.reason.code === '23505');
    assert.match(String(refused?.reason), /refused by a rule/);
    assert.match(String(unknown?.reason), /no tenant absent/);
    assert.equal(await checkLog(db, 'acme'), before + 2);
    assert.equal(await countDeeds(db), rows + 2);
  });

  test('a write may have no event, or several', async () => {
    const before = await checkLog(db, 'acme');
    const none = await writer.write('acme', async () => ({ result: 'as before', events: [] }));
    assert.deepEqual([none.result, none.entries], ['as before', []]);
    assert.equal(await checkLog(db, 'acme'), before);
    const record = { n: 1 };
    const two = await writer.write('acme', async () => ({
      result: null,
      events: [
        { type: 'heed.test.one', record },
        { type: 'heed.test.two', record },
      ],
    }));
    const [one, other] = two.entries;
    assert.deepEqual([one?.index, other?.index], [before, before + 1]);
    assert.notDeepEqual(one?.salt, other?.salt);
  });

  test('tenants have logs of their own, also within one batch', async () => {
    const before = await checkLog(db, 'acme');
    await Promise.all([
      writer.write('other', deed()),
      writer.write('acme', deed()),
      writer.write('other', deed()),
    ]);
    assert.equal(await checkLog(db, 'other'), 2);
    assert.equal(await checkLog(db, 'acme'), before + 1);
    const acme = await readLogIdentity(db, 'acme');
    const other = await readLogIdentity(db, 'other');
    assert.notEqual(acme?.verifierKey, other?.verifierKey);
  });

  test('the time of the log never goes backwards, whatever the clock does', async () => {
    const past = createLogWriter(db, () => new Date('2001-01-01T00:00:00Z'));
    const future = createLogWriter(db, () => new Date('2101-01-01T00:00:00Z'));
    const first = await future.write('other', deed());
    const second = await past.write('other', deed());
    assert.equal(first.at, '2101-01-01T00:00:00.000Z');
    assert.equal(second.at, first.at);
    await checkLog(db, 'other');
  });

  // The embedded database has one process by design: its folder lock refuses the second.
  const severalProcesses = name === 'embedded' ? undefined : test;
  void severalProcesses?.('two writers on one tenant stay gapless', async () => {
    const second = await openDatabase(location);
    const writers = [writer, createLogWriter(second)];
    const before = await checkLog(db, 'acme');
    const writes = Array.from({ length: 800 }, (_, at) => writers[at % 2]?.write('acme', deed()));
    const places = (await Promise.all(writes)).map((written) => written?.entries[0]?.index);
    assert.equal(new Set(places).size, 800);
    assert.equal(await checkLog(db, 'acme'), before + 800);
    await second.close();
  });

  test('more than can be taken in is refused at once, what waits is stored, and others are served in turn', async () => {
    const before = await checkLog(db, 'acme');
    let open = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (open = resolve));
    const first = writer.write('acme', async () => (await blocked, { result: 0, events: [] }));
    await new Promise((resolve) => setTimeout(resolve, 20)); // it has left the line by now
    const order: string[] = [];
    const settled = Array.from({ length: 2050 }, () =>
      writer.write('acme', deed()).then(
        () => void order.push('acme'),
        (error: unknown) => void order.push(error instanceof Failure ? error.code : String(error)),
      ),
    );
    const other = writer.write('other', deed()).then(() => void order.push('other'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(order, new Array(50).fill('unavailable'));
    open();
    await Promise.all([first, other, ...settled]);
    assert.equal(order.filter((each) => each === 'acme').length, 2000);
    assert.ok(order.indexOf('other') < 50 + 500, `served as number ${order.indexOf('other')}`);
    assert.equal(await checkLog(db, 'acme'), before + 2000);
  });

  test('closing finishes what waits and refuses what comes later', async () => {
    const closing = createLogWriter(db);
    const waiting = closing.write('acme', deed());
    await closing.close();
    assert.equal((await waiting).entries.length, 1);
    await assert.rejects(closing.write('acme', deed()), /stopping/);
  });
});
