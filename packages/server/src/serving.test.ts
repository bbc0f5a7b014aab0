// What is only shown may be a moment old and comes from memory; what is recorded is decided on what is stored.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { eachEngine } from '../../../test/setup/engines.mjs';
import type { Database } from './storage/database.js';
import { officeContent, person, policy } from './testing/content.js';
import {
  acknowledge,
  assignments,
  draftFor,
  openOffice,
  type Office,
  type Session,
} from './testing/office.js';
import { documentText } from './versions/records.js';
import { rememberTexts } from './versions/texts.js';

interface Statement {
  sql: string;
  params?: readonly unknown[] | undefined;
}

/** The database with every statement written down. */
function watched(db: Database, statements: Statement[]): Database {
  return {
    engine: db.engine,
    query: (sql, params) => (statements.push({ sql, params }), db.query(sql, params)),
    transaction: (work) => (statements.push({ sql: 'begin' }), db.transaction(work)),
    close: () => db.close(),
  };
}

eachEngine('serving from memory', (engine) => {
  let office: Office;
  let ann: Session;
  let place: string;
  let hash: string;
  const statements: Statement[] = [];
  const anHour = 3_600_000;

  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(officeContent());
    const app = office.app('acme', { db: watched(office.db, statements), recentMs: anHour });
    ann = await office.as('ann', 'acme', app);
    const [first] = await assignments(ann);
    assert.ok(first);
    hash = draftFor(first).contentHash;
    place = `/v1/policies/${first.policy.id}/versions/${first.version}/documents/${hash}`;
    await ann.get(place);
  });
  after(() => office.close());

  test('a document that was read before is answered without the database, whole or as 304', async () => {
    statements.length = 0;
    const whole = await ann.get(place);
    assert.deepEqual([whole.status, whole.headers.get('ETag')], [200, `"${hash}"`]);
    const unchanged = await ann.get(place, { 'If-None-Match': `"${hash}"` });
    assert.deepEqual([unchanged.status, unchanged.text], [304, '']);
    assert.equal((await ann.get('/v1/me')).status, 200);
    assert.deepEqual(statements, []);
  });

  test('many who open a text at the same moment share one reading of it, and so one compression', async () => {
    const read = rememberTexts((one) => documentText(office.db, 'acme', one));
    const key = { policy: 'conduct', version: 1, contentHash: hash };
    const texts = await Promise.all(Array.from({ length: 20 }, () => read(key)));
    assert.ok(texts[0]);
    assert.equal(new Set([...texts, await read(key)]).size, 1);
  });

  test('what a page asks about a person comes from an index, however many people there are', async () => {
    const asked: Statement[] = [];
    let looked = 0;
    const reader = await office.as(
      'ann',
      'acme',
      office.app('acme', { db: watched(office.db, asked) }),
    );
    for (const path of ['/v1/me', '/v1/assignments?state=open', place, '/v1/acknowledgements']) {
      asked.length = 0;
      assert.equal((await reader.get(path)).status, 200);
      const [, ...own] = asked; // the first is the revision, one row of a tenant
      for (const { sql, params } of own) {
        if (/from (policies|policy_versions|packs|audiences)\b/.test(sql)) continue; // the catalogue, once a revision
        const plan = await office.db.transaction(async (tx) => {
          await tx.query('set local enable_seqscan = off');
          return tx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params);
        });
        const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
        assert.match(steps, /Index/, sql);
        assert.doesNotMatch(steps, /Seq Scan/, sql);
        looked += 1;
      }
    }
    assert.ok(looked >= 6, `${looked} statements`);
  });

  test('each encoding is the same bytes, with a tag of its own', async () => {
    const plain = await ann.get(place);
    const app = office.app('acme');
    const token = await office.issuer.sign('ann', 600);
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [encoding, decode] of Object.entries(decoders)) {
      const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': encoding };
      const answer = await app.request(place, { headers });
      assert.equal(answer.headers.get('Content-Encoding'), encoding);
      assert.equal(answer.headers.get('Vary'), 'Authorization, Accept-Encoding');
      const tag = answer.headers.get('ETag') ?? '';
      assert.equal(tag, `"${hash}-${encoding}"`);
      assert.equal(decode(Buffer.from(await answer.arrayBuffer())).toString(), plain.text);
      const again = await app.request(place, { headers: { ...headers, 'If-None-Match': tag } });
      assert.equal(again.status, 304);
    }
    const refused = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'br;q=0, gzip;q=0' };
    const answer = await app.request(place, { headers: refused });
    assert.equal(answer.headers.get('Content-Encoding'), null);
    assert.equal(await answer.text(), plain.text);
  });

  test('what somebody may not see is not told from memory either', async () => {
    const app = office.app('acme', { recentMs: anHour });
    const { policies } = officeContent();
    const closed = policies.find(({ classification }) => classification === 'restricted');
    assert.ok(closed);
    const path = `/v1/policies/${closed.id}`;
    const overseer = await office.as('mia', 'acme', app);
    const stranger = await office.as('ann', 'acme', app);
    assert.equal((await overseer.get(path)).status, 200);
    assert.equal((await stranger.get(path)).status, 404);
  });

  test('who left is told so when they act, however much is remembered of them', async () => {
    const app = office.app('acme', { recentMs: anHour });
    const leaver = await office.as('leaver', 'acme', app);
    const joined = officeContent();
    joined.people.push(person('leaver'));
    await office.publish(joined);
    const [asked] = await assignments(leaver);
    assert.ok(asked);
    await office.publish(officeContent());
    assert.equal((await leaver.get('/v1/me')).status, 200, 'shown from memory');
    const refused = await acknowledge(leaver, draftFor(asked));
    assert.deepEqual([refused.status, refused.body.code], [403, 'unknown-person']);
  });

  test('what was not there a moment ago is looked for once more', async () => {
    const app = office.app('acme', { recentMs: anHour });
    const reader = await office.as('ann', 'acme', app);
    assert.equal((await reader.get('/v1/policies/brand-new')).status, 404);
    const content = officeContent();
    content.policies.push(policy('brand-new'));
    await office.publish(content);
    assert.equal((await reader.get('/v1/policies/brand-new')).status, 200);
    assert.equal((await reader.get('/v1/policies/brand-new/versions/1')).status, 200);
  });

  test('a moment later everything is as it is stored', async () => {
    const app = office.app('acme', { recentMs: 50 });
    const reader = await office.as('ann', 'acme', app);
    const titleOf = async () =>
      (await reader.get<{ title: string }>('/v1/policies/brand-new')).body.title;
    const before = await titleOf();
    const content = officeContent();
    content.policies.push(policy('brand-new', { title: 'Renamed' }));
    await office.publish(content);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.notEqual(before, 'Renamed');
    assert.equal(await titleOf(), 'Renamed');
  });
});
