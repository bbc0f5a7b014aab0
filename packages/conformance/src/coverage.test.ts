import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { all } from './all.js';
import { requirements } from './kit/requirements.js';

const tried = new Set(all.flatMap((check) => check.requirements));

test('no requirement is without a check', () => {
  const untested = [...requirements.keys()].filter((id) => !tried.has(id));
  assert.deepEqual(untested, []);
});

test('no check is about a requirement that the contract does not have', () => {
  assert.deepEqual(
    [...tried].filter((id) => !requirements.has(id)),
    [],
  );
});

test('every check has an id of its own and says in one sentence what holds', () => {
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { id, title } of all) {
    assert.match(id, /^[a-z]+\/[a-z-]+$/);
    assert.match(title, /^\w.*[^.]$/);
  }
});

test('no check knows an implementation', () => {
  const names =
    /\b(heed-?server|hono|pglite|postgres\w*|sqlite|probo|isms\.online|ackify|xoralia|reference backend)\b/i;
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((path) => /(?<!\.test)\.(ts|js)$/.test(path));
  assert.ok(sources.length > 30);
  for (const path of sources) {
    const text = readFileSync(new URL(path, import.meta.url), 'utf8');
    const code = text.replaceAll(/@heed\/\w+|urn:heed:problem/g, '');
    assert.doesNotMatch(code, names, path);
    assert.doesNotMatch(code, /\bheed\b/i, path);
  }
});
