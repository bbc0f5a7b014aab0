import { equal, refused, withoutWebCrypto, type Check } from './assertions.checks.js';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoints.js';
import { generateSigningKey, importSigningKey, signerFromKeyPair } from './keys.js';
import {
  createVerifierKey,
  formatVerifierKey,
  openNote,
  parseVerifierKey,
  signNote,
} from './notes.js';
import { formatProof, parseProof } from './proofs.js';

// The worked example in the documentation of Go's golang.org/x/mod/sumdb/note.
const GO = {
  privateKey: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text:
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n",
  line: '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

// The worked example of C2SP signed-note.
const C2SP = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note:
    'This is an example message.\n\n' +
    '\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

const root = Uint8Array.from({ length: 32 }, (_, i) => i);

/** C2SP signed-note, tlog-checkpoint and tlog-proof. */
export const noteChecks: Check[] = [
  [
    'signs the example of Go’s note package byte for byte and opens it',
    async () => {
      const signer = await importSigningKey(GO.privateKey);
      equal(formatVerifierKey(signer.key), GO.key);
      const note = await signNote(GO.text, signer);
      equal(note, `${GO.text}\n${GO.line}`);
      const key = await parseVerifierKey(GO.key);
      equal(await openNote(note, [key]), {
        text: GO.text,
        signatures: [{ name: 'PeterNeumann', hash: 'c74f20a3', verified: true }],
      });
    },
  ],
  [
    'opens the example of C2SP signed-note, with and without Web Crypto',
    async () => {
      const open = async () => {
        const key = await parseVerifierKey(C2SP.key);
        equal((await openNote(C2SP.note, [key])).text, 'This is an example message.\n');
        const changed = C2SP.note.replace('This', 'That');
        await refused(() => openNote(changed, [key]), 'changed text', 'bad-signature');
      };
      await open();
      await withoutWebCrypto(open);
    },
  ],
  [
    'ignores signatures by unknown keys, refuses a wrong one by a known key',
    async () => {
      const [a, b] = [await generateSigningKey('a.example'), await generateSigningKey('b.example')];
      const note = await signNote('text\n\nwith an empty line\n', a.signer, b.signer);
      const { signatures } = await openNote(note, [b.signer.key]);
      equal(
        signatures.map(({ verified }) => verified),
        [false, true],
      );
      const namesake = (await generateSigningKey('a.example')).signer.key;
      await refused(() => openNote(note, [namesake]), 'other key', 'other-key');
      await refused(() => openNote(note, []), 'no keys', 'other-key');
      const collision = { ...namesake, hash: a.signer.key.hash };
      await refused(() => openNote(note, [b.signer.key, collision]), 'collision', 'bad-signature');
    },
  ],
  [
    'refuses notes that are not exactly in the format',
    async () => {
      const key = await parseVerifierKey(C2SP.key);
      const line = C2SP.note.slice(C2SP.note.indexOf('\u2014'));
      const wrong = ['', '\n', line, `text\n${line}`, `text\n\n`, `text\n\n${line.slice(0, -1)}`];
      wrong.push(C2SP.note.replace('\u2014', '-'), C2SP.note.replace(' Uw', '  Uw'));
      wrong.push(C2SP.note.replace('This', 'Th\tis'), C2SP.note.replace('This', '\ud800'));
      wrong.push(C2SP.note.replaceAll('\n', '\r\n'), `${C2SP.note}\n`, C2SP.note + 'more\n');
      wrong.push(C2SP.note.replace('M=', 'N='), C2SP.note.replace('M=', 'M'));
      wrong.push(C2SP.note + line.repeat(100), 'text\n\n\u2014 example.com/foo Uw2QOg==\n');
      for (const note of wrong) await refused(() => openNote(note, [key]), note, 'malformed');
      await refused(() => signNote('no newline'), 'no newline', 'malformed');
    },
  ],
  [
    'verifier keys round-trip; damaged ones are refused',
    async () => {
      for (const text of [GO.key, C2SP.key]) {
        equal(formatVerifierKey(await parseVerifierKey(text)), text);
        for (let i = 0; i < text.length; i++) {
          const changed = text.slice(0, i) + (text[i] === 'B' ? 'C' : 'B') + text.slice(i + 1);
          await refused(() => parseVerifierKey(changed), changed, 'malformed', 'unsupported');
        }
        await refused(() => parseVerifierKey(`${text} `), 'space at the end', 'malformed');
      }
      for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u00a0b']) {
        await refused(() => createVerifierKey(name, root), name, 'malformed');
      }
    },
  ],
  [
    'signing keys round-trip; another name or a damaged one is refused',
    async () => {
      const { privateKey, signer } = await generateSigningKey('isms.example.com/log');
      const again = await importSigningKey(privateKey);
      equal(formatVerifierKey(again.key), formatVerifierKey(signer.key));
      const renamed = privateKey.replace('/log', '/lag');
      await refused(() => importSigningKey(renamed), 'renamed', 'malformed');
      await refused(() => importSigningKey(GO.key), 'a verifier key', 'malformed');
      await refused(() => importSigningKey(`${privateKey}\n`), 'newline', 'malformed');
      const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
      const held = await signerFromKeyPair('held.example', pair as CryptoKeyPair);
      await openNote(await signNote('text\n', held), [held.key]);
    },
  ],
  [
    'checkpoints round-trip; extension lines are tolerated',
    async () => {
      const { signer } = await generateSigningKey('isms.example.com/log');
      const text = formatCheckpoint({ origin: 'isms.example.com/log', size: 20852163, root });
      equal(text, 'isms.example.com/log\n20852163\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n');
      const note = await signNote(`${text}extension\n`, signer);
      const opened = await openCheckpoint(note, [signer.key]);
      equal([opened.origin, opened.size, [...opened.root]], [signer.key.name, 20852163, [...root]]);
      const size = (value: string) => text.replace('20852163', value);
      const wrong = ['', '01', '+1', '-1', '-0', '1.0', '1e3', ' 1', '9007199254740992'].map(size);
      wrong.push(text.slice(0, -1), `\n${text}`, `${text}\n`, text.replace('Hh8=', 'Hh9='));
      for (const value of wrong) await refused(() => parseCheckpoint(value), value, 'malformed');
      for (const value of [-1, 1.5, NaN, 2 ** 53]) {
        const format = () => formatCheckpoint({ origin: 'a', size: value, root });
        await refused(format, `size ${value}`, 'malformed');
      }
    },
  ],
  [
    'proofs have the shape of C2SP tlog-proof and round-trip',
    async () => {
      const checkpoint =
        'example.com/fancylog\n109482\nsFod\n\n\u2014 example.com/fancylog hI2DJw==\n';
      const proof = { index: 73894, hashes: [root, root], checkpoint };
      const text = formatProof(proof);
      const hash = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
      equal(text, `c2sp.org/tlog-proof@v1\nindex 73894\n${hash}\n${hash}\n\n${checkpoint}`);
      equal(formatProof(parseProof(text)), text);
      const extra = formatProof({ ...proof, hashes: [], extra: root });
      equal(extra, `c2sp.org/tlog-proof@v1\nextra ${hash}\nindex 73894\n\n${checkpoint}`);
      equal(formatProof(parseProof(extra)), extra);
      const wrong = ['', text.replace('@v1', '@v2'), text.replace('index ', 'index  ')];
      wrong.push(text.replace('73894', '073894'), text.replace('index 73894\n', ''));
      wrong.push(text.replace('Hh8=', 'Hh9='), text.replace('Hh8=', ''), `\n${text}`);
      wrong.push(extra.replace('Hh8=', 'Hh9='), text.slice(0, text.indexOf('\n\n')));
      for (const value of wrong) await refused(() => parseProof(value), value, 'malformed');
    },
  ],
];
