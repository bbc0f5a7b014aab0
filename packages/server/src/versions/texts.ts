import { Encoded } from '../http/encoding.js';
import type { DocumentKey } from './records.js';

/** For the texts that are read now: some hundred policies of the usual length. Their encodings come on top. */
const mostBytes = 64 * 1024 * 1024;

/** Finds what was published, a document or a picture, by its content hash; undefined when there is none. */
export type ReadText = (key: DocumentKey) => Promise<Encoded | undefined>;

/**
 * What is published never changes, so what was read once is kept, compressed once and served without the database. The ones
 * that nobody asked for the longest time go first when they take too much memory.
 */
export function rememberTexts(read: (key: DocumentKey) => Promise<string | undefined>): ReadText {
  const kept = new Map<string, Encoded>();
  let bytes = 0;
  return async (key) => {
    const name = `${key.policy} ${key.version} ${key.contentHash}`;
    const known = kept.get(name);
    if (known) {
      kept.delete(name);
      kept.set(name, known);
      return known;
    }
    const body = await read(key);
    if (body === undefined) return undefined;
    // Many open a new text at the same moment: all get the one that was read first, to be compressed once.
    const first = kept.get(name);
    if (first) return first;
    const text = new Encoded(Buffer.from(body));
    bytes += text.identity.length;
    kept.set(name, text);
    for (const [oldest, { identity }] of kept) {
      if (bytes <= mostBytes || oldest === name) break;
      kept.delete(oldest);
      bytes -= identity.length;
    }
    return text;
  };
}
