import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contract } from './contract.js';
import type { Endpoint } from './endpoint.js';
import { rules } from './rules.js';

const endpoints = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, e]) => [`${noun}.${verb}`, e as Endpoint] as const),
);

const members = (schema: unknown): string[] =>
  Object.keys((schema as { _zod: { def: { shape: object } } } | undefined)?._zod.def.shape ?? {});

describe('the contract', () => {
  it('gives every requirement an id of its own and one sentence', () => {
    const own = endpoints.flatMap(([, e]) => e.requirements);
    const all = [...own, ...Object.values(rules).flat()];
    assert.equal(new Set(all.map((r) => r.id)).size, all.length);
    for (const { id, must } of all) {
      assert.match(id, /^[A-Z]{2,4}-\d+$/);
      assert.match(must, /\.$/);
    }
    for (const [name, e] of endpoints) assert.ok(e.requirements.length > 0, `${name} has a rule`);
  });

  it('names every path parameter in the path and nowhere else', () => {
    for (const [name, e] of endpoints) {
      const inPath = [...e.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      assert.deepEqual(members(e.params), inPath, name);
    }
  });

  it('never uses one name for two places, so a caller can give one object', () => {
    for (const [name, e] of endpoints) {
      const all = [...members(e.params), ...members(e.query), ...members(e.body)];
      assert.equal(new Set(all).size, all.length, name);
    }
  });

  it('has one endpoint per method and path', () => {
    const keys = endpoints.map(([, e]) => `${e.method} ${e.path.replace(/\{\w+\}/g, '{}')}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('gives every list the page parameters', () => {
    for (const [name, e] of endpoints.filter(([, e]) => e.list))
      assert.deepEqual(members(e.query).slice(0, 2), ['limit', 'cursor'], name);
  });
});
