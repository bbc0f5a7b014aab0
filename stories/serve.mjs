// A built Storybook with a backend on the same origin, as the development server of Storybook proxies it.
import http from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** Paths that are the backend's. */
export const backendPaths = ['/v1', '/dev', '/health', '/.well-known'];

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the folder of `npm run storybook -- --build` with the backend behind it.
 *
 * @param {string} folder
 * @param {string} backend Origin of a running backend with `--dev`.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveStories(folder, backend) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://stories');
    if (backendPaths.some((path) => pathname.startsWith(path))) pass(backend, request, response);
    else void file(folder, pathname, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function pass(backend, request, response) {
  const { url, method, headers } = request;
  const onward = http.request(new URL(url, backend), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

async function file(folder, pathname, response) {
  const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  try {
    const bytes = await readFile(join(folder, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
