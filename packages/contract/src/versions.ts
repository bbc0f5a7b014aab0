import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { DocumentSummary } from './policies.js';
import { Hash, Id, open, page, PageQuery } from './shapes.js';

/** A published state of a policy. Its documents never change. */
export const PolicyVersion = z.object({
  /** Id of the policy. */
  policy: z.string(),
  /** 1, 2, 3 and so on within the policy. */
  number: z.int(),
  /** What the organisation calls it, for example `2.1`. */
  label: z.optional(z.string()),
  /** Published is the current one; a newer one supersedes it; what is withdrawn is asked of nobody. */
  status: open('published', 'superseded', 'withdrawn'),
  /** What changed, in one line. */
  change: z.optional(z.string()),
  /** An editorial change (`false`) asks nothing of anyone: what was done about the version before holds for it too. */
  material: z.boolean(),
  /** RFC 3339 full-date from which it applies. */
  effective: z.optional(z.string()),
  /** RFC 3339 UTC. */
  publishedAt: z.string(),
  /** The text, one item for each language. */
  documents: z.array(DocumentSummary),
});
/** A published state of a policy. */
export type PolicyVersion = z.output<typeof PolicyVersion>;

const place = z.object({
  /** Id of the policy. */
  policy: Id,
  /** Number of the version. */
  version: z.coerce.number().check(z.int(), z.minimum(1)),
});

/** `GET /v1/policies/{policy}/versions` */
export const listVersions = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}/versions',
  answers: { 200: page(PolicyVersion) },
  list: true,
  summary: 'The versions of a policy, newest first',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the policy. */
    policy: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    { id: 'VER-1', must: 'Newest first; superseded and withdrawn versions stay listed.' },
  ],
});

/** `GET /v1/policies/{policy}/versions/{version}` */
export const readVersion = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}/versions/{version}',
  answers: { 200: PolicyVersion },
  summary: 'One version of a policy',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: place,
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [{ id: 'VER-2', must: 'A published version never changes but for its status.' }],
});

/** One section: a heading and what stands below it, down to the next heading. */
export const Section = z.object({
  /** Unique in the document and stable across versions where the heading is; usable as a URL fragment. */
  id: z.string(),
  /** The heading as plain text; empty for what stands before the first heading. */
  title: z.string(),
  /** Heading level 1 to 6. */
  level: z.int(),
  /**
   * Body as HTML of the contract's allow-list (`html`): no script, style, form or event attribute. Links to other
   * policies are `policy:<id>` or `policy:<id>#<section>`, links within the document `#<section>`. A note is an `li`
   * with an id, its mark a `sup` around a link to that id; ids are unique in the document. A picture is an `img` without
   * `src`: `data-image` is the content hash of an image of the same version, `width` and `height` are pixels.
   */
  html: z.string(),
  /** Words of the body. */
  words: z.int(),
});
/** One section of a document. */
export type Section = z.output<typeof Section>;

/** The text of one version in one language. Its RFC 8785 bytes are what `contentHash` is the SHA-256 of. */
export const Document = z.object({
  /** Id of the policy. */
  policy: z.string(),
  /** Number of the version. */
  version: z.int(),
  /** BCP 47. */
  language: z.string(),
  /** Title in this language. */
  title: z.string(),
  /** The whole text, in the order of reading. */
  sections: z.array(Section),
});
/** The text of one version in one language. */
export type Document = z.output<typeof Document>;

/** `GET /v1/policies/{policy}/versions/{version}/documents/{contentHash}` */
export const readDocument = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}/versions/{version}/documents/{contentHash}',
  answers: { 200: Document },
  summary: 'The text of one version in one language',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.extend(place, {
    /** Of the document, as in `documents` of the version. */
    contentHash: Hash,
  }),
  cache: 'immutable',
  problems: ['not-found'],
  requirements: [
    {
      id: 'DOC-1',
      must: 'The body is the canonical JSON (RFC 8785) whose SHA-256 is the content hash.',
    },
    {
      id: 'DOC-2',
      must: 'The answer is cacheable for ever by the caller alone (private, immutable).',
    },
  ],
});
