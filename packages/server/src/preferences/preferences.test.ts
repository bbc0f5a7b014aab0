import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Preferences } from '@heed/contract';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { rememberCatalogue } from '../catalogue.js';
import { createDigests } from '../digests/send.js';
import type { Cadence } from '../digests/rules.js';
import { createMailer } from '../notices/mailer.js';
import { channel, officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';
import { addresses, Post } from '../testing/post.js';
import { openStopLinks } from './stop-links.js';

/** A Monday, in the hours of the digests below, within a week of what is said here. */
const day = 86_400_000;
const today = Math.floor(Date.now() / day);
const monday = (today + ((4 - (today % 7) + 7) % 7 || 7)) * day + 9 * 3_600_000;

eachEngine('preferences', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation(), ['acme', 'other']);
    const content = officeContent();
    const more = { packs: [], channels: [channel('news', 'inside', { announcers: 'inside' })] };
    await office.publish({
      ...{ ...content, ...more },
      people: [...content.people, person('dora', { preferredLanguage: 'de' })],
    });
    await office.publish({ ...content, ...more }, 'other');
  });
  after(() => office.close());

  const chosen = async (who: string) =>
    (await (await office.as(who)).get<Preferences>('/v1/me/preferences')).body.digest;
  const choose = async (who: string, digest: string) =>
    (await office.as(who)).send('PUT', '/v1/me/preferences', { digest });
  const recorded = async () =>
    (
      await office.db.query<{ count: number }>(
        `select count(*)::int as count from audit_events
         where tenant = 'acme' and type = 'isms.preferences.recorded'`,
      )
    )[0]?.count;
  const idOf = async (who: string) =>
    (await (await office.as(who)).get<{ id: string }>('/v1/me')).body.id;

  test('are what the organisation has set until somebody chooses, and one entry for each choice', async () => {
    assert.equal(await chosen('ann'), 'never');
    const weekly = office.app('acme', { digest: 'weekly' });
    const ann = await office.as('ann', 'acme', weekly);
    assert.equal((await ann.get<Preferences>('/v1/me/preferences')).body.digest, 'weekly');
    const entries = (await recorded()) ?? 0;
    for (let times = 0; times < 2; times++)
      assert.equal((await choose('ann', 'daily')).status, 200);
    assert.equal(await recorded(), entries + 1);
    assert.equal(await chosen('ann'), 'daily');
    assert.equal(await chosen('ben'), 'never');
    assert.equal((await choose('ann', 'hourly')).status, 422);
  });

  test('the link of a mail ends the digest of one person by a POST alone', async () => {
    const app = office.app('acme');
    const links = await openStopLinks({ db: office.db, tenant: 'acme' });
    const dora = await idOf('dora');
    await choose('dora', 'daily');
    const entries = (await recorded()) ?? 0;
    const path = `/unsubscribe/${links.tokenFor(dora)}`;
    const page = await app.request(path);
    assert.equal(page.status, 200);
    assert.match(
      page.headers.get('Content-Security-Policy') ?? '',
      /default-src 'none'; form-action/,
    );
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
    const html = await page.text();
    assert.match(html, /<html lang="de">[^]*<form method="post"><button>/);
    assert.doesNotMatch(html, /style=|<script|DORA|dora/);
    assert.equal((await app.request(path, { method: 'HEAD' })).status, 200);
    assert.equal(await chosen('dora'), 'daily', 'to look changes nothing');

    const oneClick = {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    };
    for (let times = 0; times < 2; times++) {
      assert.equal((await app.request(path, oneClick)).status, 200);
    }
    assert.equal(await chosen('dora'), 'never');
    assert.equal(await recorded(), entries + 1);
    assert.equal(await chosen('ann'), 'daily');

    const [name, mac] = links.tokenFor(dora).split('.') as [string, string];
    const ann = Buffer.from(await idOf('ann')).toString('base64url');
    const elsewhere = await openStopLinks({ db: office.db, tenant: 'other' });
    const lost = [`${ann}.${mac}`, name, `${name}.`, `${name}.${mac.slice(1)}`, '.', 'x'];
    for (const token of [...lost, elsewhere.tokenFor(dora), links.tokenFor('nobody')]) {
      const refused = await app.request(`/unsubscribe/${token}`, oneClick);
      assert.equal(refused.status, 404, token);
    }
    assert.equal(await chosen('ann'), 'daily');
    const other = office.app('other');
    assert.equal((await other.request(path, oneClick)).status, 404, 'of another tenant');
  });

  test('say who gets a digest, and how often; alerts go out to everybody', async () => {
    const post = new Post();
    await post.open();
    const links = await openStopLinks({ db: office.db, tenant: 'acme' });
    let now = monday - 3 * day;
    const digests = (cadence: Cadence) =>
      createDigests({
        ...{ db: office.db, tenant: 'acme', clock: () => new Date(now), cadence },
        catalogue: rememberCatalogue(office.db, 'acme'),
        hours: {
          timeZone: 'UTC',
          days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
          ...{ from: 8, until: 18 },
        },
        style: {
          link: 'https://portal.example.test/?message={message}',
          policyLink: 'https://portal.example.test/{policy}',
          timeZone: 'UTC',
          stopLink: ({ id }) => `https://isms.example.test/unsubscribe/${links.tokenFor(id)}`,
        },
        log: (_level, event) => assert.fail(event),
      });
    const mailer = createMailer(`smtp://127.0.0.1:${post.port}`, 'Heed <isms@example.test>');
    try {
      await choose('ann', 'daily');
      await choose('ben', 'weekly');
      await choose('dora', 'never');
      const mia = await office.as('mia', 'acme', office.app('acme', { mails: true }));
      const say = (title: string, more: object = { kind: 'broadcast' }) =>
        mia.send('PUT', `/v1/messages/${randomUUID()}`, {
          ...{ channel: 'news', language: 'en', title, text: 'x', ...more },
        });
      await digests('never').round(mailer);
      const told: string[][] = [];
      for (let days = 0; days < 7; days++) {
        now += day;
        post.taken.length = 0;
        await say(`Day ${days}`);
        const sender = digests('never');
        while (await sender.round(mailer));
        told.push(
          addresses(post.taken)
            .map((to) => to.replace(/^.*<(\w+)@.*$/, '$1'))
            .sort(),
        );
        const [mail] = post.taken;
        const list = mail?.headers.get('list') as { unsubscribe?: { url: string } } | undefined;
        assert.match(list?.unsubscribe?.url ?? '', /^https:\/\/isms\.example\.test\/unsubscribe\//);
        assert.ok(
          mail?.headerLines.some(
            ({ line }) => line === 'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
          ),
        );
      }
      const annOnly = ['ann'];
      assert.deepEqual(told, [
        ...[annOnly, annOnly, ['ann', 'ben']],
        ...[annOnly, annOnly, annOnly, annOnly],
      ]);
      // Whoever wants a digest again is not told what they did not want to know.
      await choose('dora', 'daily');
      await say('After all');
      now += day;
      post.taken.length = 0;
      const sender = digests('never');
      while (await sender.round(mailer));
      const dora = post.taken.find((mail) => addresses([mail])[0]?.includes('dora'));
      assert.match(dora?.text ?? '', /After all/);
      assert.doesNotMatch(dora?.text ?? '', /Day 0|Day 6/);
      await choose('dora', 'never');
      await say('Now', { kind: 'alert', action: { text: 'Act.' } });
      const rows = await office.db.query('select 1 from notices where person = $1', [
        await idOf('dora'),
      ]);
      assert.equal(rows.length, 1);
    } finally {
      mailer.close();
      await post.die();
    }
  });
});
