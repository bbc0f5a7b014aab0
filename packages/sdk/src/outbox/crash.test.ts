import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createClient, type Client } from '../index.js';
import { draft, Model, Tab, type Fault } from '../testing/model.js';

const ACK = 'POST /v1/acknowledgements';
const ME = 'GET /v1/me';

/** A storage that survives its tabs; each tab sees it through its own eyes. */
class Device {
  #factory = new IDBFactory();

  /** Makes the storage the one of this tab, as the only one that runs. */
  show(tab: Tab): void {
    const factory = this.#factory;
    globalThis.indexedDB = new Proxy(factory, {
      get: (target, name) =>
        name === 'open'
          ? (database: string, version: number) =>
              // A request that nobody answers, as after the death of the tab.
              tab.step() ? target.open(database, version) : ({} as IDBOpenDBRequest)
          : (Reflect.get(target, name) as unknown),
    });
  }
}

function open(model: Model, device: Device, tab: Tab, who: string): Client {
  device.show(tab);
  return createClient({
    baseUrl: 'https://isms.example.com',
    fetch: model.fetch(tab),
    getToken: ({ refresh }) => `${who}.${refresh ? 2 : 1}`,
  });
}

/** Resolves when the promise does or the tab is dead, whatever comes first. */
async function orDeath<T>(tab: Tab, promise: Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  let over = false;
  promise.then(
    (value) => ([result, over] = [value, true]),
    () => (over = true),
  );
  while (!over && !tab.dead) await new Promise((resolve) => setImmediate(resolve));
  return result;
}

/** Lets time pass until nothing of this person waits any more. */
async function settle(tab: Tab, isms: Client): Promise<void> {
  for (let round = 0; round < 8 && !tab.dead; round += 1) {
    mock.timers.tick(400_000);
    await orDeath(tab, isms.outbox.flush());
    const entries = (await orDeath(tab, isms.outbox.entries())) ?? [];
    if (entries.every(({ state }) => state === 'recorded')) return;
  }
}

// The timeouts of dead tabs must not keep the process.
const setRealTimeout = globalThis.setTimeout;
globalThis.setTimeout = ((...given: Parameters<typeof setTimeout>) =>
  setRealTimeout(...given).unref()) as typeof setTimeout;

beforeEach(() => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-24T09:30:00Z') });
  mock.method(Math, 'random', () => 0);
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const schedules: Record<string, { [request: string]: Fault[] }> = {
  'nothing goes wrong': {},
  'the answer is lost after the commit': { [ACK]: ['answer lost'] },
  'the request is lost': { [ACK]: ['no network'] },
  'the backend is not ready': {
    [ACK]: [{ status: 503, code: 'unavailable' }, 'answer lost', { status: 500, code: 'internal' }],
  },
  'the token is refused': { [ACK]: [{ status: 401, code: 'not-signed-in' }] },
  'both tokens are refused': {
    [ACK]: [
      { status: 401, code: 'not-signed-in' },
      { status: 401, code: 'not-signed-in' },
    ],
  },
  'who it is cannot be learned at first': { [ME]: [{ status: 503, code: 'unavailable' }] },
  'a login page answers': { [ACK]: ['login page'] },
};

/** How far the deaths of the second life lie apart; where they begin moves with the first, so that every step has its turn. */
const stride = process.env['SOAK'] ? 1 : 4;

for (const [name, faults] of Object.entries(schedules)) {
  test(`a tab that dies at any step, ${name}: recorded exactly once`, async (t) => {
    let lives = 0;
    for (let first = 1, firstOver = false; !firstOver; first += 1) {
      for (let second = 1 + (first % stride), secondOver = false; !secondOver; second += stride) {
        const model = new Model();
        model.faults = structuredClone(faults);
        const device = new Device();

        const one = new Tab(first);
        const alice = open(model, device, one, 'alice');
        let taken = await orDeath(one, alice.outbox.acknowledge(draft()));
        await settle(one, alice);
        alice.close();
        firstOver = !one.dead;

        const two = new Tab(second);
        const again = open(model, device, two, 'alice');
        await settle(two, again);
        again.close();
        secondOver = !two.dead;

        // Somebody else on the same device neither sees nor sends it.
        const three = new Tab();
        const before = model.records.size;
        const bob = open(model, device, three, 'bob');
        await settle(three, bob);
        assert.deepEqual(await bob.outbox.entries(), []);
        bob.close();
        assert.equal(model.records.size, before);

        const four = new Tab();
        const last = open(model, device, four, 'alice');
        await settle(four, last);
        const entries = await last.outbox.entries();
        last.close();
        const where = `first life ends at step ${first}, second at ${second}`;
        assert.ok(model.records.size <= 1, `${where}: doubled`);
        assert.equal(entries.length, model.records.size, where);
        if (taken) assert.equal(model.of('alice').length, 1, `${where}: lost`);
        for (const entry of entries) {
          assert.equal(entry.state, 'recorded', where);
          assert.equal(entry.acknowledgement?.id, `ack-${entry.key}`, where);
          assert.ok(model.records.has(entry.key), where);
        }
        assert.equal(model.of('bob').length, 0);
        taken = undefined;
        lives += 1;
      }
    }
    t.diagnostic(`${lives} pairs of lives`);
    assert.ok(lives > 100 / stride);
  });
}
