import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import {
  canonicalize,
  commit,
  createVerifierKey,
  encodeBase64,
  formatCheckpoint,
  formatEntry,
  formatProof,
  formatReceipt,
  formatVerifierKey,
  leafHash,
  nodeHash,
  signNote,
  type AcknowledgementRecord,
  type NoteSigner,
} from '@heed/evidence';

const origin = 'isms.example.com/log';

/** So many bytes that count upwards from `first`. */
const counting = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i);

const record: AcknowledgementRecord = {
  id: '0d6a9c1e-2f0b-4f5a-9a41-6a1f1b7a9e10',
  tenant: 'main',
  person: { id: 'p-17', userName: 'zoe', displayName: 'Zoë Brandt' },
  policy: { id: 'clean-desk', title: 'Clean desk' },
  version: 1,
  contentHash: `sha256:${'5'.repeat(64)}`,
  language: 'en',
  statement: {
    text: 'I have taken note of this policy.',
    hash: `sha256:${'4'.repeat(64)}`,
  },
  recordedAt: '2026-01-22T09:12:55.431Z',
  clientTime: '2026-01-22T09:12:55.000Z',
  method: 'visual',
};

/** A signer with the private key that these 32 bytes are. */
async function signerOf(seed: Uint8Array): Promise<NoteSigner> {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const secret = createPrivateKey({
    key: Buffer.concat([prefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const der = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = await createVerifierKey(origin, Uint8Array.from(der.subarray(-32)));
  return { key, sign: (text) => sign(null, text, secret) };
}

async function entryAt(index: number, commitment: Uint8Array): Promise<string> {
  return formatEntry({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    source: origin,
    type: 'isms.acknowledgement.recorded',
    time: '2026-01-22T09:12:55.431Z',
    commitment,
  });
}

/** A log of five entries, and the receipt of the third of them when there were three. */
export async function workedExample() {
  const seed = counting(0);
  const salt = counting(0x20);
  const text = canonicalize(record);
  const commitment = await commit(salt, Buffer.from(text));
  const others = [0, 1, 2, 3, 4].map((index) =>
    index === 2 ? commitment : new Uint8Array(32).fill(index),
  );
  const entries = await Promise.all(others.map((bytes, index) => entryAt(index, bytes)));
  const leaves = await Promise.all(entries.map((entry) => leafHash(Buffer.from(entry))));
  const [l0, l1, l2, l3, l4] = leaves as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const first = await nodeHash(l0, l1);
  const root = await nodeHash(first, l2);
  const second = await nodeHash(l2, l3);
  const four = await nodeHash(first, second);
  const later = await nodeHash(four, l4);
  const signer = await signerOf(seed);
  const head = formatCheckpoint({ origin, size: 3, root });
  const checkpoint = await signNote(head, signer);
  const proof = formatProof({ index: 2, hashes: [first], checkpoint });
  const key = formatVerifierKey(signer.key);
  const receipt = formatReceipt({ record: text, salt, entry: entries[2] as string, proof, key });
  return {
    ...{ origin, seed, salt, record: text, commitment, entries, leaves, first, root, later },
    ...{ key, keyId: signer.key.hash, publicKey: signer.key.publicKey, head, checkpoint, proof },
    signature: Uint8Array.from(await signer.sign(Buffer.from(head))),
    receipt,
    inclusion: [l3, first, l4],
    consistency: [l2, l3, first, l4],
  };
}

/** What the page shows of bytes. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The same as the files have it. */
export const base64 = encodeBase64;
