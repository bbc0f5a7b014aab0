import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** The sentence a person puts their name to, in every language it is offered in. */
export const Statement = z.object({
  /** SHA-256 of the canonical JSON (RFC 8785) of `texts`: the same statement in every language. */
  hash: z.string(),
  /** By BCP 47 language tag. */
  texts: z.record(z.string(), z.string()),
});
/** The sentence a person puts their name to. */
export type Statement = z.output<typeof Statement>;

/**
 * When it is due: days after the assignment began, a fixed date, or a day of each year. Exactly one member is present;
 * none means no due date. A day lasts until its end in UTC. `yearly` is the first such day from the beginning on. A date
 * before the beginning becomes the day of the beginning: nobody is overdue in the moment they are first asked.
 */
export const Due = z.object({
  /** Days after the day on which the assignment began. */
  days: z.optional(z.int()),
  /** RFC 3339 full-date. */
  date: z.optional(z.string()),
  /** `MM-DD`. */
  yearly: z.optional(z.string()),
});
/** When it is due. Exactly one member is present; none means no due date. */
export type Due = z.output<typeof Due>;

/** Policies, an audience and what is asked of it. */
export const PolicyPack = z.object({
  /** Readable and stable. */
  id: z.string(),
  /** As people know it. */
  title: z.string(),
  /** What it is for. */
  description: z.optional(z.string()),
  /** Ids of the policies, in the order of reading. */
  policies: z.array(z.string()),
  /** Who is asked. */
  audience: z.object({
    /** Id of the audience. */
    id: z.string(),
    /** In words. */
    title: z.string(),
  }),
  /** That the text is shown, that it is noted, or that it is agreed to. The last two have a statement. */
  asks: open('display', 'acknowledge', 'agree'),
  /**
   * Asked before an acknowledgement: that every section was displayed, or that the person says they read it in another
   * way. Clients hold to it; no backend refuses an act for what a screen has measured.
   */
  everySection: z.optional(z.boolean()),
  /** Asked about its policies before an acknowledgement; the questions go to nobody but those who take it. */
  check: z.optional(
    z.object({
      /** Share of right answers that is enough, in percent. */
      passMark: z.int(),
      /** How often it may be taken in 24 hours; as often as the person likes when absent. */
      tries: z.optional(z.int()),
      /** Number of questions by policy id; a policy without questions is acknowledged without a check. */
      questions: z.record(z.string(), z.int()),
    }),
  ),
  /** The sentence to put one’s name to; absent where the text is only to be displayed. */
  statement: z.optional(Statement),
  /** By when. */
  due: Due,
  /** Days before the due date on which a reminder goes out. */
  reminders: z.array(z.int()),
});
/** Policies, an audience and what is asked of it. */
export type PolicyPack = z.output<typeof PolicyPack>;

/** `GET /v1/packs` */
export const listPacks = endpoint({
  method: 'GET',
  path: '/v1/packs',
  answers: { 200: page(PolicyPack) },
  list: true,
  summary: 'Policy packs',
  profile: 'core',
  access: { who: ['isms-manager', 'auditor'] },
  query: z.object(PageQuery),
  cache: 'revalidate',
  requirements: [{ id: 'PAC-1', must: 'Only packs of the caller’s tenant are listed.' }],
});

/** `GET /v1/packs/{pack}` */
export const readPack = endpoint({
  method: 'GET',
  path: '/v1/packs/{pack}',
  answers: { 200: PolicyPack },
  summary: 'One policy pack',
  profile: 'core',
  access: { who: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the pack. */
    pack: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [{ id: 'PAC-2', must: 'A pack of another tenant answers 404.' }],
});
