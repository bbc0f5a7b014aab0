import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '@heed/contract';
import { SqlError, StorageError } from '../storage/database.js';
import { Failure } from './failure.js';
import { failureAnswer } from './unexpected.js';

describe('what was thrown, as an answer', () => {
  const answerTo = async (error: unknown) => {
    const lines: string[] = [];
    const answer = failureAnswer(error, 'r-1', (line) => lines.push(line));
    return { answer, lines, problem: (await answer.json()) as Problem };
  };

  test('a problem is itself and nothing to report', async () => {
    const { answer, lines, problem } = await answerTo(new Failure('not-found', 'Nothing here.'));
    assert.deepEqual([answer.status, problem.detail, lines], [404, 'Nothing here.', []]);
  });

  test('a storage that is away makes the service unavailable, so that clients send again', async () => {
    const away = [
      new StorageError('gone'),
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      new SqlError('terminating connection', { code: '57P01' }),
      new SqlError('canceling statement due to statement timeout', { code: '57014' }),
      Object.assign(new Error('no room'), { code: 'ENETUNREACH' }),
    ];
    for (const error of away) {
      const { answer, lines, problem } = await answerTo(error);
      assert.deepEqual([answer.status, problem.code, lines.length], [503, 'unavailable', 1]);
      assert.equal(answer.headers.get('Retry-After'), '5');
    }
  });

  test('anything else is internal and tells nothing, whatever was thrown', async () => {
    const fault = new SqlError('value of ann', { code: '22003', detail: 'ann@example.test' });
    for (const error of [fault, 'ann', undefined, null, { name: 'Odd' }]) {
      const { answer, lines, problem } = await answerTo(error);
      assert.deepEqual([answer.status, problem.code, lines.length], [500, 'internal', 1]);
      assert.ok(!JSON.stringify([problem, lines]).includes('ann'));
    }
  });
});
