// The lines of the README, pasted into a page of another origin under the policy that stands beside them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './config/files.mjs';
import { acknowledge, inside, openPage, startBrowser, waitForState } from './journeys/browser.mjs';
import { startServer } from './setup/server.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8').split('## Embed it')[1] ?? '';
const block = (language) =>
  new RegExp(`\`\`\`${language}\n([^]*?)\n *\`\`\``).exec(readme)?.[1] ?? '';

describe('the embed of the README', () => {
  let heed, host, browser, origin;
  before(async () => {
    host = createServer((request, response) => {
      const isHome = request.url === '/';
      const [page, script, policy] = ['html', 'js', 'http'].map((language) =>
        block(language).replaceAll('https://isms.example.com', heed.url),
      );
      response.setHeader('content-type', isHome ? 'text/html' : 'text/javascript');
      const [name, value] = policy.trim().replace(/\n\s+/g, ' ').split(': ');
      response.setHeader(name, value);
      const own = '<script type="module" src="/host.js"></script>';
      response.end(isHome ? `<!doctype html><title>Intranet</title>${page}${own}` : script);
    });
    await new Promise((done) => host.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${host.address().port}`;
    heed = await startServer({ args: ['--dev', '--allow-origin', origin] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
    host.close();
  });

  it('shows the text with the button at its end, and records', async () => {
    const answer = await fetch(`${heed.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'lena.hartwig' }),
    });
    const { token } = await answer.json();
    const page = await openPage(await browser.createBrowserContext());
    await page.evaluateOnNewDocument((mine) => {
      window.host = { getAccessToken: () => mine };
    }, token);
    await page.goto(origin);
    await inside(page, 'policy-reader', 'article');
    assert.equal(await page.$eval('ack-button', (button) => button.assignedSlot?.name), 'end');
    await waitForState(page, 'draft');
    await acknowledge(page);
    await waitForState(page, 'verified');
    assert.deepEqual(page.errors, []);
  });

  it('finds the key of the log where the README says', async () => {
    assert.match(readme, /https:\/\/isms\.example\.com\/\.well-known\/isms/);
    const { log } = await (await fetch(`${heed.url}/.well-known/isms`)).json();
    assert.match(log.key, /^localhost\/main\+[0-9a-f]{8}\+/);
  });
});
