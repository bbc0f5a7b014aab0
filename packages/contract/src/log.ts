import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { page, PageQuery } from './shapes.js';

const count = z.coerce.number().check(z.int(), z.minimum(0));
const size = z.coerce.number().check(z.int(), z.minimum(1));

/** A proof of inclusion (RFC 6962): the leaf is in the tree of `size` leaves. */
export const InclusionProof = z.object({
  /** Place of the leaf, from 0. */
  index: z.int(),
  /** Leaves of the tree. */
  size: z.int(),
  /** Base64. */
  leafHash: z.string(),
  /** Base64, from the leaf up. */
  hashes: z.array(z.string()),
});

/** A proof of consistency (RFC 6962): the tree of `to` leaves begins with the tree of `from` leaves. */
export const ConsistencyProof = z.object({
  /** Leaves of the older tree. */
  from: z.int(),
  /** Leaves of the newer tree. */
  to: z.int(),
  /** Base64. */
  hashes: z.array(z.string()),
});

/** One leaf of the log. */
export const LogEntry = z.object({
  /** Place in the log, from 0. */
  index: z.int(),
  /** The exact bytes of the leaf: canonical JSON with CloudEvents attributes and a salted commitment. */
  entry: z.string(),
});

/** `GET /v1/log/checkpoint` */
export const readCheckpoint = endpoint({
  method: 'GET',
  path: '/v1/log/checkpoint',
  answers: { 200: 'text' },
  summary: 'The latest signed checkpoint (C2SP tlog-checkpoint)',
  profile: 'evidence',
  access: { who: 'anyone' },
  cache: 'none',
  requirements: [
    { id: 'LOG-1', must: 'The checkpoint is signed with the key in the discovery document.' },
    { id: 'LOG-2', must: 'Any two checkpoints ever served are consistent (RFC 6962).' },
  ],
});

/** `GET /v1/log/proofs/inclusion` */
export const readInclusionProof = endpoint({
  method: 'GET',
  path: '/v1/log/proofs/inclusion',
  answers: { 200: InclusionProof },
  summary: 'Proof that a leaf is in the log',
  profile: 'evidence',
  access: { who: 'person' },
  query: z.object({
    /** Place of the leaf, from 0. */
    index: count,
    /** Leaves of the tree; more than the index, and no more than the log has: 404 otherwise. */
    size: count,
  }),
  cache: 'immutable',
  problems: ['not-found'],
  requirements: [
    { id: 'LOG-3', must: 'The proof verifies for every index below every size reached so far.' },
  ],
});

/** `GET /v1/log/proofs/consistency` */
export const readConsistencyProof = endpoint({
  method: 'GET',
  path: '/v1/log/proofs/consistency',
  answers: { 200: ConsistencyProof },
  summary: 'Proof that the log only grew',
  profile: 'evidence',
  access: { who: 'person' },
  query: z.object({
    /** Leaves of the older tree. */
    from: size,
    /** Leaves of the newer tree; no fewer, and no more than the log has: 404 otherwise. */
    to: size,
  }),
  cache: 'immutable',
  problems: ['not-found'],
  requirements: [
    {
      id: 'LOG-4',
      must: 'The proof verifies for every pair of sizes 0 < from ≤ to reached so far.',
    },
  ],
});

/** `GET /v1/log/entries` */
export const listEntries = endpoint({
  method: 'GET',
  path: '/v1/log/entries',
  answers: { 200: page(LogEntry) },
  list: true,
  summary: 'The leaves of the log in order',
  profile: 'evidence',
  access: { who: ['isms-manager', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** Index of the first entry; 0 when absent. */
    start: z.optional(count),
  }),
  cache: 'revalidate',
  requirements: [
    {
      id: 'LOG-5',
      must: 'Entries hold no personal data: only CloudEvents attributes and a salted commitment.',
    },
    {
      id: 'LOG-6',
      must: 'The leaf hashes of the entries recompute to the root of the checkpoint.',
    },
  ],
});
