// What docs/sdk.md tells to write compiles as strictly as ours, runs against the real backend and prints what it says.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify, format } from 'node:util';
import { openBackend, type InProcessBackend } from '@heed/server/testing';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

const root = fileURLToPath(new URL('../../', import.meta.url));
// A test within a test would report to the one around it.
const { NODE_TEST_CONTEXT: _, ...env } = process.env;
const node = (args: string[], cwd: string) =>
  promisify(execFile)(process.execPath, args, { cwd, env, encoding: 'utf8' });

/** The blocks of the page that have a name, by language. */
function blocks(lang: string): Map<string, string> {
  const found = new Map<string, string>();
  visit(fromMarkdown(readFileSync(join(root, 'docs/sdk.md'), 'utf8')), 'code', (block) => {
    if (block.lang === lang && block.meta) found.set(block.meta, block.value);
  });
  return found;
}

const files = blocks('ts');
const printed = blocks('text');

/** What the reader has beside the page: a portal, and the options of a strict project. */
const beside = {
  'host.d.ts': `declare const host: {
    getAccessToken(options: { refresh: boolean }): Promise<string>;
  };`,
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ target: 'ES2022', module: 'NodeNext', lib: ['ES2023', 'DOM', 'DOM.Iterable'] },
      ...{ types: ['node'], strict: true, noUncheckedIndexedAccess: true },
      ...{ exactOptionalPropertyTypes: true, noImplicitReturns: true, skipLibCheck: true },
    },
  }),
};

describe('docs/sdk.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-sdk-docs-'));
  const real = { fetch: globalThis.fetch, log: console.log };
  let backend: InProcessBackend;

  before(async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [name, text] of [...files, ...Object.entries(beside)]) {
      writeFileSync(join(folder, name), text);
    }
    const clock = () => new Date('2026-11-24T09:30:00Z');
    backend = await openBackend(undefined, { clock });
    const host = { getAccessToken: () => backend.token('ann') };
    Object.assign(globalThis, {
      host,
      fetch: (request: Request) => {
        assert.equal(new URL(request.url).origin, 'https://isms.example.com');
        return backend.fetch(request);
      },
    });
  });
  after(async () => {
    globalThis.fetch = real.fetch;
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('compiles in a strict project', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await node([tsc, '-p', folder], folder).catch(
      (failed: { stdout: string }) => failed,
    );
    assert.equal(stdout, '');
  });

  for (const name of files.keys()) {
    if (name.endsWith('.test.ts')) continue;
    it(`${name} prints what the page says`, async () => {
      const lines: string[] = [];
      console.log = (...given) => void lines.push(format(...given));
      try {
        await import(pathToFileURL(join(folder, name.replace(/ts$/, 'js'))).href);
      } finally {
        console.log = real.log;
      }
      assert.equal(lines.join('\n'), printed.get(name) ?? '');
    });
  }

  it('says what is printed of files that are there', () => {
    assert.ok(printed.size >= 5);
    for (const name of printed.keys()) assert.ok(files.has(name), name);
  });

  it('has a test that passes', async () => {
    const { stdout } = await node(
      ['--test', '--test-reporter=tap', 'portal.test.js'],
      folder,
    ).catch((failed: { stdout: string }) => failed);
    assert.match(stdout, /# pass 1\n# fail 0/);
  });
});
