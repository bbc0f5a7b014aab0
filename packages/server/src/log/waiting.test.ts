import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../http/failure.js';
import { Waiting } from './waiting.js';

interface One {
  tenant: string;
  number: number;
}

function lineOf(waiting: Waiting<One>, tenant: string, length: number): void {
  for (let number = 0; number < length; number++) waiting.add({ tenant, number });
}

const count = (taken: readonly One[], tenant: string) =>
  taken.filter((one) => one.tenant === tenant).length;

test('a batch is shared between the tenants, and nobody is served out of order', () => {
  const waiting = new Waiting<One>();
  lineOf(waiting, 'large', 1000);
  lineOf(waiting, 'small', 3);
  lineOf(waiting, 'middle', 100);
  const taken = waiting.next(201);
  assert.deepEqual(
    ['large', 'small', 'middle'].map((tenant) => count(taken, tenant)),
    [99, 3, 99],
  );
  const rest: One[] = [];
  while (!waiting.isEmpty) rest.push(...waiting.next(500));
  const all = [...taken, ...rest].filter(({ tenant }) => tenant === 'large');
  assert.deepEqual(
    all.map(({ number }) => number),
    Array.from({ length: 1000 }, (_, number) => number),
  );
});

test('with more tenants than places, those who were not reached come first the next time', () => {
  const waiting = new Waiting<One>();
  for (let tenant = 0; tenant < 10; tenant++) lineOf(waiting, `t${tenant}`, 5);
  const first = waiting.next(6);
  lineOf(waiting, 't0', 5);
  const second = waiting.next(4);
  const served = [...first, ...second].map(({ tenant }) => tenant);
  assert.equal(new Set(served).size, 10);
});

test('a full line refuses at once, says what to do, and is no matter of other tenants', () => {
  const waiting = new Waiting<One>();
  lineOf(waiting, 'large', 2000);
  assert.throws(
    () => waiting.add({ tenant: 'large', number: 2000 }),
    (error: Failure) => {
      assert.deepEqual([error.code, error.more.headers?.['Retry-After']], ['unavailable', '2']);
      assert.match(error.detail, /Nothing of this request was recorded: send it again/);
      return true;
    },
  );
  waiting.add({ tenant: 'small', number: 0 });
  assert.equal(count(waiting.next(2), 'small'), 1);
  waiting.add({ tenant: 'large', number: 2000 });
});
