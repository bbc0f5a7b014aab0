import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { contentSecurityPolicy, staticFiles, type StaticFiles } from './static.js';

describe('static files', () => {
  const folder = temporaryFolder();
  const script = `export const words = '${'calm '.repeat(200)}';`;
  let files: StaticFiles;
  before(() => {
    const root = join(folder, 'site');
    mkdirSync(join(root, 'chunks'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Portal</title>');
    writeFileSync(join(root, 'heed.js'), script);
    writeFileSync(join(root, 'chunks', 'reader-B1a2c3D4.js'), script);
    writeFileSync(join(root, '.env'), 'secret');
    writeFileSync(join(root, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
    files = staticFiles(root, { shared: true });
  });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    files.answer(new Request(`http://localhost${path}`, { headers }), path);

  test('the index stands at the root, under the strict policy', async () => {
    const answer = await ask('/');
    assert.equal(answer?.headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.equal(answer.headers.get('Content-Security-Policy'), contentSecurityPolicy);
    assert.equal(answer.headers.get('Cache-Control'), 'public, no-cache');
    assert.match(await answer.text(), /Portal/);
  });

  test('types are right and hashed names never change', async () => {
    const types: [string, string][] = [
      ['/heed.js', 'text/javascript; charset=utf-8'],
      ['/mark.svg', 'image/svg+xml'],
    ];
    for (const [path, type] of types)
      assert.equal((await ask(path))?.headers.get('Content-Type'), type);
    const chunk = await ask('/chunks/reader-B1a2c3D4.js');
    assert.equal(chunk?.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    assert.equal(chunk.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(chunk.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal((await ask('/heed.js'))?.headers.get('Cache-Control'), 'public, no-cache');
    const own = staticFiles(join(folder, 'site'));
    const path = '/chunks/reader-B1a2c3D4.js';
    const answer = await own.answer(new Request(`http://localhost${path}`), path);
    assert.equal(answer?.headers.get('Cache-Control'), 'public, no-cache', 'a page of the host');
  });

  test('compressed as the browser can take it, each with its own tag', async () => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    const tags = new Set<string | null>();
    for (const [encoding, decode] of Object.entries(unpack)) {
      const answer = await ask('/heed.js', { 'Accept-Encoding': encoding });
      assert.equal(answer?.headers.get('Content-Encoding'), encoding);
      assert.equal(decode(Buffer.from(await answer.arrayBuffer())).toString(), script);
      tags.add(answer.headers.get('ETag'));
      const again = await ask('/heed.js', {
        'Accept-Encoding': encoding,
        'If-None-Match': answer.headers.get('ETag') ?? '',
      });
      assert.equal(again?.status, 304);
    }
    const plain = await ask('/heed.js', { 'Accept-Encoding': 'br;q=0' });
    assert.equal(plain?.headers.get('Content-Encoding'), null);
    tags.add(plain?.headers.get('ETag') ?? null);
    assert.equal(tags.size, 3);
  });

  test('nothing outside the folder and nothing hidden is served', async () => {
    const paths = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/chunks/..%2f..%2fsecret.txt',
      '/..\\secret.txt',
      '/link.txt',
      '/.env',
      '/%2eenv',
      '/heed.js%00.txt',
      '/%zz',
      '/chunks',
      '/chunks/',
      '/missing.js',
    ];
    for (const path of paths) assert.equal(await ask(path), undefined, path);
  });
});
