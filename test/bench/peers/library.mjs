import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types = {
  '.css': 'text/css',
  '.epub': 'application/epub+zip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.opf': 'application/oebps-package+xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml',
};

/** The page around a peer that is a library: nothing but the whole window for the book. */
const around = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Book</title>
<style>html,body,.book,foliate-view{margin:0;width:100%;height:100%;display:block;overflow:hidden;position:relative}
iframe{border:0}.readium-navigator-iframe{position:absolute;inset:0;width:100%;height:100%}</style>
<body><script type="module" src="driver.js"></script></body></html>`;

/**
 * Serves the book and the peers, and lets the browser keep all of it, as an application would.
 *
 * @param {{ epub: Buffer, entries: Map<string, string> }} book
 * @param {{ peer: import('./peers.mjs').Peer, folder: string, script?: string }[]} present
 */
export async function serveLibrary(book, present) {
  const files = new Map([['/book.epub', book.epub]]);
  for (const [path, text] of book.entries) files.set(`/book/${path}`, text);
  const applications = new Map();
  for (const { peer, folder, script } of present) {
    if (peer.application) applications.set(peer.name, join(folder, peer.application));
    else {
      files.set(`/${peer.name}/`, around);
      files.set(`/${peer.name}/driver.js`, script);
    }
  }

  async function find(pathname) {
    const path = decodeURIComponent(pathname);
    if (files.has(path)) return files.get(path);
    const [, name, rest = ''] = path.split(/^\/([^/]+)\//);
    const folder = applications.get(name);
    if (!folder || normalize(rest).startsWith('..')) throw new Error(`There is no ${path}.`);
    return readFile(join(folder, rest));
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://library');
    find(pathname).then(
      (found) => {
        const type =
          types[pathname.endsWith('/') ? '.html' : extname(pathname)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=86400' });
        response.end(found);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
