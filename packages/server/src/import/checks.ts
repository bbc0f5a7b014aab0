import * as z from 'zod';
import type { Fields } from './fields.js';
import { canonicalLanguage } from './language.js';
import { oneLine } from './line.js';
import type { ImportedCheck } from './types.js';

const Texts = z
  .record(z.string(), z.string())
  .refine((texts) => Object.keys(texts).length > 0, 'needs a text')
  .refine(
    (texts) => Object.keys(texts).every((tag) => canonicalLanguage(tag) !== undefined),
    'names a language that is none: write { en: "..." }',
  )
  .refine((texts) => Object.values(texts).every((text) => oneLine(text) !== ''), 'is empty')
  .transform((texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([tag, text]) => [canonicalLanguage(tag) ?? tag, oneLine(text)]),
    ),
  );

const Question = z.strictObject({
  policy: z.string().optional(),
  ask: Texts,
  choices: z
    .array(z.strictObject({ text: Texts, right: z.boolean().default(false) }))
    .min(2, 'needs two choices at least')
    .max(20, 'has more than 20 choices')
    .refine((choices) => choices.some(({ right }) => right), 'has no right choice')
    .refine((choices) => choices.some(({ right }) => !right), 'has no wrong choice'),
  why: Texts.optional(),
});

const Check = z.strictObject({
  passMark: z.int().min(1).max(100).default(100),
  tries: z.int().min(1).max(1000).optional(),
  questions: z.array(Question).min(1, 'needs a question').max(1000, 'has more than 1,000'),
});

const most = 100;

/** A check that was left out is not the same as none: who asked for one wants nobody to pass without. */
export type ReadCheck = { check?: ImportedCheck } | { fault: string };

/** Reads the `check` of a pack: all of it or nothing, since a question fewer would be another check. */
export function readCheck(fields: Fields, policies: readonly string[], asks: string): ReadCheck {
  const value = fields.value('check');
  if (value === undefined) return {};
  const wrong = (message: string): ReadCheck => {
    fields.complain('check', `check: ${message}.`);
    return { fault: 'its knowledge check cannot be used' };
  };
  if (asks === 'display') return wrong('what is only displayed has no check; ask to acknowledge');
  const read = z.safeParse(Check, value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' ');
    return wrong([place, issue?.message].filter(Boolean).join(': '));
  }
  const [only] = policies;
  const questions = read.data.questions.map(({ policy = only ?? '', ask, choices, why }) => ({
    policy,
    texts: ask,
    choices: choices.map(({ text, right }) => ({ texts: text, right })),
    ...(why && { explanation: why }),
  }));
  const unclear = read.data.questions.findIndex(({ policy }) => policy === undefined);
  if (unclear >= 0 && policies.length > 1) {
    return wrong(`questions ${unclear + 1}: policy says which policy of the pack it is about`);
  }
  const foreign = questions.find(({ policy }) => !policies.includes(policy));
  if (foreign) return wrong(`there is no policy ${foreign.policy} in the pack`);
  for (const policy of policies) {
    const count = questions.filter((one) => one.policy === policy).length;
    if (count > most) return wrong(`${policy} has ${count} questions, and ${most} is the most`);
  }
  const { passMark, tries } = read.data;
  return { check: { passMark, ...(tries !== undefined && { tries }), questions } };
}
