/**
 * Browser tests: everything in Chromium; in Firefox, too, the evidence package (Web Crypto) and what fits into a narrow page.
 *
 *     npx wtr --config test/config/web-test-runner.config.mjs
 *     npx wtr --config test/config/web-test-runner.config.mjs --files packages/elements/src/ack-button/*.browser.test.ts
 */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import puppeteer from 'puppeteer-core';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from '../setup/browsers.mjs';
import { backend } from './backend.mjs';
import { corpusFolder, serveCorpus } from './corpus.mjs';
import { countReporter } from './count-reporter.mjs';
import { filesBelow, root } from './files.mjs';
import { hostEnv } from './host-env.mjs';

const isBrowserTest = (path) => path.endsWith('.browser.test.ts');
const namedFiles = process.argv.some((argument) => argument.startsWith('--files'));

if (process.env.CI && !existsSync(corpusFolder)) {
  throw new Error(`CI needs the real documents at ${corpusFolder} (or where HEED_CORPUS says).`);
}

/**
 * Several pages run side by side, each with storage of its own: what one remembers must not reach another. And each
 * must believe that somebody looks at it: a reader measures just that.
 */
async function createPage({ context }) {
  const own = await context.browser().createBrowserContext();
  const page = await own.newPage();
  page.once('close', () => void own.close().catch(() => undefined));
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const chromium = await findChromium();
// One process for all pages: nothing here is about what one origin may see of another.
const together = [
  '--disable-features=PaintHolding,site-per-process',
  '--disable-site-isolation-trials',
];
const launchOptions = { ...chromium, args: [...chromium.args, ...together] };
const heed = backend();
const groups = [];
const leftOut = [];
const inFirefox = [
  ...filesBelow('packages/evidence/src', isBrowserTest),
  'packages/elements/src/policy-reader/accessible/reflow.browser.test.ts',
  'packages/elements/src/policy-reader/focus-line/focus-line.browser.test.ts',
];
if (!namedFiles) {
  const firefox = await findFirefox();
  if ('executablePath' in firefox) {
    const { executablePath } = firefox;
    const launchOptions = { browser: 'firefox', executablePath };
    const browsers = [chromeLauncher({ puppeteer, launchOptions, concurrency: 1 })];
    groups.push({ name: 'firefox', files: inFirefox, browsers });
  } else {
    leftOut.push(`what else is tested in Firefox: ${firefox.reason}`);
  }
}

export default {
  rootDir: root,
  files: filesBelow('packages', isBrowserTest),
  groups,
  browsers: [chromeLauncher({ launchOptions, createPage })],
  concurrency: 3,
  concurrentBrowsers: 1,
  nodeResolve: { exportConditions: ['source', 'browser'] },
  middleware: [serveCorpus(), heed.middleware],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../packages/tsconfig.base.json', import.meta.url)),
    }),
    hostEnv(),
    heed.plugin,
  ],
  testFramework: { config: { timeout: 15_000 } },
  // The runner uses a page again for the next file, which must not find what the one before has remembered.
  testRunnerHtml: (framework) =>
    `<!doctype html><html><body><script>localStorage.clear()</script><script type="module" src="${framework}"></script></body></html>`,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    countReporter(leftOut),
  ],
};
