import { byCode } from './folder.js';
import type { Ledger } from './ledger.js';
import type { RegisterRow } from './register.js';
import { idFrom, unique } from './slug.js';
import { EVERYONE, SYNONYMS, type Meaning } from './synonyms.js';
import { plainWords } from './titles.js';
import type { ImportedAudience, ImportedPack, ImportedPerson, Rule } from './types.js';

/** How the ids of packs begin that come from a distribution list. */
export const DISTRIBUTED = 'documents-for-';

/** A policy and the register row it is distributed by. */
export interface Distributed {
  policy: string;
  row: RegisterRow;
}

/** What the distribution lists of a register need to know of a person. */
export type Colleague = Pick<ImportedPerson, 'userName'> & {
  [K in 'department' | 'title']?: string | undefined;
};

/** What is known of an organisation when labels are matched. */
interface Known {
  departments: string[];
  titles: string[];
}

const fold = (text: string): string => plainWords(text).join(' ');
const holds = (title: string, words: string): boolean => ` ${fold(title)} `.includes(` ${words} `);

function valuesOf(people: readonly Colleague[]): Known {
  const all = (pick: (person: Colleague) => string | undefined): string[] =>
    [...new Set(people.map(pick).filter((value) => value !== undefined))].sort(byCode);
  return { departments: all((person) => person.department), titles: all((person) => person.title) };
}

function meaningOf(label: string): Meaning {
  const words = fold(label);
  // “Buyers” are people whose title says “Buyer”.
  return SYNONYMS.get(words) ?? { departments: [label], titles: [words, words.replace(/s$/, '')] };
}

/** Rules for one label: `[]` when it matches nobody. */
function match(label: string, known: Known): Rule[] {
  if (EVERYONE.includes(fold(label))) {
    return [{ not: { attribute: 'relation', in: ['supplier', 'customer'] } }];
  }
  const meaning = meaningOf(label);
  const wanted = [label, ...(meaning.departments ?? [])].map(fold);
  const departments = known.departments.filter((name) => wanted.includes(fold(name)));
  const says = (title: string, words: readonly string[] = []): boolean =>
    words.some((word) => holds(title, fold(word)));
  const titles = known.titles.filter(
    (title) => says(title, meaning.titles) && !says(title, meaning.butNot),
  );
  const rules: Rule[] = [];
  if (departments.length > 0) rules.push({ attribute: 'department', in: departments });
  if (titles.length > 0) rules.push({ attribute: 'title', in: titles });
  return rules;
}

const told = (rule: Rule): string =>
  'attribute' in rule ? `${rule.attribute} ${rule.in.join(', ')}` : 'everyone who works here';

/** Matches every part of a distribution list (`IT + Developers`); what matches nobody is a problem. */
function audienceRule(row: RegisterRow, list: string, known: Known, ledger: Ledger): Rule {
  const any: Rule[] = [];
  for (const part of list.split(/[+,;]/)) {
    const label = part.trim();
    if (label === '') continue;
    const rules = match(label, known);
    if (rules.length === 0) {
      const message = `Nobody among the people matches “${label}” of “${list}”; that part reaches nobody.`;
      ledger.problem(row.file, row.line, message);
    } else {
      ledger.note(row.file, row.line, `“${label}” was taken as ${rules.map(told).join('; ')}.`);
    }
    any.push(...rules);
  }
  const [only] = any;
  return any.length === 1 && only !== undefined ? only : { any };
}

const STATEMENT = {
  de: 'Ich habe dieses Dokument zur Kenntnis genommen und halte mich daran.',
  en: 'I have taken note of this document and will follow it.',
};

/**
 * One audience and one pack per distribution list of a register: acknowledge within 30 days. An
 * audience nobody belongs to stays empty; it never falls back to everyone.
 */
export function packsByDistribution(
  documents: readonly Distributed[],
  people: readonly Colleague[],
  ledger: Ledger,
): { audiences: ImportedAudience[]; packs: ImportedPack[] } {
  const known = valuesOf(people);
  const lists = new Map<string, Distributed[]>();
  for (const document of documents) {
    const list = document.row.distribution;
    if (list !== undefined) lists.set(list, [...(lists.get(list) ?? []), document]);
  }
  const ids = new Set<string>();
  const audiences: ImportedAudience[] = [];
  const packs: ImportedPack[] = [];
  for (const [list, members] of [...lists].sort(([a], [b]) => byCode(a, b))) {
    const first = members[0]?.row;
    if (first === undefined) continue;
    const audience = unique(idFrom(list) || 'audience', ids);
    const rule = audienceRule(first, list, known, ledger);
    audiences.push({ id: audience, title: list, kind: 'internal', rule, include: [], exclude: [] });
    packs.push({
      id: `${DISTRIBUTED}${audience}`,
      title: `${first.language === 'de' ? 'Dokumente für' : 'Documents for'} ${list}`,
      policies: members.map(({ policy }) => policy).sort(byCode),
      audience,
      asks: 'acknowledge',
      statement: STATEMENT,
      due: { days: 30 },
      reminders: [7, 2],
      escalation: [7],
    });
  }
  return { audiences, packs };
}
