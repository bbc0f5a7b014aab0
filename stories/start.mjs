/**
 * `npm run storybook`: every element with a real backend behind it, started with the starter content in a
 * folder that is thrown away afterwards. `npm run storybook -- --build` writes storybook-static/ instead, to be
 * served on the origin of a backend (serve.mjs does it for the tests).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepare, root } from '../examples/prepare.mjs';

const storybook = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
const config = ['--config-dir', join(root, 'stories/.storybook'), '--disable-telemetry'];
const args = process.argv.slice(2);

prepare();
if (args.includes('--build')) {
  const rest = args.filter((arg) => arg !== '--build');
  const output = ['--output-dir', join(root, 'storybook-static')];
  run([storybook, 'build', ...config, ...output, ...rest], process.env).on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  await develop();
}

async function develop() {
  const data = mkdtempSync(join(tmpdir(), 'heed-stories-'));
  const main = join(root, 'packages/server/dist/main.js');
  const server = spawn(process.execPath, [main, '--dev', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const backend = await Promise.race([address(server), ended]);
  if (typeof backend !== 'string') {
    console.error('The backend did not start; its message is above. Storybook was not started.');
    process.exitCode = 1;
    return;
  }
  const port = args.some((arg) => arg === '-p' || arg.startsWith('--port')) ? [] : ['-p', '6006'];
  const env = { ...process.env, HEED_BACKEND: backend };
  const book = run([storybook, 'dev', ...config, '--ci', '--no-open', ...port, ...args], env);
  const stop = () => book.kill('SIGTERM');
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  book.on('exit', async (code) => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
}

function run(command, env) {
  return spawn(process.execPath, command, { cwd: root, env, stdio: 'inherit' });
}

/** The server prints its address when it answers. */
function address(server) {
  return new Promise((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (/^http:\S+$/.test(line)) resolve(line);
    });
  });
}
