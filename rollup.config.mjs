/**
 * The bundles for pages without a build of their own: packages/elements/dist/cdn. Reads what tsc compiled, so
 * run it after `tsc -b` (`npm run build` does both). People who have a bundler use the packages as they are.
 *
 * - `heed.js` loads the code of each tag when the tag is on the page; `heed-staff.js` is every staff element.
 * - lit is in one chunk, never in two: under Trusted Types a second copy of lit dies.
 * - names of chunks carry a hash of their content (cache them for ever), entries keep theirs (revalidate).
 * - `heed-files.json` names every file, for a service worker that keeps them (docs/offline.md).
 */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const elements = fileURLToPath(new URL('packages/elements/', import.meta.url));
const source = join(elements, 'src/cdn');
const bundles = join(elements, 'dist/cdn');
const entries = ['heed', 'heed-staff'].filter((name) => existsSync(join(source, `${name}.ts`)));

const options = {
  input: Object.fromEntries(entries.map((name) => [name, join(bundles, `${name}.js`)])),
  output: {
    dir: bundles,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId, name }) =>
      `${packageName(facadeModuleId) ?? name}-[hash].js`,
    manualChunks: (id) =>
      isCore(id)
        ? 'core'
        : isOfTexts(id)
          ? 'content-hash'
          : isOfTools(id)
            ? 'tool-words'
            : isOfWriting(id)
              ? 'writing'
              : isOfClaims(id)
                ? 'claim-code'
                : undefined,
    minifyInternalExports: true,
  },
  plugins: [
    cdnEntries(),
    smallKy(),
    nodeResolve({ browser: true }),
    smallTemplates(),
    terser({ module: true, ecma: 2022, compress: { passes: 3 }, format: { comments: false } }),
    chunkGraph(),
  ],
};

export default options;

/** A package loaded as a whole is named by itself, not by its `dist/index.js`. */
function packageName(id) {
  return /[\\/]packages[\\/](\w+)[\\/]dist[\\/]index\.js$/.exec(id ?? '')?.[1];
}

/**
 * What every page needs, in one chunk: lit, the client, the provider and what all elements share. lit is in
 * here and nowhere else, and one file compresses better than five. The provider is defined in here, too: so
 * heed.js asks for this chunk at once, and not only when a chunk of some tag has arrived that needs it.
 */
function isCore(id) {
  return (
    /[\\/]node_modules[\\/](lit|lit-html|lit-element|@lit)[\\/](?!.*(directives[\\/]|directive(-helpers)?\.js))/.test(
      id,
    ) ||
    /[\\/]node_modules[\\/]ky[\\/]/.test(id) ||
    /[\\/]packages[\\/](sdk|contract)[\\/]dist[\\/](?!attachments[\\/]|seldom|reporting|claim-code|content-hash|device[\\/]copies|events[\\/](?!stream)|outbox[\\/](said|reported)|wire-(seldom|reports))/.test(
      id,
    ) ||
    /[\\/]packages[\\/]elements[\\/]dist[\\/]((?!foreign-html|tool-words)[\w.-]+|(define[\\/])?isms-provider.*|design[\\/].+)\.js$/.test(
      id,
    )
  );
}

/** Whoever opens a document checks its hash and lets its text through the gate: one request, and not one each. */
function isOfTexts(id) {
  return /[\\/]dist[\\/](content-hash|foreign-html|hash|bytes)\.js$/.test(id);
}

/** What is loaded when it is asked for finds its words by this, on pages with any element. */
function isOfTools(id) {
  return /[\\/]elements[\\/]dist[\\/]tool-words\.js$/.test(id);
}

/** Drafts are kept by elements that have nothing else in common: none of them loads another one for it. */
function isOfWriting(id) {
  return /[\\/]elements[\\/]dist[\\/]writing[\\/][\w-]+\.js$/.test(id);
}

/** What makes codes; the chunk of the client would take it along with everything else that it imports. */
function isOfClaims(id) {
  return /[\\/]sdk[\\/]dist[\\/]claim-code\.js$/.test(id);
}

/**
 * A bundle replaces what tsc wrote for its entry under the same name, so the next run would bundle the bundle:
 * entries are read from their source. tsc has checked their types.
 */
function cdnEntries() {
  return {
    name: 'cdn-entries',
    load(id) {
      if (!id.startsWith(bundles)) return null;
      const code = readFileSync(join(source, basename(id).replace(/\.js$/, '.ts')), 'utf8');
      const { ES2022: target } = ts.ScriptTarget;
      const { ESNext: module } = ts.ModuleKind;
      return ts.transpileModule(code, { compilerOptions: { target, module } }).outputText;
    },
  };
}

/**
 * What the client never asks of ky, and every page would pay for: progress of bodies, for which it looks for streams, and
 * the merging of options of several instances, of which there is one.
 */
function smallKy() {
  const stream = /export const supportsRequestStreams = \(\(\) => \{[^]*?\}\)\(\);/;
  const merging = `
    export const validateAndMerge = (_none, options) => ({ ...options });
    export const mergeHooks = (none, hooks) => ({ ...none, ...hooks });
    export const mergeHeaders = (none, headers) => new Headers(headers ?? none);`;
  const bodies = `
    export const streamRequest = (request) => request;
    export const streamResponse = (response) => response;`;
  const known = 'deepMerge mergeHeaders mergeHooks validateAndMerge';
  return {
    name: 'small-ky',
    transform(code, id) {
      const [, file] =
        /[\\/]ky[\\/]distribution[\\/]\w+[\\/](body|constants|merge)\.js$/.exec(id) ?? [];
      if (!file) return null;
      if (file === 'body') return { code: bodies, map: null };
      if (file === 'merge') {
        const names = [...code.matchAll(/export const (\w+)/g)].map(([, name]) => name);
        if (names.sort().join(' ') !== known) throw new Error('ky merges in another way now.');
        return { code: merging, map: null };
      }
      if (!stream.test(code)) throw new Error('ky looks for streams in another way now.');
      return {
        code: code.replace(stream, 'export const supportsRequestStreams = false;'),
        map: null,
      };
    },
  };
}

/** Minifies the text of lit's templates, which terser leaves as it is. */
function smallTemplates() {
  return {
    name: 'small-templates',
    transform(code, id) {
      if (!id.startsWith(elements) || !/(css|html)\s*`/.test(code)) return null;
      const text = new MagicString(code);
      for (const template of nodes(this.parse(code), 'TaggedTemplateExpression')) {
        const small = { css: smallCss, html: smallHtml }[template.tag.name];
        if (!small) continue;
        for (const { start, end, value } of template.quasi.quasis) {
          if (end > start) text.update(start, end, small(value.raw));
        }
      }
      return { code: text.toString(), map: text.generateMap() };
    },
  };
}

/** Strings stay; comments, white space and semicolons that mean nothing go, and zeros before a point. */
function smallCss(css) {
  return css.replace(
    /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[^]*?\*\/|(?:\s*;)*\s*(\})\s*|\s*([{;,>])\s*|(:)\s+|\b0(?=\.\d)(?<zero>)|\s+/g,
    (_all, string, end, sign, colon, zero) => string ?? end ?? sign ?? colon ?? zero ?? ' ',
  );
}

/** Line breaks and indentation mean no more than one space; within a tag, none before its end. */
function smallHtml(html) {
  return html.replace(/\s*\n\s*/g, ' ').replace(/ (?=\/?>)/g, '');
}

/** Writes down which chunk needs which (the size budget reads it), and drops chunks of earlier builds. */
function chunkGraph() {
  return {
    name: 'chunk-graph',
    writeBundle(_options, bundle) {
      for (const file of readdirSync(bundles)) {
        const isOld = /\.js(\.map)?$/.test(file) && !(file in bundle);
        if (isOld) rmSync(join(bundles, file));
      }
      const graph = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { isEntry, facadeModuleId, imports, dynamicImports, moduleIds } = chunk;
        const facade = facadeModuleId && relativeName(facadeModuleId);
        const modules = moduleIds.map(relativeName);
        graph[chunk.fileName] = { isEntry, facade, imports, dynamicImports, modules };
      }
      const files = Object.keys(graph).filter((name) => !name.startsWith('heed-staff'));
      writeFileSync(join(bundles, 'heed-files.json'), `${JSON.stringify(files)}\n`);
      writeFileSync(join(elements, 'dist/chunks.json'), `${JSON.stringify(graph, null, 2)}\n`);
    },
  };
}

function relativeName(id) {
  const root = fileURLToPath(new URL('.', import.meta.url));
  return id.replace(root, '').replaceAll('\\', '/');
}

function* nodes(node, type) {
  if (Array.isArray(node)) for (const child of node) yield* nodes(child, type);
  else if (node && typeof node === 'object') {
    if (node.type === type) yield node;
    for (const child of Object.values(node)) yield* nodes(child, type);
  }
}
