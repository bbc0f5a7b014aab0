import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFault, hooksFor, isSafe } from './rules.js';
import { keyOf, signedHeaders } from './sign.js';

test('a signature is that of the test vector of Standard Webhooks', () => {
  const key = keyOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  assert.ok(key);
  const signed = {
    ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330 },
    body: '{"test": 2432232314}',
  };
  assert.equal(
    signedHeaders(key, signed)['webhook-signature'],
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('a secret that is none, or could be guessed, signs nothing', () => {
  for (const secret of [undefined, '', 'whsec_', 'whsec_c2hvcnQ=', 'plJ3nmyCDGBKInavdOK15jsl']) {
    assert.equal(keyOf(secret), undefined, secret);
  }
});

test('nothing goes over the network unencrypted', () => {
  for (const url of [
    'https://chat.example.test/hook?a=b',
    'http://localhost:8080/',
    'http://[::1]/',
  ]) {
    assert.ok(isSafe(url), url);
  }
  const unsafe = ['http://chat.example.test/', 'http://10.0.0.1/', 'ftp://localhost/', 'chat', ''];
  for (const url of [...unsafe, 'https://user:secret@chat.example.test/']) {
    assert.ok(!isSafe(url), url);
  }
});

test('the waits grow from seconds to a day, are never the same for all, and end', () => {
  const waits = Array.from({ length: 9 }, (_, at) =>
    [0, 0.5, 1].map((chance) => {
      const after = afterFault(at + 1, { code: '500' }, chance);
      assert.ok(after !== 'dead');
      return after.waitMs / 1000;
    }),
  );
  assert.deepEqual(waits[0], [4.5, 5, 5.5]);
  assert.equal(waits.at(-1)?.[1], 24 * 3600);
  assert.ok(waits.every(([low = 0, middle = 0, high = 0]) => low < middle && middle < high));
  assert.equal(afterFault(10, { code: '500' }, 0), 'dead');
  assert.equal(afterFault(1, { code: '410' }, 0), 'dead');
  assert.deepEqual(afterFault(1, { code: '429', retryAfterMs: 90_000 }, 0.5), { waitMs: 90_000 });
  const day = { waitMs: 24 * 3_600_000 };
  assert.deepEqual(afterFault(1, { code: '503', retryAfterMs: 1e12 }, 0.5), day);
});

test('a hook is told of its own channels and kinds only', () => {
  const hook = { id: 'chat', url: '', secret: '', channels: ['news'], tells: ['alert'] as const };
  const to = (channel: string, kind: 'alert' | 'discussion', thread: string | null = null) =>
    hooksFor([hook], { channel, kind, thread }).length;
  assert.equal(to('news', 'alert'), 1);
  assert.equal(to('board', 'alert'), 0);
  assert.equal(to('news', 'discussion'), 0);
  assert.equal(to('news', 'discussion', 'a'), 0);
});
