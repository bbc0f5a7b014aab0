import { inside, openPage, startBrowser, waitForState } from '../journeys/browser.mjs';
import { startServer } from '../setup/server.mjs';
import { row } from './rows.mjs';

/** A cheap phone on a slow mobile network: a processor four times slower, 1.6 Mbit/s, 150 ms to the server. */
const processor = 4;
const network = {
  offline: false,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
};

/** Milliseconds from the address to what a person came for, on that phone: first with nothing cached, then again. */
export default async function measure() {
  const heed = await startServer({ args: ['--dev'] });
  const browser = await startBrowser();
  const rows = [];
  try {
    const list = `${heed.url}/?persona=lena.hartwig`;
    const policy = `${heed.url}/policy.html?policy=acceptable-use&persona=lena.hartwig`;
    const listed = (page) => inside(page, 'policy-list', '.row');
    const asked = async (page) => {
      await inside(page, 'policy-reader', 'article p');
      await waitForState(page, 'draft');
    };
    for (const [what, address, shown] of [
      ['start page, what is asked', list, listed],
      ['policy, text and button', policy, asked],
    ]) {
      const page = await openPage(await browser.createBrowserContext(), { width: 390 });
      const devtools = await page.createCDPSession();
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', network);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor });
      for (const [visit, limit] of [
        ['first visit', 5_000],
        ['next visit', 3_500],
      ]) {
        await page.goto('about:blank');
        const begun = performance.now();
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        await shown(page);
        const taken = Math.round(performance.now() - begun);
        rows.push(row(`${what}, slow phone, ${visit}`, taken, 'ms', limit));
      }
      await page.browserContext().close();
    }
  } finally {
    await browser.close();
    await heed.stop();
  }
  return rows;
}
