/**
 * Compiles the Node tests of the packages into `dist`, beside what they test: as plain JavaScript they, and every
 * process and worker that they start, start in less than half the time that a loader for TypeScript takes.
 *
 *     node test/config/compile-tests.mjs
 */
import { build } from 'esbuild';
import { compiled, filesBelow, root } from './files.mjs';

const isForTests = (path) =>
  /\.(test|checks)\.ts$/.test(path) || (/\/testing\//.test(path) && path.endsWith('.ts'));
const isForBrowsers = (path) => path.endsWith('.browser.test.ts');

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
