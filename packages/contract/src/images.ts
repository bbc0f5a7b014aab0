import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Hash, Id, open } from './shapes.js';

/** A picture of a document. Its RFC 8785 bytes are what `contentHash` is the SHA-256 of. */
export const Image = z.object({
  /** Media type (RFC 6838); a file whose first bytes say otherwise is none. */
  type: open('image/png', 'image/jpeg', 'image/gif', 'image/webp'),
  /** As shown, in pixels. */
  width: z.int(),
  /** As shown, in pixels. */
  height: z.int(),
  /** The file in base64 (RFC 4648, section 4). */
  data: z.string(),
});
/** A picture of a document. */
export type Image = z.output<typeof Image>;

/** `GET /v1/policies/{policy}/versions/{version}/images/{contentHash}` */
export const readImage = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}/versions/{version}/images/{contentHash}',
  answers: { 200: Image },
  summary: 'A picture that stands in the text of one version',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the policy. */
    policy: Id,
    /** Number of the version. */
    version: z.coerce.number().check(z.int(), z.minimum(1)),
    /** As `data-image` in the text. */
    contentHash: Hash,
  }),
  cache: 'immutable',
  problems: ['not-found'],
  requirements: [
    {
      id: 'IMG-1',
      must: 'The body is the canonical JSON (RFC 8785) whose SHA-256 is the content hash that the text names.',
    },
    {
      id: 'IMG-2',
      must: 'Whoever may read the version sees its pictures; for everybody else they do not exist.',
    },
  ],
});
