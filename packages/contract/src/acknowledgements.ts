import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Method } from './readings.js';
import { Hash, Id, Language, page, PageQuery, Seconds, Time } from './shapes.js';

/** The act, as the device asks for it to be recorded. */
export const AcknowledgementDraft = z.object({
  /** Id of the policy. */
  policy: Id,
  /** Number of the version that was shown. */
  version: z.int().check(z.minimum(1)),
  /** Of the document that was shown. */
  contentHash: Hash,
  /** BCP 47, of the document and statement that were shown. */
  language: Language,
  /** Of the statement that was shown: the `hash` of the assignment’s statement. */
  statementHash: Hash,
  /** The moment of the act by the device's clock, RFC 3339 UTC. */
  clientTime: Time,
  /** How the text reached the person. */
  method: Method,
  /** What had been displayed by then; absent when nothing was measured. */
  reading: z.optional(
    z.object({
      /** Sections displayed. */
      displayed: z.int().check(z.minimum(0), z.maximum(100_000)),
      /** Sections in the document. */
      sections: z.int().check(z.minimum(0), z.maximum(100_000)),
      /** In view and in an active window. */
      seconds: Seconds,
    }),
  ),
});
/** The act, as the device asks for it to be recorded. */
export type AcknowledgementDraft = z.input<typeof AcknowledgementDraft>;

/** The recorded act: this person, this version as shown, this statement, this moment. A simple electronic signature. */
export const Acknowledgement = z.object({
  /** Given by the backend. */
  id: z.string(),
  /** Id of the person. */
  person: z.string(),
  /** Id of the policy. */
  policy: z.string(),
  /** Number of the version. */
  version: z.int(),
  /** Of the document that was shown, as it was sent. */
  contentHash: z.string(),
  /** BCP 47, of the document that was shown, as it was sent. */
  language: z.string(),
  /** Of the statement that was shown, as it was sent. */
  statementHash: z.string(),
  /** The backend's clock at the commit, RFC 3339 UTC. */
  recordedAt: z.string(),
  /** The exact text of the receipt file (see the receipt format of the evidence package). */
  receipt: z.string(),
});
/** The recorded act with its receipt. */
export type Acknowledgement = z.output<typeof Acknowledgement>;

/** `POST /v1/acknowledgements` */
export const createAcknowledgement = endpoint({
  method: 'POST',
  path: '/v1/acknowledgements',
  answers: {
    /** It had been recorded before, under another key; the body is what was recorded then. */
    200: Acknowledgement,
    /** It is recorded now, or was with this key. */
    201: Acknowledgement,
  },
  keyed: true,
  summary: 'Record that the caller acknowledges a version under a statement',
  profile: 'core',
  access: { who: 'person' },
  body: AcknowledgementDraft,
  cache: 'none',
  problems: [
    'malformed',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'idempotency-in-flight',
    'not-found',
    'version-not-current',
    'content-mismatch',
    'statement-mismatch',
    'check-not-passed',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'ACK-1',
      must: 'The success answer is sent only after the record and its log entry are committed.',
    },
    {
      id: 'ACK-2',
      must: 'The receipt in the answer verifies against the key in the discovery document.',
    },
    {
      id: 'ACK-3',
      must: 'There is one acknowledgement per person, version and statement for ever: a second one, with any key and at any time, answers 200 with the first.',
    },
    {
      id: 'ACK-4',
      must: 'The same key with the same body answers as it did the first time, with the same receipt, byte for byte.',
    },
    {
      id: 'ACK-5',
      must: 'The same key with another body answers 422 idempotency-key-reused and changes nothing.',
    },
    {
      id: 'ACK-6',
      must: 'A version that is not current answers 409 version-not-current and changes nothing.',
    },
    {
      id: 'ACK-7',
      must: 'A content hash that is not of this version and language answers 409 content-mismatch.',
    },
    {
      id: 'ACK-8',
      must: 'A statement that no pack asks of the caller for this policy answers 409 statement-mismatch.',
    },
    {
      id: 'ACK-13',
      must: 'Where a pack that asks for the statement has a knowledge check about the policy, 409 check-not-passed until the caller has passed it.',
    },
    {
      id: 'ACK-9',
      must: 'The record names the person of the token; nobody can acknowledge for another.',
    },
  ],
});

/** `GET /v1/acknowledgements` */
export const listAcknowledgements = endpoint({
  method: 'GET',
  path: '/v1/acknowledgements',
  answers: { 200: page(Acknowledgement) },
  list: true,
  summary: 'Acknowledgements, newest first',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** Id of the person; the caller when absent, everybody's with `*`. */
    person: z.optional(Id),
    /** Id of a policy; all of them when absent. */
    policy: z.optional(Id),
  }),
  cache: 'revalidate',
  requirements: [
    { id: 'ACK-10', must: 'Without `person`, the caller’s own acknowledgements are listed.' },
    {
      id: 'ACK-11',
      must: 'Other people’s are listed only for a role that sees them; otherwise 403 forbidden.',
    },
  ],
});

/** `GET /v1/acknowledgements/{acknowledgement}` */
export const readAcknowledgement = endpoint({
  method: 'GET',
  path: '/v1/acknowledgements/{acknowledgement}',
  answers: { 200: Acknowledgement },
  summary: 'One acknowledgement with its receipt',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the acknowledgement. */
    acknowledgement: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'ACK-12',
      must: 'Somebody else’s answers 404 unless the caller holds a role that sees it.',
    },
  ],
});
