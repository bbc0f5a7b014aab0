import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Language, page, PageQuery } from './shapes.js';

/** A term in one language. */
export const TermText = z.object({
  /** As it is looked up. */
  name: z.string(),
  /** Other spellings, plurals and abbreviations. */
  also: z.array(z.string()),
  /** In plain words: one sentence to three, as plain text. */
  meaning: z.string(),
});
/** A term in one language. */
export type TermText = z.output<typeof TermText>;

/** What the organisation means by a word. */
export const Term = z.object({
  /** Stable and readable. */
  id: z.string(),
  /** By BCP 47 language tag. */
  texts: z.record(z.string(), TermText),
  /** The policy that says more. */
  policy: z.optional(
    z.object({
      /** Id of the policy. */
      id: z.string(),
      /** In the language that leads. */
      title: z.string(),
    }),
  ),
});
/** What the organisation means by a word. */
export type Term = z.output<typeof Term>;

/** `GET /v1/terms` */
export const listTerms = endpoint({
  method: 'GET',
  path: '/v1/terms',
  answers: { 200: page(Term) },
  list: true,
  summary: 'The glossary: what the organisation means by its words',
  profile: 'core',
  access: { who: 'person' },
  query: z.object({
    ...PageQuery,
    /** Only what the terms are called and mean in this language. */
    language: z.optional(Language),
  }),
  cache: 'revalidate',
  requirements: [
    {
      id: 'TERM-1',
      must: 'Only terms of the caller’s tenant are listed, and a tenant without any has an empty list.',
    },
    {
      id: 'TERM-2',
      must: 'With `language`, a term has its text in that language alone, or in the next wider one (of `de-CH` in `de`, RFC 4647 lookup), and terms without either are left out.',
    },
    { id: 'TERM-3', must: 'A term names a policy only to a caller who may see that policy.' },
  ],
});
