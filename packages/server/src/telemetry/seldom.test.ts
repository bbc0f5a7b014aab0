import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { operatorLog } from './operator-log.js';
import { seldom } from './seldom.js';

test('a flood of an event is a line in ten seconds of each kind, and none is left out of the count', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const lines: { level: string; limit?: string; times: number; requestId?: string }[] = [];
  const log = seldom(
    operatorLog((line) => lines.push(JSON.parse(line) as never)),
    ['rate-limited', 'storage-away'],
  );
  const meets = (limit: string, requestId: string) =>
    log('warn', 'rate-limited', { requestId, limit });
  const told = () => lines.splice(0).map(({ limit, times }) => [limit, times]);
  meets('reads', 'r-1');
  assert.deepEqual([lines[0]?.requestId, lines[0]?.level], ['r-1', 'warn']);
  assert.deepEqual(told(), [['reads', 1]]);
  for (let times = 0; times < 500; times++) meets('reads', 'r-2');
  meets('address', 'r-3');
  assert.deepEqual(told(), [['address', 1]]);
  log('error', 'storage-away', { requestId: 'r-4', error: 'StorageError' });
  log('error', 'storage-away', { requestId: 'r-5', error: 'StorageError' });
  assert.deepEqual(told(), [[undefined, 1]]);
  mock.timers.tick(10_000);
  assert.deepEqual(told(), [
    ['reads', 500],
    [undefined, 1],
  ]);
  meets('reads', 'r-6');
  meets('reads', 'r-7');
  mock.timers.tick(9_999);
  assert.deepEqual(told(), []);
  mock.timers.tick(1);
  assert.deepEqual(told(), [['reads', 2]]);
  mock.timers.tick(60_000);
  assert.deepEqual(told(), [], 'nothing is said of nothing');
  meets('reads', 'r-8');
  assert.deepEqual(told(), [['reads', 1]]);
});

test('any other event is told every time, as it is', () => {
  const lines: string[] = [];
  const log = seldom(
    operatorLog((line) => lines.push(line)),
    ['rate-limited'],
  );
  for (const requestId of ['r-1', 'r-2']) log('error', 'unforeseen', { requestId });
  assert.deepEqual(
    lines.map((line) => /"r-\d"/.exec(line)?.[0]),
    ['"r-1"', '"r-2"'],
  );
  assert.ok(!lines.join('').includes('times'));
});
