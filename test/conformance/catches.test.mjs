// The kit's own proof: a defect is caught by a check about the requirement that it breaks. `npm test` tries a third of the
// defects, others each time, `npm run soak -- defects` all of them; SEED=N tries those of that seed again.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { defects } from './defects/all.mjs';
import { startEvil } from './evil.mjs';
import { published } from './list.mjs';

const seed = process.env.SEED ?? String(Math.trunc(Math.random() * 2 ** 31));
const lot = ({ name }) => createHash('sha256').update(`${seed} ${name}`).digest()[0] % 3;
const tried = process.env.SOAK ? defects : defects.filter((one) => lot(one) === 0);

describe(`the kit, of ${defects.length} defects ${tried.length} (SEED=${seed})`, () => {
  const list = published();
  let evil;
  before(async () => {
    evil = await startEvil();
  });
  after(() => evil?.stop());

  for (const defect of tried) {
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
