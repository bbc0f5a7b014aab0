import type { Requirement } from './endpoint.js';

/** The largest request body that every backend takes, in bytes. */
export const bodyLimit = 256 * 1024;

/** What holds for every endpoint that it applies to; an endpoint states only what is its own. */
export const rules = {
  /** Of every answer. */
  answers: [
    {
      id: 'ANS-1',
      must: 'A success answer has a status that the endpoint names, and a body of its schema; further members are allowed.',
    },
    {
      id: 'ANS-2',
      must: 'Bodies are JSON in UTF-8 (application/json), or text/plain, text/event-stream or application/octet-stream where the endpoint says so.',
    },
    { id: 'ANS-3', must: 'HEAD answers as GET does, without the body.' },
  ],
  /** Of every refusal (RFC 9457). */
  problems: [
    {
      id: 'PRB-1',
      must: 'Every refusal is application/problem+json with title, status, a registered code, and urn:heed:problem: and the code as its type.',
    },
    {
      id: 'PRB-2',
      must: 'The status of the problem is that of the answer and the one registered for the code.',
    },
    { id: 'PRB-3', must: 'Refusals are not to be cached: Cache-Control is no-store.' },
    {
      id: 'PRB-4',
      must: 'A refusal changes nothing: whatever could be read before reads the same after it.',
    },
    {
      id: 'PRB-5',
      must: 'An address that the contract does not have answers 404 not-found; another method at one that it has answers 405 method-not-allowed with Allow.',
    },
  ],
  /** Of what is sent. */
  input: [
    {
      id: 'INP-1',
      must: 'What does not fit the schemas answers 422 invalid and names every misfit in errors: by JSON Pointer (RFC 6901) into the body (what is missing, by where it would stand), as #query/name or as #path/name.',
    },
    {
      id: 'INP-2',
      must: 'A body that is not JSON in UTF-8, where JSON is asked for, answers 400 malformed.',
    },
    {
      id: 'INP-3',
      must: 'A body of another media type answers 415 unsupported-media-type.',
    },
    {
      id: 'INP-4',
      must: 'A body of up to 262,144 bytes is taken; a larger one may be refused, with 413 too-large.',
    },
    { id: 'INP-5', must: 'Members of a body that the schema does not have are ignored.' },
    {
      id: 'INP-6',
      must: 'Text is kept as it was sent, every Unicode character of it; a body with U+0000 or a lone surrogate in a text answers 400 malformed.',
    },
  ],
  /** Of who may ask (RFC 6750). */
  access: [
    {
      id: 'ACC-1',
      must: 'Without a token, an endpoint that is not for anyone answers 401 not-signed-in with WWW-Authenticate: Bearer.',
    },
    {
      id: 'ACC-2',
      must: 'A token that is not readable, not trusted or expired answers 401 not-signed-in.',
    },
    {
      id: 'ACC-3',
      must: 'A caller who holds none of the roles that the endpoint is for gets 403 forbidden.',
    },
    {
      id: 'ACC-4',
      must: 'What belongs to another tenant answers like what is not there, and nothing of it is in any answer.',
    },
    {
      id: 'ACC-5',
      must: 'What the caller may not see answers like what is not there: the same status, code, title and detail.',
    },
    {
      id: 'ACC-6',
      must: 'A person who is no longer active gets 403 unknown-person, whatever they ask for.',
    },
  ],
  /** Of every list. */
  lists: [
    { id: 'LST-1', must: 'A page holds at most limit items; without limit, at most 50.' },
    {
      id: 'LST-2',
      must: 'The pages that next leads through hold every item once, in the order of one long page; the last one has no next.',
    },
    { id: 'LST-3', must: 'A cursor that the list did not give answers 422 invalid.' },
    { id: 'LST-4', must: 'A limit that is not a whole number from 1 to 200 answers 422 invalid.' },
    {
      id: 'LST-5',
      must: 'What is added while somebody pages through a list neither repeats an item nor leaves one out.',
    },
  ],
  /** Of how long an answer stays true (RFC 9110, RFC 9111). */
  caching: [
    {
      id: 'CCH-1',
      must: 'Answers to revalidate have a strong ETag, and Cache-Control private, no-cache.',
    },
    {
      id: 'CCH-2',
      must: 'If-None-Match with the ETag, of whichever answer has one, answers 304 without a body and with the same ETag; with another it answers 200.',
    },
    { id: 'CCH-3', must: 'Another body has another ETag.' },
    {
      id: 'CCH-4',
      must: 'Immutable answers are private and immutable, with a max-age of a year or more.',
    },
    { id: 'CCH-5', must: 'Answers that are not to be kept say no-store.' },
    {
      id: 'CCH-6',
      must: 'An answer that depends on who asks says so: Vary names Authorization.',
    },
  ],
  /** Of every endpoint with an Idempotency-Key. */
  keys: [
    {
      id: 'KEY-1',
      must: 'A request without the key, or with one that is not 1 to 255 visible ASCII characters, answers 400 idempotency-key-missing.',
    },
    {
      id: 'KEY-2',
      must: 'A key belongs to one person: the same key of another person is another key.',
    },
    {
      id: 'KEY-3',
      must: 'Requests with the same key and body (equal members of the schema, however they are written) at the same time are recorded once: each answers with what was recorded, or 409 idempotency-in-flight.',
    },
    { id: 'KEY-4', must: 'A refused request leaves its key unused.' },
  ],
} as const satisfies Record<string, readonly Requirement[]>;
