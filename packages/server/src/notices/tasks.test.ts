import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { rememberCatalogue } from '../catalogue.js';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';
import { startDelivery, type Delivery } from './delivery.js';
import { createMailer } from './mailer.js';

eachEngine('notices of tasks', (engine) => {
  let office: Office;
  let app: App;
  let delivery: Delivery | undefined;
  const taken: ParsedMail[] = [];
  const ids: Record<string, string> = {};
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });

  before(async () => {
    office = await openOffice(await engine.newLocation());
    const content = officeContent();
    await office.publish({
      ...content,
      people: [...content.people, person('dora', { preferredLanguage: 'de-AT' })],
    });
    app = office.app('acme', { mails: true });
    for (const name of ['dora', 'ann', 'ben', 'mia']) {
      ids[name] = (await (await office.as(name)).get<{ id: string }>('/v1/me')).body.id;
    }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await delivery?.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await office.close();
  });

  const send = async (who: string, path: string, body: object) => {
    const answer = await (await office.as(who, 'acme', app)).send('PUT', path, body);
    assert.equal(answer.status, 200, answer.text);
  };
  const states = async () => {
    const rows = await office.db.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from notices group by state',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

  test('tell those who are asked by name, once and in their language, unless it has ended by then', async () => {
    const [task, closed] = [randomUUID(), randomUUID()];
    const draft = { language: 'en', title: 'Return the <key>', text: 'To the *desk*.' };
    const dueAt = '2026-12-24T17:00:00.000Z';
    const people = [ids['dora'], ids['ann'], ids['mia']];
    await send('mia', `/v1/tasks/${task}`, { ...draft, dueAt, people, audience: 'inside' });
    await send('mia', `/v1/tasks/${closed}`, { ...draft, people: [ids['dora']] });
    await send('ann', `/v1/steps/${randomUUID()}`, { task, kind: 'done' });
    await send('mia', `/v1/steps/${randomUUID()}`, { task: closed, kind: 'closed' });
    assert.deepEqual(await states(), { waiting: 3 }, 'nobody of the audience, and not who asks');
    const { port } = server.server.address() as AddressInfo;
    delivery = startDelivery({
      ...{ db: office.db, tenant: 'acme', clock: () => new Date(), everyMs: 20 },
      catalogue: rememberCatalogue(office.db, 'acme'),
      mailer: createMailer(`smtp://127.0.0.1:${port}`, 'Heed <isms@example.test>'),
      style: {
        link: 'https://portal.example.test/news?channel={channel}&message={message}',
        taskLink: 'https://portal.example.test/tasks?task={task}',
        timeZone: 'Europe/Vienna',
      },
      log: () => undefined,
    });
    while ((await states())['waiting']) await wait(50);
    assert.deepEqual(await states(), { sent: 1, dropped: 2 });
    const [mail] = taken;
    assert.ok(mail && taken.length === 1);
    assert.equal(mail.subject, 'Für Sie zu tun: Return the <key>');
    for (const told of [mail.text ?? '', mail.html || '']) {
      assert.ok(told.includes(`https://portal.example.test/tasks?task=${task}`), told);
      assert.match(told, /MIA bittet Sie/);
      assert.match(told, /24\. Dezember 2026/);
    }
    assert.ok(mail.html && mail.html.includes('<em>desk</em>'));
  });
});
