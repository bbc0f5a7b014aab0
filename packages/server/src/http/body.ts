import { bodyLimit, mediaTypes } from '@heed/contract';
import { Failure } from './failure.js';

const tooLarge = () =>
  new Failure(
    'too-large',
    `The body is larger than ${bodyLimit} bytes. Nothing was stored; send less at a time.`,
  );

const typeOf = ({ headers }: Request) =>
  headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bodyLimit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** PostgreSQL stores no NUL and no lone surrogate; to drop them silently would change what was sent. */
function storable(_name: string, value: unknown): unknown {
  if (typeof value === 'string' && !isStorable(value)) throw new SyntaxError('not storable');
  return value;
}

/** Whether a text can be stored and hashed unchanged: well-formed Unicode without NUL. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/** The body of a request that is no JSON. Fails with unsupported-media-type or too-large. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (typeOf(request) !== mediaTypes.bytes) {
    throw new Failure(
      'unsupported-media-type',
      `Send the bytes as they are with the header Content-Type: ${mediaTypes.bytes}.`,
    );
  }
  return bytesOf(request);
}

/** The JSON body of a request. Fails with unsupported-media-type, too-large or malformed. */
export async function readJson(request: Request): Promise<unknown> {
  if (typeOf(request) !== 'application/json') {
    throw new Failure(
      'unsupported-media-type',
      'Send the body as JSON with the header Content-Type: application/json.',
    );
  }
  const bytes = await bytesOf(request);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, storable);
  } catch {
    throw new Failure(
      'malformed',
      'The body is not JSON in UTF-8 (RFC 8259), or holds a character that cannot be stored.',
    );
  }
}
