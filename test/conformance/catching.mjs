// The kit's own proof: every defect is caught by a check about the requirement that it breaks.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { defects } from './defects/all.mjs';
import { startEvil } from './evil.mjs';
import { published } from './list.mjs';

/** How many files share the defects: a file has six minutes, and a defect may take a second. */
const files = 3;

/** Tries one part of the defects, counted from 0, one after the other. */
export function catchDefects(part) {
  describe(`the kit, part ${part + 1} of ${files}`, () => {
    const list = published();
    let evil;
    before(async () => {
      evil = await startEvil();
    });
    after(() => evil?.stop());

    for (const defect of defects.filter((_, at) => at % files === part)) {
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
}
