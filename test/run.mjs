/**
 * `npm test`: installs and builds what is missing, then every check and every test.
 *
 *     npm test                           everything
 *     npm test -- node browser journeys  only these steps
 *
 * The last line is `N passed, N failed[, N skipped]`; the exit code is 1 when anything failed or nothing ran.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../examples/prepare.mjs';
import { scratchFolder } from './config/scratch.mjs';
import { steps } from './config/steps.mjs';

const scratch = scratchFolder();
const total = { passed: 0, failed: 0, skipped: 0 };

try {
  const all = steps();
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = [...new Set(all.map(({ name }) => name))].join(', ');
    throw new Error(`There is no step ${unknown.join(', ')}. There are: ${known}.`);
  }
  prepare();
  const wanted = all.filter(({ name }) => names.length === 0 || names.includes(name));
  await inTwoLanes(wanted.filter(({ beside }) => beside === 'checks'));
  for (const step of wanted) if (!step.beside) await take(step);
  await inTwoLanes(wanted.filter(({ beside }) => beside === 'systems'));
} catch (error) {
  console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

/** Two steps at once, and each tells of itself when it is done. */
async function inTwoLanes(waiting) {
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await take(step);
  };
  await Promise.all([lane(), lane()]);
}

/** @param {import('./config/steps.mjs').Step} step */
async function take(step) {
  const told = [`\n── ${step.title} (npm test -- ${step.name})\n`];
  const tell = step.beside ? (text) => told.push(text) : undefined;
  const say = (line) => (tell ? tell(`${line}\n`) : console.log(line));
  if (!tell) process.stdout.write(told.pop());
  const started = Date.now();
  const countFile = join(scratch, `${step.name}.json`);
  const env = { ...process.env, HEED_COUNTS: countFile, TMPDIR: scratch };
  let problem;
  for (const args of step.commands) problem ??= await run(args, step.minutes, env, tell);
  const counts = step.counts ? read(countFile) : { files: {}, skipped: [] };
  const failing = Object.keys(counts.files).filter((file) => counts.files[file].failed > 0);
  const again = problem === undefined ? undefined : step.again?.(failing);
  if (again !== undefined) {
    problem = await run(again, step.minutes, env, tell);
    const second = read(countFile).files;
    // What runs nothing alone has not passed: its tests are begun by another file.
    const alone = (file) => (second[file]?.passed > 0 ? second[file] : { passed: 0, failed: 1 });
    for (const file of failing) counts.files[file] = alone(file);
    if (failing.every((file) => counts.files[file].failed === 0))
      say(`   UNSTEADY, failed and then passed: ${failing}`);
  }
  const tallies = step.counts ? Object.values(counts.files) : [{ passed: 1, failed: 0 }];
  const passed = tallies.reduce((sum, each) => sum + each.passed, 0);
  const failed = tallies.reduce((sum, each) => sum + each.failed, 0);
  // A step that fails without a failed test (it crashed, it hung, a check said no) is one failure itself.
  const isBroken = problem !== undefined && failed === 0;
  total.passed += isBroken && !step.counts ? 0 : passed;
  total.failed += isBroken ? 1 : failed;
  total.skipped += counts.skipped.length;
  for (const reason of counts.skipped) say(`  skipped: ${reason}`);
  const verdict = isBroken || failed > 0 ? `${Math.max(failed, 1)} FAILED` : 'ok';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const size = step.counts ? `, ${passed} passed` : '';
  say(`   ${verdict}${size}, ${seconds} s${problem ? ` (${problem})` : ''}`);
  process.stdout.write(told.join(''));
}

/**
 * Resolves to what went wrong, or to nothing. Its children go with it when it takes too long. What it says is told, or
 * goes straight out.
 */
function run(args, minutes, env, tell) {
  return new Promise((resolve) => {
    const isOwnGroup = process.platform !== 'win32';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', tell ? 'pipe' : 'inherit', tell ? 'pipe' : 'inherit'],
      detached: isOwnGroup,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', tell);
    const stop = (signal) => {
      try {
        if (isOwnGroup) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It is gone already.
      }
    };
    const interrupted = () => {
      stop('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop('SIGKILL');
    }, minutes * 60_000);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      // What it started and left behind would disturb the next step.
      stop('SIGKILL');
      if (late) resolve(`stopped after ${minutes} minutes`);
      else resolve(code === 0 ? undefined : `exit code ${code ?? signal}`);
    });
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { files: {}, skipped: [] };
  }
}
