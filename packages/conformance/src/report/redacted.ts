import type { Exchange } from '../kit/exchange.js';

/** An exchange as it may be shown: without tokens, and cut to a length that can be read. */
export interface Shown {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody?: string;
  status: number;
  headers: Record<string, string>;
  body: string;
  ms: number;
}

const most = 4000;
const secret = /^(authorization|cookie|set-cookie|proxy-authorization)$/i;

function shown(text: string): string {
  // A token in a body, or in an answer that repeats what was sent.
  const safe = text.replaceAll(/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '(token)');
  return safe.length > most ? `${safe.slice(0, most)} … (${safe.length} characters)` : safe;
}

function headersOf(entries: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries(
    [...entries].map(([name, value]) => [name, secret.test(name) ? '(hidden)' : shown(value)]),
  );
}

/** The last exchanges of a check: the one that broke it, and what led there. */
export function redacted(exchanges: readonly Exchange[], last = 6): Shown[] {
  return exchanges.slice(-last).map((one) => ({
    ...{ method: one.method, url: one.url, status: one.status, ms: Math.round(one.ms) },
    requestHeaders: headersOf(Object.entries(one.requestHeaders)),
    ...(one.requestBody !== undefined && { requestBody: shown(one.requestBody) }),
    headers: headersOf(one.headers),
    body: shown(one.text),
  }));
}
