// One person's computer in real Chromium: a browser context with its own storage and locks, and real tabs in it.
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { findChromium } from '../setup/browsers.mjs';

const never = new Promise(() => {});

/** Where the network serves a page to open tabs on. */
export const place = '/tab.html';

/** Runs in a tab before everything else: a clock that can be set, hasty timers, and a storage that can refuse. */
function prepareTab(step, refused, haste) {
  const RealDate = Date;
  globalThis.step = step;
  globalThis.refused = refused;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(RealDate.now() + globalThis.step);
    }

    static now() {
      return RealDate.now() + globalThis.step;
    }
  };
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (work, ms = 0, ...given) => setTimeout(work, ms / haste, ...given);
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) {
    if (globalThis.refused) throw new DOMException('Nothing may be stored.', 'SecurityError');
    return open.apply(this, given);
  };
}

/** Runs in a tab: opens what is in it. */
async function fillTab(baseUrl) {
  const { openTab } = await import('/tab.js');
  const { getToken, passing, tell } = globalThis;
  globalThis.inside = openTab({ baseUrl, getToken, passing, tell });
}

class Tab {
  #page;
  #cdp;
  #closing;
  alive = true;

  constructor(page, cdp) {
    this.#page = page;
    this.#cdp = cdp;
  }

  /** What a tab is asked after its end is never answered. */
  #ask(name, ...given) {
    const work = (name, given) => globalThis.inside[name](...given);
    return this.#page.evaluate(work, name, given).catch((error) => {
      if (this.alive) throw error;
      return never;
    });
  }

  press = (which) => this.#ask('press', which);
  read = (policy) => this.#ask('read', policy);
  flush = () => this.#ask('flush');
  entries = () => this.#ask('entries');

  freeze() {
    return this.#turn('frozen');
  }

  thaw() {
    return this.#turn('active');
  }

  async #turn(state) {
    await this.#cdp.send('Page.setWebLifecycleState', { state }).catch(() => undefined);
  }

  set(name, value) {
    const work = (name, value) => (globalThis[name] = value);
    return this.#page.evaluate(work, name, value).catch(() => undefined);
  }

  kill() {
    this.alive = false;
    this.#closing ??= this.#page.close().catch(() => undefined);
    return this.#closing;
  }
}

/**
 * Starts Chromium and makes devices in it.
 *
 * @returns {Promise<import('./world.mjs').Computers>} `files` are what its tabs load from the network.
 */
export async function startChromiumDevices() {
  const { executablePath, args, headless } = await findChromium();
  const browser = await puppeteer.launch({ executablePath, headless, args });
  const input = fileURLToPath(new URL('tab.mjs', import.meta.url));
  const bundle = await rollup({ input, plugins: [nodeResolve()], logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return {
    files: new Map([
      [place, { type: 'text/html', body: '<!doctype html><title>Tab</title>' }],
      ['/tab.js', { type: 'text/javascript', body: output[0].code }],
    ]),
    create: (world) => createDevice(browser, world),
    stop: () => browser.close(),
  };
}

function createDevice(browser, { baseUrl, tokenOf, tell, passing }) {
  const context = browser.createBrowserContext();
  const origin = new URL(baseUrl).origin;
  const tokens = new Map();
  let tabs = [];
  let step = 0;
  let refused = false;
  let quota;

  /** An empty page, by which the storage of all tabs is spoken to even when there are none. */
  const control = context.then((own) => own.newPage()).then((page) => page.createCDPSession());
  const command = async (name, given) => (await control).send(name, given);
  const setAll = (name, value) => Promise.all(tabs.map((tab) => tab.alive && tab.set(name, value)));

  const device = {
    person: '',
    get tabs() {
      return tabs.filter(({ alive }) => alive);
    },
    async open() {
      const page = await (await context).newPage();
      const tab = new Tab(page, await page.createCDPSession());
      await page.exposeFunction('getToken', async (refresh) => {
        const { person } = device;
        if (refresh || !tokens.has(person)) tokens.set(person, await tokenOf(person));
        return tokens.get(person);
      });
      await page.exposeFunction('tell', (...given) => (tab.alive ? tell(tab, ...given) : never));
      await page.exposeFunction('passing', async (phase) => {
        if (tab.alive) passing(tab, phase);
        if (!tab.alive) await never;
      });
      await page.evaluateOnNewDocument(prepareTab, step, refused, 8);
      await page.goto(origin + place);
      await page.evaluate(fillTab, baseUrl);
      tabs.push(tab);
      return tab;
    },
    async setClock(ms) {
      step += ms;
      await setAll('step', step);
    },
    storage: {
      async full() {
        quota = 1;
        await command('Storage.overrideQuotaForOrigin', { origin, quotaSize: quota });
      },
      async refused() {
        await setAll('refused', (refused = true));
      },
      cleared: () => command('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }),
      async fine() {
        await setAll('refused', (refused = false));
        if (quota) await command('Storage.overrideQuotaForOrigin', { origin });
        quota = undefined;
      },
    },
    async close() {
      tabs.forEach((tab) => (tab.alive = false));
      tabs = [];
      await (await context).close();
    },
  };
  return device;
}
