// Python for the backend that is written in it, and that backend as its users run it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../config/files.mjs';
import { installDebian, installed } from './browsers.mjs';

const folder = join(root, 'examples/backend-from-scratch');
const places = { linux: ['python3'], darwin: ['/usr/bin/python3'], win32: [] };

/**
 * Python 3.9 or newer: PYTHON_PATH, installed, or Debian's package when we are root.
 *
 * @returns {{ path: string } | { reason: string }} The reason says why there is none.
 */
export function findPython() {
  const path =
    process.env.PYTHON_PATH || installed(places) || (installDebian('python3') && installed(places));
  if (!path) return { reason: 'Python 3 is not installed; set PYTHON_PATH to run these tests' };
  const said = spawnSync(path, ['-c', 'import sys, sqlite3; print(sys.version_info >= (3, 9))']);
  if (String(said.stdout).trim() === 'True') return { path };
  return { reason: `${path} is older than Python 3.9, or is without sqlite3` };
}

/** A port that nobody listens at now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs a program of the example to its end; what it printed. */
export function runPython(python, args) {
  const { status, stdout, stderr } = spawnSync(python, ['-B', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** Starts a program of the example that serves something; the first line that it prints is the address. */
export async function servePython(python, args) {
  const child = spawn(python, ['-B', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
  const url = await new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('error', fail);
    ended.then((how) => fail(new Error(`${args[0]} ended with ${how}:\n${said.join('')}`)));
  });
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  return { url, said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** The backend on a free port, with a file of its own. `restart()` starts it again on the same file and port. */
export async function startBackend(python, args = []) {
  const data = await mkdtemp(join(tmpdir(), 'heed-python-'));
  const port = await freePort();
  const file = join(data, 'backend.sqlite');
  const start = () =>
    servePython(python, ['main.py', '--port', String(port), '--data', file, ...args]);
  let running = await start();
  return {
    file,
    url: running.url,
    get said() {
      return running.said.join('');
    },
    kill: () => running.kill(),
    async restart() {
      await running.stop();
      running = await start();
    },
    async stop() {
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
