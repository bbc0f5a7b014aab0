import type { ContentReport, ImportedPolicy } from './types.js';

type Understood = ContentReport['understood'];

const asked = ({ packs }: Understood): Set<string> =>
  new Set(packs.flatMap(({ policies }) => policies));

/** The policies that no pack asks of anybody. */
export const unasked = (understood: Understood): ImportedPolicy[] => {
  const named = asked(understood);
  return understood.policies.filter(({ id }) => !named.has(id));
};

/** Every policy on a line: title, version, languages, and who is asked for what. */
export function policyLines(understood: Understood): string[] {
  const titles = new Map(understood.audiences.map(({ id, title }) => [id, title]));
  return understood.policies.map(({ id, title, versions }) => {
    const current = versions.at(-1);
    const label = current?.label === undefined ? '' : ` \u201c${current.label}\u201d`;
    const languages = current?.documents.map(({ document }) => document.language) ?? [];
    const packs = understood.packs.filter(({ policies }) => policies.includes(id));
    const who = packs.map(({ audience, asks, check }) => {
      const about = check?.questions.filter((question) => question.policy === id).length;
      const after = about ? ` after ${about} ${about === 1 ? 'question' : 'questions'}` : '';
      return `${titles.get(audience) ?? audience} (${asks}${after})`;
    });
    const parts = [
      title,
      `version ${current?.number ?? 0}${label}`,
      languages.join(', '),
      who.join(', ') || 'asked of nobody',
    ];
    return `  ${id}  ${parts.join('; ')}`;
  });
}

const STATEMENTS: Record<string, string> = {
  de: 'Ich habe diese Richtlinie zur Kenntnis genommen und halte mich daran.',
  en: 'I have taken note of this policy and will follow it.',
};

/** Enough to see how it goes on. */
const NAMED = 8;

const AUDIENCE = [
  '- id: everyone',
  '  title: Everyone who works here',
  '  kind: internal',
  '  rule: { attribute: relation, in: [employee, contractor] }',
];

/** Content without packs asks nobody for anything: the files to write so that it does, with the ids that are there. */
export function firstPackLines(name: string, { policies, audiences }: Understood): string[] {
  const languages = new Set(
    policies.flatMap(({ versions }) =>
      (versions.at(-1)?.documents ?? []).map(({ document }) => document.language.slice(0, 2)),
    ),
  );
  const statements = Object.entries(STATEMENTS).filter(
    ([tag]) => tag === 'en' || languages.has(tag),
  );
  const [audience] = audiences;
  const named = policies.slice(0, NAMED);
  const more = policies.length - named.length;
  const pack = [
    '- id: basics',
    '  title: What everyone works by',
    '  policies:',
    ...named.map(({ id }) => `    - ${id}`),
    ...(more > 0 ? [`    # and ${more} more`] : []),
    `  audience: ${audience?.id ?? 'everyone'}`,
    '  asks: acknowledge',
    '  statement:',
    ...statements.map(([tag, text]) => `    ${tag}: ${text}`),
    '  due: { days: 21 }',
  ];
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
  const there = policies.length === 1 ? 'is 1 policy' : `are ${policies.length} policies`;
  const files = audience ? 'this file' : 'these files';
  return [
    `Nobody is asked for anything: there ${there} and no pack. Write ${files} into ${name} and start again:`,
    ...(audience ? [] : ['  audiences.yaml:', ...indented(AUDIENCE)]),
    '  packs.yaml:',
    ...indented(pack),
  ];
}
