import { createHash } from 'node:crypto';
import { mediaTypes, type Endpoint } from '@heed/contract';
import { accepted, type Encoded, type Encoding } from './encoding.js';
import type { Content } from './handlers.js';

const policies: Record<Endpoint['cache'], string> = {
  immutable: 'private, max-age=31536000, immutable',
  revalidate: 'private, no-cache',
  none: 'no-store',
};

/** A strong entity tag (RFC 9110, 8.8.3) of the exact bytes. */
export function entityTag(text: string | Uint8Array): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** The tag of an encoding of the bytes: a strong tag names one representation (RFC 9110, 8.8.3.3). */
export function encodedTag(tag: string, encoding: Encoding | undefined): string {
  return encoding ? `${tag.slice(0, -1)}-${encoding}"` : tag;
}

/** Whether `If-None-Match` names the tag (RFC 9110, 13.1.2: weak comparison). */
export function matches(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header.split(',').some((part) => ['*', tag].includes(part.trim().replace(/^W\//, '')));
}

/** What an endpoint answers: a body, stored bytes with their tag, or a file. */
export type Success = { status: number } & (
  { body?: unknown; etag?: string | undefined } | { stored: Encoded; etag: string } | Content
);

/** A file as it is read: whoever hangs up is read no further. */
function contentAnswer(
  endpoint: Endpoint,
  { status, pieces, size, etag, headers: more }: { status: number } & Content,
  request: Request,
): Response {
  const headers: Record<string, string> = {
    ...{ 'Cache-Control': policies[endpoint.cache], Vary: 'Authorization', ETag: etag, ...more },
  };
  if (matches(request.headers.get('If-None-Match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers['Content-Type'] = mediaTypes.bytes;
  headers['Content-Length'] = String(size);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}

/** The success answer of an endpoint, with the caching that the contract promises for it. */
export async function successAnswer(
  endpoint: Endpoint,
  success: Success,
  request: Request,
): Promise<Response> {
  if ('pieces' in success) return contentAnswer(endpoint, success, request);
  const { status } = success;
  const isText = endpoint.answers[status] === 'text';
  const isStored = 'stored' in success;
  const encoding = isStored ? accepted(request) : undefined;
  const text = isStored ? '' : isText ? String(success.body) : JSON.stringify(success.body);
  const headers: Record<string, string> = {
    'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'Cache-Control': policies[endpoint.cache],
    Vary: isStored ? 'Authorization, Accept-Encoding' : 'Authorization',
  };
  if (endpoint.cache !== 'none') {
    const tag = isStored ? encodedTag(success.etag, encoding) : (success.etag ?? entityTag(text));
    headers['ETag'] = tag;
    if (matches(request.headers.get('If-None-Match'), tag)) {
      delete headers['Content-Type'];
      return new Response(null, { status: 304, headers });
    }
  }
  if (encoding) headers['Content-Encoding'] = encoding;
  const body = isStored ? await success.stored.in(encoding) : text;
  return new Response(body, { status, headers });
}
