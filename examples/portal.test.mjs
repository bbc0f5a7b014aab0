// The demo portal is the first thing that anybody sees: nothing in it may look broken.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inside, openPage, startBrowser } from '../test/journeys/browser.mjs';
import { startServer } from '../test/setup/server.mjs';

describe('the demo portal', () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  async function open(width) {
    const page = await openPage(await browser.createBrowserContext(), { width });
    await page.goto(heed.url);
    await inside(page, 'policy-list', '.row');
    return page;
  }

  it('has the same gap between all cards of a column, however long the list is', async () => {
    const page = await open(1280);
    for (const height of ['auto', '90rem']) {
      const gaps = await page.evaluate((tall) => {
        const asked = document.querySelector('#asked');
        asked.style.height = tall;
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        return [box('aside').top - box('#news').bottom, box('#news').left - box('#asked').right];
      }, height);
      assert.deepEqual(gaps, [24, 24], `a list of height ${height}`);
    }
    assert.deepEqual(page.errors, []);
  });

  it('cuts a long name before the arrow of the chooser, not under it', async () => {
    const page = await open(320);
    const look = await page.$eval('#persona', (chooser) => {
      const { textOverflow, paddingInlineEnd } = getComputedStyle(chooser);
      return { textOverflow, room: parseFloat(paddingInlineEnd) };
    });
    assert.equal(look.textOverflow, 'ellipsis');
    assert.ok(look.room >= 24, `${look.room} px for the arrow`);
  });
});
