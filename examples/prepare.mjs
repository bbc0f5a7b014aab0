/**
 * Makes a fresh clone ready to run: installs when the lock file asks for something that is not there, builds
 * when a source is newer than the last build. Needs nothing but Node and npm.
 *
 *     node examples/prepare.mjs            install and build what is missing
 *     node examples/prepare.mjs --build    build in any case
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const installStamp = join(root, 'node_modules', '.heed-install');
const buildStamp = join(root, 'node_modules', '.heed-build');

/** The parts of the build, in order: `node` plus these arguments, from the root folder. */
const buildSteps = [
  { what: 'Compiling', args: [bin('typescript', 'bin/tsc'), '-b'] },
  { what: 'Bundling', args: [bin('rollup', 'dist/bin/rollup'), '-c', '--silent'] },
  { what: 'Describing the elements', args: ['test/config/manifest.mjs'] },
];

/**
 * Installs and builds what is missing or out of date.
 *
 * @param {{ build?: boolean }} [options] `build`: build even when no source changed.
 * @throws {Error} when npm or a part of the build fails; its own output says why.
 */
export function prepare({ build = false } = {}) {
  install();
  const sources = hashOfSources();
  if (!build && read(buildStamp) === sources && outputsExist()) return;
  rmSync(buildStamp, { force: true });
  for (const { what, args } of buildSteps) {
    console.log(`${what} …`);
    run(process.execPath, args);
  }
  writeFileSync(buildStamp, sources);
}

/** Runs `npm ci` unless every package of the lock file is installed in its exact version. */
export function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = hash(lock);
  if (read(installStamp) === wanted) return;
  if (!isInstalled(JSON.parse(lock.toString('utf8')))) {
    console.log('Installing the packages of package-lock.json (about a minute) …');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  mkdirSync(dirname(installStamp), { recursive: true });
  writeFileSync(installStamp, wanted);
}

/** npm writes what it installed to a lock file of its own: compare the two. */
function isInstalled(lock) {
  const text = read(join(root, 'node_modules', '.package-lock.json'));
  if (text === undefined) return false;
  const installed = JSON.parse(text).packages;
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.optional ||
      entry.peer ||
      installed[path]?.version === entry.version,
  );
}

function packageFolders() {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
}

function outputsExist() {
  return packageFolders().every((folder) => existsSync(join(root, folder, 'dist/.tsbuildinfo')));
}

function hashOfSources() {
  const files = ['package-lock.json', 'tsconfig.json', 'rollup.config.mjs'];
  files.push('packages/tsconfig.base.json', 'test/config/manifest.mjs');
  for (const folder of packageFolders()) {
    files.push(`${folder}/package.json`, `${folder}/tsconfig.json`);
    files.push(...sourcesBelow(join(root, folder, 'src'), `${folder}/src`));
  }
  const sum = createHash('sha256');
  for (const file of files.sort()) {
    const text = read(join(root, file));
    sum.update(`${file} ${text?.length ?? 'missing'}\n`).update(text ?? '');
  }
  return sum.digest('hex');
}

/** Every file a build reads; a changed test alone needs no build to run the product. */
function* sourcesBelow(folder, name) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* sourcesBelow(join(folder, entry.name), `${name}/${entry.name}`);
    else if (!entry.name.includes('.test.')) yield `${name}/${entry.name}`;
  }
}

function npm(args) {
  // npm tells its scripts where it lives; that also works where `npm` is a .cmd file.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  throw new Error(
    `Stopped: \`${[command, ...args].join(' ')}\` failed (${error?.message ?? `exit code ${status}`}). ` +
      'Its own message is above; the product was not started with half a build.',
  );
}

function bin(name, path) {
  return join('node_modules', name, path);
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare({ build: process.argv.includes('--build') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
