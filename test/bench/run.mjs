/**
 * Runs the measurements in this folder: `npm run bench [-- NAME … --json FILE]`. Each `<name>.bench.mjs` exports
 * a function that resolves to rows (see rows.mjs). Fails when a goal is missed.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../examples/prepare.mjs';
import { report } from './rows.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
  .sort();

const args = process.argv.slice(2);
const json = args.indexOf('--json');
const named = args.filter((each, at) => !each.startsWith('--') && (json < 0 || at !== json + 1));
const unknown = named.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exitCode = 1;
} else {
  prepare();
  const rows = [];
  for (const name of named.length > 0 ? named : known) {
    console.log(`# ${name}`);
    const { default: measure } = await import(`./${name}.bench.mjs`);
    rows.push(...(await measure()));
  }
  report(rows, args);
}
