import { randomUUID } from 'node:crypto';
import {
  canonicalize,
  createSalt,
  formatCheckpoint,
  formatEntry,
  formatProof,
  formatReceipt,
  formatVerifierKey,
  signNote,
  type NoteSigner,
} from '@heed/evidence';
import { AppendedTree, Frontier, type TileHash } from '@heed/evidence/log';
import type { Queryable } from '../storage/database.js';
import { openSigner } from './signing.js';
import { commit, treeHasher } from './tree.js';
import type { LogEvent } from './writer.js';

/** An event with its record in the exact text that is committed to. */
export interface PreparedEvent {
  readonly type: string;
  readonly personId: string | undefined;
  readonly subject: string | undefined;
  readonly record: string;
}

/** An event's place in the log and everything its receipt needs besides the proof. */
export interface AppendedEntry {
  /** Place in the log, from 0. */
  readonly index: number;
  /** Id of the entry, a random UUID. */
  readonly id: string;
  /** Exact text of the leaf. */
  readonly entry: string;
  /** Exact text of the record: canonical JSON. */
  readonly record: string;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** Size of the log in the signed checkpoint that is committed with the entry. */
  readonly size: number;
  /** The receipt: of nothing before the commit, and final with it. The same bytes as `readReceipt`. */
  receipt(): string;
}

/** The locked end of a tenant's log. */
export interface LockedHead {
  readonly tenant: string;
  readonly frontier: Frontier;
  /** Time for what is written under this lock, RFC 3339 UTC. */
  readonly at: string;
}

const hashLength = 32;
const encoder = new TextEncoder();

/** Writes the record as canonical JSON (RFC 8785); throws when it is not JSON. */
export function prepareEvent({ type, record, personId, subject }: LogEvent): PreparedEvent {
  return { type, personId, subject, record: canonicalize(record) };
}

/** Appends to the tenants' logs inside transactions that others began. */
export class LogAppender {
  readonly #signers = new Map<string, NoteSigner>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** Locks a tenant's log until the transaction ends: one writer at a time, in every process. */
  async lock(tx: Queryable, tenant: string): Promise<LockedHead> {
    const [head] = await tx.query<{ size: number; frontier: Uint8Array; time: string }>(
      'select size, frontier, time from log_heads where tenant = $1 for update',
      [tenant],
    );
    if (!head) throw new Error(`There is no tenant ${tenant}. Create it with ensureTenant first.`);
    const nodes: Uint8Array[] = [];
    for (let from = 0; from < head.frontier.length; from += hashLength) {
      nodes.push(head.frontier.subarray(from, from + hashLength));
    }
    const now = this.#clock().toISOString();
    return {
      tenant,
      frontier: new Frontier(treeHasher, head.size, nodes),
      // Clocks of several processes differ, and clocks get set back: the log's time never does.
      at: now > head.time ? now : head.time,
    };
  }

  /** Adds the events to the log and signs its new size. */
  async append(
    tx: Queryable,
    head: LockedHead,
    events: readonly PreparedEvent[],
  ): Promise<AppendedEntry[]> {
    if (events.length === 0) return [];
    const { tenant, frontier, at } = head;
    const signer = await this.#signer(tx, tenant);
    const origin = signer.key.name;
    const size = frontier.size + events.length;
    const before = new Frontier(treeHasher, frontier.size, frontier.nodes);
    const leaves: Uint8Array[] = [];
    const tiles: TileHash[] = [];
    const places: Omit<AppendedEntry, 'receipt'>[] = [];
    for (const { type, record } of events) {
      const id = randomUUID();
      const salt = createSalt();
      const commitment = commit(salt, encoder.encode(record));
      const entry = formatEntry({ id, source: origin, type, time: at, commitment });
      places.push({ index: frontier.size, id, entry, record, salt, size });
      const leaf = treeHasher.leaf(encoder.encode(entry));
      leaves.push(leaf);
      tiles.push(...frontier.push(leaf));
    }
    const note = await signNote(formatCheckpoint({ origin, size, root: frontier.root() }), signer);
    await insert(tx, head, { size, note, entries: places, events, leaves, tiles });
    const tree = new AppendedTree(treeHasher, before, leaves);
    const key = formatVerifierKey(signer.key);
    return places.map((place) => ({
      ...place,
      receipt() {
        const { index, record, salt, entry: text } = place;
        const proof = formatProof({ index, hashes: tree.inclusionProof(index), checkpoint: note });
        return formatReceipt({ record, salt, entry: text, proof, key });
      },
    }));
  }

  async #signer(tx: Queryable, tenant: string): Promise<NoteSigner> {
    const known = this.#signers.get(tenant);
    if (known) return known;
    const [key] = await tx.query<{ private_key: string }>(
      'select private_key from log_keys where tenant = $1',
      [tenant],
    );
    if (!key) {
      throw new Error(
        `The signing key of tenant ${tenant} is missing. Restore table log_keys from a backup.`,
      );
    }
    const signer = await openSigner(key.private_key);
    this.#signers.set(tenant, signer);
    return signer;
  }
}

/** One statement, because each is a round trip that every other writer of the tenant waits for. */
async function insert(
  tx: Queryable,
  { tenant, frontier, at }: LockedHead,
  { size, note, entries, events, leaves, tiles }: Growth,
): Promise<void> {
  await tx.query(
    `with leaves as (
        insert into log_leaves (tenant, index, entry, hash)
          select $1, * from unnest($2::bigint[], $3::bytea[], $4::bytea[])
      ), audit as (
        insert into audit_events (tenant, index, id, type, time, person_id, subject, record, salt)
          select $1, index, id, type, $5::timestamptz, person_id, subject, record, salt
            from unnest($2::bigint[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bytea[])
              as event (index, id, type, person_id, subject, record, salt)
      ), tiles as (
        insert into log_tiles (tenant, level, index, hash)
          select $1, * from unnest($12::int[], $13::bigint[], $14::bytea[])
      ), checkpoint as (
        insert into log_checkpoints (tenant, size, note) values ($1, $15, $16)
      )
      update log_heads set size = $15, frontier = $17, time = $5::timestamptz where tenant = $1`,
    [
      tenant,
      entries.map(({ index }) => index),
      entries.map(({ entry }) => encoder.encode(entry)),
      leaves,
      at,
      entries.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ personId }) => personId),
      events.map(({ subject }) => subject),
      entries.map(({ record }) => record),
      entries.map(({ salt }) => salt),
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hash }) => hash),
      size,
      note,
      Buffer.concat(frontier.nodes),
    ],
  );
}

/** What one transaction adds to a log. */
interface Growth {
  readonly size: number;
  readonly note: string;
  readonly entries: readonly Omit<AppendedEntry, 'receipt'>[];
  readonly events: readonly PreparedEvent[];
  readonly leaves: readonly Uint8Array[];
  readonly tiles: readonly TileHash[];
}
