/**
 * `npm start`: the reference backend with personas to sign in as, the starter policies and a small portal to
 * see it all in. The last line it prints is the address. Your own files instead of the starter's:
 *
 *     npm start -- --content ./policies --people ./people --port 8080 --data ./my-data
 *
 * Folders are relative to where you are. `npm start -- --help` lists every option.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isOrphan, whenParentGoes } from './parent.mjs';
import { prepare, root } from './prepare.mjs';

/** Options that name a folder; the others go to the server as they are. */
const folders = ['content', 'people', 'portal', 'elements', 'data'];

try {
  const options = read(process.argv.slice(2));
  prepare();
  if (!isOrphan()) serve(options);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function read(args) {
  const named = Object.fromEntries(folders.map((name) => [name, { type: 'string' }]));
  const others = { port: { type: 'string' }, host: { type: 'string' } };
  const { values, tokens } = parseArgs({
    args,
    options: { ...named, ...others },
    strict: false,
    tokens: true,
  });
  const rest = tokens
    .filter(({ kind, name }) => !(kind === 'option' && folders.includes(name)))
    .flatMap(({ index, inlineValue, value }) =>
      value !== undefined && inlineValue === false ? [args[index], args[index + 1]] : [args[index]],
    );
  const paths = {};
  for (const name of folders) {
    if (values[name] === undefined) continue;
    if (typeof values[name] !== 'string') throw new Error(`--${name} wants a folder after it.`);
    paths[name] = resolve(callerFolder(), values[name]);
    if (name !== 'data' && !existsSync(paths[name])) {
      throw new Error(`--${name}: there is no folder ${paths[name]}. Nothing was started.`);
    }
  }
  return { paths, rest };
}

/** npm runs its scripts in the repository and says in INIT_CWD where it was called. */
function callerFolder() {
  return (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd();
}

function serve({ paths, rest }) {
  const flags = {
    portal: join(root, 'examples/plain-html'),
    elements: join(root, 'packages/elements/dist/cdn'),
    data: defaultData(paths),
    ...paths,
  };
  const args = [join(root, 'packages/server/dist/main.js'), '--dev'];
  for (const [name, value] of Object.entries(flags)) args.push(`--${name}`, value);
  const isStored = !rest.some((arg) => ['--dry-run', '--help', '-h'].includes(arg));
  if (isStored && !process.env.DATABASE_URL) console.log(`Stored in ${flags.data}`);
  // The channel says nothing: it breaks when this process dies, and then the server stops.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const server = spawn(process.execPath, [...args, ...rest], { stdio });
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  server.on('exit', (code) => process.exit(code ?? 1));
  const stop = () => server.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the server as well: a second one would look like impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) stop();
    });
  }
  whenParentGoes(stop);
}

/** Other content gets another database, so that nobody's own policies end up among the starter's. */
function defaultData({ content, people }) {
  if (content === undefined && people === undefined) return join(root, '.data');
  const sum = createHash('sha256')
    .update(JSON.stringify([content, people]))
    .digest('hex');
  return join(root, `.data-${sum.slice(0, 8)}`);
}
