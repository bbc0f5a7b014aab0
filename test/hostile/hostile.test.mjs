// A backend that cleans nothing sends every attack string of the corpus as title, heading, body, link, statement and
// name: nothing runs and nothing breaks, with the page's CSP and without any.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { contentSecurityPolicy } from '../../packages/server/dist/http/static.js';
import { corpusFolder } from '../config/corpus.mjs';
import { findChromium, findFirefox } from '../setup/browsers.mjs';

const entry = fileURLToPath(new URL('page.ts', import.meta.url));

async function attacks() {
  const read = (name) => readFile(join(corpusFolder, 'attack', name), 'utf8');
  const pairs = JSON.parse(await read('dompurify-expect.json'));
  const markdown = (await read('markdown-it/xss.txt')).split(/^\.$/m);
  return [
    ...pairs.map(({ payload }) => payload),
    ...JSON.parse(await read('blns.json')),
    ...markdown,
  ].filter((payload) => payload.trim());
}

/** Serves the page twice: at /csp under the policy that Heed's portals have, at /bare under none. */
async function servePage() {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, write: false, splitting: true, format: 'esm' },
    ...{ outdir: '/', conditions: ['source'], target: 'es2022', entryNames: 'page' },
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer(({ url }, response) => {
    if (url === '/csp') response.setHeader('content-security-policy', contentSecurityPolicy);
    const script = files.get(url);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    if (!script && url !== '/csp' && url !== '/bare') response.statusCode = 404;
    response.end(
      script ??
        '<!doctype html><html lang="en"><title>Hostile</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, server };
}

/** A browser, or nothing where this machine has none; the test is then skipped and says so. */
async function open(engine, t) {
  const found = await (engine === 'firefox' ? findFirefox() : findChromium());
  if (!found.executablePath) return t.skip(found.reason);
  const { executablePath, args = [] } = found;
  const name = engine === 'firefox' ? 'firefox' : 'chrome';
  const protocolTimeout = 240_000;
  return puppeteer.launch({ browser: name, executablePath, args, headless: true, protocolTimeout });
}

describe('a backend that sends hostile strings', () => {
  let page, payloads;
  before(async () => {
    if (!existsSync(corpusFolder)) {
      assert.ok(!process.env.CI, `CI needs the real documents at ${corpusFolder}`);
      return;
    }
    payloads = await attacks();
    page = await servePage();
  });
  after(() => page?.server.close());

  it('would notice a string that runs', async (t) => {
    if (!payloads) return t.skip('there is no corpus on this machine');
    const browser = await open('chromium', t);
    if (!browser) return;
    try {
      const tab = await browser.newPage();
      await tab.goto(`${page.url}/bare`);
      await tab.waitForFunction(() => 'attack' in window);
      await tab.evaluate(() => {
        const holder = document.createElement('div');
        document.body.append(holder);
        holder.innerHTML = '<img src="data:," onerror="alert(1)">';
      });
      await tab.waitForFunction(() => window.ran > 0, { polling: 50 });
    } finally {
      await browser.close();
    }
  });

  // `npm run soak -- hostile` takes Firefox, too.
  const engines = process.env.SOAK ? ['chromium', 'firefox'] : ['chromium'];
  for (const engine of engines) {
    for (const place of ['csp', 'bare']) {
      it(
        `runs nothing and breaks nothing: ${engine}, ${place}`,
        { timeout: 240_000 },
        async (t) => {
          if (!payloads) return t.skip('there is no corpus on this machine');
          const browser = await open(engine, t);
          if (!browser) return;
          try {
            const tab = await browser.newPage();
            await tab.goto(`${page.url}/${place}`);
            await tab.waitForFunction(() => 'attack' in window);
            const { ran, errors, missing, broken } = await tab.evaluate(
              (all) => window.attack(all),
              payloads,
            );
            assert.deepEqual(
              { ran, errors, missing, broken },
              { ran: 0, errors: [], missing: [], broken: [] },
            );
            t.diagnostic(`${payloads.length} strings`);
          } finally {
            await browser.close();
          }
        },
      );
    }
  }
});
