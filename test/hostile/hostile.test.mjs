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
import { contentSecurityPolicy } from '../../packages/server/dist/http/static.js';
import { corpusFolder } from '../config/corpus.mjs';
import { engines, openTab } from '../setup/tabs.mjs';

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

  /** Opens the page, and gives it to whoever tests something there. */
  const test = (what, engine, place, act) =>
    it(`${what}: ${engine}, ${place}`, { timeout: 240_000 }, async (t) => {
      if (!payloads) return t.skip('there is no corpus on this machine');
      const tab = await openTab(engine);
      if (tab.reason) {
        assert.ok(!process.env.SOAK, tab.reason);
        return t.skip(tab.reason);
      }
      try {
        await tab.goto(`${page.url}/${place}`);
        await tab.until(`return 'attack' in window`);
        await act(tab);
      } finally {
        await tab.close();
      }
    });

  // `npm run soak -- hostile` takes all three.
  for (const engine of process.env.SOAK ? engines : ['chromium']) {
    test('would notice a string that runs', engine, 'bare', async (tab) => {
      await tab.run(
        `const holder = document.body.appendChild(document.createElement('div'));
         holder.innerHTML = '<img src="data:," onerror="alert(1)">';`,
      );
      await tab.until('return window.ran > 0');
    });
    for (const place of ['csp', 'bare']) {
      test('runs nothing and breaks nothing', engine, place, async (tab) => {
        await tab.run('void attack(arguments[0]).then((all) => (window.outcome = all))', payloads);
        await tab.until('return !!window.outcome', 200_000);
        const { ran, errors, missing, broken } = await tab.run('return window.outcome');
        assert.deepEqual(
          { ran, errors, missing, broken },
          { ran: 0, errors: [], missing: [], broken: [] },
        );
      });
    }
  }
});
