import { receiptChecks } from './receipts.checks.js';

describe('receipts', () => {
  for (const [name, run] of receiptChecks) it(name, run).timeout(120_000);
});
