// Whoever notices something first: on a phone, in a few presses, with or without a connection, and what becomes of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { inside, openPage, startBrowser } from './browser.mjs';
import { unusedPerson } from './people.mjs';

const list = JSON.parse(
  readFileSync(new URL('../../packages/server/starter/people.json', import.meta.url), 'utf8'),
);
const { Resources: people } = list;
/** Somebody whose every name is found again wherever it comes to stand. */
const canary = {
  ...people.find(({ userName }) => userName === 'owen.price'),
  id: 'canary-7f3a',
  externalId: 'canary-ext-19',
  userName: 'zilpha.canary',
  displayName: 'Zilpha Quennevillard',
  name: { givenName: 'Zilpha', familyName: 'Quennevillard' },
  emails: [{ value: 'zilpha@canary.example', primary: true }],
};
const handler = people.find((person) => JSON.stringify(person).includes('incident-handler'));
const phone = { width: 375, height: 667 };

describe('somebody who noticed something', () => {
  let heed, browser, folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heed-people-'));
    const all = JSON.stringify({ ...list, Resources: [...people, canary] });
    await writeFile(join(folder, 'people.json'), all);
    heed = await startServer({ args: ['--dev', '--people', folder] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A call of the backend as somebody. */
  const call = async (userName, path, body) => {
    const signIn = await fetch(`${heed.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName }),
    });
    const { token } = await signIn.json();
    const answer = await fetch(heed.url + path, {
      method: body ? 'PUT' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const asHandler = (path, body) => call(handler.userName, path, body);
  /** What the handler has of it, once it is there. */
  const handled = async (noticed) => {
    for (let tries = 0; tries < 200; tries++) {
      const { items } = await asHandler('/v1/incidents?of=all&limit=200');
      const found = items.find((one) => one.noticed === noticed);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail(`"${noticed}" did not arrive`);
  };
  const open = async (person, path = '/report.html') => {
    const page = await openPage(await browser.createBrowserContext(), phone);
    await page.goto(`${heed.url}${path}?persona=${person}&lang=en`);
    return page;
  };
  const part = (page, selector) => inside(page, 'incident-report', selector);
  const says = (page, words) =>
    page.waitForFunction(
      (said) =>
        document.querySelector('incident-report')?.shadowRoot?.textContent.includes(said) ?? false,
      { timeout: 30_000, polling: 50 },
      words,
    );
  const write = async (page, selector, text) => {
    const field = await part(page, selector);
    await field.tap();
    await field.type(text);
  };
  /** The button with these words. */
  const button = async (page, label) => {
    const found = await page.waitForFunction(
      (words) =>
        [...document.querySelector('incident-report').shadowRoot.querySelectorAll('button')].find(
          (one) => one.textContent.trim() === words && one.checkVisibility(),
        ),
      { timeout: 20_000, polling: 50 },
      label,
    );
    return found.asElement();
  };

  it('has reported it after six presses, from the start page of a phone', async () => {
    const page = await open(unusedPerson(), '/');
    let presses = 0;
    const press = async (element) => {
      presses += 1;
      await element.tap();
    };
    await press(await page.waitForSelector('nav a[href="/report.html"]'));
    const field = await part(page, '#noticed');
    await press(field);
    presses += 1;
    await field.type('Somebody followed me in without a badge');
    await press(await part(page, 'input[value=access]'));
    await press(await part(page, 'input[name=safe][value=yes]'));
    await press(await button(page, 'Send the report'));
    await says(page, 'Recorded on');
    assert.ok(presses <= 6, `${presses} presses`);
    const report = await handled('Somebody followed me in without a badge');
    assert.deepEqual(
      [report.seems, report.safe, report.privacy, report.state],
      ['access', 'yes', 'named', 'received'],
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= phone.width, `${wide} pixels wide`);
    assert.deepEqual(page.errors, []);
  });

  for (const privacy of ['named', 'confidential']) {
    it(`talks with those who handle it, ${privacy}, to the end`, async () => {
      const person = unusedPerson();
      const { displayName } = people.find(({ userName }) => userName === person);
      const noticed = `The door to the archive does not lock (${privacy})`;
      const page = await open(person);
      await write(page, '#noticed', noticed);
      await (await part(page, `input[value=${privacy}]`)).tap();
      await (
        await button(page, privacy === 'named' ? 'Send the report' : 'Send in confidence')
      ).tap();
      await says(page, 'Recorded on');
      const report = await handled(noticed);
      assert.equal(report.reporter?.displayName, privacy === 'named' ? displayName : undefined);
      assert.equal(JSON.stringify(report).includes(displayName), privacy === 'named');
      await asHandler(`/v1/answers/${randomUUID()}`, {
        ...{ incident: report.id, text: 'Since when?' },
      });
      await (await part(page, '[part=mine] summary')).tap();
      await (await part(page, '[part=report] summary')).tap();
      await says(page, 'Since when?');
      await write(page, '[part=inside] textarea', 'Since Monday.');
      await (await button(page, 'Send the answer')).tap();
      const answers = `/v1/incidents/${report.id}/answers`;
      await page.waitForFunction(
        () =>
          document.querySelector('incident-report').shadowRoot.querySelectorAll('[part=answer]')
            .length === 2,
        { polling: 50 },
      );
      const { items } = await asHandler(answers);
      assert.deepEqual(
        items.map(({ text }) => text),
        ['Since when?', 'Since Monday.'],
      );
      assert.equal(JSON.stringify(items).includes(displayName), privacy === 'named');
      assert.deepEqual(page.errors, []);
    });
  }

  it('reports in a tunnel, leaves, and finds it recorded when the connection is back', async () => {
    const person = unusedPerson();
    const page = await open(person);
    await part(page, '#noticed');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await part(page, '#noticed');
    await says(page, 'encrypted, until it is sent');
    await page.setOfflineMode(true);
    await write(page, '#noticed', 'My laptop was in the bag that is gone');
    await (await button(page, 'Send the report')).tap();
    await says(page, 'Kept on this device, not yet sent.');
    await page.reload();
    await says(page, 'You reported this earlier:');
    await page.setOfflineMode(false);
    const report = await handled('My laptop was in the bag that is gone');
    assert.equal(report.privacy, 'named');
    const { items } = await call(person, '/v1/incidents');
    assert.equal(items.length, 1);
  });

  it('reports without a name: nothing on the wire leads to who is signed in, and a code opens it elsewhere', async () => {
    const noticed = 'Invoices are paid to a company that is not there';
    const page = await open(canary.userName);
    const me = await call(canary.userName, '/v1/me');
    const requests = await capture(page);
    // The page tells whoever listens what it hears.
    await page.evaluate(() => {
      window.told = [];
      for (const type of ['incident-reported', 'incident-answered'])
        document.addEventListener(type, () => window.told.push(type));
    });
    await (await part(page, 'input[value=anonymous]')).tap();
    await write(page, '#noticed', noticed);
    await (await button(page, 'Send without my name')).tap();
    const shown = await part(page, '[part=code]');
    const code = (await shown.evaluate((one) => one.textContent)).replaceAll(' ', '');
    assert.match(code, /^\d{16}$/);
    const report = await handled(noticed);
    assert.deepEqual([report.privacy, report.reporter], ['anonymous', undefined]);
    await asHandler(`/v1/answers/${randomUUID()}`, { incident: report.id, text: 'Since when?' });

    // On the same page, where somebody is signed in.
    await (await button(page, 'Report something else')).tap();
    await (await part(page, '[part=claim] summary')).tap();
    await write(page, '#code', code.replace(/(.{4})/g, '$1-'));
    await (await button(page, 'Open')).tap();
    await says(page, 'Since when?');
    await write(page, '[part=claim] textarea', 'Since the summer.');
    await (await button(page, 'Send the answer')).tap();
    await says(page, 'Since the summer.');

    const { token } = await page.evaluate(async () => ({
      token: await document.querySelector('#isms').getToken(),
    }));
    const secrets = [
      ...[canary.id, canary.externalId, canary.userName, canary.displayName, me.id],
      ...['Quennevillard', 'canary', token, token.split('.')[1]].filter(Boolean),
    ];
    const claims = requests.filter(({ line }) => line.includes('/v1/claims'));
    assert.equal(claims.length, 3, 'reported, opened and answered');
    for (const { line, headers, body } of claims) {
      const wire = `${line}\n${JSON.stringify(headers)}\n${body}`.toLowerCase();
      for (const secret of secrets)
        assert.ok(!wire.includes(secret.toLowerCase()), `${secret} in ${wire}`);
      assert.ok(headers['User-Agent'], 'the headers are those that left');
      const names = Object.keys(headers).map((name) => name.toLowerCase());
      for (const name of [
        ...['authorization', 'cookie', 'referer', 'idempotency-key', 'traceparent', 'tracestate'],
        ...['baggage', 'if-none-match', 'last-event-id'],
      ])
        assert.ok(!names.includes(name), `${name} in ${wire}`);
      assert.ok(!line.includes(code), 'no code stands in an address');
    }
    for (const { line, headers, body } of requests) {
      if (line.includes('/v1/claims')) continue;
      const wire = `${line}\n${JSON.stringify(headers)}\n${body}`;
      for (const told of [noticed, code, report.id, 'Since the summer'])
        assert.ok(!wire.includes(told), `${told} in ${wire}`);
    }
    assert.deepEqual(await page.evaluate(() => window.told), []);
    assert.ok(!(await page.evaluate(everythingKept)).includes(noticed.slice(0, 20)));

    // From another device, where nobody is signed in here.
    const other = await open(unusedPerson());
    await (await part(other, '[part=claim] summary')).tap();
    await write(other, '#code', code);
    await (await button(other, 'Open')).tap();
    await says(other, 'Since the summer.');
    const { items } = await asHandler(`/v1/incidents/${report.id}/answers`);
    assert.deepEqual(
      items.map(({ by, text }) => [by, text]),
      [
        ['handler', 'Since when?'],
        ['reporter', 'Since the summer.'],
      ],
    );
    assert.deepEqual(page.errors, []);
  });
});

/** Every request of a page from now on as it leaves: line, headers with what the browser adds, body. */
async function capture(page) {
  const devtools = await page.createCDPSession();
  const byId = new Map();
  const requests = [];
  const of = (id) => {
    if (!byId.has(id)) requests.push(byId.set(id, { line: '', headers: {}, body: '' }).get(id));
    return byId.get(id);
  };
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { method, url, postData = '' } = request;
    Object.assign(of(requestId), { line: `${method} ${url}`, body: postData });
  });
  // As they left: before that, the browser has not added its own.
  devtools.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    Object.assign(of(requestId), { headers });
  });
  await devtools.send('Network.enable', { maxPostDataSize: 1_000_000 });
  return requests;
}

/** Runs in the page: all that the device keeps for it, as text. */
async function everythingKept() {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const opened = indexedDB.open(name);
    await new Promise((resolve) => (opened.onsuccess = resolve));
    for (const table of opened.result.objectStoreNames) {
      const all = opened.result.transaction(table).objectStore(table).getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      kept.push(JSON.stringify(all.result));
    }
    opened.result.close();
  }
  return kept.join('\n');
}
