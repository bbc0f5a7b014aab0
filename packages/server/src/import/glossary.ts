import { freshId } from './audiences.js';
import type { Fields } from './fields.js';
import type { Ledger } from './ledger.js';
import { oneLine } from './line.js';
import { byLanguage, textsByLanguage } from './texts.js';
import type { ImportedTerm } from './types.js';
import { readYamlList } from './yaml-list.js';

const longestName = 100;
const longestMeaning = 1000;

/** What terms may refer to, and what is taken already. */
interface Known {
  policies: ReadonlySet<string>;
  ids: Set<string>;
  /** Which term a spelling stands for, by language and spelling. */
  spellings: Map<string, string>;
  /** Called when something that was written is not taken. */
  lost(): void;
}

/** Tells what is wrong with a field, of which something is lost. */
type Lose = (field: string, message: string) => void;

/** Other spellings, by language. */
function readAlso(fields: Fields, lose: Lose): Map<string, string[]> {
  const read = new Map<string, string[]>();
  for (const [language, value] of byLanguage(fields, 'also', lose)) {
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    const texts = list.flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? oneLine(String(one)) || [] : [],
    );
    const whole = texts.length === list.length;
    if (!whole) lose('also', `The also “${language}” must be a text or a list of texts.`);
    read.set(language, texts);
  }
  return read;
}

/** Why a text cannot stand for a term; nothing when it can. Takes the spelling for the term. */
function fault(spelling: string, language: string, id: string, known: Known): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(spelling)) return 'has no letter';
  if (spelling.length > longestName) return `is longer than ${longestName} characters`;
  const key = `${language} ${spelling.toLowerCase()}`;
  const taken = known.spellings.get(key);
  if (taken !== undefined && taken !== id) return `is the term ${taken} already`;
  known.spellings.set(key, id);
  return undefined;
}

function readTerm(fields: Fields, known: Known): ImportedTerm | undefined {
  const lose: Lose = (field, message) => {
    fields.complain(field, message);
    known.lost();
  };
  const stated = fields.text('id');
  const id = freshId(stated, known.ids);
  const names = textsByLanguage(fields, 'name', lose);
  const meanings = textsByLanguage(fields, 'meaning', lose);
  const also = readAlso(fields, lose);
  const named = fields.text('policy');
  fields.rest();
  if (id === undefined) {
    const why = 'its id must be new and of a-z, 0-9 and hyphens';
    return fields.complain('id', `The term ${stated ?? '(no id)'} was left out: ${why}.`);
  }
  const texts: ImportedTerm['texts'] = {};
  for (const [language, name] of Object.entries(names)) {
    const meaning = meanings[language];
    const wrong = fault(name, language, id, known);
    if (wrong !== undefined) lose('name', `“${name}” (${language}) was left out: it ${wrong}.`);
    else if (meaning === undefined) lose('name', `“${name}” (${language}) has no meaning.`);
    else if (meaning.length > longestMeaning) {
      const most = `${longestMeaning.toLocaleString('en')} characters`;
      lose('meaning', `“${name}” (${language}) was left out: its meaning is longer than ${most}.`);
    } else {
      const others = (also.get(language) ?? []).filter((spelling) => {
        const no = fault(spelling, language, id, known);
        if (no !== undefined) lose('also', `“${spelling}” (${language}) was left out: it ${no}.`);
        return no === undefined && spelling !== name;
      });
      texts[language] = { name, also: [...new Set(others)], meaning };
    }
  }
  for (const [field, languages] of [
    ['meaning', Object.keys(meanings)],
    ['also', [...also.keys()]],
  ] as const) {
    for (const language of languages.filter((one) => !(one in names))) {
      lose(field, `The ${field} “${language}” was left out: the term has no name in it.`);
    }
  }
  if (Object.keys(texts).length === 0) {
    return fields.complain('id', `The term ${id} was left out: it has no name with a meaning.`);
  }
  const policy = named !== undefined && known.policies.has(named) ? named : undefined;
  if (named !== policy) lose('policy', `There is no policy ${named}; the term goes without it.`);
  return { id, texts, ...(policy !== undefined && { policy }) };
}

/** Reads `glossary.yaml`: the terms, and which policies say more. */
export function readGlossary(
  file: string,
  text: string,
  { policies, ids }: Pick<Known, 'policies' | 'ids'>,
  ledger: Ledger,
): ImportedTerm[] {
  const lists = readYamlList(file, text, ledger);
  const lost = (): void => ledger.lose(file);
  const known: Known = { policies, ids, spellings: new Map(), lost };
  const terms = lists.map((fields) => readTerm(fields, known)).filter((one) => one !== undefined);
  if (terms.length < lists.length) {
    ledger.lose(file);
    ledger.doubt(file);
  }
  ledger.take(file, `${terms.length} terms`);
  return terms;
}
