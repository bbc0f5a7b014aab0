// The whole way without a mouse: see what is due, open it, read it, acknowledge, keep the receipt, and verify
// it while the server is down. The person signs in at a real identity provider.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startIdentityProvider } from '../setup/oidc.mjs';
import { startServer } from '../setup/server.mjs';
import { assertNeverTooEarly, inside, openPage, startBrowser, waitForState } from './browser.mjs';
import { startHost } from './host.mjs';
import { personas, unusedPerson } from './people.mjs';

const cli = fileURLToPath(new URL('../../packages/evidence/dist/cli.js', import.meta.url));
const heedVerify = (...args) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

/** What has the focus, looked up through shadow roots: tag, part and words. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return [at?.localName, at?.part?.value, at?.innerText?.trim().slice(0, 60)].join(' | ');
  });

/** Presses Tab until the focus is where the words say; fails when it comes round without. */
async function tabTo(page, pattern) {
  const passed = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (pattern.test(at)) return at;
    passed.push(at);
  }
  throw new Error(`Tab never came to ${pattern}; it passed\n${passed.join('\n')}`);
}

describe('by keyboard alone', () => {
  let idp, heed, host, browser, folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heed-receipts-'));
    idp = await startIdentityProvider();
    heed = await startServer({ env: { HEED_ISSUER: idp.issuer, HEED_AUDIENCE: idp.audience } });
    host = await startHost({
      backend: () => heed.url,
      signIn: (userName) => idp.signIn(userName),
      personas: personas(),
    });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await host?.stop();
    await heed?.stop();
    await idp?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  for (const view of ['scrolled', 'paged']) {
    it(`from the due policy to the verified receipt, ${view}`, async () => {
      const person = unusedPerson();
      const context = await browser.createBrowserContext();
      const page = await openPage(context);
      await page.evaluateOnNewDocument((chosen) => {
        localStorage.setItem('isms-reader', JSON.stringify({ view: chosen }));
        addEventListener('end-reached', () => (window.atEnd = true));
      }, view);
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        browserContextId: context.id,
        downloadPath: folder,
      });

      await page.goto(`${host.url}/?persona=${person}`);
      await inside(page, 'policy-list', '.row');
      const row = await tabTo(page, /^a \| row/);
      assert.match(row, /Acceptable use|Akzeptable Nutzung/);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

      await inside(page, 'policy-reader', 'article');
      await waitForState(page, 'draft');
      await tabTo(page, /^article \| text/);
      for (let i = 0; i < 60 && !(await page.evaluate(() => window.atEnd)); i++) {
        await page.keyboard.press(i % 2 ? 'Space' : 'PageDown');
        await new Promise((done) => setTimeout(done, 250));
      }
      assert.ok(await page.evaluate(() => window.atEnd), 'the end of the text came into view');

      await tabTo(page, /^button \| primary/);
      await page.keyboard.press('Enter');
      await waitForState(page, 'verified');
      const told = /recorded on .*receipt is verified|erfasst am/i;
      // The witness looks once a frame.
      for (let i = 0; i < 100 && !told.test(page.heard.at(-1).said); i++) {
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.match(page.heard.at(-1).said, told);
      assert.ok(assertNeverTooEarly(page.heard, host.answered) > 0);

      await tabTo(page, /^button \| button \| (Save receipt|Beleg speichern)/);
      await page.keyboard.press('Enter');
      let file;
      for (let i = 0; i < 100 && !file; i++) {
        await new Promise((done) => setTimeout(done, 50));
        file = (await readdir(folder)).find((name) => name.endsWith('.json'));
      }
      assert.match(file, /^acceptable-use-v\d+-receipt\.json$/);
      assert.deepEqual(page.errors, []);
      const { log } = await (await fetch(`${heed.url}/.well-known/isms`)).json();
      await context.close();

      await heed.kill();
      const kept = join(folder, file);
      const alone = heedVerify(kept);
      assert.equal(alone.status, 0, alone.stderr + alone.stdout);
      assert.match(alone.stdout, new RegExp(person.replace('.', '\\.')));
      const pinned = heedVerify(kept, '--key', log.key);
      assert.equal(pinned.status, 0, pinned.stderr);

      const bytes = await readFile(kept);
      bytes[Math.floor(bytes.length / 2)] ^= 1;
      await writeFile(join(folder, 'changed'), bytes);
      assert.equal(heedVerify(join(folder, 'changed')).status, 1);
      await rm(kept);
      await heed.restart();
    });
  }
});
