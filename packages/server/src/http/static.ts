import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { encodedTag, entityTag, matches } from './answer.js';
import { accepted, Encoded } from './encoding.js';

/**
 * The policy of DESIGN section 7: the elements run under it without an exception. `portal` is the page's own: only
 * with a policy of its own can a page register the service worker that lets it open without a connection.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify portal',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const compressible = /^text\/|json|svg/;

/** A file as it was last read. */
interface Served {
  tag: string;
  bytes: Encoded;
}

/** Files below one folder. */
export interface StaticFiles {
  /** The answer for a path below the root, such as `/chunks/a.js`; undefined when there is no such file. */
  answer(request: Request, path: string): Promise<Response | undefined>;
}

/** A hash in the name, as our bundles have it: such a file never changes. A word of small letters is none. */
const hashed = /-(?=[\w-]*[A-Z0-9])[\w-]{8}\.js(\.map)?$/;

/**
 * Serves the files of a folder, `index.html` for a path that ends in `/`. Links that lead out of the folder and hidden
 * files are not served. With `shared`, pages of other origins may load them (module scripts need that).
 */
export function staticFiles(folder: string, { shared = false } = {}): StaticFiles {
  const cache = new Map<string, Served>();
  const root = realpath(folder);

  async function locate(path: string): Promise<string | undefined> {
    const decoded = decode(path);
    if (decoded === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined;
    const steps = decoded.split('/').filter((step) => step !== '');
    if (steps.some((step) => step.startsWith('.'))) return undefined;
    if (path.endsWith('/')) steps.push('index.html');
    const base = await root;
    const file = await realpath(join(base, ...steps)).catch(() => undefined);
    return file?.startsWith(base + sep) ? file : undefined;
  }

  async function load(file: string): Promise<Served | undefined> {
    const identity = await readFile(file).catch(() => undefined);
    if (!identity) return undefined;
    const tag = entityTag(identity);
    const known = cache.get(file);
    if (known?.tag === tag) return known;
    const served = { tag, bytes: new Encoded(Buffer.from(identity)) };
    cache.set(file, served);
    return served;
  }

  return {
    async answer(request, path) {
      const file = await locate(path);
      const served = file === undefined ? undefined : await load(file);
      if (!file || !served) return undefined;
      const type = types[extname(file)] ?? 'application/octet-stream';
      const encoding = compressible.test(type) ? accepted(request) : undefined;
      const tag = encodedTag(served.tag, encoding);
      const headers = new Headers({
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy,
        'Cache-Control':
          shared && hashed.test(file) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
        ETag: tag,
        Vary: 'Accept-Encoding',
        ...(shared && {
          'Access-Control-Allow-Origin': '*',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        }),
      });
      if (matches(request.headers.get('If-None-Match'), tag)) {
        return new Response(null, { status: 304, headers });
      }
      if (encoding) headers.set('Content-Encoding', encoding);
      return new Response(await served.bytes.in(encoding), { headers });
    },
  };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
