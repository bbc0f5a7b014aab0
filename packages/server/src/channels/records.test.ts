import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { openDatabase, type Database, type Queryable } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { statesOf } from './records.js';

const said = 5000;

eachEngine('channels in which much was said', ({ newLocation }) => {
  let db: Database;
  before(async () => {
    db = await openDatabase(await newLocation());
    await migrate(db);
    await db.query(
      `insert into messages (tenant, id, seq, channel, kind, person, author_name, posted_at, language,
         text, html, replies, body_hash, search_config, search)
       select 'acme', 'm' || n, n, 'notices', 'discussion', 'ada', 'Ada',
         timestamptz '2026-01-01' + n * interval '1 minute', 'en', '', '', 0, '', 'simple', ''
       from generate_series(1, ${said}) n`,
    );
    await db.query('analyze messages');
  });
  after(() => db.close());

  const state = async (person: string, since?: string, through: Queryable = db) => {
    const viewed = { channel: { id: 'notices', audience: 'all' }, since };
    return (await statesOf(through, 'acme', person, [viewed])).get('notices');
  };
  const enter = (person: string, at: string) =>
    db.query(
      `insert into memberships (tenant, audience, person, entered_at)
       values ('acme', 'all', $1, $2)`,
      [person, at],
    );

  test('what is new to somebody is what came since they entered, and after their position', async () => {
    await enter('bea', '2026-01-04T11:10:00.000Z');
    assert.equal((await state('bea'))?.unread, 11);
    assert.equal((await state('bea', '2026-01-04T11:15:00.000Z'))?.unread, 6);
    assert.equal((await state('bea', '2026-02-01T00:00:00.000Z'))?.unread, 0);
    assert.equal((await state('bea', '2026-02-01T00:00:00.000Z'))?.latestAt, null);
    assert.equal((await state('nobody'))?.unread, 0);
    await db.query(
      `insert into positions (tenant, person, channel, message, seq)
       values ('acme', 'bea', 'notices', 'm4996', 4996)`,
    );
    assert.equal((await state('bea'))?.unread, 4);
    assert.equal((await state('bea', '2026-01-04T11:19:00.000Z'))?.unread, 2);
    await enter('abe', '2026-01-01T00:00:00.000Z');
    assert.equal((await state('abe'))?.unread, 100);
  });

  test('it is found without looking through all that was said', async () => {
    const plans: string[] = [];
    const explained: Queryable = {
      async query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
        const plan = await db.query<object>(`explain ${sql}`, params);
        plans.push(plan.flatMap((row) => Object.values(row) as string[]).join('\n'));
        return [];
      },
    };
    await state('bea', '2026-02-01T00:00:00.000Z', explained);
    await state('bea', undefined, explained);
    assert.equal(plans.length, 2);
    for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan on messages/);
  });
});
