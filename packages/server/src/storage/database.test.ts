import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { openDatabase, SqlError, type Database } from './database.js';

eachEngine('database', ({ name, newLocation }) => {
  let db: Database;
  before(async () => {
    db = await openDatabase(await newLocation());
    await db.query('create table notes (id int primary key, text text not null)');
  });
  after(() => db.close());

  test('tells its engine', () => assert.equal(db.engine, name));

  test('gives the same JavaScript values for the same columns', async () => {
    const [row] = await db.query(
      `select 9007199254740991::bigint as big, 2::int as small, 1.5::float8 as float, 12.25::numeric as numeric,
        count(*) as count, sum(3::bigint) as sum, true as yes, 'é"\\'::text as text, null::text as nothing,
        '2026-11-23T10:11:12.123456+02'::timestamptz as time, '2026-11-23'::date as date,
        '{"a":[1,"x",null]}'::jsonb as json, '\\x00ff10'::bytea as bytes,
        '6f9619ff-8b86-d011-b42d-00c04fc964ff'::uuid as uuid`,
    );
    assert.deepEqual(row, {
      big: 9007199254740991,
      small: 2,
      float: 1.5,
      numeric: 12.25,
      count: 1,
      sum: 3,
      yes: true,
      text: 'é"\\',
      nothing: null,
      time: '2026-11-23T08:11:12.123Z',
      date: '2026-11-23',
      json: { a: [1, 'x', null] },
      bytes: Uint8Array.of(0, 255, 16),
      uuid: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    });
  });

  test('gives the same JavaScript values for arrays', async () => {
    const [row] = await db.query(
      `select array[1, null, 3]::bigint[] as big, array['a,b', '', null, '"\\', 'NULL', '{}']::text[] as texts,
        array['\\x01', null]::bytea[] as bytes, array['2026-01-01T00:00:00Z']::timestamptz[] as times,
        array['{"a":"b,c"}', null]::jsonb[] as json, array[[1, 2], [3, 4]]::int[] as nested, '{}'::int[] as none,
        array[true, false]::boolean[] as flags, '[2:3]={7,8}'::int[] as bounds`,
    );
    assert.deepEqual(row, {
      big: [1, null, 3],
      texts: ['a,b', '', null, '"\\', 'NULL', '{}'],
      bytes: [Uint8Array.of(1), null],
      times: ['2026-01-01T00:00:00.000Z'],
      json: [{ a: 'b,c' }, null],
      nested: [
        [1, 2],
        [3, 4],
      ],
      none: [],
      flags: [true, false],
      bounds: [7, 8],
    });
  });

  test('takes every kind of parameter and gives it back', async () => {
    const time = '2026-02-03T04:05:06.789Z';
    const texts = ['plain', 'a "quoted" one', 'back\\slash', 'comma, {brace}', '', 'null', null];
    const [row] = await db.query(
      `select $1::text as text, $2::bigint as big, $3::boolean as no, $4::timestamptz as time, $5::bytea as bytes,
        $6::jsonb as json, $7::text[] as texts, $8::bytea[] as blobs, $9::jsonb[] as jsons, $10::text as nothing,
        $11::jsonb as list, $12::timestamptz[] as times`,
      [
        'ünïcode \u{1f600} \' "',
        2 ** 40,
        false,
        new Date(time),
        Uint8Array.of(0, 128, 255).subarray(1),
        { a: [1, { b: null }], 'c"': '\u0000 is escaped'.slice(2) },
        texts,
        [Uint8Array.of(1, 2), null],
        [{ a: '"x"' }, null],
        undefined,
        JSON.stringify([1, 2]),
        [time, null],
      ],
    );
    assert.deepEqual(row, {
      text: 'ünïcode \u{1f600} \' "',
      big: 2 ** 40,
      no: false,
      time,
      bytes: Uint8Array.of(128, 255),
      json: { a: [1, { b: null }], 'c"': 'is escaped' },
      texts,
      blobs: [Uint8Array.of(1, 2), null],
      jsons: [{ a: '"x"' }, null],
      nothing: null,
      list: [1, 2],
      times: [time, null],
    });
  });

  test('refuses a number that JavaScript cannot hold', async () => {
    await assert.rejects(db.query('select 9007199254740993::bigint as big'), RangeError);
  });

  test('reports SQLSTATE and constraint', async () => {
    await db.query('insert into notes values (1, $1)', ['one']);
    await assert.rejects(db.query('insert into notes values (1, $1)', ['again']), (error) => {
      assert.ok(error instanceof SqlError);
      assert.equal(error.code, '23505');
      assert.equal(error.constraint, 'notes_pkey');
      return true;
    });
  });

  test('commits what succeeds and rolls back what throws', async () => {
    const result = await db.transaction(async (tx) => {
      await tx.query(`insert into notes values (10, 'kept')`);
      return 'done';
    });
    assert.equal(result, 'done');
    await assert.rejects(
      db.transaction(async (tx) => {
        await tx.query(`insert into notes values (11, 'lost')`);
        throw new Error('changed my mind');
      }),
      /changed my mind/,
    );
    const rows = await db.query('select id from notes where id in (10, 11)');
    assert.deepEqual(rows, [{ id: 10 }]);
  });

  test('does not report as committed what a swallowed error rolled back', async () => {
    await assert.rejects(
      db.transaction(async (tx) => {
        await tx.query(`insert into notes values (20, 'lost')`);
        await tx.query('select 1 / 0').catch(() => undefined);
      }),
      (error) => error instanceof SqlError && error.code === '22012',
    );
    assert.deepEqual(await db.query('select 1 from notes where id = 20'), []);
  });

  test('keeps foreign statements out of a transaction', async () => {
    let seen: unknown[] = [];
    const running = db.transaction(async (tx) => {
      await tx.query(`insert into notes values (30, 'uncommitted')`);
      await pause(50);
      throw new Error('rolled back');
    });
    await pause(10);
    const foreign = db.query(`insert into notes values (31, 'foreign')`);
    const reading = db
      .query('select id from notes where id in (30, 31) order by id')
      .then((rows) => (seen = rows));
    await assert.rejects(running, /rolled back/);
    await Promise.all([foreign, reading]);
    assert.ok(!seen.some((row) => (row as { id: number }).id === 30), 'saw an uncommitted row');
    assert.deepEqual(await db.query('select id from notes where id in (30, 31)'), [{ id: 31 }]);
  });

  test('runs many transactions at once, each whole', async () => {
    await db.query(`insert into notes values (40, '0')`);
    await Promise.all(
      Array.from({ length: 25 }, () =>
        db.transaction(async (tx) => {
          const [row] = await tx.query<{ text: string }>(
            'select text from notes where id = 40 for update',
          );
          await tx.query('update notes set text = $1 where id = 40', [Number(row?.text) + 1]);
        }),
      ),
    );
    assert.deepEqual(await db.query('select text from notes where id = 40'), [{ text: '25' }]);
  });

  test('refuses the database itself inside a transaction, and a transaction that has ended', async () => {
    await assert.rejects(
      db.transaction(async () => db.query('select 1')),
      /Use the `tx`/,
    );
    let late: Parameters<Parameters<Database['transaction']>[0]>[0] | undefined;
    await db.transaction(async (tx) => void (late = tx));
    await assert.rejects(async () => late?.query('select 1'), /has already ended/);
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
  });

  test('runs the work again when the database reports a serialization failure', async () => {
    let runs = 0;
    await db.transaction(async (tx) => {
      runs++;
      await tx.query('select 1');
      if (runs < 3) throw new SqlError('could not serialize access', { code: '40001' });
    });
    assert.equal(runs, 3);
  });
});
