import { expect } from '@open-wc/testing';
import { createClient, type Client, type ClientOptions } from '../index.js';
import { draft, Model, sitting } from '../testing/model.js';

const ACK = 'POST /v1/acknowledgements';
const open: Client[] = [];
let baseUrl = '';

function connect(fetch: typeof globalThis.fetch, options: Partial<ClientOptions> = {}): Client {
  const isms = createClient({ baseUrl, fetch, getToken: () => 'alice.1', ...options });
  open.push(isms);
  return isms;
}

const acts = (model: Model) => model.requests.filter(({ line }) => line === ACK);
const until = async (condition: () => boolean | Promise<boolean>) => {
  for (let turn = 0; turn < 200 && !(await condition()); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await condition()).to.equal(true);
};

/** Everything on the device, read without the outbox. */
const stored = () =>
  new Promise<{ key: string; state: string }[]>((resolve, reject) => {
    const request = indexedDB.open(`heed-outbox:${baseUrl}`);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction('entries').objectStore('entries').getAll();
      all.onsuccess = () => resolve(all.result as { key: string; state: string }[]);
      request.result.close();
    };
  });

beforeEach(() => {
  baseUrl = `https://${crypto.randomUUID()}.example.com`;
});
afterEach(() => {
  for (const isms of open.splice(0)) isms.close();
  indexedDB.deleteDatabase(`heed-outbox:${baseUrl}`);
});

describe('outbox in a browser', () => {
  it('has the key on the disk before the first send, and the receipt after it', async () => {
    const model = new Model();
    const durability: string[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      if (given[1] === 'readwrite') durability.push(given[2]?.durability ?? 'default');
      return transaction.apply(this, given);
    };
    const atSend: { key: string; state: string }[] = [];
    const isms = connect(async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') atSend.push(...(await stored()));
      return model.fetch()(request);
    });
    const { key, durable } = await isms.outbox.acknowledge(draft());
    const settled = await isms.outbox.settled(key);
    IDBDatabase.prototype.transaction = transaction;
    expect(durable).to.equal(true);
    expect(atSend.map((row) => [row.key, row.state])).to.deep.equal([[key, 'queued']]);
    expect(settled.state).to.equal('recorded');
    expect((await stored())[0]?.state).to.equal('recorded');
    expect(durability).to.deep.equal(['strict', 'strict']);
  });

  it('two clients, one send; both learn of it', async () => {
    const model = new Model();
    const slow: typeof fetch = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return model.fetch()(...given);
    };
    const [one, two] = [connect(slow), connect(slow)];
    await two.outbox.entries();
    const heard: string[] = [];
    two.outbox.addEventListener('change', ({ entry }) => heard.push(entry.state));
    const { key } = await one.outbox.acknowledge(draft());
    await Promise.all([one, two, one, two].map((isms) => isms.outbox.flush()));
    const [here, there] = await Promise.all([one.outbox.settled(key), two.outbox.settled(key)]);
    expect(here.acknowledgement).to.deep.equal(there.acknowledgement);
    expect(acts(model)).to.have.lengthOf(1);
    await until(() => heard.includes('recorded'));
    // Several acts, both clients at once.
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((policy, n) =>
        (n % 2 ? one : two).outbox.acknowledge(draft(policy)),
      ),
    );
    await until(async () =>
      (await one.outbox.entries()).every(({ state }) => state === 'recorded'),
    );
    expect(acts(model)).to.have.lengthOf(5);
    expect(model.records.size).to.equal(5);
  });

  it('a tab that is killed while it sends: another one sends it again under the same key', async () => {
    const model = new Model();
    const frame = document.createElement('iframe');
    const sending = new Promise<string>((resolve) => {
      addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
    });
    const index = new URL('../index.ts', import.meta.url).href;
    const support = new URL('../testing/model.ts', import.meta.url).href;
    frame.srcdoc = `<script type="module">
      import { createClient } from '${index}';
      import { draft, Model } from '${support}';
      const model = new Model();
      const isms = createClient({
        baseUrl: '${baseUrl}',
        getToken: () => 'alice.1',
        fetch: (input) => {
          if (input.method !== 'POST') return model.fetch()(input);
          parent.postMessage(input.headers.get('idempotency-key'), '*');
          return new Promise(() => {});
        },
      });
      isms.outbox.acknowledge(draft());
    </script>`;
    document.body.append(frame);
    const key = await sending;
    const isms = connect(model.fetch());
    const waiting = isms.outbox.flush();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(acts(model)).to.have.lengthOf(0);
    frame.remove();
    await waiting;
    const settled = await isms.outbox.settled(key);
    expect(settled.state).to.equal('recorded');
    expect(acts(model).map((request) => request.key)).to.deep.equal([key]);
  });

  it('storage is refused: kept in this page, said so, and still recorded', async () => {
    const model = new Model();
    const real = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    const refusing = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true });
    const isms = connect(model.fetch());
    Object.defineProperty(globalThis, 'indexedDB', real);
    const { key, durable, error } = await isms.outbox.acknowledge(draft());
    expect(durable).to.equal(false);
    expect(error?.kind).to.equal('storage');
    expect((await isms.outbox.settled(key)).state).to.equal('recorded');
    expect(acts(model)).to.have.lengthOf(1);
  });

  it('site data is blocked, Web Locks and channels with it: still recorded', async () => {
    const model = new Model();
    const denied = (): never => {
      throw new DOMException('Access is denied in this context', 'SecurityError');
    };
    const names = ['indexedDB', 'BroadcastChannel'] as const;
    const real = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name)!);
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () => Promise.reject(new DOMException('no', 'SecurityError'));
    Object.defineProperty(globalThis, 'indexedDB', { get: denied, configurable: true });
    const channel = function (): void {
      denied();
    };
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: channel, configurable: true });
    const isms = connect(model.fetch());
    Object.defineProperty(globalThis, 'indexedDB', {
      value: { open: denied },
      configurable: true,
    });
    const other = connect(model.fetch());
    names.forEach((name, n) => Object.defineProperty(globalThis, name, real[n]!));
    const first = await isms.outbox.acknowledge(draft('a'));
    const second = await other.outbox.acknowledge(draft('b'));
    expect([first.durable, second.durable]).to.deep.equal([false, false]);
    await until(() => model.records.size === 2);
    LockManager.prototype.request = request;
  });

  it('locks are refused where the device is not: still recorded', async () => {
    const model = new Model();
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () => Promise.reject(new DOMException('no', 'SecurityError'));
    const isms = connect(model.fetch());
    const { key } = await isms.outbox.acknowledge(draft());
    expect((await isms.outbox.settled(key)).state).to.equal('recorded');
    LockManager.prototype.request = request;
  });

  it('the device is full when the act is taken: the same', async () => {
    const model = new Model();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const isms = connect(model.fetch());
    const { key, durable } = await isms.outbox.acknowledge(draft());
    IDBObjectStore.prototype.put = put;
    expect(durable).to.equal(false);
    expect((await isms.outbox.settled(key)).state).to.equal('recorded');
  });

  it('sends when the network comes back', async () => {
    const model = new Model();
    model.faults[ACK] = ['no network'];
    const isms = connect(model.fetch());
    const failed = new Promise<void>((resolve) => {
      isms.outbox.addEventListener('change', ({ entry }) => entry.error && resolve());
    });
    const { key } = await isms.outbox.acknowledge(draft());
    await failed;
    expect(model.records.size).to.equal(0);
    dispatchEvent(new Event('online'));
    expect((await isms.outbox.settled(key)).state).to.equal('recorded');
  });

  it('sends what was displayed before the page goes, without waiting for anything', async () => {
    const model = new Model();
    const left: Request[] = [];
    const isms = connect((input, init) => {
      const request = new Request(input, init);
      if (request.method === 'PUT') left.push(request.clone());
      return model.fetch()(request);
    });
    await isms.outbox.reading('s', sitting(1));
    await isms.outbox.flush();
    expect(left).to.have.lengthOf(1);
    await isms.outbox.reading('s', sitting(2));
    dispatchEvent(new Event('pagehide'));
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(left).to.have.lengthOf(2);
    expect(left[1]?.keepalive).to.equal(true);
    await until(async () => (await stored()).length === 0);
    expect(model.readings.get('/v1/readings/s')?.body.sequence).to.equal(2);
  });

  it('sends what it is told only while the page goes, without waiting for anything', async () => {
    const model = new Model();
    const left: Request[] = [];
    const isms = connect((input, init) => {
      const request = new Request(input, init);
      if (request.method === 'PUT') left.push(request.clone());
      return model.fetch()(request);
    });
    await isms.outbox.entries();
    const leaving = (): void => void isms.outbox.reading('s', sitting(1));
    addEventListener('pagehide', leaving, { once: true });
    dispatchEvent(new Event('pagehide'));
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(left.map((one) => one.keepalive)).to.deep.equal([true]);
    await until(() => model.readings.size === 1);
  });
});
