/**
 * Whether those who started this process are still there. npm puts a shell between itself and its scripts, which
 * passes no signal on and stays when npm is killed: so it is the parent and the parent's parent that are watched.
 */
import { spawnSync } from 'node:child_process';

const parent = process.ppid;
const npm = process.env.npm_lifecycle_event === undefined ? undefined : parentOf(parent);

/**
 * Calls once when the process that started this one is gone, or npm behind it.
 *
 * @param {() => void} gone
 */
export function whenParentGoes(gone) {
  const timer = setInterval(() => {
    if (!isOrphan()) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** Whether the process that started this one has ended, or npm behind it. */
export function isOrphan() {
  return process.ppid !== parent || (npm !== undefined && !isAlive(npm));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error.code === 'EPERM';
  }
}

/** Undefined where there is no `ps`, as on Windows, where nothing stands between npm and its script. */
function parentOf(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) > 1 ? Number(stdout) : undefined;
}
