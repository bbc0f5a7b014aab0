// `npm run screenshots`, into screenshots/: the journey in every look, before and after acknowledging and in pages
// with each panel open; and every state of every element, wide, and narrow in the dark.
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const { prepare } = await import('../../examples/prepare.mjs');
await prepare();
const { startServer } = await import('../setup/server.mjs');
const { acknowledge, inside, openPage, startBrowser, waitForState } = await import('./browser.mjs');
const { addressOf, dress, looks } = await import('./looks.mjs');
const { unusedPerson } = await import('./people.mjs');
const { buildStories, openStories } = await import('../../stories/book.mjs');

const folder = new URL('screenshots/', root);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const heed = await startServer({ args: ['--dev'] });
const browser = await startBrowser();
try {
  for (const look of looks) await journey(look);
  await states({ name: 'state', width: 900 });
  await states({ name: 'state-narrow-dark', width: 320, dark: true });
} finally {
  await browser.close();
  await heed.stop();
}

async function shoot(page, name, fullPage = true) {
  // Transitions and what the person is told a moment later have come to rest by then.
  await new Promise((done) => setTimeout(done, 300));
  const path = fileURLToPath(new URL(`${name}.png`, folder));
  await page.screenshot({ path, fullPage });
  console.log(`screenshots/${name}.png`);
}

async function journey(look) {
  const person = unusedPerson();
  const page = await openPage(await browser.createBrowserContext());
  await dress(page, look);
  const open = async (path, tag, part) => {
    await page.goto(addressOf(heed.url, path, look, person));
    return inside(page, tag, part);
  };
  const row = await open('/', 'policy-list', '.row');
  await shoot(page, `${look.name}-1-start`);
  await Promise.all([page.waitForNavigation(), row.click()]);
  await waitForState(page, 'draft');
  await inside(page, 'policy-reader', 'article');
  await shoot(page, `${look.name}-2-policy`);
  await acknowledge(page);
  await waitForState(page, 'verified');
  await page.$eval('ack-button', (button) => button.scrollIntoView());
  await shoot(page, `${look.name}-3-acknowledged`);
  await open('/', 'policy-list', 'details');
  await shoot(page, `${look.name}-4-start-after`);
  await page.evaluate(() => localStorage.setItem('isms-reader', JSON.stringify({ view: 'paged' })));
  await open('/policy.html?policy=clear-desk', 'policy-reader', 'article');
  await shoot(page, `${look.name}-5-pages`, false);
  for (const panel of ['search', 'contents', 'type', 'record']) {
    const opener = await inside(page, 'policy-reader', `.bar [popovertarget=${panel}]`);
    await opener.click();
    await shoot(page, `${look.name}-6-${panel}`, false);
    await page.keyboard.press('Escape');
  }
  await page.browserContext().close();
}

async function states(look) {
  const book = buildStories();
  const page = await (await browser.createBrowserContext()).newPage();
  await dress(page, look);
  const opened = await openStories(book, heed.url, page);
  for (const { id } of book.stories) {
    await opened.show(id);
    await shoot(page, `${look.name}-${id.replace('elements-', '')}`);
  }
  await page.browserContext().close();
  await opened.stop();
  book.remove();
}
