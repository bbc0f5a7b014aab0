/**
 * A real, throw-away PostgreSQL server for tests: its own data in a temporary folder, its own port on loopback,
 * nothing left behind.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './alive.mjs';
import { findBinaries, prefix, unprivileged } from './postgres-binaries.mjs';

const startWithinMs = 30_000;

/**
 * Starts a server; `fsync` is on, as in production.
 *
 * @returns {Promise<import('./postgres.d.mts').TestPostgres>}
 */
export async function startPostgres() {
  removeOrphans();
  return start((data, { bin, options }) => {
    const initdb = ['-D', data, '-U', 'heed', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
    execFileSync(path.join(bin, 'initdb'), initdb, { ...options, stdio: 'pipe' });
  });
}

/** Starts a server on the data folder that `make` makes. */
async function start(make) {
  const { bin, env } = findBinaries();
  const user = unprivileged();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  if (user) fs.chownSync(home, user.uid, user.gid);
  const data = path.join(home, 'data');
  const options = { env: { ...process.env, ...env }, cwd: home, ...user };
  make(data, { bin, options });
  const port = await freePort();
  const url = (database) => `postgresql://heed@127.0.0.1:${port}/${database}`;
  let server;
  const isRunning = () => server && server.exitCode === null && server.signalCode === null;
  const cleanUp = () => {
    if (isRunning()) server.kill('SIGQUIT');
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  process.on('exit', cleanUp);
  await launch();

  async function launch() {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=60',
      // Nobody flushes the log on the side, so that a commit which did not wait for it is lost in a crash.
      'wal_writer_delay=10s',
    ];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    const log = fs.openSync(path.join(home, 'server.log'), 'a');
    server = spawn(path.join(bin, 'postgres'), args, { ...options, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    server.unref();
    await ready();
  }

  /** After SIGKILL the old server's children hold its memory for a moment, and a new one refuses to start. */
  async function relaunch() {
    for (const end = performance.now() + startWithinMs; ; await pause(50)) {
      try {
        return await launch();
      } catch (error) {
        const isEarly = /is still in use|lock file/.test(error.message);
        if (!isEarly || performance.now() > end) throw error;
      }
    }
  }

  async function ready() {
    for (const end = performance.now() + startWithinMs; ; await pause(50)) {
      try {
        await run('postgres', 'select 1');
        return;
      } catch (error) {
        if (isRunning() && performance.now() < end) continue;
        const log = fs.readFileSync(path.join(home, 'server.log'), 'utf8');
        throw new Error(`PostgreSQL from ${bin} did not start:\n${log.slice(-2_000)}`, {
          cause: error,
        });
      }
    }
  }

  async function run(database, sql) {
    const client = new pg.Client({ connectionString: url(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async function end(signal) {
    if (!isRunning()) return;
    const ended = once(server, 'exit');
    server.ref();
    server.kill(signal);
    await ended;
  }

  let databases = 0;
  return {
    url: url('postgres'),
    get pid() {
      return server.pid;
    },
    async createDatabase() {
      const name = `heed_${++databases}`;
      await run('postgres', `create database ${name}`);
      return url(name);
    },
    async startStandby() {
      if (!fs.existsSync(path.join(bin, 'pg_basebackup'))) return undefined;
      const source = `${url('postgres')}?application_name=standby`;
      const standby = await start((target, { options: own }) => {
        const copy = ['-D', target, '-d', source, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'];
        execFileSync(path.join(bin, 'pg_basebackup'), copy, { ...own, stdio: 'pipe' });
      });
      await run('postgres', "alter system set synchronous_standby_names = 'standby'");
      await run('postgres', 'select pg_reload_conf()');
      return { ...standby, promote: () => standby.run('select pg_promote()') };
    },
    run: (sql) => run('postgres', sql),
    kill: () => end('SIGKILL'),
    async restart(signal = 'SIGINT') {
      await end(signal);
      await relaunch();
    },
    async stop() {
      await end('SIGINT');
      process.off('exit', cleanUp);
      cleanUp();
    },
  };
}

/** Ends and deletes what a killed test process left behind. */
function removeOrphans() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const home = path.join(os.tmpdir(), name);
    const pidFile = path.join(home, 'data', 'postmaster.pid');
    if (fs.existsSync(pidFile)) {
      const [pid, data] = fs.readFileSync(pidFile, 'utf8').split('\n');
      // The number may belong to another program by now: only a server of this very folder is ended.
      if (isAlive(Number(pid)) && runsIn(Number(pid), data)) process.kill(Number(pid), 'SIGQUIT');
    }
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runsIn(pid, folder) {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      folder,
    );
  } catch {
    return false;
  }
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
