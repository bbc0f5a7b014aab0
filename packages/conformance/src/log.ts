import { randomUUID } from 'node:crypto';
import type { Acknowledgement } from '@heed/contract';
import {
  decodeBase64,
  leafHash,
  openCheckpoint,
  parseEntry,
  parseReceipt,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
  encodeBase64,
  type OpenedCheckpoint,
} from '@heed/evidence';
import { Frontier } from '@heed/evidence/log';
import { checks, expect, expectEqual, unmet } from './kit/check.js';
import type { Trial } from './kit/trial.js';
import { treeHasher } from './kit/tree-hasher.js';
import { canaries } from './kit/world.js';

/** The latest checkpoint, its signature verified. */
async function checkpointOf(t: Trial): Promise<OpenedCheckpoint> {
  const { log } = (await t.anyone.ask('discovery.read', {})).success();
  expect(log, 'the discovery document has no log');
  const note = (await t.anyone.ask('log.checkpoint', {})).success();
  const key = await parseVerifierKey(log.key);
  return openCheckpoint(note, [key]).catch((error: Error) =>
    unmet(`the checkpoint does not verify: ${error.message}`),
  );
}

/** Lets the log grow by one. */
async function grow(t: Trial): Promise<Acknowledgement> {
  const { session, draft } = await t.newcomer();
  const headers = { 'Idempotency-Key': randomUUID() };
  return (await session.ask('acknowledgements.create', draft, headers)).success();
}

const from64 = (texts: readonly string[]) => texts.map((text) => decodeBase64(text, 'hash'));

async function holds(proof: Promise<void>, what: string): Promise<void> {
  await proof.catch((error: Error) => unmet(`${what}: ${error.message}`));
}

/** The tamper-evident log. */
export const logChecks = checks(
  {
    id: 'log/signed',
    title: 'The checkpoint is signed with the key in the discovery document',
    requirements: ['LOG-1'],
    async run(t) {
      const { size } = await checkpointOf(t);
      expect(size >= 0, 'the checkpoint has no size');
    },
  },
  {
    id: 'log/grows',
    title: 'Every checkpoint continues the ones before it, and every act makes the log longer',
    requirements: ['LOG-2', 'LOG-4'],
    writes: true,
    async run(t) {
      const seen: OpenedCheckpoint[] = [];
      for (let acts = 0; acts < 4; acts++) {
        await grow(t);
        seen.push(await checkpointOf(t));
      }
      for (const [at, one] of seen.entries()) {
        const before = seen[at - 1];
        if (before) expect(one.size > before.size, `an act left the log at ${one.size} entries`);
        for (const earlier of seen.slice(0, at)) {
          const sizes = { from: earlier.size, to: one.size };
          const { hashes } = (await t.as('staff').ask('log.consistency', sizes)).success();
          await holds(
            verifyConsistency(earlier.size, one.size, from64(hashes), earlier.root, one.root),
            `the checkpoint of ${one.size} entries does not continue that of ${earlier.size}`,
          );
        }
      }
    },
  },
  {
    id: 'log/consistency',
    title: 'Consistency is proven between all sizes, and not beyond the log',
    requirements: ['LOG-4'],
    async run(t) {
      const staff = t.as('staff');
      const { size, root } = await checkpointOf(t);
      expect(size > 0, 'the log is empty, so nothing can be tried');
      for (const from of new Set([1, 2, 3, size >> 1, size - 1, size])) {
        if (from < 1 || from > size) continue;
        const answer = (await staff.ask('log.consistency', { from, to: size })).success();
        expectEqual([answer.from, answer.to], [from, size], 'from and to');
        const earlier = await rootOf(t, from);
        await holds(
          verifyConsistency(from, size, from64(answer.hashes), earlier, root),
          `the proof from ${from} to ${size} does not verify`,
        );
      }
      (await staff.ask('log.consistency', { from: 1, to: size + 1_000_000 })).refused('not-found');
      (await staff.try('log.consistency', { from: 0, to: size })).refused('invalid');
    },
  },
  {
    id: 'log/inclusion',
    title: 'Inclusion is proven for the first, the last and others, at several sizes',
    requirements: ['LOG-3'],
    async run(t) {
      const staff = t.as('staff');
      const { size, root } = await checkpointOf(t);
      const entries = await t.as('auditor').all('log.entries', {});
      for (const index of new Set([0, 1, size >> 1, size - 1])) {
        const entry = entries.find((each) => each.index === index);
        if (index < 0 || !entry) continue;
        for (const at of new Set([index + 1, size])) {
          const answer = (await staff.ask('log.inclusion', { index, size: at })).success();
          const leaf = await leafHash(new TextEncoder().encode(entry.entry));
          expectEqual(answer.leafHash, encodeBase64(leaf), `the leaf hash of entry ${index}`);
          const top = at === size ? root : await rootOf(t, at);
          await holds(
            verifyInclusion(leaf, index, at, from64(answer.hashes), top),
            `the proof of entry ${index} in ${at} does not verify`,
          );
        }
      }
      (
        await staff.ask('log.inclusion', { index: size + 1_000_000, size: size + 2_000_000 })
      ).refused('not-found');
    },
  },
  {
    id: 'log/entries',
    title:
      'The entries are numbered without a gap, and their hashes make the root of the checkpoint',
    requirements: ['LOG-6', 'LST-2'],
    async run(t) {
      const { root, size } = await checkpointOf(t);
      const entries = (await t.as('auditor').all('log.entries', {})).slice(0, size);
      expectEqual(entries.length, size, 'how many entries there are');
      const frontier = new Frontier(treeHasher, 0, []);
      for (const [at, { index, entry }] of entries.entries()) {
        expectEqual(index, at, 'the index of an entry');
        frontier.push(treeHasher.leaf(new TextEncoder().encode(entry)));
      }
      expectEqual(
        encodeBase64(frontier.root()),
        encodeBase64(root),
        'the root that the entries make',
      );
      if (size > 1) {
        const start = size - 1;
        const [last] = (await t.as('auditor').ask('log.entries', { start, limit: 1 })).success()
          .items;
        expectEqual(last, entries[start], 'what start finds');
      }
    },
  },
  {
    id: 'log/no-personal-data',
    title: 'Entries are CloudEvents with a commitment, and hold nothing about people',
    requirements: ['LOG-5'],
    writes: true,
    async run(t) {
      const { id: acknowledgement } = await grow(t);
      const entries = await t.as('auditor').all('log.entries', {});
      const people = await t.as('auditor').all('people.list', {});
      const text = entries.map(({ entry }) => entry).join('\n');
      for (const { id, userName, displayName } of people) {
        for (const word of [id, userName, displayName]) {
          // Short names occur inside of other words.
          if (word.length > 5) expect(!text.includes(word), `an entry holds “${word}”`);
        }
      }
      expect(
        !text.includes(acknowledgement),
        'an entry names an acknowledgement, which leads to a person',
      );
      expect(!text.includes(canaries.own), 'an entry holds words of a policy or a department');
      const ids = new Set<string>();
      const commitments = new Set<string>();
      for (const { entry } of entries) {
        const { id, data } = await readEntry(entry);
        ids.add(id);
        commitments.add(data.commitment);
      }
      expect(ids.size === entries.length, 'two entries have one id');
      expect(
        commitments.size === entries.length,
        'two entries have one commitment: each needs a salt of its own',
      );
    },
  },
  {
    id: 'log/salted',
    title: 'Every commitment has a salt of its own, which nobody can guess',
    requirements: ['LOG-5'],
    writes: true,
    async run(t) {
      const salts = new Set<string>();
      for (let acts = 1; acts <= 3; acts++) {
        const { salt } = parseReceipt((await grow(t)).receipt);
        expect(new Set(salt).size > 4, 'a salt is made of a few bytes over and over');
        salts.add(encodeBase64(salt));
        expectEqual(salts.size, acts, 'how many salts the receipts hold');
      }
    },
  },
  {
    id: 'log/for-overseers',
    title: 'The entries are for those who oversee, the checkpoint is for everybody',
    requirements: ['ACC-3', 'LOG-5'],
    async run(t) {
      (await t.as('staff').ask('log.entries', {})).refused('forbidden');
      (await t.anyone.ask('log.checkpoint', {})).success();
      (await t.anyone.ask('log.inclusion', { index: 0, size: 1 })).refused('not-signed-in');
    },
  },
);

async function readEntry(entry: string) {
  try {
    return parseEntry(entry);
  } catch (error) {
    return unmet(`an entry is not as the format says (${(error as Error).message}): ${entry}`);
  }
}

/** Root of the first entries. */
async function rootOf(t: Trial, size: number): Promise<Uint8Array> {
  const entries = await t.as('auditor').all('log.entries', {});
  const frontier = new Frontier(treeHasher, 0, []);
  for (const { entry } of entries.slice(0, size)) {
    frontier.push(treeHasher.leaf(new TextEncoder().encode(entry)));
  }
  return frontier.root();
}
