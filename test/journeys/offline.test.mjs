// What was opened once opens again without a connection, and what is done then is recorded when it is back.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { acknowledge, inside, openPage, startBrowser, waitForState } from './browser.mjs';
import { unusedPerson } from './people.mjs';

/** Runs in the page: whether the device has kept what is asked of the person. */
async function isListKept() {
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('heed-copies:')) continue;
    const opened = indexedDB.open(name);
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const asked = opened.result.transaction('answers').objectStore('answers').getAllKeys();
    await new Promise((resolve) => (asked.onsuccess = resolve));
    opened.result.close();
    if (asked.result.some((key) => key.includes('/v1/assignments'))) return true;
  }
  return false;
}

describe('a portal without a connection', () => {
  let heed, browser, context, person;

  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
    context = await browser.createBrowserContext();
    person = unusedPerson();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  const go = (page, path) =>
    page.goto(`${heed.url}${path}${path.includes('?') ? '&' : '?'}persona=${person}&lang=en`);

  /** Waits until an element, or the line above it, says something. */
  const says = (page, tag, words) =>
    page.waitForFunction(
      (host, said) => document.querySelector(host)?.shadowRoot?.textContent.includes(said),
      { timeout: 20_000, polling: 50 },
      tag,
      words,
    );

  it('opens what was opened, says what is here, keeps an act and has it recorded in the end', async () => {
    const page = await openPage(context);
    await go(page, '/policy.html?policy=acceptable-use');
    await inside(page, 'policy-reader', '.body p');
    await inside(page, 'ack-button', '.primary');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await go(page, '/');
    await inside(page, 'policy-list', '.row');
    const title = await page.$eval('policy-list', (list) => {
      const rows = [...list.shadowRoot.querySelectorAll('.row')];
      return rows.find((row) => row.href.includes('acceptable-use')).querySelector('.title')
        .textContent;
    });
    // The next page is one that the service worker answers, and everything is kept by then.
    await page.waitForFunction(() => navigator.serviceWorker.controller, { polling: 50 });
    await page.waitForFunction(isListKept, { polling: 50 });

    heed.kill();
    await page.setOfflineMode(true);
    page.errors.length = 0;
    await go(page, '/');
    await says(page, 'isms-provider', 'You see what this device has kept, as of ');
    await inside(page, 'policy-list', '.row');
    const rows = await page.$eval('policy-list', (list) =>
      [...list.shadowRoot.querySelectorAll('.row')].map((row) => [
        row.querySelector('.title').textContent.trim(),
        row.textContent.includes('not on this device'),
      ]),
    );
    assert.ok(rows.length > 1, 'the list is there');
    for (const [name, elsewhere] of rows) assert.equal(elsewhere, name !== title.trim(), name);

    await go(page, '/policy.html?policy=acceptable-use');
    await inside(page, 'policy-reader', '.body p');
    // A tool that was never opened on this device comes from the worker as well.
    await page.$eval('policy-reader', (reader) =>
      reader.shadowRoot.querySelector('.bar [popovertarget=search]').click(),
    );
    await inside(page, 'policy-reader', '#search input');
    await acknowledge(page);
    await waitForState(page, 'queued');

    await go(page, '/policy.html?policy=clear-desk');
    await says(page, 'policy-reader', 'This policy is not on this device.');

    await heed.restart();
    await page.setOfflineMode(false);
    await go(page, '/policy.html?policy=acceptable-use');
    await waitForState(page, 'verified');
    await go(page, '/policy.html?policy=clear-desk');
    await inside(page, 'policy-reader', '.body p');
  });
});
