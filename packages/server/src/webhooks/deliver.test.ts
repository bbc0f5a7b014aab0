import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { Webhook as Verifier } from 'standardwebhooks';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { rememberCatalogue } from '../catalogue.js';
import type { DatabaseLocation } from '../storage/database.js';
import { audience, channel, officeContent } from '../testing/content.js';
import { Hooks } from '../testing/hooks.js';
import { openOffice, type Office, type Session } from '../testing/office.js';
import { runWebhooksCommand } from './command.js';
import { startHooks, type HookDeliveries } from './deliver.js';

const secret = `whsec_${randomBytes(24).toString('base64')}`;
const hour = 3_600_000;

eachEngine('webhooks', (engine) => {
  let location: DatabaseLocation;
  let office: Office;
  let mia: Session;
  const hooks = new Hooks();
  let deliveries: HookDeliveries[] = [];
  let ahead = 0;
  const lines: string[] = [];

  before(async () => {
    location = await engine.newLocation();
    office = await openOffice(location);
    const base = await hooks.open();
    const content = officeContent();
    const hook = (id: string, more: object = {}) => ({
      ...{ id, url: `${base}/${id}`, secret: 'HEED_WEBHOOK_CHAT', channels: ['news'] },
      ...{ tells: ['alert' as const], ...more },
    });
    await office.publish({
      ...content,
      audiences: [
        ...content.audiences,
        audience('security', { attribute: 'department', in: ['Security'] }),
      ],
      channels: ['news', 'board'].map((id) => channel(id, 'inside', { announcers: 'security' })),
      webhooks: [
        hook('chat'),
        hook('all', { tells: ['broadcast', 'discussion', 'reply'], channels: ['news', 'board'] }),
        hook('desk', { tells: ['task'] }),
        hook('mute', { secret: 'HEED_WEBHOOK_UNSET', channels: ['board'] }),
      ],
    });
    mia = await office.as('mia');
  });
  after(async () => {
    await hooks.close();
  });
  afterEach(async () => {
    const ended = deliveries.map((one) => one.close());
    deliveries = [];
    await Promise.all(ended);
    hooks.got.length = 0;
    hooks.answers.clear();
    ahead = 0;
    lines.length = 0;
    if (!closed) await office.db.query('delete from hook_deliveries');
  });
  let closed = false;

  function start(): void {
    deliveries.push(
      startHooks({
        ...{ db: office.db, tenant: 'acme', clock: () => new Date(Date.now() + ahead) },
        catalogue: rememberCatalogue(office.db, 'acme'),
        secrets: { HEED_WEBHOOK_CHAT: secret },
        link: 'https://portal.example.test/news?channel={channel}&message={message}',
        taskLink: 'https://portal.example.test/tasks?task={task}',
        log: (_level, event, facts) => void lines.push(`${event} ${String(facts['code'])}`),
        everyMs: 20,
      }),
    );
  }

  async function say(to: string, more: object = {}): Promise<string> {
    const id = randomUUID();
    const posted = await mia.send('PUT', `/v1/messages/${id}`, {
      ...{ channel: to, kind: 'alert', language: 'en', title: 'False invoices' },
      ...{ text: 'Confidential words.', action: { text: 'Delete them.' }, ...more },
    });
    assert.equal(posted.status, 200, posted.text);
    return id;
  }
  const announce = { kind: 'broadcast', action: undefined };
  const discuss = { kind: 'discussion', action: undefined };

  const states = async () => {
    const rows = await office.db.query<{ hook: string; state: string; count: number }>(
      `select hook, state, count(*)::int as count from hook_deliveries
       group by hook, state order by hook, state`,
    );
    return Object.fromEntries(rows.map(({ hook, state, count }) => [`${hook} ${state}`, count]));
  };

  async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 60_000;
    while (!(await isDone())) {
      assert.ok(Date.now() < end, JSON.stringify({ states: await states(), lines }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const settled = () =>
    until(
      async () =>
        !Object.keys(await states())
          .join()
          .includes('waiting'),
    );

  test('are told where to look, signed, and nothing of what was said but its title', async () => {
    start();
    const alert = await say('news');
    const news = await say('board', announce);
    const reply = await say('news', { ...discuss, title: undefined, thread: alert });
    const gone = randomUUID();
    await mia.send('PUT', `/v1/messages/${gone}`, { channel: 'news', kind: 'alert' });
    await settled();
    assert.deepEqual(await states(), { 'all sent': 2, 'chat sent': 1 });
    const [told] = hooks.at('/chat');
    assert.ok(told);
    const verified = new Verifier(secret).verify(told.body, told.headers as Record<string, string>);
    const { timestamp, ...rest } = verified as { timestamp: string };
    assert.match(timestamp, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.deepEqual(rest, {
      type: 'alert.posted',
      data: {
        ...{ id: alert, channel: { id: 'news', title: 'Channel news' }, title: 'False invoices' },
        author: { displayName: 'MIA' },
        link: `https://portal.example.test/news?channel=news&message=${alert}`,
      },
    });
    const others = hooks
      .at('/all')
      .map(({ body }) => JSON.parse(body) as { type: string; data: { id: string; link: string } });
    assert.deepEqual(
      new Map(others.map(({ type, data }) => [type, data.id])),
      new Map([
        ['broadcast.posted', news],
        ['reply.posted', reply],
      ]),
    );
    const link = others.find(({ type }) => type === 'reply.posted')?.data.link;
    assert.ok(link?.endsWith(alert), 'a reply is where its thread is');
    assert.doesNotMatch(hooks.got.map(({ body }) => body).join(), /Confidential|Delete|mia@/);
    const other = new Verifier(`whsec_${randomBytes(24).toString('base64')}`);
    assert.throws(() => other.verify(told.body, told.headers as Record<string, string>));
  });

  test('are told what the audience of their channels is asked to do, and nothing that is asked by name', async () => {
    const ask = async (more: object) => {
      const id = randomUUID();
      const draft = {
        language: 'en',
        title: 'Return the key',
        text: 'Confidential words.',
        ...more,
      };
      const asked = await mia.send('PUT', `/v1/tasks/${id}`, draft);
      assert.equal(asked.status, 200, asked.text);
      return id;
    };
    const dueAt = '2030-01-04T16:00:00.000Z';
    const closed = await ask({ audience: 'inside' });
    const close = { task: closed, kind: 'closed' };
    await mia.send('PUT', `/v1/steps/${randomUUID()}`, close);
    const task = await ask({ audience: 'inside', dueAt });
    const { id: person } = (await (await office.as('ann')).get<{ id: string }>('/v1/me')).body;
    await ask({ people: [person] });
    start();
    await settled();
    assert.deepEqual(await states(), { 'desk dropped': 1, 'desk sent': 1 });
    const [told] = hooks.at('/desk');
    assert.ok(told);
    const verified = new Verifier(secret).verify(told.body, told.headers as Record<string, string>);
    const { type, data } = verified as { type: string; data: { audience: { title: string } } };
    assert.equal(type, 'task.asked');
    assert.deepEqual(data, {
      ...{ id: task, audience: { id: 'inside', title: data.audience.title } },
      ...{ title: 'Return the key', author: { displayName: 'MIA' }, dueAt },
      link: `https://portal.example.test/tasks?task=${task}`,
    });
    assert.doesNotMatch(told.body, /Confidential/);
  });

  test('are tried again as the same delivery, whatever went wrong, until one is taken', async () => {
    const wrongs: ((answer: ServerResponse) => void)[] = [
      (answer) => answer.writeHead(500).end('x'.repeat(1_000_000)),
      // It has taken it, and dies before it says so.
      (answer) => answer.socket?.destroy(),
      (answer) => {
        answer.writeHead(200);
        answer.write('an answer that never ends');
        answer.socket?.destroy();
      },
      (answer) => answer.writeHead(307, { Location: '/elsewhere' }).end(),
      (answer) => answer.writeHead(404).end(),
    ];
    let tries = 0;
    hooks.answers.set('/chat', (answer) => {
      const wrong = wrongs[tries++];
      if (wrong) wrong(answer);
      else answer.writeHead(200).end();
    });
    start();
    const before = Date.now();
    await say('news');
    await until(async () => {
      ahead += hour;
      return (await states())['chat sent'] === 1;
    });
    assert.ok(Date.now() - before < 50_000);
    const got = hooks.at('/chat');
    assert.ok(got.length >= 5, String(got.length));
    assert.equal(new Set(got.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(got.map(({ body }) => body)).size, 1);
    assert.equal(hooks.at('/elsewhere').length, 0, 'no redirect is followed');
    assert.ok(lines.includes('hook-delayed 500') && lines.includes('hook-delayed unreachable'));
  });

  test('are told once each by two processes, and none waits for one that does not answer', async () => {
    hooks.answers.set('/chat', () => undefined);
    for (let count = 0; count < 10; count++) {
      await say('news');
      await say('news', announce);
    }
    start();
    start();
    await until(async () => (await states())['all sent'] === 10);
    assert.deepEqual(await states(), { 'all sent': 10, 'chat waiting': 10 });
    const ids = hooks.at('/all').map(({ headers }) => headers['webhook-id']);
    assert.equal(ids.length, 10);
    assert.equal(new Set(ids).size, 10);
    hooks.answers.set('/chat', (answer) => answer.writeHead(204).end());
    // Those that hang are let go, as when the other side restarts.
    for (const one of deliveries) void one.close();
    hooks.hangUp();
  });

  test('are given up when they want no more, or for too long; and are sent again when somebody asks', async () => {
    hooks.answers.set('/chat', (answer) => answer.writeHead(410).end());
    hooks.answers.set('/all', (answer) => answer.writeHead(503, { 'Retry-After': '1' }).end());
    start();
    const alert = await say('news');
    await say('board');
    const news = await say('news', announce);
    await until(async () => {
      ahead += 25 * hour;
      return !Object.keys(await states())
        .join()
        .includes('waiting');
    });
    assert.deepEqual(await states(), { 'all dead': 1, 'chat dead': 1, 'mute dead': 1 });
    assert.equal(hooks.at('/chat').length, 1, '410 is not asked again');
    assert.equal(hooks.at('/all').length, 10);
    assert.ok(lines.includes('hook-dead no-secret'));
    for (const one of deliveries) await one.close();

    // The command line has the storage to itself.
    await office.close();
    closed = true;
    const where = { databaseUrl: 'url' in location ? location.url : undefined, tenant: 'acme' };
    const data = 'folder' in location ? ['--data', location.folder] : [];
    const said: string[] = [];
    const run = (...args: string[]) =>
      runWebhooksCommand([...args, ...data], where, (line) => void said.push(line));
    await run();
    assert.equal(said.length, 4);
    assert.ok(said.some((line) => line.startsWith(`chat  ${alert}`) && line.includes('(410, ')));
    assert.ok(said.some((line) => line.startsWith(`all  ${news}`) && line.includes('(503, ')));
    assert.equal(said.at(-1), '3 given up.');
    await run('retry', 'chat');
    assert.equal(said.at(-1), '1 will be sent again by the server.');
    await assert.rejects(run('resend'), /Say heed webhooks/);

    hooks.answers.clear();
    office = await openOffice(location);
    ahead = 0;
    start();
    await until(async () => (await states())['chat sent'] === 1);
    assert.deepEqual(await states(), { 'all dead': 1, 'chat sent': 1, 'mute dead': 1 });
    assert.equal(hooks.at('/chat').length, 2);
    const [first, second] = hooks.at('/chat');
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id']);
    for (const one of deliveries) await one.close();
    await office.close();
  });
});
