import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Makes the script of a peer's page as an application would ship it: one small file.
 *
 * @param {string} driver A file in this folder.
 * @param {string} modules The `node_modules` that the peer was installed to.
 * @returns {Promise<string>}
 */
export async function bundle(driver, modules) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(driver, import.meta.url))],
    nodePaths: [modules],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // Words in languages that are fetched only when a person asks for one.
    external: ['@edrlab/*'],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
