import { createHmac } from 'node:crypto';

/** A webhook that is to be signed. */
export interface Signed {
  /** The same for every try. */
  id: string;
  /** Of this try, in seconds since 1970. */
  timestamp: number;
  body: string;
}

/** The key of a secret of Standard Webhooks (`whsec_` and the base64 of 24 to 64 bytes); undefined when it is none. */
export function keyOf(secret: string | undefined): Uint8Array | undefined {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret ?? '') ?? [];
  const key = Buffer.from(text ?? '', 'base64');
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** The headers that prove where it comes from (Standard Webhooks 1.0.0, symmetric signatures). */
export function signedHeaders(
  key: Uint8Array,
  { id, timestamp, body }: Signed,
): Record<string, string> {
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${mac}`,
  };
}
