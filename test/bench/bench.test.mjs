// The measurements of `npm run bench`, short: each still measures what it says, and nothing has fallen to a fraction of what
// it was. The goals themselves are for the long form, on a machine that does nothing else.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { corpusFolder } from '../config/corpus.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));

/** So far from its goal something may be on a machine that does other things, too. */
const slack = 40;

const missing = existsSync(corpusFolder) ? false : `there is no corpus at ${corpusFolder}`;
if (missing && process.env.CI) throw new Error(missing);

describe('the measurements, short', () => {
  for (const name of names) {
    it(name, { skip: name === 'reader' && missing }, async () => {
      const { default: measure } = await import(`./${name}.bench.mjs`);
      const rows = await measure({ short: true });
      assert.ok(rows.length > 0);
      for (const { name: what, value, limit, goal } of rows) {
        assert.ok(Number.isFinite(value) && value > 0, `${what}: ${value}`);
        if (limit === undefined) continue;
        const held = goal === 'at least' ? value * slack >= limit : value <= limit * slack;
        assert.ok(held, `${what}: ${value}, ${goal} ${limit}`);
      }
    });
  }
});
