// The pictures of guidance that somebody has: drawn under the portal's strict CSP, and without a connection, too.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { corpusFolder } from '../config/corpus.mjs';
import { inside, openPage, startBrowser } from '../journeys/browser.mjs';
import { startServer } from '../setup/server.mjs';

const folder = join(corpusFolder, 'moj-security-guidance');
const missing = existsSync(folder) ? false : `there is no corpus at ${folder}`;
if (missing && process.env.CI) throw new Error(missing);

describe('guidance with pictures', { skip: missing }, () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev', '--content', folder] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  const open = async (page) => {
    await page.goto(`${heed.url}/policy.html?policy=enterprise-access-control-policy&lang=en`);
    await inside(page, 'policy-reader', '.body p');
  };

  /** How many different colours a picture shows: one that was not drawn has one. */
  const colours = (page) =>
    page.$eval('policy-reader', ({ shadowRoot }) => {
      const canvas = shadowRoot.querySelector('.picture.drawn canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });

  it('shows them where they stand, again without a connection', async () => {
    const page = await openPage(await browser.createBrowserContext());
    await open(page);
    await inside(page, 'policy-reader', '.picture.drawn');
    assert.ok((await colours(page)) > 10);
    const alt = await page.$eval('policy-reader', (reader) => {
      return reader.shadowRoot.querySelector('.picture img').alt;
    });
    assert.match(alt, /^A diagram of the 4 stage management lifecycle/);
    assert.deepEqual(page.errors, []);

    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await open(page);
    await inside(page, 'policy-reader', '.picture.drawn');
    heed.kill();
    await page.setOfflineMode(true);
    await open(page);
    await inside(page, 'policy-reader', '.picture.drawn');
    assert.ok((await colours(page)) > 10);
  });
});
