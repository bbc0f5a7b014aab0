import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusFolder } from '../config/corpus.mjs';
import { openPage, startBrowser } from '../journeys/browser.mjs';
import { startServer } from '../setup/server.mjs';
import { median, quantile, visits, watchForText } from './first-page.mjs';
import { contest } from './peers/contest.mjs';
import { row } from './rows.mjs';

/** Visits of each page, pages that are turned, and whether the libraries are measured, too: they come from npm. */
const long = { runs: 9, turns: 200, peers: true };
const shortly = { runs: 1, turns: 20, peers: false };
/** A policy of the size that companies really have, from the first part of the long law. */
const usual = 200_000;

/**
 * A law of 1.56 MB and a policy of 200 kB in the reader, each beside the same text as a static page: the law beside its
 * first chapter only, which is what a reader of paper opens. The reader is on a page with nothing else, whose host has
 * signed the person in, as the static page and the other readers are. Each page is visited before, so that code and
 * documents come from where they come from on every later day. Then the law in other people's readers, for comparison.
 */
export default async function measure({ short = false } = {}) {
  const { runs, turns, peers } = short ? shortly : long;
  const law = join(corpusFolder, 'long-german-law/bgb.md');
  if (!existsSync(law))
    throw new Error(`There is no ${law}: say where the documents are by HEED_CORPUS.`);
  const content = mkdtempSync(join(tmpdir(), 'heed-bench-'));
  const text = readFileSync(law, 'utf8');
  writeFileSync(join(content, 'law.md'), `---\nlanguage: de\n---\n${text}`);
  writeFileSync(join(content, 'usual.md'), `---\nlanguage: de\n---\n${beginning(text)}`);
  const portal = mkdtempSync(join(tmpdir(), 'heed-bench-'));
  const heed = await startServer({ args: ['--dev', '--content', content, '--portal', portal] });
  const token = await signIn(heed.url);
  writeFileSync(join(portal, 'reader.html'), pageWithReader);
  writeFileSync(join(portal, 'host.js'), hostOf(token));
  const documentOf = (policy) => fetchDocument(heed.url, token, policy);
  const still = await serveStatic(documentOf);
  const browser = await startBrowser();
  try {
    const context = await browser.createBrowserContext();
    const page = await openPage(context, { width: 1000, height: 800 });
    await page.evaluateOnNewDocument(watchForText);
    const open = (policy) => `${heed.url}/reader.html?policy=${policy}`;
    const chapter = await visit(
      page,
      `${still.url}/law?sections=${await firstChapter(documentOf)}`,
      runs,
    );
    const opened = await visit(page, open('law'), runs);
    const turned = await turnPages(page, turns);
    const whole = await visit(page, `${still.url}/usual`, runs);
    const policy = await visit(page, open('usual'), runs);
    await context.close();
    const placings = peers ? await contest(browser, await documentOf('law'), open('law')) : [];
    return [
      row('law of 1.56 MB: text on the page', opened.ms, 'ms'),
      row('the first chapter alone, static', chapter.ms, 'ms'),
      row('law through static first chapter', ratio(opened.ms, chapter.ms), '×', 1.5),
      row('law: page turn, script and layout, median', median(turned), 'ms'),
      row('law: page turn, script and layout, 95 of 100 within', quantile(turned, 0.95), 'ms', 16),
      row(
        'law: memory of script through static first chapter',
        ratio(opened.heap, chapter.heap),
        '×',
        2,
      ),
      row('policy of 200 kB: text on the page', policy.ms, 'ms'),
      row('policy of 200 kB through the same static', ratio(policy.ms, whole.ms), '×', 1.3),
      ...placings,
    ];
  } finally {
    await browser.close();
    await still.close();
    await heed.stop();
    for (const folder of [content, portal]) rmSync(folder, { recursive: true });
  }
}

/** The median of several visits. */
async function visit(page, address, runs) {
  const { times, heap } = await visits(page, address, runs);
  return { ms: median(times), heap };
}

const ratio = (value, through) => Math.round((value / through) * 100) / 100;

/** The text up to the heading before so many characters. */
function beginning(text) {
  const cut = text.lastIndexOf('\n#', usual);
  return text.slice(0, cut);
}

/** Milliseconds of script and layout of each page turn, by the key that people press. */
async function turnPages(page, turns) {
  await page.$eval('policy-reader', (reader) => (reader.view = 'paged'));
  await new Promise((done) => setTimeout(done, 3000));
  return page.$eval(
    'policy-reader',
    async (reader, times) => {
      const article = reader.shadowRoot.querySelector('article');
      const taken = [];
      for (let i = 0; i < times; i++) {
        const begun = performance.now();
        article.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
        await new Promise((done) => queueMicrotask(done));
        await reader.updateComplete;
        article.getBoundingClientRect();
        taken.push(performance.now() - begun);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
      return taken;
    },
    turns,
  );
}

const pageWithReader = `<!doctype html>
<html lang="de"><meta charset="utf-8"><title>Policy</title>
<script type="module" src="host.js"></script>
<script type="module" src="heed.js"></script>
<isms-provider><policy-reader></policy-reader></isms-provider>
</html>`;

/** All that a host does for the reader. */
const hostOf = (token) => `document.querySelector('isms-provider').getToken = () => '${token}';
document.querySelector('policy-reader').policy =
  new URLSearchParams(location.search).get('policy');`;

async function signIn(url) {
  const people = await (await fetch(`${url}/dev/personas`)).json();
  const signed = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: people.items[0].userName }),
  });
  return (await signed.json()).token;
}

async function fetchDocument(url, token, policy) {
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path) =>
    (await fetch(`${url}/v1/policies/${policy}${path}`, { headers })).json();
  const { version, documents } = await get('');
  return get(`/versions/${version}/documents/${documents[0].contentHash}`);
}

/** How many sections the law has before its second chapter: headings of the first level that has more than one. */
async function firstChapter(documentOf) {
  const { sections } = await documentOf('law');
  for (let level = 1; level <= 6; level++) {
    const starts = sections.flatMap((one, at) => (one.title && one.level === level ? [at] : []));
    if (starts.length > 1) return starts[1];
  }
  return sections.length;
}

/** The same sections as pages of their own, with no script at all, made once each. */
async function serveStatic(documentOf) {
  const made = new Map();
  const make = async (path) => {
    const { pathname, searchParams } = new URL(path, 'http://static');
    const { title, sections } = await documentOf(pathname.slice(1));
    const shown = sections.slice(0, Number(searchParams.get('sections') ?? Infinity));
    const body = shown.map((one) => `<section><h2>${one.title}</h2>${one.html}</section>`);
    return `<!doctype html><html lang="de"><title>${title}</title><h1>${title}</h1>${body.join('')}</html>`;
  };
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(404).end();
    if (!made.has(request.url)) made.set(request.url, make(request.url));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return void made.get(request.url).then((page) => response.end(page));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
