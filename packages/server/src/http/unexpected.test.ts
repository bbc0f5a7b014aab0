import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problems } from '@heed/contract';
import { SqlError, StorageError } from '../storage/database.js';
import { operatorLog } from '../telemetry/operator-log.js';
import { Failure } from './failure.js';
import { foreseen } from './unexpected.js';

describe('what was thrown, as a problem', () => {
  const answerTo = (error: unknown) => {
    const lines: string[] = [];
    const failure = foreseen(
      error,
      'r-1',
      operatorLog((line) => lines.push(line)),
    );
    return { failure, lines, status: problems[failure.code].status };
  };

  test('a problem is itself and nothing to report', () => {
    const { failure, lines, status } = answerTo(new Failure('not-found', 'Nothing here.'));
    assert.deepEqual([status, failure.detail, lines], [404, 'Nothing here.', []]);
  });

  test('a storage that is away makes the service unavailable, so that clients send again', () => {
    const away = [
      new StorageError('gone'),
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      new SqlError('terminating connection', { code: '57P01' }),
      new SqlError('canceling statement due to statement timeout', { code: '57014' }),
      Object.assign(new Error('no room'), { code: 'ENETUNREACH' }),
    ];
    for (const error of away) {
      const { failure, lines, status } = answerTo(error);
      assert.deepEqual([status, failure.code, lines.length], [503, 'unavailable', 1]);
      assert.equal(failure.more.headers?.['Retry-After'], '5');
      assert.match(lines[0]!, /"level":"error","event":"storage-away","requestId":"r-1"/);
    }
  });

  test('anything else is internal and tells nothing, whatever was thrown', () => {
    const fault = new SqlError('value of ann', { code: '22003', detail: 'ann@example.test' });
    const strange = { name: 'ann says: hello', code: 'ann@example.test' };
    const framed = new Error('it says\n    at ann (file:///ann.js:1:1)\n    at ann again');
    const changed = Object.assign(new Error('\n    at ann'), { message: 'another' });
    for (const error of [
      fault,
      'ann',
      undefined,
      null,
      { name: 'Odd' },
      strange,
      framed,
      changed,
    ]) {
      const { failure, lines, status } = answerTo(error);
      assert.deepEqual([status, failure.code, lines.length], [500, 'internal', 1]);
      assert.ok(!/\bann\b/.test(JSON.stringify([failure.detail, lines])), lines[0]);
    }
  });

  test('the line says where it happened', () => {
    const { lines } = answerTo(new TypeError('it says\nsomething'));
    const line = JSON.parse(lines[0]!) as Record<string, unknown>;
    assert.deepEqual(
      [line['event'], line['requestId'], line['error']],
      ['unforeseen', 'r-1', 'TypeError'],
    );
    assert.match((line['at'] as string[])[0] ?? '', /^at .*unexpected\.test/);
  });
});
