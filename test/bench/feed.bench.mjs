import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inside, openPage, startBrowser } from '../journeys/browser.mjs';
import { startServer } from '../setup/server.mjs';
import { median, visits, watchForText } from './first-page.mjs';
import { row } from './rows.mjs';
import { sayMore } from './said.mjs';

const channel = 'security-notices';
/** Messages in the channel, visits of it, messages that come while somebody looks, and screens that are scrolled back. */
const long = { sizes: [1_000, 10_000, 100_000], runs: 9, come: 25, screens: 120 };
const shortly = { sizes: [1_000], runs: 1, come: 3, screens: 8 };
/** Times as long a channel may take as one with the fewest messages. */
const flat = 1.3;

const count = (number) => number.toLocaleString('en-US');
const rounded = (value) => Math.round(value * 100) / 100;
const moment = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * One channel in which more and more was said, in the portal: how long until a message is on the page, what one more
 * message costs, and the longest frame while somebody scrolls back, goes to a message far away and to the end again. Beside
 * it a static page with as many messages as the feed holds at most.
 */
export default async function measure({ short = false } = {}) {
  const { sizes, runs, come, screens } = short ? shortly : long;
  const data = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const heed = await startServer({ args: ['--dev'], data });
  const browser = await startBrowser();
  const rows = [];
  const measured = [];
  let still;
  try {
    let said = 0;
    for (const size of sizes) {
      heed.child.kill('SIGTERM');
      await heed.child.ended;
      await sayMore(data, channel, size - said);
      said = size;
      await heed.restart();
      const context = await browser.createBrowserContext();
      const page = await openPage(context, { width: 1000, height: 800 });
      await page.evaluateOnNewDocument(watchForText, 'article:last-of-type .body');
      const address = `${heed.url}/messages.html?persona=lena.hartwig&channel=${channel}`;
      const speaker = await signIn(heed.url, 'jonas.reuter');
      await catchUp(heed.url, await signIn(heed.url, 'lena.hartwig'));
      const painted = median((await visits(page, address, runs)).times);
      const appended = await append(page, heed.url, speaker, come);
      said += come;
      const far = `said-${Math.round(size / 3)}`;
      const scrolled = await scroll(page, screens);
      const jumped = await jump(page, `${address}&message=${far}`, far);
      still ??= await serveStatic(heed.url, speaker);
      await context.close();
      const name = `${count(size)} messages`;
      measured.push({ name, painted, ...appended });
      rows.push(
        row(`${name}: first of them on the page`, painted, 'ms'),
        row(`${name}: one more, from its post to the page`, rounded(appended.shown), 'ms', 1000),
        row(`${name}: one more, until the post is answered`, rounded(appended.posted), 'ms'),
        row(`${name}: one more, script and layout`, rounded(appended.cost), 'ms'),
        row(
          `${name}: longest frame of ${scrolled.count} messages back`,
          scrolled.longest,
          'ms',
          50,
        ),
        row(`${name}: most of a processor in one task of them`, scrolled.busiest, 'ms', 50),
        row(`${name}: longest frame on the way to a message far away and back`, jumped, 'ms', 50),
      );
    }
    if (!short) rows.push(...(await plain(browser, still, runs, screens)));
  } finally {
    await browser.close();
    await still?.close();
    await heed.stop();
    await rm(data, { recursive: true, force: true });
  }
  const [least, ...more] = measured;
  for (const { name, painted, posted, cost } of more) {
    const through = (what, value, of) =>
      row(`${name} through ${least.name}: ${what}`, rounded(value / of), '×', flat);
    rows.push(
      through('first on the page', painted, least.painted),
      through('post answered', posted, least.posted),
      through('script and layout of one more', cost, least.cost),
    );
  }
  return rows;
}

async function signIn(url, userName) {
  const signed = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName }),
  });
  return (await signed.json()).token;
}

/** Nothing is new to somebody: the channel opens at its end. */
async function catchUp(url, token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const of = `${url}/v1/channels/${channel}`;
  const { items } = await (await fetch(`${of}/messages?limit=1`, { headers })).json();
  const body = JSON.stringify({ message: items[0].id });
  const answer = await fetch(`${of}/position`, { method: 'PUT', headers, body });
  if (answer.status !== 200) throw new Error(`A position: ${answer.status}`);
}

/** Says something as somebody else, some times, and waits until each is on the page. Medians in milliseconds. */
async function append(page, url, token, times) {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return 1000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'));
  };
  const [posted, shown, cost] = [[], [], []];
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('comms-feed');
    window.cameAt = (id) =>
      new Promise((done) => {
        const look = () =>
          shadowRoot.querySelector(`article[data-id="${id}"]`)
            ? done(Date.now())
            : requestAnimationFrame(look);
        look();
      });
  });
  for (let turn = 0; turn < times; turn++) {
    const id = randomUUID();
    const before = await busy();
    const came = page.evaluate((message) => window.cameAt(message), id);
    const begun = Date.now();
    const from = performance.now();
    const answer = await fetch(`${url}/v1/messages/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel, kind: 'discussion', language: 'en', text: `Said ${turn}.` }),
    });
    if (answer.status !== 200) throw new Error(`A message: ${answer.status}`);
    posted.push(performance.now() - from);
    shown.push((await came) - begun);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    cost.push((await busy()) - before);
    await moment(200 + 70 * (turn % 4));
  }
  return { posted: median(posted), shown: median(shown), cost: median(cost) };
}

/** Notes the longest time between two frames until `longestFrame()` is asked. */
function watchFrames() {
  let [longest, before, isOver] = [0, performance.now(), false];
  const frame = (now) => {
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => ((before = now), requestAnimationFrame(frame)));
  window.longestFrame = () => ((isOver = true), Math.round(longest * 10) / 10);
}

/** Scrolls back by the wheel, so many screens, and as fast as somebody who looks for something. */
async function scroll(page, screens) {
  const list = await inside(page, 'comms-feed', '.messages');
  return scrollBack(page, list, screens);
}

async function scrollBack(page, list, screens) {
  const { x, y, width, height } = await list.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.evaluate(watchFrames);
  await list.evaluate((scroller) => {
    window.seen = new Set();
    const look = () => {
      for (const one of scroller.querySelectorAll('article')) window.seen.add(one.dataset.id);
    };
    look();
    new MutationObserver(look).observe(scroller, { childList: true });
  });
  await page.tracing.start({ categories: ['toplevel', '__metadata'] });
  for (let step = 0; step < screens * 4; step++) {
    await page.mouse.wheel({ deltaY: -height / 4 });
    await moment(30);
  }
  const busiest = busiestTask(JSON.parse(Buffer.from(await page.tracing.stop()).toString()));
  const longest = await page.evaluate(() => window.longestFrame());
  return { longest, busiest, count: await page.evaluate(() => window.seen.size) };
}

/** Milliseconds of a processor in the longest task of a page: what else the machine does is not in it. */
function busiestTask({ traceEvents }) {
  const place = ({ pid, tid }) => `${pid} ${tid}`;
  const pages = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const threads = new Set(pages.map(place));
  const tasks = traceEvents.filter((one) => one.tdur && threads.has(place(one)));
  return rounded(Math.max(...tasks.map(({ tdur }) => tdur)) / 1000);
}

/** Opens the channel at a message far away, and goes to its end by the button. */
async function jump(page, address, far) {
  await page.goto('about:blank');
  await page.goto(address);
  await inside(page, 'comms-feed', `article[data-id="${far}"] .body`);
  await moment(500);
  await page.evaluate(watchFrames);
  const way = await inside(page, 'comms-feed', '.ways button:last-child');
  await way.click();
  await page.waitForFunction(
    (id) => !document.querySelector('comms-feed').shadowRoot.querySelector(`[data-id="${id}"]`),
    { polling: 50 },
    far,
  );
  await moment(500);
  return page.evaluate(() => window.longestFrame());
}

/** The same on a page without scripts. */
async function plain(browser, { url }, runs, screens) {
  const context = await browser.createBrowserContext();
  const page = await openPage(context, { width: 1000, height: 800 });
  await page.evaluateOnNewDocument(watchForText, 'article p');
  const painted = median((await visits(page, url, runs)).times);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const scrolled = await scrollBack(page, await page.$('main'), screens / 4);
  const held = `${scrolled.count} messages on a static page`;
  await context.close();
  return [
    row(`${held}: first of them on the page`, painted, 'ms'),
    row(`${held}: longest frame`, scrolled.longest, 'ms'),
    row(`${held}: most of a processor in one task`, scrolled.busiest, 'ms'),
  ];
}

/** The messages that a feed holds at most, as a page with no script at all. */
async function serveStatic(url, token) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/v1/channels/${channel}/messages?limit=160`, { headers });
  const { items } = await answer.json();
  const articles = items.map(
    ({ id, author, postedAt, html }) =>
      `<article data-id="${id}"><b>${author.displayName}</b> ${postedAt}${html}</article>`,
  );
  const page = `<!doctype html><html lang="en"><title>Messages</title><main style="height:90vh;overflow:auto">${articles.join('')}</main></html>`;
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => server.close(done)),
  };
}
