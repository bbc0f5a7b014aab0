import test from 'node:test';
import { receiptChecks } from './receipts.checks.js';

for (const [name, run] of receiptChecks) test(name, run);
