import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of real documents that some tests read; it is not part of the repository. */
export const corpusFolder = resolve(
  fileURLToPath(new URL('../..', import.meta.url)),
  process.env.HEED_CORPUS ?? '../shared/corpus',
);

/**
 * Gives browser tests the corpus: `/corpus/<path>` is a file, `/corpus-list/<folder>` a JSON array of the paths
 * of all files below the folder (relative to the corpus), `/corpus-policies/<folder>` what the importer makes of the
 * folder: a JSON array of policies with their versions and documents. Without a corpus all answer 404.
 *
 * @returns {import('@web/test-runner').Middleware} For `middleware` of the test runner's configuration.
 */
export function serveCorpus() {
  return async (context, next) => {
    const [, route, place] =
      /^\/(corpus|corpus-list|corpus-policies)(?:\/(.*))?$/.exec(context.path) ?? [];
    if (route === undefined) return next();
    const path = resolve(corpusFolder, decodeURIComponent(place ?? ''));
    const inside = path === corpusFolder || path.startsWith(corpusFolder + sep);
    if (!inside || !existsSync(path)) {
      context.status = 404;
      context.body = 'Not in the corpus';
    } else if (route === 'corpus-list') {
      context.type = 'application/json';
      context.body = JSON.stringify(filesBelow(path).sort());
    } else if (route === 'corpus-policies') {
      const { readContent } = await import('@heed/server');
      context.type = 'application/json';
      context.body = JSON.stringify((await readContent(path)).understood.policies);
    } else {
      context.type = /\.html?$/.test(path) ? 'text/html' : 'text/plain';
      context.body = await readFile(path);
    }
  };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return [relative(corpusFolder, path).split(sep).join('/')];
  });
}
