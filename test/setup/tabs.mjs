/** One page in any of the three engines, to look at and to run scripts in. */
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox } from './browsers.mjs';
import { findWebKit, startWebKit } from './webkit.mjs';

const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };

/** The engines by name. */
export const engines = Object.keys(finders);

/**
 * Opens a page in an engine.
 *
 * @param {string} engine
 * @returns {Promise<Tab | { reason: string }>} The reason says why this machine has no such browser.
 *
 * @typedef {object} Tab
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(script: string, ...args: unknown[]) => Promise<unknown>} run Runs the body of a function in the page;
 *   what it returns must be JSON.
 * @property {(script: string, milliseconds?: number) => Promise<void>} until Asks the page until it says yes.
 * @property {() => Promise<unknown>} close
 */
export async function openTab(engine) {
  const found = await finders[engine]();
  if (found.reason) return found;
  const tab = engine === 'webkit' ? await startWebKit(found) : await startPuppeteer(engine, found);
  return {
    ...tab,
    async until(script, milliseconds = 20_000) {
      for (const end = Date.now() + milliseconds; !(await tab.run(script));) {
        if (Date.now() > end) throw new Error(`In ${engine} it never came to this: ${script}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

async function startPuppeteer(engine, { executablePath, args = [] }) {
  const name = engine === 'firefox' ? 'firefox' : 'chrome';
  const browser = await puppeteer.launch({ browser: name, executablePath, args, headless: true });
  const page = await browser.newPage();
  return {
    goto: (url) => page.goto(url),
    // As text, not as a function: the page's CSP must not have to allow it.
    run: (script, ...given) =>
      page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(given)})`),
    close: () => browser.close(),
  };
}
