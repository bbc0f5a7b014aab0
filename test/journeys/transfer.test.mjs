// What a first visit really transfers, counted by the browser: all script of ours from the first byte to the
// verified receipt, compressed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { acknowledge, inside, openPage, startBrowser, waitForState } from './browser.mjs';
import { unusedPerson } from './people.mjs';

describe('a first visit', () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  for (const lang of ['en', 'de']) {
    it(`to read and acknowledge transfers at most 45 kB of script, ${lang}`, async (t) => {
      const context = await browser.createBrowserContext();
      const page = await openPage(context);
      const session = await page.createCDPSession();
      await session.send('Network.enable');
      const scripts = new Map();
      session.on('Network.responseReceived', ({ requestId, response }) => {
        const { pathname } = new URL(response.url);
        if (pathname.endsWith('.js') && !pathname.startsWith('/portal')) {
          scripts.set(requestId, { pathname, head: response.encodedDataLength, bytes: 0 });
        }
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const script = scripts.get(requestId);
        if (script) script.bytes = encodedDataLength - script.head;
      });
      const person = unusedPerson();
      const policy = 'acceptable-use';
      await page.goto(`${heed.url}/policy.html?policy=${policy}&persona=${person}&lang=${lang}`);
      await inside(page, 'policy-reader', 'article');
      await acknowledge(page);
      await waitForState(page, 'verified');
      await new Promise((done) => setTimeout(done, 300));
      const sum = (all) => all.reduce((so, { bytes }) => so + bytes, 0);
      // What comes once the text is on display, such as the glossary of an organisation that has one.
      const [later, rest] = [true, false].map((wanted) =>
        [...scripts.values()].filter(
          ({ pathname }) => /\/(beside|terms|wire-seldom)-/.test(pathname) === wanted,
        ),
      );
      const total = sum(rest);
      t.diagnostic(`${total} bytes in ${scripts.size} files, ${sum(later)} afterwards`);
      assert.ok(sum(later) <= 5_500, `${sum(later)} bytes afterwards`);
      assert.ok(scripts.size >= 5, 'the scripts were seen');
      assert.ok(total > 20_000, `${total} bytes: something was not counted`);
      assert.ok(total <= 45_000, `${total} bytes in ${scripts.size} files`);
      await context.close();
    });
  }
});
