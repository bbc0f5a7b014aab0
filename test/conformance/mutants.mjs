// `npm run conformance:mutants`: the kit against a backend with one defect at a time. Prints caught / seeded, and for each
// defect the checks that caught it. `--short` runs only the checks about the requirement that is broken; names choose.
// `--write` publishes the list in docs/contract/defects.md; what was not tried stays there as it was.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defects } from './defects/all.mjs';
import { startEvil } from './evil.mjs';
import { listAddress, listOf, published } from './list.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, write: { type: 'boolean' } },
});
const wanted = defects.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const evil = await startEvil();
let caught = 0;
const found = published();
try {
  const honest = await evil.try(undefined);
  const wrong = honest.outcomes.filter(({ status }) => status !== 'pass');
  if (honest.trouble || wrong.length > 0)
    throw new Error(`The honest backend does not pass: ${honest.trouble ?? wrong[0].reason}`);
  console.log(`honest: ${honest.outcomes.length} of ${honest.outcomes.length} checks pass`);
  for (const defect of wanted) {
    const from = performance.now();
    const { outcomes, trouble } = await evil.try(defect, values.short ? [defect.breaks] : []);
    const failing = outcomes.filter(({ status }) => status === 'fail');
    const right = failing.filter(({ requirements }) => requirements.includes(defect.breaks));
    found.set(
      defect.name,
      right.map(({ id }) => id),
    );
    if (right.length > 0) caught++;
    const by =
      right.map(({ id }) => id).join(', ') ||
      `NOBODY (${trouble ?? `${failing.length} other checks fail`})`;
    const others = failing.length - right.length;
    console.log(
      `${right.length > 0 ? '✓' : '✗'} ${defect.name} (${defect.breaks}): ${defect.says}\n    by ${by}${others > 0 ? `, and ${others} others` : ''}; ${Math.round(performance.now() - from)} ms`,
    );
  }
} finally {
  await evil.stop();
}
console.log(`${caught} of ${wanted.length} defects caught`);
if (caught < wanted.length) process.exitCode = 1;
else if (values.write) writeFileSync(listAddress, await listOf(found));
