import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { problems, type Problem } from '@heed/contract';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { listen, type Listening } from '../listen.js';
import { readLogSize } from '../log/records.js';
import { officeContent } from '../testing/content.js';
import { assignments, draftFor, openOffice, type Office } from '../testing/office.js';
import { createLimits, type Kind, type LimitOptions } from './limits.js';

describe('limits', () => {
  let office: Office;
  let seconds = 0;
  const tokens: Record<string, string> = {};
  const open: Listening[] = [];

  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    await office.publish(officeContent());
    for (const name of ['ann', 'ben', 'leo']) tokens[name] = await office.issuer.sign(name, 600);
  });
  after(async () => {
    for (const server of open) await server.close();
    await office.close();
  });

  /** A server with these rates and a clock that only the test moves. */
  async function serve(rates: LimitOptions, trustedProxies: string[] = []) {
    const limits = createLimits({ ...rates, now: () => seconds });
    const origins = ['https://intranet.example.test'];
    const report = () => undefined;
    const app = office.app('acme', { limits, trustedProxies, origins, report });
    const server = await listen(app, { host: '127.0.0.1', port: 0, exact: true });
    open.push(server);
    return async (name: string | undefined, path: string, init: RequestInit = {}) => {
      const authorised: Record<string, string> =
        name === undefined ? {} : { Authorization: `Bearer ${tokens[name] ?? name}` };
      return fetch(server.address.slice(0, -1) + path, {
        ...init,
        headers: { ...authorised, ...(init.headers as Record<string, string>) },
      });
    };
  }
  type Ask = Awaited<ReturnType<typeof serve>>;

  const me = (ask: Ask, name: string) => ask(name, '/v1/me').then(({ status }) => status);

  async function refused(answer: Response): Promise<number> {
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    const problem = (await answer.json()) as Problem;
    assert.equal(problem.code, 'rate-limited');
    assert.equal(problem.title, problems['rate-limited'].title);
    const wait = answer.headers.get('Retry-After') ?? '';
    assert.match(wait, /^[1-9]\d*$/);
    assert.match(problem.detail ?? '', new RegExp(`nothing was recorded.* in ${wait} s\\.$`));
    return Number(wait);
  }

  test('a noisy person is told when to come back, and that is true', async () => {
    const ask = await serve({ reads: { burst: 3, perSecond: 0.1 } });
    for (const _ of [1, 2, 3]) assert.equal(await me(ask, 'ann'), 200);
    const wait = await refused(await ask('ann', '/v1/policies'));
    assert.equal(wait, 10);
    seconds += wait - 1;
    assert.equal(await refused(await ask('ann', '/v1/me')), 1);
    seconds += 1;
    assert.equal(await me(ask, 'ann'), 200);
    assert.equal(await me(ask, 'ann'), 429);
  });

  test('nobody else at the same address has to wait for a noisy person', async () => {
    const ask = await serve({ reads: { burst: 3, perSecond: 0.1 } });
    for (let times = 0; times < 20; times++) await me(ask, 'ann');
    assert.equal(await me(ask, 'ann'), 429);
    for (const _ of [1, 2, 3]) assert.equal(await me(ask, 'ben'), 200);
  });

  test('who has read too much can still act; a refused act records nothing, and its key is good later', async () => {
    const ask = await serve({
      reads: { burst: 1, perSecond: 0.1 },
      acts: { burst: 1, perSecond: 0.1 },
    });
    const draft = draftFor((await assignments(await office.as('ann')))[0]!);
    const act = () =>
      ask('ann', '/v1/acknowledgements', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'limits-1' },
        body: JSON.stringify(draft),
      });
    assert.equal(await me(ask, 'ann'), 200);
    assert.equal(await me(ask, 'ann'), 429);
    const reading = await ask('ann', '/v1/readings/limits', { method: 'PUT' });
    assert.equal(reading.status, 415, 'an act, though a malformed one');
    const size = await readLogSize(office.db, 'acme');
    const wait = await refused(await act());
    assert.equal(await readLogSize(office.db, 'acme'), size);
    seconds += wait;
    assert.equal((await act()).status, 201);
  });

  test('without a sign-in that counts, the address waits; whoever is signed in there does not', async () => {
    const ask = await serve({ unsigned: { burst: 4, perSecond: 0.1 } });
    const statuses = [];
    for (const name of [undefined, 'forged', 'leo']) {
      statuses.push((await ask(name, '/v1/me')).status);
    }
    statuses.push((await ask(undefined, '/health')).status);
    assert.deepEqual(statuses, [401, 401, 403, 200]);
    for (const name of [undefined, 'forged', 'leo']) await refused(await ask(name, '/v1/me'));
    for (const path of ['/health', '/.well-known/isms', '/v1/log/checkpoint']) {
      await refused(await ask(undefined, path));
    }
    assert.equal(await me(ask, 'ann'), 200);
  });

  test('an address has a ceiling for everything that comes from it', async () => {
    const ask = await serve({ address: { burst: 4, perSecond: 0.5 } });
    assert.equal(await me(ask, 'ann'), 200);
    assert.equal(await me(ask, 'ben'), 200);
    assert.equal((await ask(undefined, '/nowhere')).status, 404);
    assert.equal((await ask(undefined, '/dev/personas')).status, 200);
    const wait = await refused(await ask('ann', '/v1/me'));
    seconds += wait;
    assert.equal(await me(ask, 'ben'), 200);
  });

  test('behind a trusted proxy each client counts for itself, and cannot choose its address', async () => {
    const rates = { unsigned: { burst: 1, perSecond: 0.1 } };
    const from = async (ask: Ask, forwarded: string) =>
      (await ask(undefined, '/health', { headers: { 'X-Forwarded-For': forwarded } })).status;
    const trusting = await serve(rates, ['127.0.0.1']);
    assert.equal(await from(trusting, '198.51.100.1'), 200);
    assert.equal(await from(trusting, '198.51.100.2'), 200);
    assert.equal(await from(trusting, '203.0.113.5, 198.51.100.1'), 429);
    const bare = await serve(rates);
    assert.equal(await from(bare, '198.51.100.1'), 200);
    assert.equal(await from(bare, '198.51.100.2'), 429);
  });

  test('a portal on another origin can read how long to wait', async () => {
    const ask = await serve({ reads: { burst: 1, perSecond: 0.1 } });
    const headers = { Origin: 'https://intranet.example.test' };
    await ask('ann', '/v1/me', { headers });
    const answer = await ask('ann', '/v1/me', { headers });
    await refused(answer);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), headers.Origin);
    assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/);
  });

  test('a person in normal use, and an office at nine, never meets them', () => {
    let now = 0;
    const limits = createLimits({ now: () => now });
    const day = (id: string, kind: Kind, each: number, apart: number, times: number) => {
      for (let turn = 0; turn < times; turn++, now += apart) {
        for (let one = 0; one < each; one++) limits.person(id, kind);
      }
    };
    day('ann', 'reads', 40, 2.5, 500); // opens one page after the other, without reading any
    day('ann', 'acts', 200, 60, 1); // comes back from a week without a network
    day('ann', 'acts', 1, 1, 3600); // a sitting that reports every second
    for (let person = 0; person < 3000; person++, now += 0.1) {
      limits.unsigned('office');
      for (let one = 0; one < 30; one++) limits.arrive('office');
    }
  });

  test('hundreds of thousands of strangers do not fill the memory', () => {
    const limits = createLimits();
    const before = process.memoryUsage().heapUsed;
    for (let stranger = 0; stranger < 300_000; stranger++) {
      const address = `2001:db8:${stranger.toString(16)}::/64`;
      limits.arrive(address);
      limits.unsigned(address);
    }
    const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    assert.ok(grown < 64, `${grown.toFixed(1)} MiB`);
  });
});
