import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { rememberCatalogue } from '../catalogue.js';
import { createMailer } from '../notices/mailer.js';
import type { Database } from '../storage/database.js';
import { acknowledge, assignments, draftFor, openOffice, type Office } from '../testing/office.js';
import { audience, channel, officeContent, person } from '../testing/content.js';
import { addresses, Post } from '../testing/post.js';
import { createDigests } from './send.js';

const day = 86_400_000;
const morning = Math.floor(Date.now() / day) * day + day + 9 * 3_600_000;

eachEngine('digests', (engine) => {
  let office: Office;
  let post: Post;
  let now = morning;
  const lines: string[] = [];
  const crowd = Array.from({ length: 20 }, (_, n) =>
    person(`crowd-${n}`, { relation: 'supplier', department: 'Crowd' }),
  );

  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    await office.publish({
      ...content,
      people: [...content.people, ...crowd, person('dora', { preferredLanguage: 'de-AT' })],
      audiences: [
        ...content.audiences,
        audience('security', { attribute: 'department', in: ['Security'] }),
        audience('crowd', { attribute: 'department', in: ['Crowd'] }),
      ],
      // What is asked of the crowd would be told with each first digest.
      packs: content.packs.filter(({ id }) => id === 'basics'),
      channels: [
        channel('news', 'inside', { announcers: 'security' }),
        channel('crowd', 'crowd', { announcers: 'security' }),
      ],
    });
  });
  after(() => office.close());
  afterEach(async () => {
    await post.die();
    await office.db.query('delete from digests');
    await office.db.query('delete from messages');
    await office.db.query('delete from tasks');
    now = morning;
    lines.length = 0;
  });

  /** A process that sends digests; with its own storage, one that can be killed. */
  function sender(db: Database = office.db) {
    const mailer = createMailer(`smtp://127.0.0.1:${post.port}`, 'Heed <isms@example.test>');
    const digests = createDigests({
      ...{ db, tenant: 'acme', clock: () => new Date(now), cadence: 'daily' },
      catalogue: rememberCatalogue(db, 'acme'),
      hours: {
        timeZone: 'UTC',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        ...{ from: 8, until: 18 },
      },
      style: {
        link: 'https://portal.example.test/news?channel={channel}&message={message}',
        policyLink: 'https://portal.example.test/policies/{policy}',
        taskLink: 'https://portal.example.test/tasks?task={task}',
        timeZone: 'UTC',
      },
      log: (_level, event) => void lines.push(event),
    });
    return {
      async work() {
        while (await digests.round(mailer));
        mailer.close();
      },
    };
  }

  async function say(who: string, to: string, more: object = {}): Promise<string> {
    const session = await office.as(who);
    const id = randomUUID();
    const posted = await session.send('PUT', `/v1/messages/${id}`, {
      ...{ channel: to, kind: 'broadcast', language: 'en', text: 'Something new.', ...more },
    });
    assert.equal(posted.status, 200, posted.text);
    return id;
  }

  const idOf = async (who: string) =>
    (await (await office.as(who)).get<{ id: string }>('/v1/me')).body.id;

  const mailsTo = (who: string) =>
    post.taken.filter((mail) => addresses([mail])[0]?.includes(`<${who}@example.test>`));

  test('tell everything that is new in one mail to each, and nothing twice', async () => {
    post = new Post();
    await post.open();
    const seen = await say('mia', 'news', { title: 'Seen before' });
    const ann = await office.as('ann');
    await ann.send('PUT', '/v1/channels/news/position', { message: seen });
    const news = await say('mia', 'news', { title: 'New <badges>' });
    const asks = await say('ann', 'news', { kind: 'discussion', text: 'Where\nis it?' });
    await say('ben', 'news', { kind: 'discussion', thread: asks, text: 'Here.' });
    await say('ben', 'news', { kind: 'discussion', thread: news, text: 'Not told to all.' });
    const alert = { kind: 'alert', title: 'Told at once', action: { text: 'Act.' } };
    await say('mia', 'news', alert);
    const gone = await say('mia', 'news', { title: 'Gone again' });
    const mia = await office.as('mia');
    await mia.send('PUT', `/v1/revisions/${randomUUID()}`, { message: gone, withdraw: true });
    const [done] = await assignments(await office.as('ben'), '?policy=conduct');
    assert.ok(done);
    await acknowledge(await office.as('ben'), draftFor(done));

    await sender().work();
    await sender().work();
    const [mail, more] = mailsTo('ann');
    assert.ok(mail && !more);
    assert.equal(mail.subject, '3 new items: information security');
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    const told = mail.text ?? '';
    assert.match(
      told,
      /\* The conduct policy\n {2}New · Until .+\n {2}https:.+\/policies\/conduct/,
    );
    assert.ok(
      told.includes(
        `* New <badges>\n  From MIA\n  https://portal.example.test/news?channel=news&message=${news}`,
      ),
    );
    assert.ok(told.includes(`* Where is it?\n  BEN replied\n`), told);
    assert.ok(told.includes(`message=${asks}\n`), 'the link leads to the thread');
    assert.doesNotMatch(told, /Seen before|Gone again|Told at once|Not told to all/);
    const html = mail.html || '';
    assert.ok(html.includes('New &#x3C;badges>') && html.includes(`message=${news}`), html);
    assert.doesNotMatch(html, /<(script|form|img|input)/);
    assert.doesNotMatch(mailsTo('ben')[0]?.text ?? '', /conduct/, 'what is done is not told');
    assert.match(mailsTo('dora')[0]?.text ?? '', /Von Ihnen erbeten[^]*Neu · Bis/);
    assert.match(mailsTo('mia')[0]?.text ?? '', /BEN replied/, 'to whom a reply is for');
    assert.equal(mailsTo('sue').length, 0, 'nothing is new to them');
    assert.equal(mailsTo('leo').length, 0, 'they have left');

    const before = post.taken.length;
    now += day;
    await sender().work();
    assert.equal(post.taken.length, before, 'an empty digest is none');
    now += 6 * day;
    await sender().work();
    const reminded = mailsTo('ann');
    assert.equal(reminded.length, 2);
    assert.match(reminded[1]?.text ?? '', /conduct policy\n {2}Until/);
    assert.doesNotMatch(reminded[1]?.text ?? '', /badges/);
  });

  test('tell tasks that are new and still open, once more when they are due, and where somebody is named', async () => {
    post = new Post();
    await post.open();
    const mia = await office.as('mia');
    const ask = async (title: string, more: object) => {
      const id = randomUUID();
      const draft = { language: 'en', title, ...more };
      const asked = await mia.send('PUT', `/v1/tasks/${id}`, draft);
      assert.equal(asked.status, 200, asked.text);
      return id;
    };
    const step = async (who: string, body: object) => {
      const done = await (await office.as(who)).send('PUT', `/v1/steps/${randomUUID()}`, body);
      assert.equal(done.status, 200, done.text);
    };
    const dueAt = new Date(now + 2 * day).toISOString();
    const key = await ask('Return <the> key', { audience: 'inside', dueAt });
    const ann = { id: await idOf('ann') };
    await ask('Told at once', { people: [ann.id] });
    const closed = await ask('Closed again', { audience: 'inside' });
    await step('mia', { task: closed, kind: 'closed' });
    await step('ben', { task: key, kind: 'done' });
    const ben = await idOf('ben');
    const again = await ask('Asked once more', { people: [ben] });
    await step('ben', { task: again, kind: 'done' });
    await step('mia', { task: again, kind: 'reopened', person: ben, text: 'It was the blue one.' });
    const root = await say('mia', 'news', { title: 'Badges' });
    await say('ben', 'news', {
      ...{ kind: 'discussion', thread: root, text: '@ANN has the list.', mentions: [ann.id] },
    });

    await sender().work();
    const [mail] = mailsTo('ann');
    const told = mail?.text ?? '';
    assert.match(
      told,
      new RegExp(
        `\\* Return <the> key\n  New · From MIA · Until .+\n  https:.+tasks\\?task=${key}`,
      ),
    );
    assert.match(told, /You are named\n\n\* Badges\n {2}BEN replied · Channel news\n/);
    assert.doesNotMatch(told, /Told at once|Closed again/);
    assert.doesNotMatch(mailsTo('ben')[0]?.text ?? '', /key/, 'what is done is not told');
    assert.doesNotMatch(mailsTo('mia')[0]?.text ?? '', /key/, 'nor what they ask themselves');

    assert.match(mailsTo('ben')[0]?.text ?? '', /Asked once more\n {2}New/);

    now += day;
    await sender().work();
    assert.equal(mailsTo('ann').length, 1, 'nothing twice');
    now += 2 * day;
    await sender().work();
    assert.match(mailsTo('ann').at(-1)?.text ?? '', /the> key\n {2}From MIA · Overdue since/);
  });

  test('wait for the hour, and are one after days on which nothing could be sent', async () => {
    post = new Post();
    await post.open();
    await post.die();
    for (const title of ['First', 'Second', 'Third']) {
      await say('mia', 'crowd', { title });
      await sender().work();
      now += day;
    }
    assert.ok(lines.includes('mail-delayed'));
    await post.open();
    now += 10 * 3_600_000;
    await sender().work();
    assert.equal(post.taken.length, 0, 'it is quiet');
    now += 14 * 3_600_000;
    await Promise.all([sender().work(), sender().work()]);
    for (const { userName } of crowd) {
      const [mail, more] = mailsTo(userName);
      assert.ok(mail && !more, userName);
      for (const title of ['First', 'Second', 'Third']) assert.ok(mail.text?.includes(title));
    }
  });

  test('lose nothing and double nothing wherever the process that sends is killed', async () => {
    post = new Post();
    await post.open();
    const titles: string[] = [];
    let killed = 0;
    // After every statement of the first rounds, and after some of the rest.
    for (const statements of [...Array(16).keys(), 24, 32, 40]) {
      titles.push(`News ${statements}.`);
      await say('mia', 'crowd', { title: titles.at(-1) });
      let left = statements;
      const query: Database['query'] = async (sql, params) => {
        if (left-- <= 0) throw new Error('killed');
        return office.db.query(sql, params);
      };
      await sender({ ...office.db, query })
        .work()
        .catch(() => killed++);
      // Whatever it had taken is another’s when the time of whoever took it is over.
      now += 25 * 60_000;
      await sender().work();
      now += day - 25 * 60_000;
    }
    assert.ok(killed > 12, 'it was killed at many places');
    for (const { userName } of crowd) {
      for (const title of titles) {
        const telling = mailsTo(userName).filter(({ text }) => text?.includes(title));
        // What was sent and not written down is sent again, as the same mail.
        const ids = new Set(telling.map(({ messageId }) => messageId));
        assert.equal(ids.size, 1, `${userName}, ${title}: ${telling.length} mails`);
      }
    }
  });

  test('are told by the next one when a mail server refused the person', async () => {
    post = new Post();
    let isRefused = true;
    await post.open({
      onRcptTo: ({ address }, _session, done) => {
        if (isRefused && address.startsWith('crowd-7@')) {
          done(Object.assign(new Error('no'), { responseCode: 550 }));
        } else done();
      },
    });
    await say('mia', 'crowd', { title: 'Refused once' });
    await sender().work();
    await sender().work();
    assert.equal(lines.filter((line) => line === 'mail-refused').length, 1);
    assert.equal(mailsTo('crowd-7').length, 0);
    isRefused = false;
    now += day;
    await sender().work();
    assert.match(mailsTo('crowd-7')[0]?.text ?? '', /Refused once/);
    assert.equal(mailsTo('crowd-8').length, 1);
  });
});
