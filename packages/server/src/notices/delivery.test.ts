import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { Message } from '@heed/contract';
import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { rememberCatalogue } from '../catalogue.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { audience, channel, officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';
import { addresses, Post } from '../testing/post.js';
import { startDelivery, type Delivery } from './delivery.js';
import { createMailer } from './mailer.js';

const crowd = 1000;
const group = 120;

eachEngine('notices of alerts', (engine) => {
  let office: Office;
  let app: App;
  let post: Post;
  let deliveries: Delivery[] = [];
  let ahead = 0;
  const lines: string[] = [];

  const staff = Array.from({ length: crowd }, (_, n) =>
    person(`crowd-${n}`, { relation: 'contractor', department: 'Crowd' }),
  );

  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    await office.publish({
      ...content,
      people: [
        ...content.people,
        ...staff,
        person('dora', { preferredLanguage: 'de-AT', department: 'Few' }),
        person('nomail', { emails: [], department: 'Few' }),
      ],
      audiences: [
        ...content.audiences,
        audience('security', { attribute: 'department', in: ['Security'] }),
        audience('crowd', { attribute: 'department', in: ['Crowd'] }),
        {
          ...audience('group', { any: [] }),
          include: staff.slice(0, group).map((p) => p.userName),
        },
        audience('few', { attribute: 'department', in: ['Few', 'Security'] }),
      ],
      channels: [
        channel('crowd', 'crowd', { announcers: 'security' }),
        channel('group', 'group', { announcers: 'security' }),
        channel('few', 'few', { announcers: 'security' }),
      ],
    });
    app = office.app('acme', { mails: true });
  });
  after(() => office.close());
  afterEach(async () => {
    for (const one of deliveries) await one.close();
    deliveries = [];
    await post.die();
    await office.db.query('delete from notices');
    ahead = 0;
    lines.length = 0;
  });

  const clock = () => new Date(Date.now() + ahead);

  function deliver(): Delivery {
    const delivery = startDelivery({
      ...{ db: office.db, tenant: 'acme', clock, everyMs: 20 },
      catalogue: rememberCatalogue(office.db, 'acme'),
      mailer: createMailer(`smtp://127.0.0.1:${post.port}`, 'Heed <isms@example.test>'),
      style: {
        link: 'https://portal.example.test/news?channel={channel}&message={message}',
        timeZone: 'Europe/Vienna',
      },
      log: (_level, event) => void lines.push(event),
    });
    deliveries.push(delivery);
    return delivery;
  }

  async function alarm(to: string, more: object = {}): Promise<string> {
    const mia = await office.as('mia', 'acme', app);
    const id = randomUUID();
    const posted = await mia.send('PUT', `/v1/messages/${id}`, {
      ...{ channel: to, kind: 'alert', language: 'en', title: 'False <invoices>' },
      text: 'A supplier was **broken into**.',
      action: { text: 'Delete them & say so.', dueAt: '2026-12-24T17:00:00.000Z' },
      ...more,
    });
    assert.equal(posted.status, 200, posted.text);
    return id;
  }

  const states = async () => {
    const rows = await office.db.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from notices group by state order by state',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

  async function settled(isDone = (now: Record<string, number>) => !now['waiting']): Promise<void> {
    const until = Date.now() + 90_000;
    for (;;) {
      const now = await states();
      if (isDone(now)) return;
      assert.ok(Date.now() < until, JSON.stringify({ now, lines: lines.slice(-3) }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Everybody has one mail, and nobody two. */
  function allHaveOne(people: number): void {
    const to = addresses(post.taken);
    assert.equal(to.length, people);
    assert.equal(new Set(to).size, people);
    assert.equal(new Set(post.taken.map(({ messageId }) => messageId)).size, people);
  }

  test('tell in the language of each what to do and where to say that it is done', async () => {
    post = new Post();
    await post.open();
    deliver();
    const id = await alarm('few');
    await settled();
    assert.deepEqual(await states(), { sent: 1 }, 'not the author, and nobody without an address');
    const [mail] = post.taken;
    assert.ok(mail);
    assert.equal(mail.subject, 'Bitte handeln: False <invoices>');
    assert.equal(addresses([mail])[0], '"DORA" <dora@example.test>');
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    const link = `https://portal.example.test/news?channel=few&message=${id}`;
    for (const told of [mail.text ?? '', mail.html || '']) {
      assert.ok(told.includes(link) || told.includes(link.replaceAll('&', '&#x26;')), told);
      assert.match(told, /24\. Dezember 2026/);
      assert.match(told, /18:00/);
      assert.match(told, /Was zu tun ist: Delete them (&|&#x26;) say so\./);
    }
    assert.ok(mail.html && /<strong>broken into<\/strong>/.test(mail.html));
    assert.ok(mail.html.includes('False &#x3C;invoices>'), 'a title is no markup');
    assert.doesNotMatch(mail.html, /<(script|form|img|input)/);
  });

  test('go once to each while two processes send', async () => {
    post = new Post();
    await post.open();
    await alarm('group');
    deliver();
    deliver();
    await settled();
    allHaveOne(group);
  });

  test('wait for a mail server that is away, and for one that is slow', async () => {
    post = new Post();
    await post.open();
    await post.die();
    deliver();
    await alarm('group');
    const tries = async () =>
      (
        await office.db.query<{ tries: number }>(
          'select coalesce(min(attempts), 0)::int as tries from notices',
        )
      )[0]?.tries;
    while (((await tries()) ?? 0) < 1) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await states(), { waiting: group });
    assert.ok(lines.includes('mail-delayed'));
    await post.open({
      onMailFrom: (_address, _session, done) => void setTimeout(done, 20),
    });
    ahead += 70 * 60_000;
    await settled();
    allHaveOne(group);
  });

  test('reach a thousand people once each through a mail server that dies in the middle, again and again', async () => {
    post = new Post();
    let left = 150;
    const options: SMTPServerOptions = {
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          // It dies with mails under way: of these nobody was told that they had arrived.
          if (left-- > 0) {
            post.taken.push(mail);
            done();
          } else void post.die();
        }, done);
      },
    };
    await post.open(options);
    deliver();
    await alarm('crowd');
    for (let times = 0; times < 4; times++) {
      while (left > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 200));
      left = times < 3 ? 150 : Infinity;
      await post.open(options);
      ahead += 70 * 60_000;
    }
    await settled();
    allHaveOne(crowd);
  });

  test('a refused address ends, and holds up nobody else', async () => {
    post = new Post();
    const bad = /crowd-(7|70|77)@/;
    let busy = 20;
    await post.open({
      onRcptTo: ({ address }, _session, done) => {
        const refuse = (responseCode: number) =>
          done(Object.assign(new Error('no'), { responseCode }));
        if (bad.test(address)) refuse(550);
        else if (busy-- > 0) refuse(451);
        else done();
      },
    });
    deliver();
    await alarm('group');
    await settled((now) => now['refused'] === 3 && (now['sent'] ?? 0) >= group - 23);
    ahead += 70 * 60_000;
    await settled();
    assert.deepEqual(await states(), { refused: 3, sent: group - 3 });
    assert.equal(new Set(addresses(post.taken)).size, group - 3);
    assert.equal(lines.filter((line) => line === 'mail-refused').length, 3);
  });

  test('are of no use to whoever has done it, left, or would read what was withdrawn', async () => {
    post = new Post();
    await post.open();
    const done = await alarm('few');
    const dora = await office.as('dora', 'acme', app);
    const said = (await dora.get<Message>(`/v1/messages/${done}`)).body;
    const { title, text, action } = said;
    const shown = { textHash: hashOf(canonicalText({ title, text, action })) };
    assert.equal((await dora.send('PUT', `/v1/messages/${done}/completion`, shown)).status, 200);
    const gone = await alarm('few');
    const mia = await office.as('mia', 'acme', app);
    await mia.send('PUT', `/v1/revisions/${randomUUID()}`, { message: gone, withdraw: true });
    deliver();
    await settled();
    assert.deepEqual(await states(), { dropped: 2 });
    assert.equal(post.taken.length, 0);
  });

  test('none is taken that would wait for its turn until it is somebody else’s', async () => {
    post = new Post();
    await post.open({ onMailFrom: () => undefined });
    deliver();
    await alarm('group');
    const taken = async () =>
      (
        await office.db.query<{ taken: number }>(
          'select count(*)::int as taken from notices where attempts > 0',
        )
      )[0]?.taken;
    while ((await taken()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await taken(), 3, 'as many as there are connections');
    await post.die();
  });

  test('a mail that is never taken is given up after three days', async () => {
    post = new Post();
    await post.open();
    await post.die();
    deliver();
    await alarm('few');
    while (!lines.includes('mail-delayed')) await new Promise((resolve) => setTimeout(resolve, 20));
    ahead += 73 * 3_600_000;
    await settled();
    assert.deepEqual(await states(), { expired: 1 });
  });

  test('are not written where no mail is sent', async () => {
    post = new Post();
    await post.open();
    const mia = await office.as('mia');
    await mia.send('PUT', `/v1/messages/${randomUUID()}`, {
      ...{ channel: 'few', kind: 'alert', language: 'en', text: 'x', action: { text: 'y' } },
    });
    assert.deepEqual(await states(), {});
  });
});
