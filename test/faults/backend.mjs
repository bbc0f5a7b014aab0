// The backend under test: a process on one of the two engines, that can be killed, and its database too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../setup/postgres.mjs';

const program = fileURLToPath(new URL('backend-process.mjs', import.meta.url));

/**
 * Starts a backend over a company's folder.
 *
 * @param {'embedded' | 'postgresql'} engine
 * @param {string} folder Content and people.
 */
export async function startBackend(engine, folder) {
  const data = mkdtempSync(join(tmpdir(), 'heed-faults-'));
  const postgres = engine === 'postgresql' ? await startPostgres() : undefined;
  const env = { ...process.env, DATABASE_URL: (await postgres?.createDatabase()) ?? '' };
  let child, url, port, waiting;

  async function launch() {
    const options = ['--dev', '--content', folder, '--people', folder, '--data', data];
    // Killed after seconds: optimising the code of the embedded database would cost more than it saves.
    const args = ['--liftoff-only', program, ...options, '--port', String(port ?? 0)];
    child = spawn(process.execPath, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)));
    waiting = new Map();
    const ready = new Promise((resolve, reject) => {
      child.on('message', ({ address, id, error }) => {
        if (address) resolve(address);
        else waiting.get(id)?.(error);
      });
      child.once('exit', (code, signal) => {
        for (const settle of waiting.values()) settle('killed');
        reject(new Error(`The backend ended with ${signal ?? code} before it answered:\n${said}`));
      });
    });
    ready.catch(() => undefined);
    url = new URL(await ready).origin;
    port = new URL(url).port;
  }

  async function end(signal) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await launch();
  let works = 0;
  return {
    engine,
    get url() {
      return url;
    },
    /** SIGKILL, and the same again on the same data and port. */
    async crash() {
      await end('SIGKILL');
      await launch();
    },
    /** SIGKILL of the whole database under it; the embedded one dies with its process. */
    async crashDatabase() {
      if (postgres) await postgres.restart('SIGKILL');
      else await this.crash();
    },
    /** Tells the process to do something an operator would; gives the reason when it was not done. */
    async operate(work, given = {}) {
      const id = ++works;
      const done = new Promise((resolve) => waiting.set(id, resolve));
      child.send({ id, work, ...given }, (error) => error && waiting.get(id)?.(String(error)));
      return done;
    },
    /** A token in the name of a person, from the personas of --dev; their key dies with the process. */
    async tokenOf(userName) {
      const answer = await fetch(`${url}/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName }),
      });
      return (await answer.json()).token;
    },
    async stop() {
      await end('SIGTERM');
      await postgres?.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
