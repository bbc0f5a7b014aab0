// What the defects are compared with: the same backend without any, through the same proxy.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startEvil } from './evil.mjs';

describe('the kit', () => {
  let evil;
  before(async () => {
    evil = await startEvil();
  });
  after(() => evil?.stop());

  it('passes the honest backend with no skip', async () => {
    const { outcomes, trouble, ms } = await evil.try(undefined);
    assert.equal(trouble, undefined);
    const wrong = outcomes.filter(({ status }) => status !== 'pass');
    assert.deepEqual(
      wrong.map(({ id, reason }) => `${id}: ${reason}`),
      [],
    );
    assert.ok(ms < 180_000, `${ms} ms`);
  });
});
