// Reports without a name: somebody is signed in on the same device, and nothing of them is anywhere.
import { observe } from '../testing/telemetry.js';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Answer, ClaimRecorded, Incident, OpenedClaim, Problem } from '@heed/contract';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { createLimits, unlimited } from '../http/limits.js';
import { officeContent, person } from '../testing/content.js';
import { checked, openOffice, type Office } from '../testing/office.js';
import { tracesOf } from '../testing/authorisation/traces.js';

const observed = observe();
const canary = 'sea-otter';
const code = '4071882936150274';
const noticed = 'The door of the server room does not close.';

eachEngine('reports without a name', (engine) => {
  let office: Office;
  const lines: string[] = [];
  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    const more = [
      person('hana', { roles: ['incident-handler'] }),
      person(canary, { displayName: canary, emails: [`${canary}@example.test`] }),
    ];
    await office.publish({ ...content, people: [...content.people, ...more] });
  });
  after(() => office.close());

  const app = () => office.app('acme', { limits: unlimited, report: (line) => lines.push(line) });
  const send = async <T>(
    [method, path]: [string, string],
    body: object,
    headers: Record<string, string> = {},
    to = app(),
  ) =>
    checked<T & Problem>(
      ...([method, path] as const),
      await to.request(
        path,
        {
          ...{ method, body: JSON.stringify(body) },
          headers: { 'Content-Type': 'application/json', ...headers },
          // Where it comes from, as the platform says.
        },
        { incoming: { socket: { remoteAddress: '192.0.2.77' } } },
      ),
    );
  const claim = (id: string, more: object = {}, headers = {}) =>
    send<ClaimRecorded>(
      ['PUT', `/v1/claims/${id}`],
      { language: 'en', noticed, code, ...more },
      headers,
    );
  const open = (with_: string, headers = {}) =>
    send<OpenedClaim>(['POST', '/v1/claims/open'], { code: with_ }, headers);

  /** Every row that the backend has, as text, but for the people themselves. */
  async function everything(): Promise<string[]> {
    const tables = await office.db.query<{ table: string }>(
      `select table_name as table from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant' group by 1`,
    );
    const of = ['incidents', 'incident_', 'audit_', 'log_'];
    const all = await Promise.all(
      tables
        .filter(({ table }) => of.some((each) => table.startsWith(each)))
        .map(({ table }) => office.db.query(`select to_jsonb(t)::text as row from ${table} t`)),
    );
    const text = all.flat().map(({ row }) => String((row as string) ?? ''));
    const leaves = await office.db.query<{ entry: Uint8Array }>('select entry from log_leaves');
    return [...text, ...leaves.map(({ entry }) => Buffer.from(entry).toString())];
  }

  test('the whole journey leaves nothing of who is signed in: no row, no entry, no span, no line', async () => {
    const me = await (await office.as(canary)).get<{ id: string }>('/v1/me');
    const before = new Set(await everything());
    const id = randomUUID();
    // What a careless page would send along.
    const headers = {
      Authorization: `Bearer ${await office.issuer.sign(canary, 600)}`,
      Cookie: `session=${canary}`,
      Referer: `https://intranet.example.test/${canary}`,
      'Idempotency-Key': canary,
      'User-Agent': canary,
      baggage: `user=${canary}`,
    };
    const made = await claim(id, {}, headers);
    assert.equal(made.status, 200, made.text);
    assert.deepEqual((await claim(id)).body, made.body, 'without all that it is the same');
    const hana = await office.as('hana');
    const asked = { incident: id, text: 'Which door?' };
    await hana.send('PUT', `/v1/answers/${randomUUID()}`, asked);
    await hana.send('PUT', `/v1/answers/${randomUUID()}`, {
      ...asked,
      text: 'Note',
      internal: true,
    });
    const said = await send<OpenedClaim>(
      ['PUT', `/v1/claims/answers/${randomUUID()}`],
      { code, text: 'The one by the kitchen' },
      headers,
    );
    assert.equal(said.status, 200, said.text);
    const opened = (await open(code, headers)).body;
    assert.deepEqual(
      opened.answers.map(({ by, text, author }) => [by, text, author]),
      [
        ['handler', 'Which door?', undefined],
        ['reporter', 'The one by the kitchen', undefined],
      ],
    );
    const handled = (await hana.get<Incident>(`/v1/incidents/${id}`)).body;
    assert.deepEqual([handled.privacy, handled.reporter], ['anonymous', undefined]);
    const { items } = (await hana.get<{ items: Answer[] }>(`/v1/incidents/${id}/answers`)).body;
    assert.equal(items.at(-1)?.author, undefined);
    const kept = [
      ...(await everything()).filter((row) => !before.has(row)),
      JSON.stringify(
        observed.spans().map(({ name, attributes, events }) => ({ name, attributes, events })),
      ),
      lines.join('\n'),
    ].join('\n');
    assert.ok(kept.includes(noticed), 'the report itself is there');
    for (const secret of [canary, '192.0.2.77', me.body.id, code, headers.Authorization]) {
      assert.ok(!kept.includes(secret), `${secret} is kept`);
    }
    assert.ok(!handled.id.includes(code) && !JSON.stringify([handled, items]).includes(code));
  });

  test('the entry of the log and the receipt prove what was reported, and name nobody', async () => {
    const id = randomUUID();
    const { body } = await claim(id, { code: '1111222233334444' });
    const { record } = await verify(body.receipt);
    assert.deepEqual(Object.keys(record).sort(), [
      'incident',
      'recordedAt',
      'reportHash',
      'tenant',
    ]);
    assert.deepEqual(record['incident'], { id, privacy: 'anonymous' });
    const [row] = await office.db.query('select person_id from audit_events where subject = $1', [
      id,
    ]);
    assert.equal(row?.['person_id'], null);
  });

  test('a code opens its own report; every other answers as if there were none, after the same work', async () => {
    const ids = [randomUUID(), randomUUID()];
    const codes = ['2222333344445555', '3333444455556666'];
    for (const [at, id] of ids.entries()) await claim(id, { code: codes[at] });
    assert.equal((await open(codes[1] ?? '')).body.incident.id, ids[1]);
    const before = await tracesOf(office.db);
    const wrong = await open('9999999999999999');
    assert.deepEqual([wrong.status, wrong.body.code], [404, 'not-found']);
    const answer = { code: '9999999999999999', text: 'More' };
    const said = await send(['PUT', `/v1/claims/answers/${randomUUID()}`], answer);
    assert.deepEqual([said.status, said.body.detail], [404, wrong.body.detail]);
    assert.equal((await open('12')).status, 422);
    const taken = await claim(randomUUID(), { code: codes[0] });
    assert.deepEqual([taken.status, taken.body.errors?.[0]?.pointer], [422, '/code']);
    const reused = await claim(ids[0] ?? '', { code: codes[0], noticed: 'Else' });
    assert.deepEqual([reused.status, reused.body.code], [422, 'message-reused']);
    const guessed = await claim(ids[0] ?? '', { code: '8888777766665555' });
    assert.equal(guessed.status, 422);
    assert.deepEqual(await tracesOf(office.db), before);
    const [stored] = await office.db.query<{ hash: Uint8Array }>(
      'select code_hash as hash from incident_claims limit 1',
    );
    assert.equal(stored?.hash.length, 32);
  });

  test('whoever tries codes is stopped, whether they are right or wrong', async () => {
    const id = randomUUID();
    await claim(id, { code: '5555666677778888' });
    const limited = office.app('acme', {
      limits: createLimits({ now: () => 0 }),
      report: () => undefined,
    });
    const statuses: number[] = [];
    for (let at = 0; at < 17; at++) {
      const body = { code: at % 2 ? '5555666677778888' : '7777888899990000' };
      const to = await send(['POST', '/v1/claims/open'], body, {}, limited);
      statuses.push(to.status);
    }
    assert.deepEqual(new Set(statuses.slice(0, 15)), new Set([404, 200]));
    assert.deepEqual(statuses.slice(15), [429, 429]);
  });
});
