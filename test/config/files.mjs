import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Node 20 expands no patterns for `node --test`, so the runner lists the files itself.
 *
 * @param {string} folder Relative to the root; a missing folder has no files.
 * @param {(path: string) => boolean} wanted Decides by the path relative to the root, with `/`.
 * @returns {string[]} Sorted paths relative to the root.
 */
export function filesBelow(folder, wanted) {
  if (!existsSync(join(root, folder))) return [];
  const files = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) files.push(...filesBelow(path, wanted));
    } else if (wanted(path)) files.push(path);
  }
  return files.sort();
}

/**
 * Where a module of a package is when it was built.
 *
 * @param {string} source Path in a package's `src`, relative to the root.
 */
export function compiled(source) {
  return source.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
}
