// One person's computer in Node: tabs with the real client in them, a clock that can be set, and a storage that can
// fail. There is one such device at a time.
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openTab } from './tab.mjs';

const RealDate = globalThis.Date;
let step = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(RealDate.now() + step);
  }

  static now() {
    return RealDate.now() + step;
  }
};

/** How much faster than the world's the timers of a device run: nobody wants to wait for the pauses between attempts. */
const haste = 8;
const realSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = (work, ms = 0, ...given) => realSetTimeout(work, ms / haste, ...given);

const never = new Promise(() => {});

/** Storage faults are those of the device whose storage is used: fake-indexeddb knows nothing of devices. */
let full = false;
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
  if (full) throw new DOMException('There is no room left.', 'QuotaExceededError');
  return put.apply(this, given);
};

/** A tab: it lives, is frozen (nothing it began goes on until it thaws), or is dead (nothing ever does). */
class Tab {
  #inside;
  #thaw;
  #frozen;
  alive = true;

  constructor(world) {
    globalThis.indexedDB = world.storageOf(this);
    this.#inside = openTab({
      ...world,
      gate: () => this.#gate(),
      tell: (...given) => this.alive && world.tell(this, ...given),
      passing: (phase) => world.passing(this, phase),
    });
  }

  async #gate() {
    await this.#frozen;
    if (!this.alive) await never;
  }

  press = (which) => this.#inside.press(which);
  read = (policy) => this.#inside.read(policy);
  flush = () => this.#inside.flush();
  entries = () => this.#inside.entries();

  freeze() {
    this.#frozen ??= new Promise((resolve) => (this.#thaw = resolve));
  }

  thaw() {
    this.#thaw?.();
    this.#frozen = this.#thaw = undefined;
  }

  kill() {
    this.alive = false;
    this.#inside.close();
    this.thaw();
  }
}

/**
 * Starts making devices.
 *
 * @returns {Promise<import('./world.mjs').Computers>}
 */
export async function startNodeDevices() {
  return { create: createDevice, stop: async () => undefined };
}

function createDevice({ baseUrl, tokenOf, tell, passing }) {
  let factory = new IDBFactory();
  let refused = false;
  let tabs = [];
  const tokens = new Map();

  /** IndexedDB as a tab sees it. */
  const storageOf = (tab) => ({
    open(...given) {
      if (refused) throw new DOMException('This window may not store anything.', 'SecurityError');
      if (!tab.alive) return {};
      return factory.open(...given);
    },
  });

  const device = {
    /** userName of whoever is signed in at the portal. */
    person: '',
    get tabs() {
      return tabs.filter(({ alive }) => alive);
    },
    async open() {
      const tab = new Tab({
        ...{ baseUrl, tell, passing, storageOf },
        getToken: async (refresh) => {
          const { person } = device;
          if (refresh || !tokens.has(person)) tokens.set(person, await tokenOf(person));
          return tokens.get(person);
        },
      });
      tabs.push(tab);
      return tab;
    },
    async setClock(ms) {
      step += ms;
    },
    storage: {
      full: async () => (full = true),
      refused: async () => (refused = true),
      /** The browser throws everything away, as under pressure or by "clear site data". */
      cleared: async () => (factory = new IDBFactory()),
      fine: async () => (full = refused = false),
    },
    async close() {
      for (const tab of tabs) if (tab.alive) tab.kill();
      tabs = [];
      full = refused = false;
    },
  };
  return device;
}
