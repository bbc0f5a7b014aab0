// The published list of defects, and the checks that caught each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../config/files.mjs';
import { defects } from './defects/all.mjs';

/** Where it is published. */
export const listAddress = join(root, 'docs/contract/defects.md');

/** The checks that it names for each defect. */
export function published() {
  const rows = readFileSync(listAddress, 'utf8')
    .split('\n')
    .filter((line) => / `\w+\/[a-z-]+`/.test(line));
  return new Map(
    rows.map((row) => {
      const [, name, , , , checks] = row.split('|').map((cell) => cell.trim());
      return [name, checks.replaceAll('`', '').split(', ')];
    }),
  );
}

/** The page, from the checks that caught each defect. */
export async function listOf(caughtBy) {
  const rows = defects.map(({ name, says, breaks, endpoint }) => {
    const checks = (caughtBy.get(name) ?? []).map((id) => `\`${id}\``).join(', ');
    return `| ${name} | ${says} | ${breaks} | \`${endpoint}\` | ${checks} |`;
  });
  const text = `# What the kit has been seen to catch

<!-- Written by \`npm run conformance:mutants -- --write\`. -->

A kit that passes everything proves nothing. So it is tried on a backend that is right but for one thing: the
reference, behind a proxy that tells something otherwise, or with a line of its code changed. ${defects.length} such defects are seeded, one
at a time, and each is caught by a check about the requirement that it breaks. The honest backend passes with no check
skipped. No endpoint and no requirement is without a defect: the tests fail where one is.

| defect | what is wrong | requirement | endpoint | caught by |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  return format(text, { ...(await resolveConfig(listAddress)), parser: 'markdown' });
}
