/**
 * What a page downloads, in bytes after gzip -9 of each file: `npm run sizes [-- --json FILE]`. Fails when a
 * budget is exceeded. Reads the chunk graph of the last build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { report, row } from './rows.mjs';

const dist = fileURLToPath(new URL('../../packages/elements/dist/', import.meta.url));

/**
 * Chunks that no text waits for: not loaded where there is Web Crypto (https), not by a tag of its own, the reader's
 * tools only when somebody asks for them or they have something to say, and what keeps copies on the device, which
 * comes beside the first answers; those have rows of their own.
 */
const notOnAVisit =
  /@noble\/|heed-staff|policy-reader\/(changes|marks|notes|panels|search|speech)\/|sdk\/dist\/device\/|idb-keyval\//;
/** The sanitiser that browsers without the HTML Sanitizer API load in its place. */
const sanitiser = /\/dompurify\//;

/**
 * Measures the bundles.
 *
 * @returns {import('./rows.mjs').Row[]}
 */
export function sizes() {
  const file = join(dist, 'chunks.json');
  if (!existsSync(file)) {
    throw new Error('There is no packages/elements/dist/chunks.json: run `npm run build` first.');
  }
  const graph = JSON.parse(readFileSync(file, 'utf8'));
  const rows = [
    row('heed.js, before any tag', total(graph, staticClosure(graph, ['heed.js'])), 'B', 2_000),
    page(
      graph,
      'provider + ack-button + SDK, first paint',
      ['isms-provider', 'ack-button'],
      25_000,
    ),
    page(
      graph,
      'reading page: provider + policy-reader + ack-button, all that it needs, every language',
      ['isms-provider', 'policy-reader', 'ack-button'],
      45_000,
      (module) => !notOnAVisit.test(module) && !sanitiser.test(module),
    ),
    page(
      graph,
      'the same in a browser without the HTML Sanitizer API: DOMPurify too',
      ['isms-provider', 'policy-reader', 'ack-button'],
      56_500,
      (module) => !notOnAVisit.test(module),
    ),
  ];
  rows.push(
    row(
      'copies on this device: beside the first answers, on every page',
      total(graph, [chunkOf(graph, 'packages/sdk/dist/device/copies.js')]),
      'B',
      2_000,
    ),
    row(
      'what changed: finding out, for a policy with earlier versions',
      own(graph, ['changes/since']),
      'B',
      1_000,
    ),
    row(
      'what changed: the offer, to whom acknowledged an earlier version, every language',
      own(graph, ['changes/changes', 'changes/changes.strings.de']),
      'B',
      4_000,
    ),
    row(
      'contents, settings and what is recorded, when one of them is opened, every language',
      own(graph, ['panels/panels', 'panels/panels.strings.de']),
      'B',
      4_600,
    ),
    row(
      'a note that opens in place, when one is opened, every language',
      own(graph, ['notes/notes', 'notes/notes.strings.de']),
      'B',
      2_000,
    ),
    row(
      'marks, when text is selected or was marked before, every language',
      own(graph, ['marks/marks', 'marks/marks.strings.de']),
      'B',
      6_000,
    ),
    row(
      'search, when asked for, every language',
      own(graph, ['search/search', 'search/search.strings.de']),
      'B',
      6_200,
    ),
    row(
      'search in other policies, after the first one here, every language',
      own(graph, ['search/elsewhere', 'search/elsewhere.strings.de'], ['search/search']),
      'B',
      3_000,
    ),
    row(
      'reading aloud, when asked for, every language',
      own(graph, ['speech/speech', 'speech/speech.strings.de']),
      'B',
      8_000,
    ),
    row('what changed: comparing, when asked for', own(graph, ['changes/compare']), 'B', 6_000),
  );
  for (const name of Object.keys(graph).filter((each) => graph[each].isEntry)) {
    if (name === 'heed.js') continue;
    rows.push(row(`${name} with all it imports`, total(graph, staticClosure(graph, [name])), 'B'));
  }
  for (const name of Object.keys(graph)) rows.push(row(`file ${name}`, gzipped(name), 'B'));
  return rows;
}

/** A page holds the loader and the chunk of each tag. A tag without a chunk makes the row fail. */
function page(graph, name, tags, limit, loads) {
  const chunks = tags.map((tag) => {
    const module = `packages/elements/dist/define/${tag}.js`;
    return Object.keys(graph).find((file) => graph[file].modules.includes(module));
  });
  if (chunks.includes(undefined)) return row(name, null, 'B', limit);
  const files = staticClosure(graph, ['heed.js', ...chunks]);
  if (loads) addLazy(graph, files, loads);
  return row(name, total(graph, files), 'B', limit);
}

/**
 * The chunks of modules of the reader and what they import, without what the reader itself has loaded, or others of its
 * modules have before.
 */
function own(graph, modules, before = []) {
  const reader = staticClosure(graph, [
    chunkOf(graph, 'packages/elements/dist/define/policy-reader.js'),
    ...before.map((name) => chunkOf(graph, `packages/elements/dist/policy-reader/${name}.js`)),
  ]);
  const chunks = modules.map((name) =>
    chunkOf(graph, `packages/elements/dist/policy-reader/${name}.js`),
  );
  const files = [...staticClosure(graph, chunks)].filter((file) => !reader.has(file));
  return total(graph, files);
}

function chunkOf(graph, module) {
  return Object.keys(graph).find((file) => graph[file].modules.includes(module)) ?? module;
}

function staticClosure(graph, names, files = new Set()) {
  for (const name of names) {
    if (files.has(name)) continue;
    files.add(name);
    staticClosure(graph, graph[name]?.imports ?? [], files);
  }
  return files;
}

/** Follows the dynamic imports too, except the loader's (they are the other tags). */
function addLazy(graph, files, loads) {
  for (const file of files) {
    if (graph[file].isEntry) continue;
    for (const name of graph[file].dynamicImports) {
      if (graph[name].modules.every(loads)) staticClosure(graph, [name], files);
    }
  }
}

function total(graph, files) {
  return [...files].every((file) => graph[file])
    ? [...files].reduce((sum, file) => sum + gzipped(file), 0)
    : null;
}

function gzipped(file) {
  return gzipSync(readFileSync(join(dist, 'cdn', file)), { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    report(sizes(), process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
