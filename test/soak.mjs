// `npm run soak`: the long forms of the tests that promise not to lose anything; `npm test` runs them short.
//
//     npm run soak                everything, about two hours on two cores
//     npm run soak -- storage     power cuts, kills, failovers, full disks, backups, crash points only
//     npm run soak -- engines     who may do what, and how long a refusal takes, on both engines
//     npm run soak -- node        1,000 schedules of faults in Node, half of them on each engine
//     npm run soak -- chromium    the same in real Chromium
//     npm run soak -- places      the place in the reader, in twenty real texts laid out in every way, and carried over versions
//     npm run soak -- live        200 schedules of what can happen to a stream of live events
//     npm run soak -- hostile     attack strings in Chromium, Firefox and WebKit
//     npm run soak -- defects     every defect of a backend that the conformance kit has to catch
//     npm run soak -- documents   every document of the corpus word by word, and as a Word file; needs LibreOffice
//
// SEED=N plays the schedules of that seed again.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../examples/prepare.mjs';
import { filesBelow, root } from './config/files.mjs';

const seed = process.env.SEED ?? String(Math.trunc(Math.random() * 2 ** 31));
const schedules = 1000;

function run(...args) {
  const env = { ...process.env, SOAK: '1' };
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  return status === 0;
}

function storage() {
  const isNodeTest = (path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts');
  const files = [
    'packages/server/src/storage',
    'packages/server/src/log',
    'packages/sdk/src/outbox',
  ].flatMap((folder) => filesBelow(folder, isNodeTest));
  files.push(...filesBelow('test/storage', (path) => path.endsWith('.test.mts')));
  const flags = ['--conditions=source', '--import', 'tsx', '--test', '--test-concurrency=1'];
  return run(...flags, ...files);
}

function engines() {
  const isOfOne = (path) =>
    path.endsWith('.test.ts') && readFileSync(join(root, path), 'utf8').includes('oneEngine(');
  const flags = ['--conditions=source', '--import', 'tsx', '--test', '--test-concurrency=1'];
  return run(...flags, ...filesBelow('packages/server/src', isOfOne));
}

function faults(where) {
  const play = (engine) => {
    const count = String(schedules / 2);
    const options = ['--where', where, '--engine', engine, '--count', count, '--seed', seed];
    return run('test/faults/run.mjs', ...options);
  };
  // Both, whatever the first one finds.
  return [play('embedded'), play('postgresql')].every(Boolean);
}

function documents() {
  const flags = ['--conditions=source', '--import', 'tsx', '--test'];
  const shape = 'packages/server/src/import/corpus-shape.test.ts';
  return run(...flags, shape, 'test/portability/word-files.soak.mts');
}

const hostile = () => run('--test', 'test/hostile/hostile.test.mjs');

const live = () => run('--test', 'test/live/survives.test.mjs');

const defects = () => run('--liftoff-only', '--test', 'test/conformance/catches.test.mjs');

function places() {
  const tests = 'packages/elements/src/policy-reader/{surviving,changes/carry}.browser.test.ts';
  const config = 'test/config/web-test-runner.config.mjs';
  return run('node_modules/@web/test-runner/dist/bin.js', '--config', config, '--files', tests);
}

const works = {
  places,
  storage,
  engines,
  documents,
  defects,
  hostile,
  live,
  node: () => faults('node'),
  chromium: () => faults('chromium'),
};
const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in works));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(works).join(', ')}.`);
  process.exit(1);
}
prepare();
const wanted = names.length > 0 ? names : Object.keys(works);
const passed = wanted.map((name) => works[name]());
process.exitCode = passed.every(Boolean) ? 0 : 1;
