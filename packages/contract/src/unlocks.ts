import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, page, PageQuery } from './shapes.js';

/** That somebody who handles a confidential report had themselves shown who reported it. */
export const Unlock = z.object({
  /** Chosen by the device. */
  id: z.string(),
  /** Id of the report. */
  incident: z.string(),
  /** Who had themselves shown it; absent for the auditor. */
  author: z.optional(Author),
  /** Why, plain text. */
  reason: z.string(),
  /** RFC 3339 UTC. */
  recordedAt: z.string(),
});
/** That somebody who handles a confidential report had themselves shown who reported it. */
export type Unlock = z.output<typeof Unlock>;

/** Why somebody wants to see who reported. */
export const UnlockDraft = z.object({
  /** Id of the report. */
  incident: Id,
  /** Why; at most 1,000 characters. Whoever reported reads it. */
  reason: z.string().check(z.minLength(1), z.maxLength(1000)),
});
/** Why somebody wants to see who reported. */
export type UnlockDraft = z.input<typeof UnlockDraft>;

/** `PUT /v1/unlocks/{unlock}` */
export const recordUnlock = endpoint({
  method: 'PUT',
  path: '/v1/unlocks/{unlock}',
  answers: { 200: Unlock },
  summary: 'See who reported in confidence, and say why',
  profile: 'incidents',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each unlock. */
    unlock: Id,
  }),
  body: UnlockDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'report-not-open',
    'message-reused',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'UNL-1',
      must: 'The same id with the same body unlocks once, for ever; with another body it answers 422 message-reused, of somebody else 404. Both change nothing.',
    },
    {
      id: 'UNL-2',
      must: 'It is for those who handle the report; the auditor and whoever only reported get 403 forbidden, and everybody else 404. What is not confidential answers 409 report-not-open.',
    },
    {
      id: 'UNL-3',
      must: 'From then on the caller, and nobody else by it, sees who reported, in the report and in its answers.',
    },
    { id: 'UNL-4', must: 'Every unlock is an entry of the log.' },
  ],
});

/** `GET /v1/incidents/{incident}/unlocks` */
export const listUnlocks = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/unlocks',
  answers: { 200: page(Unlock) },
  list: true,
  summary: 'Who had themselves shown who reported, and why',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  params: z.object({
    /** Id of the report. */
    incident: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'UNL-5',
      must: 'Every unlock is listed, oldest first, to whom the report is open, whoever reported it included; to the auditor without author. A report that is not open to the caller answers 404.',
    },
  ],
});
