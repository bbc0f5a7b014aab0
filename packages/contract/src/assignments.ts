import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Statement } from './packs.js';
import { DocumentSummary } from './policies.js';
import { Id, open, page, PageQuery } from './shapes.js';

/**
 * Person × policy version × pack. Derived from people, audiences and packs; never edited. There is one for the current
 * version of each policy of each pack that asks the person, and a superseded one for each earlier material version that
 * was asked of them before it was replaced. It begins when the pack first asks this person about this policy, or when the
 * last material version is published, whichever is later. Nothing is asked of a person who is not active.
 */
export const Assignment = z.object({
  /** Stable while the same version is asked of the same person by the same pack. */
  id: z.string(),
  /** Id of the person. */
  person: z.string(),
  /** What is asked about. */
  policy: z.object({
    /** Id of the policy. */
    id: z.string(),
    /** Its title. */
    title: z.string(),
    /** Its kind, as in the policy. */
    kind: z.string(),
  }),
  /** Number of the version that is asked about: the current one, or of a superseded assignment the one it was about. */
  version: z.int(),
  /** What the organisation calls the version. */
  label: z.optional(z.string()),
  /** What changed, in one line. */
  change: z.optional(z.string()),
  /** What asks. */
  pack: z.object({
    /** Id of the pack. */
    id: z.string(),
    /** Its title. */
    title: z.string(),
  }),
  /** What is asked, as in the pack. */
  asks: open('display', 'acknowledge', 'agree'),
  /** As the pack asks. */
  everySection: z.optional(z.boolean()),
  /** A knowledge check that is still to be passed before the acknowledgement: see `checks.read`. */
  check: z.optional(
    z.object({
      /** Number of questions. */
      questions: z.int(),
    }),
  ),
  /** The sentence to put one’s name to; absent where the text is only to be displayed. */
  statement: z.optional(Statement),
  /** The version’s text, one item for each language. */
  documents: z.array(DocumentSummary),
  /**
   * `pending`: nothing of it was displayed yet. `started`: something was. `displayed`: it was only to be displayed, and every
   * section of one of its documents was; what is to be acknowledged stays `started`. `acknowledged`: so it is, under this
   * statement. `overdue`: the due date has passed before that. `exempted`: somebody waived it. `superseded`: a newer material
   * version is asked instead. What was displayed or acknowledged since the last material version counts for the current one.
   */
  state: open(
    'pending',
    'started',
    'displayed',
    'acknowledged',
    'overdue',
    'exempted',
    'superseded',
  ),
  /** When the state began, RFC 3339 UTC; of `pending`, when the assignment did. */
  since: z.string(),
  /** RFC 3339 UTC: the last second of the day on which it is due, with or without its fraction. */
  dueAt: z.optional(z.string()),
  /** Id of the acknowledgement that settled it. */
  acknowledgement: z.optional(z.string()),
  /** The latest earlier version this person acknowledged, under whichever statement. */
  acknowledgedVersion: z.optional(z.int()),
});
/** What is asked of one person about one policy version. */
export type Assignment = z.output<typeof Assignment>;

/** `GET /v1/assignments` */
export const listAssignments = endpoint({
  method: 'GET',
  path: '/v1/assignments',
  answers: { 200: page(Assignment) },
  list: true,
  summary: 'What is asked of a person, most urgent first',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** Id of the person; the caller when absent. */
    person: z.optional(Id),
    /** Id of a policy; all of them when absent. */
    policy: z.optional(Id),
    /** One state, or `open` for pending, started and overdue. */
    state: z.optional(
      z.enum([
        'open',
        'pending',
        'started',
        'displayed',
        'acknowledged',
        'overdue',
        'exempted',
        'superseded',
      ]),
    ),
  }),
  cache: 'revalidate',
  requirements: [
    { id: 'ASG-1', must: 'Without `person`, the caller’s own assignments are listed.' },
    {
      id: 'ASG-2',
      must: 'Another person’s assignments are listed only for a role that sees them; otherwise 403 forbidden.',
    },
    {
      id: 'ASG-3',
      must: 'A person who enters or leaves an audience gains or loses its assignments at once.',
    },
    { id: 'ASG-4', must: 'Open assignments come first, the earliest due date first among them.' },
    {
      id: 'ASG-5',
      must: 'An acknowledgement of the version and statement makes the state acknowledged.',
    },
    {
      id: 'ASG-6',
      must: 'What is only to be displayed is settled when every section of one document was displayed; what is to be acknowledged is not settled by that.',
    },
    { id: 'ASG-7', must: 'Nothing is asked of a person who is not active.' },
  ],
});
