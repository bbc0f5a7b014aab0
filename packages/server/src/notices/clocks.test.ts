import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { rememberCatalogue } from '../catalogue.js';
import { createWarnings } from '../clocks/warnings.js';
import { officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';
import { startDelivery, type Delivery } from './delivery.js';
import { createMailer } from './mailer.js';

const hour = 3_600_000;

eachEngine('warnings before legal deadlines', (engine) => {
  let office: Office;
  let delivery: Delivery | undefined;
  let now = new Date();
  const taken: ParsedMail[] = [];
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
    const roles = { roles: ['incident-handler' as const] };
    await office.publish({
      ...content,
      people: [
        ...content.people,
        person('hana', { ...roles, preferredLanguage: 'de' }),
        person('hugo', roles),
      ],
      laws: [{ id: 'nis2', authority: 'BSI' }],
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await delivery?.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await office.close();
  });

  const send = async (who: string, path: string, body: object, headers = {}) => {
    const answer = await (await office.as(who)).send('PUT', path, body, headers);
    assert.equal(answer.status, 200, answer.text);
  };
  const report = async () => {
    const incident = randomUUID();
    await send('ann', `/v1/incidents/${incident}`, { language: 'en', noticed: 'Secret words' });
    return incident;
  };
  const people = async () => {
    const { port } = server.server.address() as AddressInfo;
    const common = { db: office.db, tenant: 'acme', clock: () => now };
    const catalogue = rememberCatalogue(office.db, 'acme');
    const timeZone = 'Europe/Berlin';
    return startDelivery({
      ...{ ...common, catalogue, everyMs: 20, log: () => undefined },
      warnings: createWarnings({ ...common, catalogue, timeZone }),
      mailer: createMailer(`smtp://127.0.0.1:${port}`, 'Heed <isms@example.test>'),
      style: {
        link: 'https://portal.example.test/news?message={message}',
        incidentLink: 'https://portal.example.test/reports?incident={incident}',
        timeZone,
      },
    });
  };
  const states = async () => {
    const rows = await office.db.query<{ state: string; count: number }>(
      `select state, count(*)::int as count from notices where kind = 'clock' group by state`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };
  const until = async (wanted: object) => {
    const from = Date.now();
    while (JSON.stringify(await states()) !== JSON.stringify(wanted)) {
      assert.ok(Date.now() - from < 30_000, JSON.stringify(await states()));
      await wait(50);
    }
  };

  test('go to who handles the report, once for each of its deadlines, and say nothing of it', async () => {
    const [open, assigned, warned] = [await report(), await report(), await report()];
    const { body } = await (await office.as('hugo')).get<{ id: string }>('/v1/me');
    const draft = { state: 'handling', handler: body.id, awareAt: new Date().toISOString() };
    await send('hana', `/v1/incidents/${assigned}/triage`, draft, { 'If-Match': '"1"' });
    const sentAt = new Date().toISOString();
    const clock = 'nis2-early-warning';
    const notified = { incident: warned, clock, authority: 'BSI', sentAt };
    await send('hana', `/v1/notifications/${randomUUID()}`, notified);
    delivery = await people();
    await wait(200);
    assert.deepEqual(await states(), {}, 'it is early');
    // 18 hours and a bit: six hours before the early warning is due.
    now = new Date(Date.now() + 18.1 * hour);
    await until({ sent: 3 });
    await delivery.close();
    assert.equal(taken.length, 3);
    const about = (incident: string) => taken.filter(({ text = '' }) => text.includes(incident));
    assert.equal(about(open).length, 2, 'both who handle reports');
    assert.equal(about(assigned).length, 1, 'the one to whom it is assigned');
    assert.equal(about(warned).length, 0, 'what was sent is due no more');
    const german = taken.find(({ subject = '' }) => subject.startsWith('Bald fällig'));
    assert.equal(german?.subject, 'Bald fällig: NIS-2, Art. 23(4)(a): Frühwarnung');
    const text = german.text ?? '';
    assert.match(text, /Frühwarnung senden an: BSI/);
    assert.ok(text.includes(`https://portal.example.test/reports?incident=${open}`));
    for (const mail of taken) {
      assert.doesNotMatch(`${mail.subject} ${mail.text} ${String(mail.html)}`, /Secret|ann/);
    }
    // A day later the notification comes near; the early warning is not told again.
    taken.length = 0;
    now = new Date(Date.now() + 49 * hour);
    delivery = await people();
    await until({ sent: 8 });
    await delivery.close();
    assert.equal(taken.length, 5);
    for (const { subject = '' } of taken) assert.match(subject, /Art\. 23\(4\)\(b\)/);
  });
});
