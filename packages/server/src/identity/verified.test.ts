import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { VerifiedTokens } from './verified.js';

const seconds = (ms: number) => Math.floor(ms / 1000);

test('a verified token is remembered for a minute, and never beyond its own end', (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const tokens = new VerifiedTokens();
  const long = { iss: 'idp', exp: seconds(1_000_000) + 3600 };
  const short = { iss: 'idp', exp: seconds(1_000_000) + 10 };
  tokens.add('long', long);
  tokens.add('short', short);
  tokens.add('endless', { iss: 'idp' });
  const known = () => ['long', 'short', 'endless', 'other'].filter((token) => tokens.get(token));
  assert.deepEqual(known(), ['long', 'short']);
  mock.timers.tick(10_000);
  assert.deepEqual(known(), ['long']);
  assert.equal(tokens.get('long'), long);
  mock.timers.tick(50_000);
  assert.deepEqual(known(), []);
});

test('a flood of tokens does not grow it without end', () => {
  const tokens = new VerifiedTokens();
  const exp = seconds(Date.now()) + 600;
  for (let n = 0; n < 20_001; n++) tokens.add(`t${n}`, { iss: 'idp', exp });
  assert.equal(tokens.get('t0'), undefined);
  assert.ok(tokens.get('t1') && tokens.get('t20000'));
});
