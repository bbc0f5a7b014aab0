// The types of a faulty network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faulty, type Fault } from '../faults/index.js';
import { createClient } from '../index.js';

/** Never runs: the compiler is the test. */
function compiles(): void {
  const network = faulty(fetch);
  createClient({ baseUrl: '', fetch: network.fetch });
  faulty(() => new Response()).arm({ kind: 'offline' }, { times: Infinity });
  faulty(network.fetch).arm({ kind: 'unavailable' }, { when: ({ method }) => method === 'PUT' });

  // @ts-expect-error for how long?
  network.arm({ kind: 'latency' });
  // @ts-expect-error no such fault
  network.arm({ kind: 'earthquake' });
  // @ts-expect-error nothing to wait for
  network.arm({ kind: 'offline', retryAfter: 1 });
  // @ts-expect-error what was sent is not changed
  network.sent.push();
  const kind = {} as Fault['kind'];
  // @ts-expect-error there are more kinds
  void (kind satisfies 'offline' | 'latency');
}

test('a faulty network has its types (checked by tsc)', () =>
  assert.equal(typeof compiles, 'function'));
