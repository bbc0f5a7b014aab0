// The evil backend: the reference, behind a proxy that lies, with code that can be broken. One defect at a time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from '@heed/conformance';
import { startProxy } from './proxy.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts it, honest at first. */
export async function startEvil() {
  const folder = await mkdtemp(join(tmpdir(), 'heed-evil-'));
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv.filter((flag) => flag === '--liftoff-only'),
      ...['--import', new URL('edit.mjs', import.meta.url).href, 'packages/server/dist/main.js'],
      ...['--dev', '--port', '0', '--data', folder],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const said = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^http:\/\/\S+:(\d+)\/$/.exec(line) ?? [];
      if (found) resolve(Number(found));
    });
    child.once('exit', (status) => reject(new Error(`It ended with ${status}:\n${said.join('')}`)));
  });
  const proxy = await startProxy(port);
  const config = { baseUrl: proxy.url, setup: `${proxy.url}/setup`, people: {}, readOnly: false };
  return {
    url: proxy.url,
    /** Runs the kit against it, with one defect or none. */
    async try(defect, only = []) {
      proxy.play(defect?.proxy?.() ?? {});
      child.send(defect?.edits ? defect.name : '');
      await once(child, 'message');
      return run({ ...config, only });
    },
    async stop() {
      await proxy.stop();
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
