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

/** When it is due: days after the assignment began, a fixed date, or a day of each year. */
export const Due = z.object({
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
  id: z.string(),
  title: z.string(),
  description: z.optional(z.string()),
  policies: z.array(z.string()),
  audience: z.object({ id: z.string(), title: z.string() }),
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
  statement: z.optional(Statement),
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
  params: z.object({ pack: Id }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [{ id: 'PAC-2', must: 'A pack of another tenant answers 404.' }],
});
