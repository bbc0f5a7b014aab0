import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Installs one peer from npm into a folder of its own below a temporary one: none of them belongs to this repository,
 * and one that cannot be had does not keep the others away. Their install scripts are not run.
 *
 * @param {import('./peers.mjs').Peer} peer
 * @param {string} below
 * @returns {Promise<{ folder: string } | { reason: string }>} Its `node_modules`, or why there is none.
 */
export async function install({ name, packages }, below) {
  const folder = join(below, name);
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: packages };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  // Whoever is offline should not wait for it long.
  const soon = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  try {
    await promisify(execFile)(npm, ['install', '--ignore-scripts', ...quiet, ...soon], {
      cwd: folder,
      timeout: 180_000,
      shell: process.platform === 'win32',
    });
    return { folder: join(folder, 'node_modules') };
  } catch (error) {
    const said = /npm error (?:code )?(.+)/.exec(`${error.stderr}`)?.[1] ?? error.message;
    return { reason: `npm could not install it: ${said}` };
  }
}
