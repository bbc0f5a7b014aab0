import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../setup/alive.mjs';

const prefix = 'heed-run-';
const inMemory = '/dev/shm';
const enough = 4 * 2 ** 30;

/**
 * A folder for whatever the tests write: hundreds of databases, each a thousand files, which is where much of their
 * time goes. It lies in memory where there is plenty, and no test asks a disk for more than a kill leaves of it.
 */
export function scratchFolder() {
  const place = hasRoom() ? inMemory : tmpdir();
  for (const name of readdirSync(place)) {
    const owner = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (owner && !isAlive(owner)) rmSync(join(place, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(place, `${prefix}${process.pid}-`));
  chmodSync(folder, 0o1777); // a PostgreSQL server runs as somebody else
  return folder;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enough && freemem() >= 2 * enough;
  } catch {
    return false;
  }
}
