/** A disk of a few megabytes, to fill: a tmpfs, which only root can mount. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @returns {import('./small-disk.d.mts').SmallDisk | undefined} */
export function mountSmallDisk(megabytes) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    fs.rmdirSync(folder); // a container without the right to mount
    return undefined;
  }
  const unmount = () => {
    if (!fs.existsSync(folder)) return;
    execFileSync('umount', ['--lazy', folder]);
    fs.rmdirSync(folder);
  };
  process.on('exit', unmount);
  const filler = path.join(folder, 'filler');
  const free = () => {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    free,
    fill(leave = 0) {
      const descriptor = fs.openSync(filler, 'a');
      try {
        for (let left = free() - leave; left > 0; left -= 1 << 20) {
          fs.writeSync(descriptor, new Uint8Array(Math.min(left, 1 << 20)));
        }
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      } finally {
        fs.closeSync(descriptor);
      }
    },
    makeRoom: () => fs.rmSync(filler, { force: true }),
    unmount,
  };
}
