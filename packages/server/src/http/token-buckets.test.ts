import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TokenBuckets } from './token-buckets.js';

describe('token buckets', () => {
  let seconds = 1000;
  const buckets = (capacity = 10) =>
    new TokenBuckets({ burst: 5, perSecond: 2 }, capacity, () => seconds);
  const taken = (each: TokenBuckets, key: string) => {
    let count = 0;
    while (each.take(key) === 0) count += 1;
    return count;
  };

  test('give a burst, then what comes in, and never more than a burst', () => {
    const each = buckets();
    assert.equal(taken(each, 'ann'), 5);
    seconds += 1;
    assert.equal(taken(each, 'ann'), 2);
    seconds += 3600;
    assert.equal(taken(each, 'ann'), 5);
  });

  test('say exactly how long to wait, and take nothing for being asked in vain', () => {
    const each = buckets();
    taken(each, 'ann');
    for (let turn = 0; turn < 200; turn++) {
      const wait = each.take('ann');
      assert.ok(wait > 0 && wait <= 0.5, `${wait}`);
      seconds += wait * 0.9;
      assert.ok(each.take('ann') > 0, 'too early');
      seconds += wait * 0.1 + 1e-6;
      assert.equal(each.take('ann'), 0, 'in time');
    }
  });

  test('are one for each key', () => {
    const each = buckets();
    taken(each, 'ann');
    assert.equal(each.take('ben'), 0);
  });

  test('remember only so many keys, and longest those who keep asking', () => {
    const each = buckets(100);
    taken(each, 'ann');
    for (let other = 0; other < 10_000; other++) {
      each.take(`other-${other}`);
      assert.ok(each.size <= 100);
      if (other % 20 === 0) assert.ok(each.take('ann') > 0, 'not forgotten');
    }
  });
});
