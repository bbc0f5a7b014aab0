// The kit's own proof: every defect is caught by a check about the requirement that it breaks.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { contract } from '@heed/contract';
import { requirements } from '@heed/conformance';
import { defects } from './defects/all.mjs';
import { startEvil } from './evil.mjs';
import { published } from './list.mjs';

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
});

describe('the kit', () => {
  const list = published();
  let evil;
  before(async () => {
    evil = await startEvil();
  });
  after(() => evil?.stop());

  it('passes the honest backend with no skip', async () => {
    const { outcomes, trouble, ms } = await evil.try(undefined);
    assert.equal(trouble, undefined);
    const wrong = outcomes.filter(({ status }) => status !== 'pass');
    assert.deepEqual(
      wrong.map(({ id, reason }) => `${id}: ${reason}`),
      [],
    );
    assert.ok(ms < 180_000, `${ms} ms`);
  });

  for (const defect of defects) {
    it(`catches ${defect.name}: ${defect.says} (${defect.breaks})`, async () => {
      const { outcomes, trouble } = await evil.try(defect, [defect.breaks]);
      const failing = outcomes
        .filter(
          ({ status, requirements: about }) => status === 'fail' && about.includes(defect.breaks),
        )
        .map(({ id }) => id);
      const all = outcomes.map(({ id, status, reason = '' }) => `${status} ${id} ${reason}`);
      assert.ok(failing.length > 0, trouble ?? all.join('\n'));
      assert.deepEqual(
        failing,
        list.get(defect.name),
        'docs/contract/defects.md is old: npm run conformance:mutants -- --short --write',
      );
    });
  }
});
