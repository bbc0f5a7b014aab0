import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Hash, Id, Language } from './shapes.js';

const Texts = z.record(z.string(), z.string());

/** A question with its choices, without what is right. Every text is by BCP 47 language tag. */
export const CheckQuestion = z.object({
  /** Unique in the check. */
  id: z.string(),
  /** The question. */
  texts: Texts,
  /** More than one choice may be right: it is answered by all that are. */
  several: z.boolean(),
  /** What can be picked, in the order in which the organisation wrote it. */
  choices: z.array(
    z.object({
      /** Unique in the question. */
      id: z.string(),
      /** The choice. */
      texts: Texts,
    }),
  ),
});
/** A question with its choices, without what is right. */
export type CheckQuestion = z.output<typeof CheckQuestion>;

/** What a pack asks about a policy before it can be acknowledged. */
export const KnowledgeCheck = z.object({
  /** Id of the assignment. */
  assignment: z.string(),
  /** SHA-256 of the canonical JSON (RFC 8785) of `questions`. */
  hash: z.string(),
  /** Share of right answers that is enough, in percent. */
  passMark: z.int(),
  /** In the order in which the organisation wrote them. */
  questions: z.array(CheckQuestion),
  /** How often it may still be taken for now: tries count for 24 hours; absent where it may be taken as often as the person likes. */
  triesLeft: z.optional(z.int()),
  /** When it may be taken again, RFC 3339 UTC; present when no try is left. */
  againAt: z.optional(z.string()),
  /** Whether the caller has passed it: for this version, or since the last material one. */
  passed: z.boolean(),
});
/** What a pack asks about a policy before it can be acknowledged. */
export type KnowledgeCheck = z.output<typeof KnowledgeCheck>;

/** What came of one question. */
export const CheckResult = z.object({
  /** Id of the question. */
  question: z.string(),
  /** Whether it was answered rightly. */
  right: z.boolean(),
  /**
   * Ids of the right choices: there when this try passed or none is left, absent while the check is not passed and may be
   * taken again.
   */
  solution: z.optional(z.array(z.string())),
  /** Why, by BCP 47 language tag. */
  explanation: z.optional(Texts),
});
/** What came of one question. */
export type CheckResult = z.output<typeof CheckResult>;

/** One try of a person, as recorded. */
export const CheckAttempt = z.object({
  /** As the device chose it: the `attempt` of the path. */
  id: z.string(),
  /** Id of the assignment. */
  assignment: z.string(),
  /** The backend's clock at the commit, RFC 3339 UTC. */
  recordedAt: z.string(),
  /** Answers that were right. */
  right: z.int(),
  /** Questions. */
  of: z.int(),
  /** Whether right answers make up the pass mark: `right` × 100 ≥ `passMark` × `of`. */
  passed: z.boolean(),
  /** One for each question, in the order of the check. */
  results: z.array(CheckResult),
  /** As in the check, after this try. */
  triesLeft: z.optional(z.int()),
  /** As in the check, after this try. */
  againAt: z.optional(z.string()),
});
/** One try of a person, as recorded. */
export type CheckAttempt = z.output<typeof CheckAttempt>;

/** The answers, as the device hands them in. */
export const CheckAttemptDraft = z.object({
  /** Id of the assignment. */
  assignment: Id,
  /** Of the questions that were shown. */
  hash: Hash,
  /** BCP 47, in which they were shown. */
  language: Language,
  /** At most 100, one for each question; a question that is left out counts as answered wrongly. */
  answers: z
    .array(
      z.object({
        /** Id of the question. */
        question: Id,
        /** Ids of the choices that were picked. */
        choices: z.array(Id).check(z.maxLength(20)),
      }),
    )
    .check(z.maxLength(100)),
});
/** The answers, as the device hands them in. */
export type CheckAttemptDraft = z.input<typeof CheckAttemptDraft>;

/** `GET /v1/assignments/{assignment}/check` */
export const readCheck = endpoint({
  method: 'GET',
  path: '/v1/assignments/{assignment}/check',
  answers: { 200: KnowledgeCheck },
  summary: 'The knowledge check of one of the caller’s assignments',
  profile: 'core',
  access: { who: 'person' },
  params: z.object({
    /** Id of the assignment. */
    assignment: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'CHK-1',
      must: 'No answer tells which choices are right before the check is passed or no try is left.',
    },
    {
      id: 'CHK-2',
      must: 'Somebody else’s assignment, and one without a check, answers 404.',
    },
  ],
});

/** `PUT /v1/attempts/{attempt}` */
export const recordAttempt = endpoint({
  method: 'PUT',
  path: '/v1/attempts/{attempt}',
  answers: { 200: CheckAttempt },
  summary: 'Hand in the answers of a knowledge check',
  profile: 'core',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each try. */
    attempt: Id,
  }),
  body: CheckAttemptDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'attempt-reused',
    'check-mismatch',
    'no-try-left',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'CHK-3',
      must: 'The same attempt with the same body answers with what was recorded, and counts once.',
    },
    {
      id: 'CHK-4',
      must: 'An attempt id used by another person answers 404; with another body 422 attempt-reused. Both change nothing.',
    },
    {
      id: 'CHK-5',
      must: 'A question is right when exactly its right choices were given; questions left out are wrong.',
    },
    {
      id: 'CHK-6',
      must: 'Without a try left the answer is 409 no-try-left, and nothing is recorded.',
    },
    {
      id: 'CHK-7',
      must: 'Answers to other questions than those asked now answer 409 check-mismatch, and no try is lost.',
    },
    { id: 'CHK-8', must: 'Every attempt is an entry of the log.' },
  ],
});
