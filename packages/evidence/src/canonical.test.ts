import test from 'node:test';
import { canonicalChecks } from './canonical.checks.js';

for (const [name, run] of canonicalChecks) test(name, run);
