import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, filesBelow, root } from './files.mjs';

/**
 * One part of `npm test`. A check is one test; what has `counts` reports its own to HEED_COUNTS.
 *
 * @typedef {object} Step
 * @property {string} name What to call it on the command line.
 * @property {string} title
 * @property {string[][]} commands Arguments of node, one after the other; the first that fails ends the step.
 * @property {boolean} [counts]
 * @property {(failing: string[]) => string[] | undefined} [again] What runs the failing files once more, alone, or
 *   nothing where the failure stands.
 * @property {'checks' | 'systems'} [beside] Others of these may run beside it: it uses one core, or waits more than it
 *   works.
 * @property {number} minutes It is stopped and failed after so long.
 */

const bin = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** What looks for lost, doubled or too early records. */
const proofs =
  /\/(storage|faults|outbox|acknowledgements)\/|\/(acknowledging|keyboard|ack-button|main|shutdown|crash|writer|faults)\./;

/**
 * A file that failed gets a second chance, alone, because this suite is its own noise: servers, kills and browsers on
 * two cores. What passes then is named UNSTEADY in the output, and is a bug of the test. Proofs get none: once is enough.
 */
function secondChance(command) {
  return (failing) => {
    const isProof = failing.some((file) => proofs.test(file));
    if (failing.length === 0 || failing.length > 3 || isProof) return undefined;
    return command(failing);
  };
}

/**
 * Everything that `npm test` does, in order: quick answers first.
 *
 * @returns {Step[]}
 */
export function steps() {
  return [
    check('format', 'Formatting (prettier)', [bin.prettier, '--check', '--log-level=warn', '.']),
    check('lint', 'Lint (eslint)', [bin.eslint, '-c', 'test/config/eslint.config.mjs', '.']),
    check('types', 'Types (tsc)', [bin.tsc, '-b'], [bin.tsc, '-p', 'tsconfig.tests.json']),
    check('manifest', 'Every element is described', ['test/config/manifest.mjs']),
    check('sizes', 'Bytes over the wire', ['test/bench/sizes.mjs']),
    ...nodeTests(),
    ...browserTests(),
    ...systemTests(),
  ];
}

function check(name, title, ...commands) {
  return { name, title, commands, beside: 'checks', minutes: 5 };
}

function nodeTests() {
  const isNodeTest = (path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts');
  const files = filesBelow('packages', isNodeTest);
  if (files.length === 0) return [];
  const flags = ['--enable-source-maps', ...testFlags(2)];
  return [
    {
      name: 'node',
      title: 'Packages in Node',
      commands: [['test/config/compile-tests.mjs'], [...flags, ...files.map(compiled)]],
      again: secondChance((failing) => [...flags, ...failing.map(compiled)]),
      counts: true,
      minutes: 15,
    },
  ];
}

function browserTests() {
  const files = filesBelow('packages', (path) => path.endsWith('.browser.test.ts'));
  if (files.length === 0) return [];
  const command = [bin.wtr, '--config', 'test/config/web-test-runner.config.mjs'];
  return [
    {
      name: 'browser',
      title: 'Packages in browsers',
      commands: [command],
      again: secondChance((failing) => [...command, '--files', ...failing]),
      counts: true,
      minutes: 8,
    },
  ];
}

/** These wait more than they work, and nothing in them is measured: two files at once. */
const sideBySide = ['journeys', 'storage'];

/** These may run beside one another. */
const waiting = [
  'system',
  'faults',
  'sdk',
  'live',
  'conformance',
  'storage',
  'hostile',
  'portability',
  'examples',
  'stories',
];

/** Each folder of test/ is a step; its tests start servers and browsers of their own. */
function systemTests() {
  const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, folder: `test/${name}` }));
  folders.unshift({ name: 'system', folder: 'test', flat: true });
  folders.push({ name: 'examples', folder: 'examples' }, { name: 'stories', folder: 'stories' });
  return folders.flatMap(({ name, folder, flat }) => {
    const files = filesBelow(folder, (path) => {
      return (
        /\.test\.m?[jt]s$/.test(path) && !(flat && path.slice(folder.length + 1).includes('/'))
      );
    });
    if (files.length === 0) return [];
    const tsx = files.some((file) => /\.m?ts$/.test(file)) ? ['--import', 'tsx'] : [];
    const flags = [...tsx, ...testFlags(sideBySide.includes(name) ? 2 : 1)];
    return [
      {
        name,
        title: `System: ${folder}`,
        commands: [[...flags, ...files]],
        again: secondChance((failing) => [...flags, ...failing]),
        counts: true,
        ...(waiting.includes(name) && { beside: 'systems' }),
        minutes: 18,
      },
    ];
  });
}

function testFlags(concurrency) {
  return [
    // Databases of WebAssembly are open for a few seconds: optimising their code costs more than it saves.
    '--liftoff-only',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=400000',
    '--test-reporter=./test/config/node-reporter.mjs',
    '--test-reporter-destination=stdout',
  ];
}
