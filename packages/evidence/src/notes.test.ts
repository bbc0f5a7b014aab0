import test from 'node:test';
import { noteChecks } from './notes.checks.js';

for (const [name, run] of noteChecks) test(name, run);
