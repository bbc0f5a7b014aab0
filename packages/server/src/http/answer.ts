import { createHash } from 'node:crypto';
import type { Endpoint } from '@heed/contract';

const policies: Record<Endpoint['cache'], string> = {
  immutable: 'private, max-age=31536000, immutable',
  revalidate: 'private, no-cache',
  none: 'no-store',
};

/** A strong entity tag (RFC 9110, 8.8.3) of the exact bytes. */
export function entityTag(text: string | Uint8Array): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** Whether `If-None-Match` names the tag (RFC 9110, 13.1.2: weak comparison). */
export function matches(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header.split(',').some((part) => ['*', tag].includes(part.trim().replace(/^W\//, '')));
}

/** The success answer of an endpoint, with the caching that the contract promises for it. */
export function successAnswer(
  endpoint: Endpoint,
  success: { status: number; text: string; etag?: string | undefined },
  request: Request,
): Response {
  const headers = new Headers({
    'Content-Type':
      endpoint.answers[success.status] === 'text'
        ? 'text/plain; charset=utf-8'
        : 'application/json',
    'Cache-Control': policies[endpoint.cache],
    Vary: 'Authorization',
  });
  if (endpoint.cache !== 'none') {
    const tag = success.etag ?? entityTag(success.text);
    headers.set('ETag', tag);
    if (matches(request.headers.get('If-None-Match'), tag)) {
      headers.delete('Content-Type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(success.text, { status: success.status, headers });
}
