// Nothing that a person is or sends may be in what the operator keeps: played with one word that is everywhere.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inspect } from 'node:util';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import type { App, AppOptions } from '../app.js';
import { createLimits } from '../http/limits.js';
import type { LogWriter } from '../log/writer.js';
import { SqlError, StorageError } from '../storage/database.js';
import { officeContent, person } from '../testing/content.js';
import { assignments, draftFor, openOffice, type Office } from '../testing/office.js';
import { observe } from '../testing/telemetry.js';

const address = '203.0.113.77';
const name = 'canary.lee';
const said = 'Canary said\n    at canary (file:///canary.js:1:1)';

describe('no personal data in lines, spans and metrics', () => {
  const observed = observe();
  const lines: string[] = [];
  const statuses: number[] = [];
  let office: Office;
  let token: string;

  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    const content = officeContent();
    const canary = person(name, { displayName: 'Canary Lee', department: 'Canary birds' });
    await office.publish({ ...content, people: [...content.people, canary] });
    token = await office.issuer.sign(name, 600);
  });
  after(() => office.close());

  const appWith = (more: Partial<AppOptions> = {}) =>
    office.app('acme', { report: (line) => lines.push(line), trustedProxies: ['::1'], ...more });

  /** Asks from an address of its own, with the word in every header that takes text. */
  async function ask(app: App, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `canary-${statuses.length}`,
      'User-Agent': 'canary',
      'X-Request-Id': 'canary',
      'X-Forwarded-For': address,
      Origin: 'https://canary.example.test',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'canary=canary',
      baggage: 'person=canary',
      ...(init.headers as Record<string, string>),
    };
    const incoming = { socket: { remoteAddress: '::1' } };
    const answer = await app.request(path, { ...init, headers }, { incoming });
    statuses.push(answer.status);
    return answer;
  }

  const post = (app: App, body: unknown, headers: Record<string, string> = {}) =>
    ask(app, '/v1/acknowledgements?note=canary', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('they are failed in every way there is, and one succeeds', async () => {
    const app = appWith();
    const session = await office.as(name, 'acme', app);
    const draft = draftFor((await assignments(session))[0]!);

    await post(app, '{"canary":');
    await post(app, { ...draft, method: 'canary', clientTime: 'canary' });
    await post(app, { ...draft, policy: 'canary' });
    await post(app, draft, { 'Content-Type': 'text/canary' });
    await post(app, draft, { 'Idempotency-Key': 'canary canary' });
    await ask(app, '/v1/policies/canary?q=canary');
    await ask(app, '/v1/policies?cursor=canary&limit=canary');
    await ask(app, '/canary/canary@example.test');
    await ask(app, '/v1/me', { method: 'CANARY' });
    await ask(app, '/v1/packs');
    const stranger = await office.issuer.sign('canary.stranger@example.test', 600);
    for (const bearer of [stranger, 'canary', `${token}canary`]) {
      await ask(app, '/v1/me', { headers: { Authorization: `Bearer ${bearer}` } });
    }

    const failing = (error: unknown): LogWriter => ({
      ...office.log,
      write: () => Promise.reject(error),
      writeTogether: () => Promise.reject(error),
    });
    const sql = new SqlError(said, { code: '22003', detail: `Key (name)=(${name})` });
    const strange = Object.assign(new Error(said), { name: 'Canary Lee', code: `${name}@x.test` });
    for (const error of [sql, strange, new StorageError(said)]) {
      await post(appWith({ log: failing(error) }), draft);
    }
    await assert.rejects(
      office.log.write('acme', () => Promise.reject(strange)),
      /Canary/,
    );

    const limited = appWith({
      limits: createLimits({
        acts: { burst: 1, perSecond: 0.01 },
        unsigned: { burst: 1, perSecond: 0.01 },
        address: { burst: 5, perSecond: 0.01 },
      }),
    });
    for (const _ of [1, 2]) await post(limited, '{"canary":');
    for (const _ of [1, 2]) {
      await ask(limited, '/v1/me', { headers: { Authorization: 'Bearer canary' } });
    }
    for (const _ of [1, 2]) await ask(limited, '/v1/me');
    await post(app, draft);

    const counts = new Set(statuses);
    const ways = [400, 401, 403, 404, 405, 415, 422, 429, 500, 503, 201];
    assert.deepEqual(
      ways.filter((status) => !counts.has(status)),
      [],
    );
  });

  test('every line is JSON of one shape, and the word is nowhere', async () => {
    const events = lines.map((line) => {
      const { time, level, event } = JSON.parse(line) as Record<string, string>;
      assert.ok(time && level);
      return event;
    });
    assert.deepEqual(events.sort(), [
      ...['rate-limited', 'rate-limited', 'rate-limited'],
      ...['storage-away', 'unforeseen', 'unforeseen'],
    ]);
    const spans = observed.spans().map((span) => {
      const { attributes, events, links, resource, status } = span;
      return { name: span.name, attributes, events, links, resource: resource.attributes, status };
    });
    const states = observed.spans().map((span) => span.spanContext().traceState?.serialize());
    const metrics = await observed.metrics();
    assert.ok(spans.length >= statuses.length && metrics.length === 5);
    const all = inspect(
      { lines, spans, states, metrics },
      { depth: 20, maxArrayLength: null, maxStringLength: null },
    );
    const found = all.split('\n').filter((line) => /canary/i.test(line) || line.includes(address));
    assert.deepEqual(found, []);
    const people = await office.db.query<{ id: string }>('select id from people');
    assert.ok(people.length > 1);
    for (const secret of [token, ...people.map(({ id }) => id)]) {
      assert.ok(!all.includes(secret), secret);
    }
  });
});
