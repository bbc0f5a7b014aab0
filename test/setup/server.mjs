// The reference backend as its users run it: a process of its own, started by the command line.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

/**
 * Starts `heed` with the starter content, the demo portal and the built bundles on a free port.
 * `restart(env)` starts it again on the same data, `kill()` is SIGKILL.
 */
export async function startServer({ args = [], env = {}, data, port = 0 } = {}) {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'heed-test-')));
  let child;
  let url;

  async function run(more = {}) {
    child = spawn(
      process.execPath,
      [
        ...process.execArgv.filter((flag) => flag === '--liftoff-only'),
        at('packages/server/dist/main.js'),
        ...['--content', at('packages/server/starter'), '--people', at('packages/server/starter')],
        ...['--portal', at('examples/plain-html'), '--elements', at('packages/elements/dist/cdn')],
        ...['--data', folder, '--port', String(port)],
        ...args,
      ],
      { env: { ...process.env, ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const said = [];
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
    const lines = createInterface({ input: child.stdout });
    url = await new Promise((done, fail) => {
      lines.on('line', (line) => {
        said.push(`${line}\n`);
        const address = /^(http:\/\/\S+)\s*$/.exec(line)?.[1];
        if (address) done(new URL(address).origin);
      });
      ended.then((how) => fail(new Error(`heed ended with ${how}:\n${said.join('')}`)));
    });
    port = Number(new URL(url).port);
    child.ended = ended;
    child.said = said;
  }

  await run();
  return {
    folder,
    get url() {
      return url;
    },
    get child() {
      return child;
    },
    restart: run,
    async kill() {
      child.kill('SIGKILL');
      await child.ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await child.ended;
      if (!data) await rm(folder, { recursive: true, force: true });
    },
  };
}
