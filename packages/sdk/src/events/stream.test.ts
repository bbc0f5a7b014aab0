// The stream of live events against a real server over real connections, on a clock that the test turns.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { NotIsmsError, ProblemError } from '../index.js';
import { Clock, moment } from '../testing/clock.js';
import { problem } from '../testing/fixtures.js';
import { begin, event, listen, message, stage, told, until } from '../testing/streams.js';

const clock = new Clock();
const pass = (seconds: number): Promise<void> => clock.pass(seconds);
let chance = 0;

/** Waits until it holds, while the clock goes on slowly: on a busy machine a connection takes its time. */
async function soon(holds: () => boolean): Promise<void> {
  for (let turn = 1; turn < 500 && !holds(); turn += 1) {
    await moment(10);
    if (turn % 20 === 0) await pass(1);
  }
  await until(holds);
}

beforeEach(() => {
  chance = 0;
  clock.start();
  mock.method(Math, 'random', () => chance);
});
afterEach(() => clock.stop());

test('tells what comes, in its order, with the token in a header and nowhere else', async () => {
  await using backend = await stage((response) =>
    begin(
      response,
      event(1, 'reset'),
      told(2, 'a'),
      event(3, 'of-a-later-minor'),
      event(4, 'channels'),
      event(5, 'task', { id: 't-1' }),
      event(6, 'tasks'),
    ),
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 5);
  assert.deepEqual(heard.said, ['reset', 'a', 'channels', 'task', 'tasks']);
  const [{ url, headers } = assert.fail()] = backend.requests;
  assert.equal(url, '/v1/events');
  assert.equal(headers.authorization, 'Bearer alice.1');
  assert.equal(headers.accept, 'text/event-stream');
  assert.equal(headers['last-event-id'], undefined);
});

test('all iterators share one connection, which closes when the last is left', async () => {
  let closed = 0;
  await using backend = await stage((response) => {
    response.on('close', () => (closed += 1));
    return begin(response, event(1, 'reset'), told(2, 'a'));
  });
  const isms = backend.connect();
  const first = new AbortController();
  const second = new AbortController();
  const one = listen(isms.events.stream({ signal: first.signal }));
  await until(() => one.said.length === 2);
  const two = listen(isms.events.stream({ signal: second.signal }));
  await until(() => two.said.length === 1);
  assert.deepEqual(two.said, ['reset']);
  first.abort(new Error('enough'));
  await until(() => one.isOver);
  assert.equal((one.error as Error).message, 'enough');
  assert.equal(closed, 0);
  second.abort();
  await until(() => closed === 1);
  assert.equal(backend.requests.length, 1);

  const iterator = isms.events.stream()[Symbol.asyncIterator]();
  assert.deepEqual((await iterator.next()).value, { type: 'reset' });
  const [, , waiting] = [await iterator.next(), 0, iterator.next()];
  await iterator.return?.();
  assert.deepEqual(await waiting, { done: true, value: undefined });
  await until(() => closed === 2);
  assert.equal(backend.requests[1]?.headers['last-event-id'], undefined);
});

test('a client that is closed ends its iterators', async () => {
  await using backend = await stage((response) => begin(response, event(1, 'reset')));
  const isms = backend.connect();
  const heard = listen(isms.events.stream());
  await until(() => heard.said.length === 1);
  isms.close();
  await until(() => heard.isOver);
  assert.equal(heard.error, undefined);
  assert.deepEqual(await isms.events.stream()[Symbol.asyncIterator]().next(), {
    ...{ done: true, value: undefined },
  });
});

test('cut in the middle of an event: goes on after the last whole one, and without a word', async () => {
  await using backend = await stage(
    (response) => {
      begin(response, event(1, 'reset'), told(2, 'a'));
      setImmediate(() => {
        response.write(told(3, 'b').slice(0, 40));
        setImmediate(() => response.destroy());
      });
      return undefined;
    },
    (response) => begin(response, told(3, 'b')),
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 2);
  await soon(() => heard.said.length === 3);
  assert.deepEqual(heard.said, ['reset', 'a', 'b']);
  assert.equal(backend.requests[1]?.headers['last-event-id'], '2');
});

test('one that has lasted and ends is replaced at once; one that ends at once each time is not', async () => {
  let end = (): void => undefined;
  await using backend = await stage(
    (response) => {
      end = () => response.end();
      return begin(response, event(1, 'reset'));
    },
    (response) => {
      begin(response, ': hello\n\n');
      response.end();
      return undefined;
    },
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 1);
  await pass(10);
  end();
  await until(() => backend.requests.length === 2);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(backend.requests.length, 2);
  chance = 0.5;
  await pass(60);
  const { length } = backend.requests;
  assert.ok(length > 5 && length < 20, `${length}`);
  assert.ok(heard.said.every((one) => one !== 'lost: problem'));
});

test('nobody there: lost once, resumed once, and nothing is missed', async () => {
  await using backend = await stage(
    (response) => begin(response, event(1, 'reset'), told(2, 'a')),
    (response) => begin(response, told(3, 'b')),
  );
  let isOffline = false;
  let cut = new AbortController();
  const isms = backend.connect({
    fetch: (input, init) =>
      isOffline
        ? Promise.reject(new TypeError('fetch failed'))
        : fetch(new Request(input, init), { signal: cut.signal }),
  });
  const heard = listen(isms.events.stream());
  await until(() => heard.said.length === 2);
  isOffline = true;
  cut.abort();
  cut = new AbortController();
  await pass(60);
  assert.deepEqual(heard.said.slice(2), ['lost: network']);
  isOffline = false;
  await soon(() => heard.said.length === 5);
  assert.deepEqual(heard.said.slice(3), ['resumed', 'b']);
  assert.equal(backend.requests[1]?.headers['last-event-id'], '2');
});

test('silence of more than two heartbeats: a new connection that goes on where it was', async () => {
  await using backend = await stage(
    (response) => begin(response, event(1, 'reset')),
    (response) => begin(response, ': here\n\n', told(2, 'a')),
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 1);
  await pass(34);
  assert.equal(backend.requests.length, 1);
  await soon(() => heard.said.length === 2);
  assert.deepEqual(heard.said, ['reset', 'a']);
  assert.equal(backend.requests[1]?.headers['last-event-id'], '1');
});

test('a proxy that keeps the stream to itself: a reset every 15 seconds, until it lets something through', async () => {
  let lets = false;
  await using backend = await stage((response) =>
    begin(response, ...(lets ? [event(9, 'reset')] : [])),
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => backend.requests.length === 1);
  await pass(120);
  const asked = heard.said.length;
  assert.ok(asked >= 3 && heard.said.every((one) => one === 'reset'), heard.said.join());
  await pass(60);
  assert.ok(heard.said.length - asked >= 3 && heard.said.length - asked <= 5, heard.said.join());
  assert.ok(backend.requests.length >= 3);
  lets = true;
  await pass(80);
  const live = heard.said.length;
  await pass(20);
  assert.equal(heard.said.length, live);
});

test('an expired token is replaced, and another one is not asked for again and again', async () => {
  const refuse = () => problem(401, 'not-signed-in');
  const asked: boolean[] = [];
  await using backend = await stage(refuse, (response) => begin(response, event(1, 'reset')));
  const isms = backend.connect({
    getToken: ({ refresh }) => {
      asked.push(refresh);
      return refresh ? 'alice.2' : 'alice.1';
    },
  });
  const heard = listen(isms.events.stream());
  await until(() => heard.said.length === 1);
  assert.deepEqual(heard.said, ['reset']);
  assert.deepEqual(
    backend.requests.map(({ headers }) => headers.authorization),
    ['Bearer alice.1', 'Bearer alice.2'],
  );
  assert.deepEqual(asked, [false, true]);
});

for (const status of [429, 503] as const) {
  test(`${status} with Retry-After: comes back then and not before`, async () => {
    const code = status === 429 ? 'rate-limited' : 'unavailable';
    await using backend = await stage(
      () => problem(status, code, { 'retry-after': '20' }),
      (response) => begin(response, event(1, 'reset')),
    );
    const heard = listen(backend.connect().events.stream());
    await until(() => heard.said.length === 1);
    assert.deepEqual(heard.said, ['lost: problem']);
    await pass(19);
    assert.equal(backend.requests.length, 1);
    await soon(() => heard.said.length === 3);
    assert.deepEqual(heard.said.slice(1), ['resumed', 'reset']);
  });
}

test('a page of a proxy instead of the stream: lost, tried again ever more slowly', async () => {
  const page = () => ({ headers: { 'content-type': 'text/html' }, body: '<form>' });
  chance = 0.5;
  await using backend = await stage(page);
  const heard = listen(backend.connect().events.stream());
  await pass(60);
  assert.deepEqual(heard.said, ['lost: not-isms']);
  const inFirstMinute = backend.requests.length;
  assert.ok(inFirstMinute > 1 && inFirstMinute < 10, `${inFirstMinute}`);
  await pass(60);
  assert.ok(backend.requests.length - inFirstMinute < 5);
});

for (const [status, code] of [
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [403, 'unknown-person'],
] as const) {
  test(`${status} ${code}: every iterator throws it, and a later one asks again`, async () => {
    await using backend = await stage(
      () => problem(status, code),
      (response) => begin(response, event(1, 'reset')),
    );
    const isms = backend.connect();
    const [one, two] = [listen(isms.events.stream()), listen(isms.events.stream())];
    await until(() => one.isOver && two.isOver);
    for (const { error } of [one, two]) {
      assert.ok(error instanceof ProblemError && error.code === code);
    }
    const later = listen(isms.events.stream());
    await until(() => later.said.length === 1);
    assert.deepEqual(later.said, ['reset']);
  });
}

test('somebody else signs in: their own stream, begun anew, and nothing more of the one before', async () => {
  let more = (_part: string): void => undefined;
  await using backend = await stage(
    (response) => {
      more = (part) => response.write(part);
      return begin(response, event(1, 'reset'), told(2, 'of-alice'));
    },
    (response) => begin(response, event(3, 'reset'), told(4, 'of-bob')),
  );
  let who = 'alice.1';
  const heard = listen(backend.connect({ getToken: () => who }).events.stream());
  await until(() => heard.said.length === 2);
  who = 'alice.2';
  await pass(11);
  more(': still the same person\n\n');
  await pass(2);
  assert.equal(backend.requests.length, 1);
  who = 'bob.1';
  await pass(11);
  more(': here\n\n');
  await until(() => backend.requests.length === 2);
  await until(() => heard.said.at(-1) === 'of-bob');
  assert.deepEqual(heard.said, ['reset', 'of-alice', 'reset', 'reset', 'of-bob']);
  assert.equal(backend.requests[1]?.headers.authorization, 'Bearer bob.1');
  assert.equal(backend.requests[1]?.headers['last-event-id'], undefined);
});

test('whoever does not keep up reads again: 1,000 wait, then one reset stands for them all', async () => {
  const many = Array.from({ length: 1200 }, (_, at) => told(at + 2, `m-${at}`));
  await using backend = await stage((response) => begin(response, event(1, 'reset'), ...many));
  const isms = backend.connect();
  const quick = listen(isms.events.stream());
  const slow = isms.events.stream()[Symbol.asyncIterator]();
  await until(() => quick.said.length === 1201);
  const first = await slow.next();
  assert.deepEqual(first.value, { type: 'reset' });
  let waiting = 0;
  for (let value = first.value; value?.type !== 'message'; waiting += 1) {
    value = (await slow.next()).value;
  }
  assert.ok(waiting < 5);
  await slow.return?.();
});

test('every spelling of the stream: line ends, a mark at its beginning, characters cut in two', async () => {
  const bytes = new TextEncoder().encode(
    `\uFEFF: a comment\r\nid: 1\r\nevent: reset\r\ndata: {}\r\n\r\n` +
      `id: 2\revent: message\rdata: ${JSON.stringify(message('ä€😀'))}\r\r` +
      `id:3\nevent:message\ndata: ${JSON.stringify(message('two')).replace(',', ',\ndata: ')}\n\n` +
      'event: channels\ndata\n\n',
  );
  await using backend = await stage((response) => {
    begin(response);
    const next = (at: number): void => {
      if (at >= bytes.length) return;
      response.write(bytes.subarray(at, at + 1));
      setImmediate(next, at + 1);
    };
    next(0);
    return undefined;
  });
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 4, heard.said.join());
  assert.deepEqual(heard.said, ['reset', 'ä€😀', 'two', 'channels']);
});

test('a message that does not fit the contract is no message: read again', async () => {
  await using backend = await stage((response) =>
    begin(
      response,
      event(1, 'reset'),
      event(2, 'message', { id: 'x' }),
      'event: message\ndata: {\n\n',
    ),
  );
  const heard = listen(backend.connect().events.stream());
  await until(() => heard.said.length === 3);
  assert.deepEqual(heard.said, ['reset', 'reset', 'reset']);
});

test('hooks see the request and the head of the answer', async () => {
  const seen: string[] = [];
  await using backend = await stage((response) => begin(response, event(1, 'reset')));
  const isms = backend.connect({
    hooks: {
      beforeRequest: [
        (request) => {
          const headers = new Headers(request.headers);
          headers.set('x-trace', '7');
          return new Request(request, { headers });
        },
      ],
      afterResponse: [
        (request, { status, body }) => void seen.push(`${request.url} ${status} ${body === null}`),
      ],
    },
  });
  const heard = listen(isms.events.stream());
  await until(() => heard.said.length === 1);
  assert.equal(backend.requests[0]?.headers['x-trace'], '7');
  assert.ok(seen.includes(`${backend.baseUrl}/v1/events 200 true`));
});

test('a hook may answer instead', async () => {
  await using backend = await stage(() => problem(500, 'internal'));
  const isms = backend.connect({
    hooks: {
      beforeRequest: [
        ({ url }) => (url.endsWith('/events') ? new Response('no', { status: 404 }) : undefined),
      ],
    },
  });
  const iterator = isms.events.stream()[Symbol.asyncIterator]();
  const { value } = await iterator.next();
  assert.ok(value?.type === 'lost' && value.error instanceof NotIsmsError);
  assert.equal(backend.requests.length, 0);
  await iterator.return?.();
});
