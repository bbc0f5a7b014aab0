import { noteChecks } from './notes.checks.js';

describe('notes', () => {
  for (const [name, run] of noteChecks) it(name, run);
});
