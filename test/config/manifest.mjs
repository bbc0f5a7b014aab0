/**
 * Writes packages/elements/custom-elements.json (the custom elements manifest that editors, Storybook and the
 * reference pages read) and fails when something that people can use has no description in it.
 */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const elements = fileURLToPath(new URL('../../packages/elements/', import.meta.url));
const config = fileURLToPath(new URL('custom-elements-manifest.config.mjs', import.meta.url));

/** What must be described, by the manifest's own names. */
const described = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];

/**
 * Lists what is missing in a manifest.
 *
 * @param {import('custom-elements-manifest').Package} manifest
 * @param {string[]} tags The tags that `define/` registers.
 * @returns {string[]} One sentence each; empty when everything is described.
 */
export function gaps(manifest, tags) {
  const declarations = manifest.modules.flatMap((module) =>
    (module.declarations ?? []).map((declaration) => ({ path: module.path, ...declaration })),
  );
  const found = declarations.filter(({ tagName }) => tagName !== undefined);
  const missing = tags
    .filter((tag) => !found.some(({ tagName }) => tagName === tag))
    .map((tag) => `<${tag}> is registered in define/${tag}.ts but no exported class defines it`);
  for (const element of found) {
    const where = `<${element.tagName}> (${element.path})`;
    if (!element.summary) missing.push(`${where} has no @summary`);
    for (const kind of described) {
      for (const item of element[kind] ?? []) {
        if (item.description || item.summary) continue;
        const name = item.name || item.fieldName || item.type?.text || 'default';
        missing.push(`${where}: ${kind} "${name}" has no description`);
      }
    }
  }
  return missing;
}

/** The tags that `define/` registers: its file names. */
export function definedTags() {
  return readdirSync(join(elements, 'src/define'))
    .filter((file) => file.endsWith('.ts') && file.includes('-'))
    .map((file) => file.replace('.ts', ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const argv = ['analyze', '--config', config, '--quiet'];
  const missing = gaps(await cli({ argv, cwd: elements }), definedTags());
  for (const gap of missing) console.error(gap);
  if (missing.length > 0) {
    console.error(
      `${missing.length} thing(s) that people can use are not described. Describe them in the doc block of ` +
        'the class (or of the property, for an attribute), then build again.',
    );
    process.exitCode = 1;
  }
}
