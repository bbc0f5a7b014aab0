import * as z from 'zod/mini';
import { Answer } from './answers.js';
import { endpoint } from './endpoint.js';
import { Incident, reported } from './incidents.js';
import { Id } from './shapes.js';

/**
 * The claim code of an anonymous report: 16 decimal digits that the device made at random and showed once. Only who has it
 * comes back to the report.
 */
export const ClaimCode = z.string().check(z.regex(/^[0-9]{16}$/));

/** What somebody reports without their name. */
export const ClaimDraft = z.object({
  ...reported,
  /** The claim code, new for each report. */
  code: ClaimCode,
});
/** What somebody reports without their name. */
export type ClaimDraft = z.input<typeof ClaimDraft>;

/** That an anonymous report was recorded. */
export const ClaimRecorded = z.object({
  /** As whoever holds the code sees it now: neither `reporter` nor `attachments`, and `mine` is true. */
  incident: Incident,
  /**
   * The receipt (see the evidence page). The record has these members, and no others: `tenant`; `incident` with `id` and
   * `privacy`; `reportHash`, as for other reports, of the body without `code`; and `recordedAt`.
   */
  receipt: z.string(),
});
/** That an anonymous report was recorded. */
export type ClaimRecorded = z.output<typeof ClaimRecorded>;

/** An anonymous report, for whoever holds its code. */
export const OpenedClaim = z.object({
  /** As it is now. */
  incident: Incident,
  /** What was said between both sides, oldest first, without who said it for the side that handles it. */
  answers: z.array(Answer),
});
/** An anonymous report, for whoever holds its code. */
export type OpenedClaim = z.output<typeof OpenedClaim>;

/** The code that opens a report. */
export const ClaimOpening = z.object({
  /** The claim code. */
  code: ClaimCode,
});

/** What whoever holds the code says. */
export const ClaimAnswerDraft = z.object({
  /** The claim code. */
  code: ClaimCode,
  /** At most 10,000 characters. */
  text: z.string().check(z.minLength(1), z.maxLength(10_000)),
});

/** `POST /v1/claims/open` */
export const openClaim = endpoint({
  method: 'POST',
  path: '/v1/claims/open',
  answers: { 200: OpenedClaim },
  anonymous: true,
  summary: 'What became of an anonymous report, by its code',
  profile: 'incidents',
  access: { who: 'anyone' },
  body: ClaimOpening,
  cache: 'none',
  problems: ['malformed', 'not-found', 'too-large', 'unsupported-media-type', 'invalid'],
  requirements: [
    {
      id: 'CLM-1',
      must: 'With the code of a report it answers with that report and what was said with whoever holds the code; notes of those who handle it are not among that, and neither is who they are.',
    },
    {
      id: 'CLM-2',
      must: 'Every other code answers 404 not-found.',
    },
    {
      id: 'CLM-3',
      must: 'After at most 30 codes of one address within a minute it answers 429 rate-limited, whether they are right or wrong.',
    },
  ],
});

/** `PUT /v1/claims/{claim}` */
export const recordClaim = endpoint({
  method: 'PUT',
  path: '/v1/claims/{claim}',
  answers: { 200: ClaimRecorded },
  anonymous: true,
  summary: 'Report an event, an incident or a weakness without a name',
  profile: 'incidents',
  access: { who: 'anyone' },
  params: z.object({
    /** Chosen by the device at random, once for each report; the id of the report is the same. */
    claim: Id,
  }),
  body: ClaimDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'message-reused',
    'too-large',
    'unsupported-media-type',
    'invalid',
  ],
  requirements: [
    {
      id: 'CLM-4',
      must: 'It takes no token; one that is sent is not looked at, and neither the answer nor anything that is kept depends on it.',
    },
    {
      id: 'CLM-5',
      must: 'The same id with the same body, sent again at any time, is one report; with another body it answers 422 message-reused, and under the id of a report of somebody who is known 404. Both change nothing.',
    },
    {
      id: 'CLM-6',
      must: 'A code that another report has answers 422 invalid, with a pointer to it: the device makes another one.',
    },
    {
      id: 'CLM-7',
      must: 'Every anonymous report is an entry of the log, and the receipt proves it with a record that has the members named there and no others.',
    },
    {
      id: 'CLM-8',
      must: 'Those who handle reports see it among them, anonymous and without reporter, and the code in no answer.',
    },
  ],
});

/** `PUT /v1/claims/answers/{answer}` */
export const answerClaim = endpoint({
  method: 'PUT',
  path: '/v1/claims/answers/{answer}',
  answers: { 200: OpenedClaim },
  anonymous: true,
  summary: 'Answer in an anonymous report, by its code',
  profile: 'incidents',
  access: { who: 'anyone' },
  params: z.object({
    /** Chosen by the device at random, once for each answer. */
    answer: Id,
  }),
  body: ClaimAnswerDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'message-reused',
    'too-large',
    'unsupported-media-type',
    'invalid',
  ],
  requirements: [
    {
      id: 'CLM-9',
      must: 'With the code of a report the text is an answer of its reporter, for those who handle it to read; every other code answers 404 not-found, and counts as in CLM-3.',
    },
    {
      id: 'CLM-10',
      must: 'The same id with the same body is one answer; with another text it answers 422 message-reused, and an id that is used in another report 404. Both change nothing.',
    },
  ],
});
