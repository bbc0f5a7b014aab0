import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** One language of a version: what {@link readDocument} serves under its content hash. */
export const DocumentSummary = z.object({
  /** BCP 47. */
  language: z.string(),
  /** Title in this language. */
  title: z.string(),
  /** SHA-256 of the exact bytes of the document, `sha256:` and 64 hexadecimal digits. */
  contentHash: z.string(),
  /** Words in all sections: the reading time is an estimate from it. */
  words: z.int(),
});
/** One language of a version. */
export type DocumentSummary = z.output<typeof DocumentSummary>;

/** A controlled document: policy, procedure, guidance, training or notice (ISO/IEC 27001:2022, 7.5). */
export const Policy = z.object({
  /** Readable and stable, for example `acceptable-use`. */
  id: z.string(),
  /** In the language that the organisation writes its policies in first. */
  title: z.string(),
  /** What sort of document it is. */
  kind: open('policy', 'procedure', 'guidance', 'training', 'notice'),
  /** Who answers for it, in words. */
  owner: z.optional(z.string()),
  /** Who approved it, in words. */
  approver: z.optional(z.string()),
  /** Who may see it without being asked: see POL-1. Roles see every policy of their tenant. */
  classification: open('public', 'internal', 'confidential', 'restricted'),
  /** RFC 3339 full-date. */
  reviewBy: z.optional(z.string()),
  /** Annex A controls, for example `A.5.10`. */
  controls: z.array(z.string()),
  /** The current published version. */
  version: z.int(),
  /** The text of the current version, one item for each language. */
  documents: z.array(DocumentSummary),
});
/** A controlled document. */
export type Policy = z.output<typeof Policy>;

/** `GET /v1/policies` */
export const listPolicies = endpoint({
  method: 'GET',
  path: '/v1/policies',
  answers: { 200: page(Policy) },
  list: true,
  summary: 'Published policies that the caller may see',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  query: z.object(PageQuery),
  cache: 'revalidate',
  requirements: [
    {
      id: 'POL-1',
      must: 'Employees and contractors see public and internal policies and whatever is assigned to them; suppliers and customers see public policies and whatever is assigned to them.',
    },
    { id: 'POL-2', must: 'A policy without a published version is not listed.' },
  ],
});

/** `GET /v1/policies/{policy}` */
export const readPolicy = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}',
  answers: { 200: Policy },
  summary: 'One policy with its current version',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the policy. */
    policy: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [{ id: 'POL-3', must: 'A policy the caller may not see answers 404, not 403.' }],
});
