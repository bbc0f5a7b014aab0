import { canonicalChecks } from './canonical.checks.js';

describe('canonical', () => {
  for (const [name, run] of canonicalChecks) it(name, run);
});
