import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { StorageError } from './database.js';
import { socketInFolder } from './folder-lock.js';
import { reserve } from './room.js';

const socketName = 'snapshot.sock';
const request = 'copy\n';

/** Where the copies lie: inside the folder, so that they are on its disk and closed to everybody else. */
const copiesName = 'snapshots';

/**
 * Lets `heed export` ask the process that holds a data folder for a copy of it. The socket lies in the folder and is as
 * closed to other users as the data beside it.
 *
 * @param hold runs its task between two statements and transactions of the database.
 * @returns the function that stops listening.
 */
export async function serveSnapshots(
  folder: string,
  hold: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<() => Promise<void>> {
  fs.rmSync(path.join(folder, copiesName), { recursive: true, force: true }); // of an export that was killed
  if (process.platform === 'win32') return async () => undefined; // no socket can lie in a folder there
  const server = net.createServer((caller) => {
    caller.on('error', () => undefined);
    caller.once('data', (bytes) => {
      if (bytes.toString() !== request) return caller.destroy();
      hold(() => copyDatabase(folder)).then(
        (copy) => {
          caller.on('close', () => fs.rmSync(copy, { recursive: true, force: true }));
          caller.write(`${JSON.stringify({ copy })}\n`);
        },
        (error: Error) => caller.end(`${JSON.stringify({ failed: error.message })}\n`),
      );
    });
  });
  try {
    await socketInFolder(folder, socketName, async (name) => {
      fs.rmSync(name, { force: true });
      server.listen(name);
      await once(server, 'listening');
    });
  } catch {
    // A path that is too long for a socket, or a file system without them: the export then asks to stop the server.
    return async () => undefined;
  }
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

/** What `heed export` reads instead of the folder that a running process holds. */
export interface Snapshot {
  /** A data folder of its own. */
  readonly folder: string;
  /** Lets the running process delete it. */
  release(): Promise<void>;
}

/**
 * Asks the process that holds the folder for a copy; undefined when no process holds it.
 *
 * @throws {StorageError} when the process cannot make the copy.
 */
export async function requestSnapshot(folder: string): Promise<Snapshot | undefined> {
  const connection = await socketInFolder(folder, socketName, connect);
  if (!connection) return undefined;
  connection.write(request);
  let answer = '';
  for await (const bytes of connection.iterator({ destroyOnReturn: false })) {
    answer += String(bytes);
    if (answer.endsWith('\n')) break;
  }
  const { copy, failed } = JSON.parse(answer || '{}') as { copy?: string; failed?: string };
  if (copy === undefined) {
    connection.destroy();
    throw new StorageError(
      `The running server could not copy its database: ${failed ?? 'it ended'}. The copy needs as much free space as ` +
        'the data folder itself. The server goes on; make room and export again, or stop it and export then.',
    );
  }
  return {
    folder: copy,
    async release() {
      connection.end();
      if (!connection.destroyed) await once(connection, 'close');
    },
  };
}

async function connect(name: string): Promise<net.Socket | undefined> {
  const connection = net.connect(name);
  try {
    await once(connection, 'connect');
    return connection;
  } catch {
    return undefined;
  }
}

/**
 * Between two statements the files are what a killed process would leave, and PostgreSQL recovers from that. Where the
 * file system can share blocks (XFS, Btrfs, APFS) the copy takes no time and no room.
 */
async function copyDatabase(folder: string): Promise<string> {
  const copies = path.join(folder, copiesName);
  fs.mkdirSync(copies, { recursive: true, mode: 0o700 });
  const copy = fs.mkdtempSync(path.join(copies, 'copy-'));
  try {
    await checkRoom(folder, copy);
    await fs.promises.cp(path.join(folder, 'database'), path.join(copy, 'database'), {
      recursive: true,
      mode: fs.constants.COPYFILE_FICLONE,
    });
  } catch (error) {
    fs.rmSync(copy, { recursive: true, force: true });
    throw error;
  }
  return copy;
}

/** A backup must not be what fills the disk and ends the writing. */
async function checkRoom(folder: string, copy: string): Promise<void> {
  const database = path.join(folder, 'database');
  const probe = path.join(copy, 'probe');
  try {
    const { COPYFILE_FICLONE_FORCE } = fs.constants;
    fs.copyFileSync(path.join(database, 'PG_VERSION'), probe, COPYFILE_FICLONE_FORCE);
    return;
  } catch {
    // No sharing of blocks here.
  } finally {
    fs.rmSync(probe, { force: true });
  }
  const { bavail, bsize } = await fs.promises.statfs(copy);
  let size = 0;
  for (const entry of fs.readdirSync(database, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) size += fs.statSync(path.join(entry.parentPath, entry.name)).size;
  }
  const short = size + reserve - bavail * bsize;
  if (short > 0) throw new Error(`${Math.ceil(short / 1024 / 1024)} MB more would have to be free`);
}
