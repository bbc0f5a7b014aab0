// Acknowledging under faults: what a screen called recorded is there, once, with its leaf. `npm run soak` plays 1,000.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants.mjs';

const program = fileURLToPath(new URL('run.mjs', import.meta.url));
const hooks = new URL('mutate.mjs', import.meta.url).href;

/** Plays schedules in a process of their own: they step its clock and take over its IndexedDB. */
function play(where, engine, count, { mutant, options = [] } = {}) {
  const env = mutant && { HEED_MUTANT: mutant, NODE_OPTIONS: `--import=${hooks}` };
  const args = ['--where', where, '--engine', engine, '--count', String(count), ...options];
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, output })));
}

const short = [
  { where: 'node', engine: 'embedded', count: 8 },
  { where: 'node', engine: 'postgresql', count: 24 },
  { where: 'chromium', engine: 'postgresql', count: 8 },
];

/** The longest took 79 s on a slow machine. */
const timeout = 420_000;

// Three at a time: most of a schedule is waiting.
describe('acknowledging under faults', { concurrency: 3 }, () => {
  for (const { where, engine, count } of short) {
    const what = `${count} schedules lose nothing, double nothing and call nothing recorded too early`;
    test(`${where}, ${engine}: ${what}`, { timeout }, async (t) => {
      const { code, output } = await play(where, engine, count);
      assert.equal(code, 0, output);
      const stable = Number(/stable (\d+)/.exec(output)?.[1]);
      assert.ok(stable > 0, `nothing was recorded in any of them:\n${output}`);
      t.diagnostic(output);
    });
  }

  for (const { name, bug } of mutants) {
    test(`is found within 40 schedules: ${bug}`, { timeout }, async () => {
      const { code, output } = await play('node', 'postgresql', 40, {
        mutant: name,
        options: ['--quick'],
      });
      assert.equal(code, 1, output);
      assert.match(output, /^(lost|doubled|false): /m);
    });
  }
});
