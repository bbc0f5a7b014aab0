/** Starts the little programs of this folder as processes of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** @returns {import('./processes.d.mts').TestProcess} */
export function startProcess(program, ...args) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const flags = file.endsWith('.mts') ? ['--conditions=source', '--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...flags, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  const stop = () => child.kill('SIGKILL');
  process.on('exit', stop);
  const ended = once(child, 'close').then(() => process.off('exit', stop));
  const lines = [];
  const waiting = new Set();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const wake of waiting) wake();
  });
  return {
    pid: child.pid,
    lines,
    async line(at) {
      while (lines.length <= at && child.exitCode === null && child.signalCode === null) {
        let wake;
        await Promise.race([new Promise((resolve) => waiting.add((wake = resolve))), ended]);
        waiting.delete(wake);
      }
      return lines[at];
    },
    go: () => child.stdin.write('go\n'),
    async ended() {
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
