import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open } from './shapes.js';

/** The largest file that every backend takes, in bytes. */
export const attachmentLimit = 25 * 1024 * 1024;

/** A file on its way to the backend, or there. */
export const Attachment = z.object({
  /** Chosen by the device of whoever sends it. */
  id: z.string(),
  /** As it was declared, made harmless: see ATT-3. Its ending follows from the content once that is there. */
  name: z.string(),
  /** Bytes: as declared, and those of the content once it is ready. */
  size: z.int(),
  /** Bytes of every part but the last; at most 262,144. */
  partSize: z.int(),
  /** How many bytes are there from the beginning on without a gap: with the next one it goes on. */
  received: z.int(),
  /** Whether everything is there and was found to be a file that is taken: now it can be named and read. */
  ready: z.boolean(),
  /** Media type (RFC 6838) by the content; absent while it is not ready. */
  mediaType: z.optional(
    open(
      ...(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'] as const),
      ...(['text/plain', 'text/csv'] as const),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ),
  ),
  /** `sha256:` and the hash of the content; absent while it is not ready. */
  hash: z.optional(z.string()),
});
/** A file on its way to the backend, or there. */
export type Attachment = z.output<typeof Attachment>;

/** A file that somebody is about to send. */
export const AttachmentDraft = z.object({
  /** As the file is called on the device; at most 255 characters. What it says of the kind of file counts for nothing. */
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Bytes; from 1 to 26,214,400. */
  size: z.int().check(z.minimum(1), z.maximum(attachmentLimit)),
});
/** A file that somebody is about to send. */
export type AttachmentDraft = z.input<typeof AttachmentDraft>;

/** A file that stands in a message. */
export const Attached = z.object({
  /** Id of the attachment. */
  id: z.string(),
  /** Without directories, and with the ending of its kind. */
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Media type (RFC 6838) by the content. */
  mediaType: z.string(),
  /** `sha256:` and the hash of the content. */
  hash: z.string(),
});
/** A file that stands in a message. */
export type Attached = z.output<typeof Attached>;

/** `PUT /v1/attachments/{attachment}` */
export const recordAttachment = endpoint({
  method: 'PUT',
  path: '/v1/attachments/{attachment}',
  answers: { 200: Attachment },
  summary: 'Declare a file that is to be sent in parts, or ask how much of it is there',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each file. */
    attachment: Id,
  }),
  body: AttachmentDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'attachment-reused',
    'file-refused',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'ATT-1',
      must: 'The same id with the same body declares once, and answers with the attachment as it is now. What nothing names may be forgotten a day after it was declared, and what is named is kept.',
    },
    {
      id: 'ATT-2',
      must: 'An id used by another person answers 404; with another body 422 attachment-reused. Both change nothing.',
    },
    {
      id: 'ATT-3',
      must: 'name is what follows the last slash or backslash of the declared one, without control characters and marks that change the direction of writing; once it is ready, with the ending of its media type.',
    },
  ],
});

/** `PUT /v1/attachments/{attachment}/parts/{part}` */
export const recordPart = endpoint({
  method: 'PUT',
  path: '/v1/attachments/{attachment}/parts/{part}',
  answers: { 200: Attachment },
  summary:
    'Send a part of a file; with the last one that is missing it becomes ready, or is refused',
  profile: 'comms',
  access: { who: 'person' },
  params: z.object({
    /** Id of the attachment. */
    attachment: Id,
    /** From 0; it begins at the byte of that number times `partSize`. */
    part: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(999_999)),
  }),
  bytes: true,
  cache: 'none',
  problems: ['not-found', 'file-refused', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'ATT-4',
      must: 'Parts are taken in any order and more than once. received counts what is there from the beginning on without a gap, and what is read later is byte for byte what was sent, but for ATT-7.',
    },
    {
      id: 'ATT-5',
      must: 'A part beyond the declared size, or of another length than partSize (the last: what is left), answers 422 invalid and changes nothing; an attachment that is not there, or is another person’s, answers 404.',
    },
    {
      id: 'ATT-6',
      must: 'The kind of a file is judged by its content. What is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF document, plain text in UTF-8 or an Office Open XML document without macros answers 422 file-refused, to the last part and ever after; so do SVG and HTML, other archives, files that are cut off, and documents with something before their beginning or after their end.',
    },
    {
      id: 'ATT-7',
      must: 'The content of a picture is what it shows and how: without place, device, author, comments and whatever else was said in it, and without what stood after its end.',
    },
  ],
});

/** `GET /v1/attachments/{attachment}/content` */
export const readAttachment = endpoint({
  method: 'GET',
  path: '/v1/attachments/{attachment}/content',
  answers: { 200: 'bytes' },
  summary: 'The content of an attachment',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the attachment. */
    attachment: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'ATT-8',
      must: 'It is of the size and hash that the attachment says.',
    },
    {
      id: 'ATT-9',
      must: 'It is answered as application/octet-stream to be saved (Content-Disposition attachment with the name, RFC 6266 and RFC 8187), with X-Content-Type-Options nosniff and a Content-Security-Policy that is a sandbox.',
    },
    {
      id: 'ATT-10',
      must: 'While nothing names it, it is open to whoever sent it and to nobody else. Once a message names it, it is open to exactly those to whom the message is, and to nobody when that was withdrawn. Otherwise it answers 404, as it does while it is not ready.',
    },
  ],
});
