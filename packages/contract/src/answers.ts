import * as z from 'zod/mini';
import { Attached } from './attachments.js';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** Something that was said between whoever reported and those who handle it. */
export const Answer = z.object({
  /** Chosen by the device. */
  id: z.string(),
  /** Id of the report. */
  incident: z.string(),
  /** Which side said it. */
  by: open('reporter', 'handler'),
  /** Who said it, where the caller sees that: as with the report, and of a handler for everybody but the auditor. */
  author: z.optional(Author),
  /** RFC 3339 UTC. */
  recordedAt: z.string(),
  /** What was said, plain text in which lines are kept. */
  text: z.string(),
  /** Files that stand in it; absent where there are none, and for the auditor. */
  attachments: z.optional(z.array(Attached)),
  /** True of a note among those who handle it; absent otherwise. */
  internal: z.optional(z.boolean()),
});
/** Something that was said between whoever reported and those who handle it. */
export type Answer = z.output<typeof Answer>;

/** What somebody says about a report. */
export const AnswerDraft = z.object({
  /** Id of the report. */
  incident: Id,
  /** At most 10,000 characters. */
  text: z.string().check(z.minLength(1), z.maxLength(10_000)),
  /** Ids of attachments of the caller that are ready and stand nowhere yet; at most 10, each once. */
  attachments: z.optional(z.array(Id).check(z.maxLength(10))),
  /** Whether it is a note among those who handle it, which whoever reported never sees. */
  internal: z.optional(z.boolean()),
});
/** What somebody says about a report. */
export type AnswerDraft = z.input<typeof AnswerDraft>;

/** That an answer was recorded. */
export const AnswerRecorded = z.object({
  /** As it is listed. */
  answer: Answer,
  /**
   * The receipt (see the evidence page). The record has these members at least: `tenant`; `person` with `id`, `userName`
   * and `displayName`, who said it; `incident` with `id`; `answer` with `id`; `textHash`, which is `sha256:` and the hash of
   * the text in UTF-8; and `recordedAt`.
   */
  receipt: z.string(),
});
/** That an answer was recorded. */
export type AnswerRecorded = z.output<typeof AnswerRecorded>;

/** `PUT /v1/answers/{answer}` */
export const recordAnswer = endpoint({
  method: 'PUT',
  path: '/v1/answers/{answer}',
  answers: { 200: AnswerRecorded },
  summary: 'Answer in a report, or note something among those who handle it',
  profile: 'incidents',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each answer. */
    answer: Id,
  }),
  body: AnswerDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'not-open-for-this',
    'message-reused',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'RPL-1',
      must: 'The same id with the same body, sent again at any time, is one answer, and answers with it and its receipt; with another body it answers 422 message-reused, of somebody else 404. Both change nothing.',
    },
    {
      id: 'RPL-2',
      must: 'Whoever reported and those who handle it answer, closed or not; the auditor gets 403 forbidden, and to everybody else it answers 404.',
    },
    {
      id: 'RPL-3',
      must: 'A note (internal) is for those who handle it: of whoever only reported it answers 403 forbidden.',
    },
    {
      id: 'RPL-4',
      must: 'Attachments are as in a report (INC-9), and open to whom the answer is.',
    },
    {
      id: 'RPL-5',
      must: 'Every answer is an entry of the log, and the receipt proves it with a record that has the members named there.',
    },
    { id: 'RPL-6', must: 'text comes back as it was sent, every Unicode character of it.' },
  ],
});

/** `GET /v1/incidents/{incident}/answers` */
export const listAnswers = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/answers',
  answers: { 200: page(Answer) },
  list: true,
  summary: 'What was said about a report',
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
      id: 'RPL-7',
      must: 'Every answer is listed in the order in which they were recorded, oldest first; notes only to those who handle the report, and to the auditor.',
    },
    {
      id: 'RPL-8',
      must: 'A report that is not open to the caller answers 404.',
    },
    {
      id: 'RPL-9',
      must: 'author of what whoever reported said stands there as reporter does in the report (INC-6); to the auditor no answer has author or attachments, unless they reported or handle it.',
    },
  ],
});
