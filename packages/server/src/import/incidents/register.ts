import { localDateTime } from '../../time-zone.js';
import { csvRows, type CsvRow } from '../formats/csv-rows.js';
import type { SourceFile } from '../folder.js';
import type { Ledger } from '../ledger.js';
import { oneLine } from '../line.js';
import { idFrom } from '../slug.js';
import { plainWords } from '../titles.js';
import { yesOrNo } from '../yes-no.js';
import type { ImportedIncident, IncidentClass } from './incident.js';
import { classByType, closedWords, incidentHeaders, severityByWord } from './register-headers.js';
import { tellPlaceless } from './veris.js';

const key = (text: string): string => plainWords(text).join(' ');

interface Header {
  language: 'en' | 'de';
  /** Name of a field, and its column. */
  columns: ReadonlyMap<string, number>;
  names: readonly string[];
}

/** A register of incidents has an id, a title, and when each was reported. */
function recognise(names: readonly string[]): Header | undefined {
  for (const language of ['en', 'de'] as const) {
    const columns = new Map<string, number>();
    for (const [field, known] of Object.entries(incidentHeaders[language])) {
      const column = names.findIndex((name) => known.split('|').includes(key(name)));
      if (column >= 0) columns.set(field, column);
    }
    if (['reference', 'title', 'reportedAt'].every((field) => columns.has(field))) {
      return { language, columns, names };
    }
  }
  return undefined;
}

/** A class by the words of the register, and by the title where that says more. */
function classOf(type: string, title: string): IncidentClass {
  const found = classByType.get(key(type));
  if (found === 'availability:dos' && /\bddos\b/i.test(title)) return 'availability:ddos';
  return (found ?? 'other:undetermined') as IncidentClass;
}

/** Says yes or no at its beginning, whatever else it says. */
const firstWord = (text: string) => yesOrNo(text.split(/[\s(,;]/u)[0] ?? '');

interface Read {
  incident: ImportedIncident;
  /** Columns that have no place of their own. */
  placeless: string[];
}

function read({ cells }: CsvRow, header: Header, timeZone: string): Read | string {
  const { language, columns, names } = header;
  const cell = (field: string): string => oneLine(cells[columns.get(field) ?? -1] ?? '');
  const [reference, title, type] = [cell('reference'), cell('title'), cell('type')];
  const reportedAt = localDateTime(cell('reportedAt'), timeZone);
  if (idFrom(reference) === '') return 'it has no id';
  if (title === '') return 'it has no title';
  if (reportedAt === undefined) return `“${cell('reportedAt')}” is no moment`;
  const [cause, measure] = [cell('cause'), cell('measure')];
  const isNothing = /^(false positive|fehlalarm)/i.test(cause);
  const severity = severityByWord.get(key(cell('severity')));
  const personalData = firstWord(cell('personal'));
  const isClosed = closedWords.has(key(cell('status')));
  const closedAt = localDateTime(cell('closedAt'), timeZone);
  const placed = new Map<string, boolean>([
    ...['reference', 'title', 'reportedAt', 'assets'].map((field) => [field, true] as const),
    ['type', classByType.has(key(type))],
    ['severity', severity !== undefined],
    // What is said beside yes and no is kept, too.
    ['personal', yesOrNo(cell('personal')) !== undefined],
    ['closedAt', isClosed && closedAt !== undefined],
    ['measure', isClosed],
    ['status', isClosed],
  ]);
  const rest = names.flatMap((name, at) => {
    const field = [...columns].find(([, column]) => column === at)?.[0];
    const value = oneLine(cells[at] ?? '');
    const has = field !== undefined && placed.get(field) === true;
    return value === '' || has ? [] : [[name, value] as const];
  });
  return {
    incident: {
      id: idFrom(reference),
      ...{ language, noticed: title, reportedAt, awareAt: reportedAt },
      ...(isClosed && { closedAt: closedAt ?? reportedAt }),
      kind: isNothing ? 'event' : 'incident',
      class: classOf(type, title),
      ...(severity !== undefined && { severity }),
      outcome: isNothing ? 'false-positive' : 'confirmed',
      assets: cell('assets') === '' ? [] : [cell('assets')],
      ...(personalData !== undefined && { personalData }),
      ...(isClosed && measure !== '' && { resolved: measure }),
      rest: rest.map(([name, value]) => `${name}: ${value}`),
    },
    placeless: rest.map(([name]) => name),
  };
}

/**
 * Reads a table of incidents, if it is one. What has no place of its own is told of, and kept in a note.
 *
 * @param timeZone in which the table tells the time.
 */
export function readIncidentRegister(
  { path: file, text = '' }: SourceFile,
  timeZone: string,
  ledger: Ledger,
): ImportedIncident[] {
  let rows: CsvRow[];
  try {
    rows = csvRows(text);
  } catch {
    // Who reads the other tables tells of it.
    return [];
  }
  const header = recognise(rows[0]?.cells ?? []);
  if (!header) return [];
  const found: ImportedIncident[] = [];
  const placeless = new Map<string, number>();
  for (const row of rows.slice(1)) {
    const result = read(row, header, timeZone);
    if (typeof result === 'string') {
      ledger.problem(file, row.line, `The incident was left out: ${result}.`);
      ledger.lose(file);
      ledger.doubt(file);
      continue;
    }
    found.push(result.incident);
    for (const name of result.placeless) placeless.set(name, (placeless.get(name) ?? 0) + 1);
  }
  tellPlaceless(file, placeless, ledger);
  ledger.take(file, `${found.length} incidents`);
  return found;
}
