import { decodeBase64, encodeBase64 } from './base64.js';
import { parseCount } from './checkpoints.js';
import { malformed } from './errors.js';

/** Shows offline that an entry is in a log (C2SP tlog-proof). */
export interface Proof {
  /** Place of the entry in the log, from 0. */
  readonly index: number;
  /** Inclusion proof, from the leaf's sibling up to the child of the root, 32 bytes each. */
  readonly hashes: Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Opaque data that nothing authenticates. Receipts have none. */
  readonly extra?: Uint8Array | undefined;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const FORMAT = /^c2sp\.org\/tlog-proof@v1\n(?:extra (.+)\n)?index (.+)\n((?:.+\n)*)\n([^]*)$/;

/** Writes a proof as tlog-proof text. */
export function formatProof({ index, hashes, checkpoint, extra }: Proof): string {
  const head = [HEADER, `index ${index}`, ...hashes.map(encodeBase64)];
  if (extra) head.splice(1, 0, `extra ${encodeBase64(extra)}`);
  return `${head.join('\n')}\n\n${checkpoint}`;
}

/**
 * Reads tlog-proof text. Nothing is verified yet, the checkpoint is not even opened.
 *
 * @throws EvidenceError `malformed`
 */
export function parseProof(text: string): Proof {
  const [, extra, index, hashes = '', checkpoint] = FORMAT.exec(text) ?? [];
  if (!index || !checkpoint) malformed('proof');
  return {
    index: parseCount(index),
    hashes: (hashes.match(/.+/g) ?? []).map((line) => decodeBase64(line, 'proof', 32)),
    checkpoint,
    ...(extra && { extra: decodeBase64(extra, 'proof') }),
  };
}
