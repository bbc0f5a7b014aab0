// The same journey, however somebody looks at it: nothing overflows, nothing is inaccessible, it can be done.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import {
  acknowledge,
  firstPolicy,
  inside,
  openPage,
  startBrowser,
  waitForState,
} from './browser.mjs';
import { addressOf, dress, looks } from './looks.mjs';
import { unusedPerson } from './people.mjs';

const axe = await readFile(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the journey', () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  for (const look of looks) {
    it(`works ${look.name}`, async () => {
      const person = unusedPerson();
      const context = await browser.createBrowserContext();
      const page = await openPage(context);
      await dress(page, look);
      const check = async (where) => {
        assert.deepEqual(await violations(page), [], where);
        assert.ok(
          (await overflow(page)) <= 0,
          `${where} scrolls sideways by ${await overflow(page)}`,
        );
      };

      await page.goto(addressOf(heed.url, '/', look, person));
      const row = await firstPolicy(page);
      await check('the start page');
      await Promise.all([page.waitForNavigation(), row.click()]);

      await waitForState(page, 'draft');
      await inside(page, 'policy-reader', 'article');
      await check('the policy');
      await acknowledge(page);
      await waitForState(page, 'verified');
      await check('the acknowledged policy');
      assert.deepEqual(page.errors, []);
      await context.close();
    });
  }
});
