// Streams over real connections: of two processes on one database, to slow clients, and while a process stops.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { startPostgres } from '../../../../test/setup/postgres.mjs';
import type { App } from '../app.js';
import { listen, type Listening as Server } from '../listen.js';
import { officeContent, person } from '../testing/content.js';
import { listen as hearFrom, until, type Listening } from '../testing/events.js';
import { openOffice, type Office } from '../testing/office.js';

const office = officeContent();
const content = {
  ...office,
  people: [
    ...office.people,
    ...Array.from({ length: 50 }, (_, at) => person(`p${at}`, { department: 'Sales' })),
  ],
  channels: [
    {
      ...{ id: 'notices', title: 'Notices', audience: 'inside', announcers: 'inside' },
      ...{ discussion: true, history: 'all' as const },
    },
  ],
};

interface Process {
  office: Office;
  app: App;
  server: Server;
}

describe('live events over connections', { timeout: 120_000 }, () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let here: Process;
  let there: Process;
  const begin = async (url: string): Promise<Process> => {
    const one = await openOffice({ url });
    const app = one.app('acme', { recentMs: 1000, origins: ['https://portal.test'] });
    const server = await listen(app, { host: '127.0.0.1', port: 4790, exact: false });
    return { office: one, app, server };
  };
  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.createDatabase();
    here = await begin(url);
    await here.office.publish(content);
    there = await begin(url);
  });
  after(async () => {
    for (const { server, office: one } of [here, there]) {
      await server.close();
      await one.close();
    }
    await postgres.stop();
  });

  const hear = async ({ server, office: one }: Process, who: string, last?: string) =>
    hearFrom(
      (init) =>
        fetch(`${server.address}v1/events`, {
          ...init,
          headers: { ...(init.headers as object), origin: 'https://portal.test' },
        }),
      await one.issuer.sign(who, 600),
      last,
    );
  const post = async ({ office: one, app }: Process, who: string, text: string) => {
    const draft = { channel: 'notices', kind: 'discussion', language: 'en', text };
    const session = await one.as(who, 'acme', app);
    const { status } = await session.send('PUT', `/v1/messages/${randomUUID()}`, draft);
    assert.equal(status, 200);
  };

  test('a post through one process is told by the other within a second', async () => {
    const heard = await hear(there, 'ann');
    await until(() => heard.said().includes('reset'));
    const delays: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      await post(here, 'ben', `From over there ${at}`);
      const from = Date.now();
      await until(() => heard.said().includes(`From over there ${at}`));
      delays.push(Date.now() - from);
      await wait(40 * at);
    }
    assert.ok(Math.max(...delays) < 1000, `${delays.join(', ')} ms`);
    assert.equal(heard.headers.get('Access-Control-Allow-Origin'), 'https://portal.test');
    assert.equal(heard.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(heard.headers.get('Content-Type'), 'text/event-stream');
    heard.leave();
  });

  test('cut again and again while everybody posts through both: no gap, and the order of the log', async () => {
    const from = await hear(here, 'ann');
    await until(() => from.events.length === 1);
    from.leave();
    let last = from.events[0]?.id;
    const texts: string[] = [];
    const posting = (async () => {
      for (let at = 0; at < 60; at += 1) {
        await post(at % 2 ? here : there, `p${at % 50}`, `${at}`);
        await wait(5);
      }
    })();
    for (let turn = 0; !texts.includes('59') && turn < 100; turn += 1) {
      const heard = await hear(turn % 2 ? here : there, 'ann', last);
      await wait(60 + 10 * (turn % 7));
      heard.leave();
      assert.ok(!heard.said().includes('reset'));
      texts.push(...heard.said());
      last = heard.events.at(-1)?.id ?? last;
    }
    await posting;
    assert.deepEqual(
      texts,
      Array.from({ length: 60 }, (_, at) => `${at}`),
    );
  });

  test('a client that reads nothing is cut off, and keeps nobody waiting', async () => {
    const token = await here.office.issuer.sign('ben', 600);
    const { hostname, port } = new URL(here.server.address);
    const slow: Socket = connect(Number(port), hostname);
    await once(slow, 'connect');
    slow.pause();
    slow.write(`GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    const quick = await hear(here, 'ann');
    await until(() => quick.events.length > 0);
    let sent = 0;
    const long = 'long '.repeat(3900);
    // The system keeps some megabytes for a socket, and the process one more.
    for (; sent < 400; sent += 20) {
      const some = Array.from({ length: 20 }, (_, at) =>
        post(here, `p${at}`, `${sent + at} ${long}`),
      );
      await Promise.all(some);
    }
    // Only reading shows the end of a socket.
    slow.resume();
    await until(() => slow.closed, 20_000);
    await until(() => quick.said().filter((text) => text.includes('long')).length === sent, 20_000);
    assert.ok(!quick.isOver);
    quick.leave();
    slow.destroy();
  });

  test('a process that stops ends its streams at once, and its clients go on elsewhere', async () => {
    const office2 = await openOffice({ url: await postgres.createDatabase() });
    await office2.publish(content);
    const app = office2.app('acme');
    const server = await listen(app, { host: '127.0.0.1', port: 4790, exact: false });
    const stopping = { office: office2, app, server };
    const all: Listening[] = [];
    for (let at = 0; at < 50; at += 1) all.push(await hear(stopping, `p${at}`));
    await until(() => all.every(({ events }) => events.length > 0));
    const from = Date.now();
    await server.close();
    assert.ok(Date.now() - from < 3000, `${Date.now() - from} ms`);
    await until(() => all.every(({ isOver }) => isOver));
    await office2.close();
  });
});
