// `npm start` leaves nothing behind: however it is ended, the backend goes with it and the port is free again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './prepare.mjs';

const onWindows = process.platform === 'win32' && 'Windows has no signals';

/** Starts a program and waits for the address, which is the last line that a start prints. */
async function start(command, args) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd: root, stdio, detached: true });
  const lines = createInterface({ input: child.stdout });
  const said = [];
  for await (const line of lines) {
    said.push(line);
    if (!/^http:\/\/\S+\/$/.test(line)) continue;
    // A backend that is left behind must fail the test, not keep it from ending.
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    return { child, address: line, said };
  }
  throw new Error(`No address:\n${said.join('\n')}`);
}

/** Waits until nobody answers at the address any more, and shows that the port can be taken. */
async function assertFree(address) {
  const { port, hostname } = new URL(address);
  const late = Date.now() + 15_000;
  for (;;) {
    const server = createServer();
    try {
      const listening = once(server, 'listening');
      server.listen(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
      await listening;
      return;
    } catch (error) {
      assert.equal(error.code, 'EADDRINUSE');
      assert.ok(Date.now() < late, `something still listens at ${address}`);
      await sleep(200);
    } finally {
      server.close();
    }
  }
}

describe('npm start', { skip: onWindows }, () => {
  let folder;
  let count = 0;
  const options = () => ['--port', '0', '--data', join(folder, `data-${count++}`)];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heed-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const signal of ['SIGTERM', 'SIGKILL']) {
    it(`is gone after ${signal}, with its backend`, async () => {
      const { child, address } = await start('npm', ['start', '--', ...options()]);
      assert.equal((await fetch(address)).status, 200);
      child.kill(signal);
      await assertFree(address);
    });
  }

  it('is gone after Ctrl-C, which reaches every process of the terminal', async () => {
    const { child, address } = await start('npm', ['start', '--', ...options()]);
    process.kill(-child.pid, 'SIGINT');
    await assertFree(address);
  });

  it('takes the backend with it when it is killed itself', async () => {
    const more = options();
    const { child, address, said } = await start(process.execPath, ['examples/start.mjs', ...more]);
    assert.ok(said.includes(`Stored in ${more.at(-1)}`), said.join('\n'));
    child.kill('SIGKILL');
    await assertFree(address);
  });

  it('ends by SIGTERM as what was stopped in order', async () => {
    const { child, address } = await start(process.execPath, ['examples/start.mjs', ...options()]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    await assertFree(address);
  });
});
