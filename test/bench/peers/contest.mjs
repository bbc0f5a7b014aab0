import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '../../journeys/browser.mjs';
import { median, visits, watchForText } from '../first-page.mjs';
import { makeBook } from './book.mjs';
import { bundle } from './bundle.mjs';
import { install } from './install.mjs';
import { serveLibrary } from './library.mjs';
import { peers } from './peers.mjs';
import { placings } from './placings.mjs';
import { turnPages } from './turning.mjs';

const rounds = 3;
const visitsEach = 3;
const turnsEach = 40;
const openWithin = 120_000;

/**
 * The reader and its peers on the same document, in pages, in windows of one size, one after the other in every round,
 * so that whatever else the machine does falls on all of them. What keeps a peer away is said in its row.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {object} law The document, as the server hands it out.
 * @param {string} address Where the reader shows it.
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function contest(browser, law, address) {
  const folder = await mkdtemp(join(tmpdir(), 'heed-peers-'));
  let library;
  try {
    const installed = [];
    for (const peer of peers) installed.push({ peer, ...(await prepare(peer, folder)) });
    const present = installed.filter(({ reason }) => !reason);
    library = await serveLibrary(await makeBook(law), present);
    const reader = contestant('the reader', address, turnReader);
    const others = installed.map(({ peer, reason }) => ({
      ...contestant(`${peer.name} ${peer.version}`, library.url + peer.address, peer.turn),
      text: peer.text,
      reason,
    }));
    for (let round = 0; round < rounds; round++) {
      for (const one of [reader, ...others]) if (!one.reason) await measure(browser, one);
    }
    return placings(reader, others, openWithin);
  } finally {
    await library?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Installs a peer and makes the script of its page; or says why that could not be done. */
async function prepare(peer, below) {
  const installed = await install(peer, below);
  if (installed.reason || !peer.driver) return installed;
  try {
    return { ...installed, script: await bundle(peer.driver, installed.folder) };
  } catch (error) {
    return { reason: `could not build its page: ${error.errors?.[0]?.text ?? error.message}` };
  }
}

const contestant = (name, address, turn) => ({
  name,
  address,
  turn,
  opened: [],
  heaps: [],
  turned: [],
});

/** Runs in the page: the key that people press. */
function turnReader() {
  const { shadowRoot } = document.querySelector('policy-reader');
  const key = new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true });
  shadowRoot.querySelector('article').dispatchEvent(key);
}

/** One round of one of them, as a person who has been there before: what browsers keep is kept. */
async function measure(browser, one) {
  const context = await browser.createBrowserContext();
  const page = await openPage(context, { width: 1000, height: 800 });
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(error.message.split('\n')[0]));
  let doing = 'open';
  try {
    await page.evaluateOnNewDocument(choosePages);
    await page.evaluateOnNewDocument(watchForText, one.text);
    const { times, heap } = await visits(page, one.address, visitsEach, openWithin);
    one.opened.push(median(times));
    one.heaps.push(heap);
    doing = 'turn';
    one.turned.push(...(await turnPages(page, one.turn, turnsEach)));
  } catch (error) {
    const timedOut = doing === 'open' && error.name === 'TimeoutError';
    const said = timedOut ? `not within ${openWithin / 1000} s` : error.message;
    one.reason = [`could not ${doing} it: ${said}`, ...new Set(thrown)].join('; ').slice(0, 200);
    // What broke is not slow: nothing is known of how long it would take.
    one.late = timedOut && thrown.length === 0;
  } finally {
    await context.close();
  }
}

/** Runs in the page: the reader in pages, as for a person who has once chosen so. */
function choosePages() {
  if (location.protocol !== 'http:') return;
  localStorage.setItem('isms-reader', JSON.stringify({ view: 'paged' }));
}
