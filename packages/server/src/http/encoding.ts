import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A content coding (RFC 9110, 8.4.1). */
export type Encoding = 'br' | 'gzip';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const encoders: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => compressGzip(bytes, { level: 9 }),
};

/** The best coding that the request takes; undefined when it wants the bytes as they are. */
export function accepted(request: Request): Encoding | undefined {
  const offers = (request.headers.get('Accept-Encoding') ?? '').split(',').map((offer) => {
    const [name, ...parameters] = offer.trim().split(';');
    return parameters.some((each) => /^\s*q=0(\.0*)?$/.test(each)) ? '' : name;
  });
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding));
}

/** Bytes that never change, with their encodings: each is made once, when it is first asked for. */
export class Encoded {
  readonly #encodings = new Map<Encoding, Promise<Buffer<ArrayBuffer>>>();

  constructor(readonly identity: Buffer<ArrayBuffer>) {}

  /** The bytes in an encoding, or as they are. */
  in(encoding: Encoding | undefined): Promise<Buffer<ArrayBuffer>> | Buffer<ArrayBuffer> {
    if (!encoding) return this.identity;
    const known = this.#encodings.get(encoding);
    if (known) return known;
    const made = encoders[encoding](this.identity).then((bytes) => Buffer.from(bytes));
    this.#encodings.set(encoding, made);
    made.catch(() => this.#encodings.delete(encoding));
    return made;
  }
}
