import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { StorageError } from './database.js';

const answerWithinMs = 1_000;

/**
 * Takes the one lock of a data folder and returns the function that releases it.
 *
 * The lock is a listening socket, so the kernel releases it however the process ends; a plain lock file would stay
 * behind after a power cut. PGlite has no lock of its own: two processes on one folder lose rows without an error.
 *
 * On Linux a socket in the abstract name space decides between processes, and a socket file in the folder also
 * between containers that share the volume. Neither reaches another machine over a network file system.
 *
 * @throws {StorageError} when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const real = fs.realpathSync(folder);
  const held: net.Server[] = [];
  const release = async (): Promise<void> => {
    for (const server of held) await new Promise((done) => server.close(done));
  };
  try {
    for (const name of kernelNames(real)) held.push(await listen(name));
    if (process.platform !== 'win32') held.push(await listenInFolder(real));
  } catch (error) {
    await release();
    if (!(error instanceof Held)) throw error;
    throw new StorageError(
      `The data folder ${real} is in use by ${error.holder}. ` +
        'One process at a time can use an embedded database: stop the other one, choose another folder, ' +
        'or run several processes over one PostgreSQL server by setting DATABASE_URL.',
    );
  }
  return release;
}

/** A living process listens on the name. */
class Held extends Error {
  constructor(readonly holder: string) {
    super(holder);
  }
}

function kernelNames(folder: string): string[] {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return [`\0heed-${digest}`];
  return process.platform === 'win32' ? [`\\\\.\\pipe\\heed-${digest}`] : [];
}

async function listenInFolder(folder: string): Promise<net.Server> {
  return socketInFolder(folder, 'lock.sock', async (name) => {
    if (fs.existsSync(name)) {
      const holder = await ask(name);
      if (holder !== undefined) throw new Held(holder);
      fs.rmSync(name, { force: true }); // left behind by a process that was killed
    }
    return listen(name);
  });
}

/**
 * Hands a name under which a socket of the folder can be bound or reached, good while `use` runs. A socket's path holds
 * some 100 bytes at most; on Linux the folder's descriptor gives every folder a short one.
 */
export async function socketInFolder<T>(
  folder: string,
  name: string,
  use: (name: string) => Promise<T>,
): Promise<T> {
  const descriptor = fs.openSync(folder, 'r');
  try {
    const short = process.platform === 'linux' ? `/proc/self/fd/${descriptor}` : folder;
    return await use(path.join(short, name));
  } finally {
    fs.closeSync(descriptor);
  }
}

function listen(name: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((caller) => {
      caller.on('error', () => undefined);
      caller.end(`process ${process.pid}`);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error);
      else ask(name).then((holder) => reject(new Held(holder ?? 'another process')), reject);
    });
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Who listens there; undefined when nobody does. */
function ask(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let connected = false;
    let answer = '';
    const done = (): void => {
      caller.destroy();
      resolve(connected ? answer || 'another process' : undefined);
    };
    const caller = net.connect(name, () => (connected = true));
    caller.setTimeout(answerWithinMs, done); // a busy holder still holds
    caller.on('data', (bytes) => (answer += bytes.toString()));
    caller.on('end', done);
    caller.on('error', done);
  });
}
