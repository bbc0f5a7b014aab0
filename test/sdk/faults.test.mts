// Each fault of the network with each kind of call, against the real backend in this process.
import { after, before, describe, it } from 'node:test';
import type { InProcessBackend } from '@heed/server/testing';
import { faultChecks } from '../../packages/sdk/src/faults/faulty.checks.ts';
import { openOffice } from '../setup/office.mjs';

const checks = faultChecks();

describe('the SDK on a faulty network, in Node', { concurrency: true }, () => {
  let heed: InProcessBackend;
  before(async () => {
    heed = await openOffice(checks.length);
  });
  after(() => heed.close());

  for (const { name, run } of checks) {
    it(name, () => run({ baseUrl: heed.baseUrl, handler: heed.fetch, token: heed.token }));
  }
});
