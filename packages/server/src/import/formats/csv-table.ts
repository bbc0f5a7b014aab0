import type { Ledger } from '../ledger.js';
import { MANY, ONE, type RawPerson } from '../person.js';
import { columnsOfHeaders, type Columns, type Held } from './csv-headers.js';
import { nameManagers } from './csv-managers.js';
import { csvRows } from './csv-rows.js';
import type { Found, PeopleFormat } from './found.js';

const NAME_PARTS: readonly Held[] = ['givenName', 'familyName'];

/** Names of languages, as people write them into a column, with their tags. */
const LANGUAGES = new Map(
  ['en', 'de'].flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'].map(
      (tag) => [names.of(tag)?.toLowerCase(), tag] as const,
    );
  }),
);

function toPerson(cells: string[], taken: Columns['taken'], file: string, line: number) {
  const person: RawPerson = { file, line, one: {}, many: {} };
  const cell = (held: Held): string => cells[taken.get(held) ?? -1]?.trim() ?? '';
  for (const name of ONE) if (cell(name) !== '') person.one[name] = cell(name);
  // Several values in one cell are parted by semicolons.
  for (const name of MANY) if (cell(name) !== '') person.many[name] = cell(name).split(';');
  if (cell('active') !== '') person.active = cell('active');
  const parts = NAME_PARTS.map(cell).filter((part) => part !== '');
  if (parts.length > 0) person.one.displayName ??= parts.join(' ');
  const language = LANGUAGES.get(cell('preferredLanguage').toLowerCase());
  if (language !== undefined) person.one.preferredLanguage = language;
  return person;
}

/** Whether a table without userName is about people all the same, and not about assets or documents. */
function isOfPeople({ taken }: Columns): boolean {
  const names: readonly Held[] = ['displayName', 'emails', ...NAME_PARTS];
  return taken.size > 1 && names.some((held) => taken.has(held));
}

/** Puts the only column of mail addresses in the place of a missing userName; whether there is a userName now. */
function findUserName(columns: Columns, headers: string[], file: string, ledger: Ledger): boolean {
  const { taken, mails } = columns;
  if (taken.has('userName')) return true;
  if (!isOfPeople(columns)) return false;
  const missing = 'There is no userName column';
  const [mail] = mails;
  const column = taken.get('emails');
  if (mail !== undefined && column !== undefined && mails.length === 1) {
    taken.set('userName', column);
    ledger.note(file, 1, `${missing}; \u201c${mail}\u201d was taken as userName.`);
    return true;
  }
  const message = `${missing}, so nobody of this table was taken: name the column by which people sign in userName.`;
  ledger.problem(file, 1, `${message} Its headers are: ${headers.join(', ')}.`);
  ledger.leaveOut(file, 'a table of people without userName');
  ledger.doubt(file);
  return false;
}

/** CSV files whose first row names attributes, one by which people sign in among them. */
export const csvTable: PeopleFormat = (files, ledger) => {
  const found: Found = { people: [], groups: [] };
  for (const { path: file, text = '' } of files) {
    if (!/\.csv$/i.test(file)) continue;
    let rows: ReturnType<typeof csvRows>;
    try {
      rows = csvRows(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      ledger.problem(file, undefined, `The table cannot be read: ${why}.`);
      ledger.leaveOut(file, 'no readable CSV');
      ledger.doubt(file);
      continue;
    }
    const headers = rows[0]?.cells ?? [];
    const columns = columnsOfHeaders(headers);
    if (!findUserName(columns, headers, file, ledger)) continue;
    const used = new Set(columns.taken.values());
    const left = headers.filter((_, index) => !used.has(index));
    if (left.length > 0) ledger.note(file, 1, `Columns not taken: ${left.join(', ')}.`);
    let taken = 0;
    for (const { cells, line } of rows.slice(1)) {
      if (cells.length === headers.length) {
        found.people.push(toPerson(cells, columns.taken, file, line));
        taken += 1;
      } else {
        const what = `The row has ${cells.length} fields, the header has ${headers.length}`;
        ledger.problem(file, line, `${what}. It was left out; quote cells that hold a comma.`);
        ledger.lose(file);
        ledger.doubt(file);
      }
    }
    ledger.take(file, `a table of ${taken} people`);
  }
  nameManagers(found.people);
  return found;
};
