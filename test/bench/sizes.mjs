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
 * tools and questions only when somebody asks for them or they have something to say, what finds that out once a text is
 * on display, what keeps copies on the device, which comes beside the first answers, and what only pages need that show
 * what is said in channels, or send files; those have rows of their own.
 */
const notOnAVisit =
  /@noble\/|heed-staff|policy-reader\/(beside|changes|focus-line|marks|notes|panels|pictures|search|speech|terms)\b|comms-feed\/(asked|attached|attaching|composing|finding|mentioning|reacting)\/|task-list\/asking\/|ack-button\/(check\/|receipt-file)|incident-report\/(anonymous|status)\/|wire-(seldom|reports)|sdk\/dist\/(device|events)\/|sdk\/dist\/(attachments|reporting|seldom)|outbox\/(said|reported)|eventsource-parser|idb-keyval\//;
/** The sanitiser that browsers without the HTML Sanitizer API load in its place. */
const sanitiser = /\/dompurify\//;

/** The language of a chunk of words; a page loads one beside English. */
const languageOf = (module) => /(?:languages\/|\.strings\.)([a-z]{2})\.js$/.exec(module)?.[1];

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
      'reading page: provider + policy-reader + ack-button, all that it needs, in its largest language',
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
    page(
      graph,
      'start page: provider + isms-inbox, first paint, in its largest language',
      ['isms-provider', 'isms-inbox'],
      35_000,
      (module) =>
        /wire-seldom/.test(module) || (!notOnAVisit.test(module) && !sanitiser.test(module)),
    ),
    page(
      graph,
      'page with tasks: provider + task-list, first paint, in its largest language',
      ['isms-provider', 'task-list'],
      41_500,
      // Its first call is one that few pages make.
      (module) =>
        /wire-seldom|sdk\/dist\/seldom/.test(module) ||
        (!notOnAVisit.test(module) && !sanitiser.test(module)),
    ),
    page(
      graph,
      'page to report on: provider + incident-report, first paint, in its largest language',
      ['isms-provider', 'incident-report'],
      39_000,
      (module) => !notOnAVisit.test(module) && !sanitiser.test(module),
    ),
    row(
      'what becomes of reports, when it is opened, in its largest language',
      onDemand(graph, 'incident-report', 'status/status'),
      'B',
      5_500,
    ),
    row(
      'reports without a name, when somebody chooses that or has a code, in its largest language',
      onDemand(graph, 'incident-report', 'anonymous/anonymous'),
      'B',
      8_000,
    ),
    page(
      graph,
      'page with messages: provider + comms-feed, first paint, in its largest language',
      ['isms-provider', 'comms-feed'],
      44_200,
      // Its first call is one that few pages make.
      (module) =>
        /wire-seldom|sdk\/dist\/seldom/.test(module) ||
        (!notOnAVisit.test(module) && !sanitiser.test(module)),
    ),
    row(
      'writing and changing messages, once there is something to see, in its largest language',
      onDemand(graph, 'comms-feed', 'composing/composing'),
      'B',
      7_000,
    ),
    row(
      'thanks, questions and pins, once there is something to see, in its largest language',
      onDemand(graph, 'comms-feed', 'reacting/reacting'),
      'B',
      3_000,
    ),
    row(
      'suggesting people while somebody is named, in its largest language',
      onDemand(graph, 'comms-feed', 'mentioning/mentioning'),
      'B',
      2_500,
    ),
    row(
      'attaching files, once somebody has chosen one, in its largest language',
      onDemand(graph, 'comms-feed', 'attaching/attaching'),
      'B',
      4_000,
    ),
    row(
      'sending and reading files, with the first one',
      total(graph, [chunkOf(graph, 'packages/sdk/dist/attachments/upload.js')]),
      'B',
      1_500,
    ),
    row(
      'files in messages, where a message has some, in its largest language',
      onDemand(graph, 'comms-feed', 'attached/attached'),
      'B',
      2_500,
    ),
    row(
      'who has done what an alert asks, when asked for, in its largest language',
      onDemand(graph, 'comms-feed', 'asked/asked', ['composing/composing']),
      'B',
      2_000,
    ),
    row(
      'asking others, for whoever may, in its largest language',
      onDemand(graph, 'task-list', 'asking/asking'),
      'B',
      10_000,
    ),
    row(
      'search in a channel, when asked for, in its largest language',
      onDemand(graph, 'comms-feed', 'finding/finding', ['composing/composing']),
      'B',
      3_000,
    ),
    row(
      'copies on this device: beside the first answers, on every page',
      total(graph, [chunkOf(graph, 'packages/sdk/dist/device/copies.js')]),
      'B',
      2_000,
    ),
    row(
      'beside a text, once it is on display: whether it has pictures, marks or changes',
      own(graph, 'beside'),
      'B',
      1_000,
    ),
    row(
      'what changed: the offer, to whom acknowledged an earlier version, in its largest language',
      own(graph, 'changes/changes'),
      'B',
      4_000,
    ),
    row(
      'contents, settings and what is recorded, when one of them is opened, in its largest language',
      own(graph, 'panels/panels'),
      'B',
      4_600,
    ),
    row(
      'a note that opens in place, when one is opened, in its largest language',
      own(graph, 'notes/notes'),
      'B',
      2_000,
    ),
    row(
      'pictures, in a text that has some, in its largest language',
      own(graph, 'pictures/pictures'),
      'B',
      2_500,
    ),
    row(
      'marks, when text is selected or was marked before, in its largest language',
      own(graph, 'marks/marks'),
      'B',
      6_000,
    ),
    row(
      'terms, in a text where the organisation has a glossary',
      own(graph, 'terms/terms'),
      'B',
      3_400,
    ),
    row(
      'what a term means, when somebody asks for it, in its largest language',
      own(graph, 'terms/explaining', ['terms/terms']),
      'B',
      3_000,
    ),
    row('the focus line, to whom has chosen it', own(graph, 'focus-line/focus-line'), 'B', 2_000),
    row(
      'questions before an acknowledgement, when they are opened, in their largest language',
      onDemand(graph, 'ack-button', 'check/check'),
      'B',
      5_000,
    ),
    row(
      'the rest of the contract, with the first call of what few pages ask for',
      total(graph, [chunkOf(graph, 'packages/contract/dist/wire-seldom.js')]),
      'B',
      4_000,
    ),
    row(
      'live events, with the first page that listens',
      onDemandOf(graph, 'packages/sdk/dist/events/live.js'),
      'B',
      4_000,
    ),
    row(
      'the same connection for all tabs, beside it',
      total(graph, [chunkOf(graph, 'packages/sdk/dist/events/tabs.js')]),
      'B',
      1_500,
    ),
    row(
      'posting, asking, and saying that something is done, with the first time',
      onDemandOf(graph, 'packages/sdk/dist/outbox/said.js'),
      'B',
      1_200,
    ),
    row('search, when asked for, in its largest language', own(graph, 'search/search'), 'B', 6_200),
    row(
      'search in other policies, after the first one here, in its largest language',
      own(graph, 'search/elsewhere', ['search/search']),
      'B',
      3_000,
    ),
    row(
      'reading aloud, when asked for, in its largest language',
      own(graph, 'speech/speech'),
      'B',
      8_000,
    ),
    row('what changed: comparing, when asked for', own(graph, 'changes/compare'), 'B', 6_000),
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
function own(graph, name, before = []) {
  return onDemand(graph, 'policy-reader', name, before);
}

/** The same for the modules of any element. */
function onDemand(graph, tag, name, before = []) {
  const module = `packages/elements/dist/${tag}/${name}`;
  const words = Object.values(graph)
    .flatMap(({ modules }) => modules)
    .filter((each) => each.startsWith(`${module}.strings.`) && languageOf(each));
  const reader = staticClosure(graph, [
    chunkOf(graph, `packages/elements/dist/define/${tag}.js`),
    ...before.map((name) => chunkOf(graph, `packages/elements/dist/${tag}/${name}.js`)),
  ]);
  const chunks = [`${module}.js`, ...words].map((each) => chunkOf(graph, each));
  const files = [...staticClosure(graph, chunks)].filter((file) => !reader.has(file));
  return total(graph, files);
}

/** The chunk of a module of the client and what it imports, without what every page has. */
function onDemandOf(graph, module) {
  const every = staticClosure(graph, [chunkOf(graph, 'packages/sdk/dist/client.js')]);
  const files = [...staticClosure(graph, [chunkOf(graph, module)])];
  return total(
    graph,
    files.filter((file) => !every.has(file)),
  );
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

/** The bytes of chunks; of those that hold the words of a language, only the largest language counts. */
function total(graph, files) {
  const bytes = new Map();
  for (const file of files) {
    if (!graph[file]) return null;
    const language = graph[file].modules.map(languageOf).find(Boolean);
    bytes.set(language, (bytes.get(language) ?? 0) + gzipped(file));
  }
  const { [undefined]: always = 0, ...spoken } = Object.fromEntries(bytes);
  return always + Math.max(0, ...Object.values(spoken));
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
