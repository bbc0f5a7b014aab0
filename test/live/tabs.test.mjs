// One stream for all tabs of a person, in real Chromium with real tabs: whichever tab goes, falls asleep or belongs to
// somebody else, every message is on every page that it is for, once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { createClient } from '@heed/sdk';
import { startBrowser } from '../journeys/browser.mjs';
import { startServer } from '../setup/server.mjs';
import { openProxy } from './proxy.mjs';

const channel = 'engineering-berlin';
const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function script() {
  const input = fileURLToPath(new URL('tab.mjs', import.meta.url));
  const bundle = await rollup({ input, plugins: [nodeResolve()], logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

describe('tabs of one person', { timeout: 300_000 }, () => {
  let heed, proxy, browser, speaker;
  let context;
  let tabs = [];
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    const page = '<!doctype html><title>Tab</title><script type="module" src="/tab.js"></script>';
    proxy = await openProxy(
      () => heed.url,
      new Map([
        ['/tab.html', { type: 'text/html', body: page }],
        ['/tab.js', { type: 'text/javascript', body: await script() }],
      ]),
    );
    browser = await startBrowser();
    const getToken = async () => {
      const answer = await fetch(`${heed.url}/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName: 'jonas.reuter' }),
      });
      return (await answer.json()).token;
    };
    speaker = createClient({ baseUrl: heed.url, getToken, storage: 'memory' });
  });
  after(async () => {
    speaker?.close();
    await browser?.close();
    await proxy?.close();
    await heed?.stop();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    tabs = [];
    await until(() => proxy.streams === 0, 'no stream is left');
  });

  async function until(holds, what, milliseconds = 20_000) {
    for (const end = Date.now() + milliseconds; !(await holds());) {
      if (Date.now() > end) {
        const heard = await Promise.all(tabs.map(hears));
        throw new Error(`${what}: ${proxy.streams} streams, ${JSON.stringify(heard)}`);
      }
      await moment(50);
    }
  }

  async function open(userName = 'lena.hartwig', prepare) {
    context ??= await browser.createBrowserContext();
    const page = await context.newPage();
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(`${proxy.url}/tab.html`);
    await page.waitForFunction('!!globalThis.listen');
    await page.evaluate((who) => void globalThis.listen(who), userName);
    tabs.push(page);
    await until(async () => (await hears(page)).includes('reset'), 'it begins with reset');
    return page;
  }
  const hears = (page) => page.evaluate(() => globalThis.heard);
  const forget = () =>
    Promise.all(tabs.map((page) => page.evaluate(() => void (globalThis.heard.length = 0))));

  /** The tab that holds the connection, out of the list of those that are looked at. */
  async function leading() {
    const asked = await Promise.all(tabs.map((page) => page.evaluate(() => globalThis.askedAt)));
    return tabs.splice(asked.indexOf(Math.max(...asked)), 1)[0];
  }

  let said = 0;
  async function post() {
    const text = `said ${++said}`;
    const message = { channel, kind: 'discussion', language: 'en', text };
    await speaker.messages.record({ message: randomUUID(), ...message });
    return text;
  }

  /** Every tab has heard just this. */
  const allHear = (wanted, milliseconds) =>
    until(
      async () => {
        const heard = await Promise.all(tabs.map(hears));
        return heard.every((one) => JSON.stringify(one) === JSON.stringify(wanted));
      },
      `all hear ${JSON.stringify(wanted)}`,
      milliseconds,
    );

  it('share one stream, and each hears everything once', async () => {
    for (let n = 0; n < 3; n++) await open();
    assert.equal(proxy.streams, 1);
    await forget();
    const texts = [];
    for (let n = 0; n < 5; n++) texts.push(await post());
    await allHear(texts, 3000);
    assert.equal(proxy.streams, 1);
  });

  for (const way of ['is closed', 'crashes']) {
    it(`lose nothing when the one that holds the stream ${way}, and tell nothing twice`, async () => {
      for (let n = 0; n < 3; n++) await open();
      await forget();
      const texts = [await post(), await post()];
      await allHear(texts);
      const leader = await leading();
      const devtools = await leader.createCDPSession();
      const going =
        way === 'crashes'
          ? devtools.send('Page.crash').catch(() => undefined)
          : leader.close({ runBeforeUnload: false });
      for (let n = 0; n < 5; n++) texts.push(await post());
      await Promise.race([going, moment(500)]);
      await allHear(texts);
      texts.push(await post());
      await allHear(texts);
      assert.equal(proxy.streams, 1);
    });
  }

  it('take over from one that the browser has put to sleep, which catches up when it wakes', async () => {
    for (let n = 0; n < 3; n++) await open();
    await forget();
    const leader = await leading();
    const devtools = await leader.createCDPSession();
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    const texts = [await post(), await post()];
    // It may finish what it has begun.
    await moment(1000);
    // Somebody looks at another tab.
    await tabs[0].evaluate(() => void dispatchEvent(new Event('focus')));
    await allHear(texts, 15_000);
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await until(() => proxy.streams === 1, 'it lets go of its stream');
    texts.push(await post());
    await allHear(texts);
    const last = texts.at(-1);
    await until(
      async () => /reset|said/.test((await hears(leader)).at(-1)) && (await hears(leader)).length,
      'the one that slept reads again',
    );
    const after = await post();
    await until(async () => (await hears(leader)).at(-1) === after, `it hears ${last} and more`);
    assert.equal(proxy.streams, 1);
  });

  it('take over from one that hangs, which goes on with the others afterwards', async () => {
    for (let n = 0; n < 3; n++) await open();
    await forget();
    const leader = await leading();
    await leader.evaluate(
      (ms) =>
        void setTimeout(() => {
          for (const end = Date.now() + ms; Date.now() < end;);
        }),
      14_000,
    );
    const texts = [await post(), await post()];
    await tabs[0].evaluate(() => void dispatchEvent(new Event('focus')));
    await allHear(texts, 13_000);
    await until(async () => (await hears(leader)).length > 0, 'it hears again');
    await until(() => proxy.streams === 1, 'it lets go of its stream');
    await forget();
    const text = await post();
    await allHear([text]);
    await until(async () => (await hears(leader)).at(-1) === text, 'it hears with the others');
    assert.equal(proxy.streams, 1);
  });

  it('hear nothing of somebody else who signs in in one of them', async () => {
    const [, , shared] = [await open(), await open(), await open()];
    await forget();
    await shared.evaluate(() => void (globalThis.userName = 'owen.price'));
    const texts = [await post(), await post()];
    tabs = tabs.filter((page) => page !== shared);
    await allHear(texts);
    await until(() => proxy.streams === 2, 'each person has a stream');
    texts.push(await post());
    await allHear(texts);
    const heard = await hears(shared);
    assert.ok(heard.includes('reset') && !heard.some((one) => one.startsWith('said')), `${heard}`);
    // What tabs say to each other, and what they call it, says neither who they are nor how they sign in.
    for (const page of [...tabs, shared]) {
      const { told, tokens, me, names } = await page.evaluate(async () => {
        const { held, pending } = await navigator.locks.query();
        const names = [...held, ...pending].map(({ name }) => name);
        return { told: globalThis.told, tokens: globalThis.tokens(), me: globalThis.me, names };
      });
      assert.ok(told.length > 0 && names.length > 0);
      for (const token of tokens) assert.ok(!told.some((one) => one.includes(token)));
      for (const name of names) assert.ok(!name.includes(me.id) && !name.includes(me.userName));
    }
  });

  it('are told what happened while the backend was away, over one stream again', async () => {
    for (let n = 0; n < 3; n++) await open();
    await forget();
    const texts = [await post()];
    await allHear(texts);
    await heed.kill();
    await heed.restart();
    texts.push(await post());
    const isAll = async (page) => {
      const heard = await hears(page);
      return (
        heard.filter((one) => one === texts[1]).length === 1 &&
        heard.indexOf('lost') <= heard.indexOf('resumed')
      );
    };
    await until(
      async () => (await Promise.all(tabs.map(isAll))).every(Boolean),
      'all hear it once',
      60_000,
    );
    await until(() => proxy.streams === 1, 'one stream', 60_000);
    await forget();
    await post();
    await allHear([`said ${said}`]);
  });

  it('have a stream each where the browser gives no locks', async () => {
    const without = () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    for (let n = 0; n < 2; n++) await open('lena.hartwig', without);
    await forget();
    await allHear([await post()]);
    assert.equal(proxy.streams, 2);
  });

  it('have a stream each where they cannot hear each other', async () => {
    await open('lena.hartwig', () => void (globalThis.isMute = true));
    // The second takes the stream from the first, which was silent; the first then goes its own way.
    await open('lena.hartwig', () => void (globalThis.isMute = true));
    await until(() => proxy.streams === 2, 'each has its own');
    await forget();
    await allHear([await post()]);
    assert.equal(proxy.streams, 2);
  });
});
