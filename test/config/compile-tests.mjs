/**
 * Compiles the Node tests of the packages into `dist`, beside what they test: running them (and every process and
 * worker that they start) as plain JavaScript takes half the time that a loader for TypeScript takes.
 *
 *     node test/config/compile-tests.mjs
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { filesBelow, root } from './files.mjs';

const isForTests = (path) =>
  /\.(test|checks)\.ts$/.test(path) || (/\/testing\//.test(path) && path.endsWith('.ts'));
const isForBrowsers = (path) => path.endsWith('.browser.test.ts');

/** @param {string} source Path of a module in a package's `src`, relative to the root. */
export function compiled(source) {
  return source.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = filesBelow('packages', (path) => isForTests(path) && !isForBrowsers(path));
  await build({
    absWorkingDir: root,
    entryPoints: sources.map((source) => ({
      in: source,
      out: compiled(source).replace(/\.js$/, ''),
    })),
    outdir: root,
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
