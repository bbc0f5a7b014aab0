import { sha256 } from '@noble/hashes/sha2.js';
import { equal, refused, withoutWebCrypto, type Check } from './assertions.checks.js';
import { concat, utf8 } from './bytes.js';
import { canonicalize } from './canonical.js';
import { formatCheckpoint } from './checkpoints.js';
import { commit, createSalt } from './commitments.js';
import { formatEntry } from './entries.js';
import { generateSigningKey, type SigningKey } from './keys.js';
import { createTreeHasher, StoredTree } from './log.js';
import { createVerifierKey, formatVerifierKey, signNote } from './notes.js';
import { formatProof } from './proofs.js';
import { formatReceipt, parseReceipt } from './receipts.js';
import type { AcknowledgementRecord } from './records.js';
import { growLog } from './tree.checks.js';
import { verify } from './verify.js';

/** A record with everything in it that makes bytes interesting. */
export const RECORD: AcknowledgementRecord = {
  id: 'ack-7',
  tenant: 'acme',
  person: { id: 'p-42', userName: 'zoë@acme.example', displayName: 'Zoë "Zed" Åström 😀' },
  policy: { id: 'acceptable-use', title: 'Acceptable use\nof IT \ufffd' },
  version: 3,
  contentHash: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
  language: 'sv-SE',
  statement: { text: 'I will follow this policy.', hash: 'c3RhdGVtZW50' },
  recordedAt: '2026-11-23T10:00:00.123Z',
  clientTime: '2026-11-23T09:59:58.001Z',
  method: 'visual',
};

/** A receipt for the record at `index` of a log with `size` entries, signed with `key`. */
export async function issueReceipt(
  key: SigningKey,
  {
    index = 5,
    size = 11,
    origin = key.signer.key.name,
    source = key.signer.key.name,
    record = canonicalize(RECORD),
  } = {},
): Promise<string> {
  const hasher = createTreeHasher(sha256);
  const salt = createSalt();
  const entry = formatEntry({
    id: '4d1f6f0e-54a4-4b8e-9d5a-1f3d2c7b9a10',
    source,
    type: 'example.acknowledgement.recorded',
    time: '2026-11-23T10:00:00.123Z',
    commitment: await commit(salt, utf8(record)),
  });
  const { frontier, read } = growLog(size, (i) => hasher.leaf(utf8(i === index ? entry : `${i}`)));
  const checkpoint = formatCheckpoint({ origin, size, root: frontier.root() });
  const proof = formatProof({
    index,
    hashes: await new StoredTree(hasher, read).inclusionProof(index, size),
    checkpoint: await signNote(checkpoint, key.signer),
  });
  return formatReceipt({ record, salt, entry, proof, key: formatVerifierKey(key.signer.key) });
}

/** Flips every single bit of the file, one at a time, and fails if any result verifies. */
async function flipBits(receipt: string): Promise<void> {
  const original = utf8(receipt);
  await verify(original);
  for (let bit = 0; bit < original.length * 8; bit++) {
    const flipped = original.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    await refused(() => verify(flipped), `bit ${bit & 7} of byte ${bit >> 3}`);
  }
}

/** The bytes of a text with one character replaced by a byte that is never UTF-8. */
function breakCharacter(file: string, character: string): Uint8Array {
  const [before = '', after = ''] = file.split(character);
  return concat(utf8(before), Uint8Array.of(0xff), utf8(after));
}

/** Replaces parts of a receipt without the checks of `formatReceipt`. */
const tamper = (receipt: string, change: (members: Record<string, string>) => object): string =>
  canonicalize(change(JSON.parse(receipt) as Record<string, string>));

/** Issuing and verifying receipts. */
export const receiptChecks: Check[] = [
  [
    'a receipt verifies as text and as bytes, pinned and not, with and without Web Crypto',
    async () => {
      const key = await generateSigningKey('isms.example.com/log');
      const receipt = await issueReceipt(key);
      const pin = formatVerifierKey(key.signer.key);
      const result = await verify(receipt, { key: pin });
      equal(canonicalize(result.record), canonicalize(RECORD), 'record');
      equal([result.index, result.size, result.origin], [5, 11, 'isms.example.com/log']);
      equal(result.key, { name: key.signer.key.name, hash: key.signer.key.hash });
      equal([result.pinned, (await verify(utf8(receipt))).pinned], [true, false]);
      await withoutWebCrypto(async () => {
        equal((await verify(receipt, { key: pin })).pinned, true);
        await refused(() => verify(receipt.replace('acme', 'acne')), 'changed', 'other-record');
      });
    },
  ],
  [
    'members the verifier does not know are kept and verified',
    async () => {
      const key = await generateSigningKey('isms.example.com/log');
      const record = canonicalize({ ...RECORD, reading: { seconds: 240 }, 'x-é': [1.5, null] });
      const result = await verify(await issueReceipt(key, { record }));
      equal(canonicalize(result.record), record);
    },
  ],
  [
    'every place in logs of 1 to 9 entries verifies',
    async () => {
      const key = await generateSigningKey('isms.example.com/log');
      for (let size = 1; size <= 9; size++) {
        for (let index = 0; index < size; index++) {
          equal((await verify(await issueReceipt(key, { index, size }))).index, index);
        }
      }
    },
  ],
  [
    'every single flipped bit of the file is refused',
    async () => flipBits(await issueReceipt(await generateSigningKey('isms.example.com/log'))),
  ],
  [
    'another key is refused: pinned, swapped, or of a namesake log',
    async () => {
      const ours = await generateSigningKey('isms.example.com/log');
      const theirs = await generateSigningKey('isms.example.com/log');
      const receipt = await issueReceipt(ours);
      const other = formatVerifierKey(theirs.signer.key);
      await refused(() => verify(receipt, { key: other }), 'pinned', 'other-key');
      await refused(() => verify(receipt, { key: '' }), 'empty pin', 'other-key');
      const swapped = tamper(receipt, (members) => ({ ...members, key: other }));
      await refused(() => verify(swapped), 'swapped', 'other-key');
      await refused(() => verify(swapped, { key: other }), 'swapped and pinned', 'other-key');
    },
  ],
  [
    'parts of different receipts and logs do not combine',
    async () => {
      const key = await generateSigningKey('isms.example.com/log');
      const elsewhere = await generateSigningKey('other.example.com/log');
      const receipt = await issueReceipt(key);
      const second = await issueReceipt(key, { record: canonicalize({ ...RECORD, id: 'ack-8' }) });
      const foreign = await issueReceipt(elsewhere, { source: 'isms.example.com/log' });
      await refused(() => verify(foreign), 'entry of another log', 'other-log');
      const { name, publicKey } = key.signer.key;
      const renamed = await createVerifierKey('renamed.example.com/log', publicKey);
      const namesake = { ...key, signer: { key: renamed, sign: key.signer.sign } };
      const posing = await issueReceipt(namesake, { origin: name, source: name });
      await refused(() => verify(posing), 'key of another log', 'other-log');
      for (const part of ['record', 'salt', 'entry', 'proof'] as const) {
        const mixed = tamper(receipt, (members) => ({
          ...members,
          [part]: (JSON.parse(second) as Record<string, string>)[part],
        }));
        await refused(() => verify(mixed), part, 'other-record', 'not-included');
      }
    },
  ],
  [
    'what no signature covers may not be there',
    async () => {
      const key = await generateSigningKey('isms.example.com/log');
      const witness = await generateSigningKey('witness.example');
      const receipt = await issueReceipt(key);
      const { proof } = parseReceipt(receipt);
      const [head = '', ...checkpoint] = proof.split('\n\n');
      const cosigned = await signNote(`${checkpoint[0] ?? ''}\n`, key.signer, witness.signer);
      const proofs = [
        `${head}\n\n${cosigned}`,
        proof + proof.slice(proof.indexOf('\u2014')),
        proof.replace('index', 'extra AAAA\nindex'),
      ];
      for (const changed of proofs) {
        const file = tamper(receipt, (members) => ({ ...members, proof: changed }));
        await refused(() => verify(file), changed, 'malformed');
      }
    },
  ],
  [
    'only the exact file is a receipt',
    async () => {
      const receipt = await issueReceipt(await generateSigningKey('isms.example.com/log'));
      const files: [string | Uint8Array, string][] = [
        ['', 'empty'],
        [`${receipt}\n`, 'newline at the end'],
        [`\ufeff${receipt}`, 'byte order mark'],
        [concat(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(receipt)), 'byte order mark in bytes'],
        [JSON.stringify(JSON.parse(receipt), null, 2), 'pretty-printed'],
        [tamper(receipt, (members) => ({ ...members, note: '' })), 'unknown part'],
        [tamper(receipt, (members) => ({ ...members, salt: 7 })), 'number'],
        [tamper(receipt, (members) => ({ ...members, record: '[]' })), 'record is a list'],
        [tamper(receipt, (members) => ({ ...members, entry: '{}' })), 'empty entry'],
        [receipt.replace('specversion\\":\\"1.0', 'specversion\\":\\"1.1'), 'other CloudEvents'],
        [receipt.slice(0, -1), 'cut short'],
        [Uint8Array.of(0xff, 0xfe), 'not UTF-8'],
        // A lenient decoder would read the broken byte as the U+FFFD that stood there.
        [breakCharacter(receipt, '\ufffd'), 'broken UTF-8 in the record'],
      ];
      for (const [file, what] of files) await refused(() => verify(file), what, 'malformed');
      const newer = tamper(receipt, (members) => ({ ...members, format: 'heed-receipt/2' }));
      await refused(() => verify(newer), 'newer format', 'unsupported');
      equal(formatReceipt(parseReceipt(receipt)), receipt, 'round trip');
    },
  ],
];
