import {
  CLASSIFICATIONS,
  classificationOf,
  strictest,
  type Classification,
} from './classification.js';
import { isControl } from './controls.js';
import { Fields } from './fields.js';
import { byCode } from './folder.js';
import type { Identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { Page } from './pages.js';
import type { RegisterRow } from './register.js';
import { plainWords } from './titles.js';
import type { ImportedPolicy, ImportedVersion } from './types.js';

/** A page with everything its front matter and register say about it. */
export interface Entry {
  page: Page;
  number: number;
  row?: RegisterRow;
  fields: EntryFields;
}

interface EntryFields {
  policy: Partial<Omit<ImportedPolicy, 'id' | 'versions' | 'controls'>> & { controls?: string[] };
  version: Partial<Pick<ImportedVersion, 'label' | 'effective' | 'change' | 'material'>>;
}

const KINDS = ['policy', 'procedure', 'guidance', 'training', 'notice'] as const;

/** Drops members that are undefined, as optional members must be absent. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}

/** A classification that is not understood must not show a document to more people than it is meant for. */
function classify(fields: Fields): Classification | undefined {
  const value = fields.value('classification');
  if (value === undefined) return undefined;
  const found = typeof value === 'string' ? classificationOf(value) : undefined;
  if (found !== undefined) return found;
  const all = CLASSIFICATIONS.join(', ');
  const message = `classification must be one of ${all}, not “${String(value)}”; it was taken as restricted.`;
  fields.complain('classification', message);
  return 'restricted';
}

function readFields(
  page: Page,
  row: RegisterRow | undefined,
  named: Identity,
  ledger: Ledger,
): { number?: number; fields: EntryFields } {
  const fields = new Fields(
    page.front.fields,
    { file: page.file, lineOf: page.front.lineOf },
    ledger,
  );
  fields.value('id');
  fields.value('language');
  const stated = fields.texts('controls');
  const controls = stated.filter((control) => {
    if (isControl(control)) return true;
    fields.complain('controls', `${control} is no control of Annex A of ISO/IEC 27001:2022.`);
    return false;
  });
  const as = fields.choice('adoption', ['adopt', 'adapt']);
  const adapt = fields.texts('adapt');
  const policy = present({
    title: fields.text('title'),
    reference: row?.reference,
    kind: fields.choice('kind', KINDS) ?? row?.kind,
    owner: fields.text('owner') ?? row?.owner,
    approver: fields.text('approver') ?? row?.approver,
    classification: classify(fields) ?? row?.classification,
    reviewBy: fields.day('reviewBy') ?? row?.reviewBy,
    controls: stated.length > 0 ? controls : undefined,
    adoption: as && { as, adapt },
  });
  const version = present({
    label: fields.text('label') ?? row?.label,
    effective: fields.day('effective') ?? row?.effective ?? named.effective,
    change: fields.text('change'),
    material: fields.flag('material'),
  });
  const number = fields.count('version') ?? named.number;
  if (page.front.form === 'yaml') fields.rest();
  return { ...(number && { number }), fields: { policy, version } };
}

function kindOf(title: string): ImportedPolicy['kind'] {
  const words = plainWords(title).join(' ');
  if (/\b(procedure|process|verfahren|plan)\b/.test(words)) return 'procedure';
  if (/\b(guide|guidance|guidelines?|leitfaden)\b/.test(words)) return 'guidance';
  return 'policy';
}

/**
 * Numbers the current pages after the earlier ones. When they repeat the last version or bring languages that it
 * has not, they are it: its texts once more, and its translations.
 */
function number(unnumbered: Entry[], numbered: Entry[], ledger: Ledger): Entry[] {
  const last = Math.max(0, ...numbered.map((entry) => entry.number));
  const before = new Map(
    numbered.filter((entry) => entry.number === last).map((entry) => [entry.page.language, entry]),
  );
  const earlier = ({ page }: Entry): Entry | undefined => before.get(page.language);
  const isNew =
    before.size === 0 ||
    unnumbered.some((entry) => {
      const text = earlier(entry)?.page.body;
      return text !== undefined && text !== entry.page.body;
    });
  if (isNew) return [...numbered, ...unnumbered.map((entry) => ({ ...entry, number: last + 1 }))];
  const repeated = new Set<Entry>();
  for (const entry of unnumbered) {
    const copy = earlier(entry);
    if (copy === undefined) continue;
    ledger.leaveOut(copy.page.file, `the same text as ${entry.page.file}, which was taken`);
    repeated.add(copy);
  }
  const kept = numbered.filter((entry) => !repeated.has(entry));
  return [...kept, ...unnumbered.map((entry) => ({ ...entry, number: last }))];
}

function dropDuplicates(id: string, entries: Entry[], ledger: Ledger): Entry[] {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.number} ${entry.page.language}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else {
      const { file, language } = entry.page;
      ledger.leaveOut(file, `${id}, version ${entry.number}, ${language} is already there`);
      const also = `version ${entry.number} in ${language}, as ${first.page.file} does`;
      ledger.problem(file, entry.page.front.lineOf('id'), `It says it is ${id} ${also}.`);
    }
  }
  return [...seen.values()];
}

/** The leading language: the page without a language in its name, else English, else the first tag. */
function leading(entries: readonly Entry[]): string {
  const sorted = [...entries].sort(
    (a, b) =>
      Number(a.page.marked) - Number(b.page.marked) ||
      b.number - a.number ||
      Number(b.page.language === 'en') - Number(a.page.language === 'en') ||
      byCode(a.page.language, b.page.language),
  );
  return sorted[0]?.page.language ?? 'en';
}

/** A policy whose texts are still pages. */
export interface PolicyPlan {
  policy: ImportedPolicy;
  /** Per version, as in `policy.versions`: its pages, the leading language first. */
  pages: Page[][];
}

function plan(id: string, entries: readonly Entry[]): PolicyPlan {
  const language = leading(entries);
  const numbers = [...new Set(entries.map((entry) => entry.number))].sort((a, b) => a - b);
  const versions: ImportedVersion[] = [];
  const pages: Page[][] = [];
  for (const one of numbers) {
    const texts = entries
      .filter((entry) => entry.number === one)
      .sort(
        (a, b) =>
          Number(b.page.language === language) - Number(a.page.language === language) ||
          byCode(a.page.language, b.page.language),
      );
    const said = texts[0]?.fields.version ?? {};
    // Unless somebody says that it is editorial, a new text is put before people again.
    versions.push({ number: one, ...said, material: said.material ?? true, documents: [] });
    pages.push(texts.map((entry) => entry.page));
  }
  const current = entries.filter((entry) => entry.number === numbers.at(-1));
  const lead = current.find((entry) => entry.page.language === language) ?? current[0];
  const said = lead?.fields.policy ?? {};
  // Every language shows the same policy: when they disagree about who may see it, the fewest may.
  const stated = current.flatMap((entry) => entry.fields.policy.classification ?? []);
  const title = said.title ?? lead?.page.title ?? id;
  const defaults = {
    title,
    kind: kindOf(title),
    controls: [],
  };
  const classification = strictest(stated) ?? 'internal';
  return { policy: { ...defaults, ...said, classification, id, language, versions }, pages };
}

/** Joins pages to policies with their versions and languages. */
export function planPolicies(
  pages: readonly Page[],
  ids: ReadonlyMap<Page, Identity>,
  rows: ReadonlyMap<Page, RegisterRow>,
  ledger: Ledger,
): PolicyPlan[] {
  const groups = new Map<string, { numbered: Entry[]; unnumbered: Entry[] }>();
  for (const page of pages) {
    const row = rows.get(page);
    const identity = ids.get(page);
    if (identity === undefined) continue;
    if (row?.notInForce !== undefined) {
      ledger.leaveOut(page.file, `${row.reference} is “${row.notInForce}” in ${row.file}`);
      continue;
    }
    const read = readFields(page, row, identity, ledger);
    const entry = { page, number: read.number ?? 0, fields: read.fields, ...(row && { row }) };
    const group = groups.get(identity.policy) ?? { numbered: [], unnumbered: [] };
    (read.number === undefined ? group.unnumbered : group.numbered).push(entry);
    groups.set(identity.policy, group);
  }
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .map(([id, { numbered, unnumbered }]) =>
      plan(id, dropDuplicates(id, number(unnumbered, numbered, ledger), ledger)),
    );
}
