// The defects that the kit has to find: of every requirement and endpoint. That they are caught is tried in the file beside it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { contract } from '@heed/contract';
import { requirements } from '@heed/conformance';
import { defects } from './defects/all.mjs';
import { listAddress, listOf, published } from './list.mjs';

const endpoints = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);

describe('the defects', () => {
  it('are different ones, at least 80, each of a requirement and an endpoint that there are', () => {
    assert.equal(new Set(defects.map(({ name }) => name)).size, defects.length);
    assert.ok(defects.length >= 80);
    for (const { name, breaks, endpoint } of defects) {
      assert.ok(requirements.has(breaks), `${name} breaks ${breaks}`);
      assert.ok(endpoints.includes(endpoint), `${name} is one of ${endpoint}`);
    }
  });

  it('leave out no endpoint and no requirement', () => {
    const broken = new Set(defects.map(({ breaks }) => breaks));
    const seeded = new Set(defects.map(({ endpoint }) => endpoint));
    assert.deepEqual(
      endpoints.filter((name) => !seeded.has(name)),
      [],
    );
    assert.deepEqual(
      [...requirements.keys()].filter((id) => !broken.has(id)),
      [],
    );
  });

  it('are all published, each with the checks that caught it', async () => {
    const list = published();
    assert.deepEqual(
      defects.filter(({ name }) => !list.get(name)?.length).map(({ name }) => name),
      [],
    );
    assert.equal(
      readFileSync(listAddress, 'utf8'),
      await listOf(list),
      'docs/contract/defects.md is old: npm run conformance:mutants -- --short --write',
    );
  });
});
