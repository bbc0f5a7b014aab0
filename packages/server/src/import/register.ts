import { classificationOf, type Classification } from './classification.js';
import { isDay } from './fields.js';
import { csvRows, type CsvRow } from './formats/csv-rows.js';
import type { Ledger } from './ledger.js';
import { plainWords } from './titles.js';
import type { ImportedPolicy } from './types.js';

/** One row of a register of documents. */
export interface RegisterRow {
  file: string;
  line: number;
  /** The language of the header row: documents of that language are looked for. */
  language: 'en' | 'de';
  /** What the register calls the document, for example `POL-004`. */
  reference: string;
  title: string;
  kind?: ImportedPolicy['kind'];
  owner?: string;
  approver?: string;
  label?: string;
  effective?: string;
  reviewBy?: string;
  classification?: Classification;
  distribution?: string;
  /** As written when the document is not in force (`Draft`). */
  notInForce?: string;
}

const HEADERS: Record<'en' | 'de', Record<string, string>> = {
  en: {
    reference: 'doc id|document id|doc no|document number|reference',
    title: 'title|document|document title|name',
    kind: 'type|document type',
    owner: 'owner|document owner',
    approver: 'approver|approved by',
    label: 'version',
    effective: 'effective date|effective|valid from',
    reviewBy: 'next review|next review date|review by|review date',
    classification: 'classification',
    distribution: 'distribution|audience',
    status: 'status',
  },
  de: {
    reference: 'dok id|dokument id|dok nr|dokumentennummer',
    title: 'titel|dokument|bezeichnung',
    kind: 'typ|dokumenttyp|art',
    owner: 'eigentuemer|verantwortlich|dokumentenverantwortlich',
    approver: 'genehmiger|freigegeben durch|freigabe durch',
    label: 'version',
    effective: 'gueltig ab|gueltig seit',
    reviewBy: 'naechste pruefung|naechste ueberpruefung',
    classification: 'klassifizierung|klassifikation',
    distribution: 'verteiler|zielgruppe',
    status: 'status',
  },
};

const KINDS = new Map<string, ImportedPolicy['kind']>([
  ['policy', 'policy'],
  ['richtlinie', 'policy'],
  ['leitlinie', 'policy'],
  ['procedure', 'procedure'],
  ['verfahren', 'procedure'],
  ['guidance', 'guidance'],
  ['guideline', 'guidance'],
  ['leitfaden', 'guidance'],
  ['training', 'training'],
  ['schulung', 'training'],
  ['notice', 'notice'],
  ['mitteilung', 'notice'],
]);
const IN_FORCE = new Set(
  'published veroeffentlicht approved freigegeben genehmigt effective live active aktiv gueltig'.split(
    ' ',
  ),
);

const key = (text: string): string => plainWords(text).join(' ');

interface Header {
  language: 'en' | 'de';
  /** Field name → column. */
  columns: Map<string, number>;
}

/** A register of documents has an id, a title and two of owner, version, distribution and status. */
function recognise(cells: readonly string[]): Header | undefined {
  const found = (['en', 'de'] as const).map((language) => {
    const columns = new Map<string, number>();
    for (const [field, names] of Object.entries(HEADERS[language])) {
      const column = cells.findIndex((cell) => names.split('|').includes(key(cell)));
      if (column >= 0) columns.set(field, column);
    }
    return { language, columns };
  });
  const best = found.sort((a, b) => b.columns.size - a.columns.size)[0];
  if (!best?.columns.has('reference') || !best.columns.has('title')) return undefined;
  const more = ['owner', 'label', 'distribution', 'status'].filter((f) => best.columns.has(f));
  return more.length >= 2 ? best : undefined;
}

function toRow(header: Header, { cells, line }: CsvRow, file: string, ledger: Ledger) {
  const cell = (field: string): string | undefined =>
    cells[header.columns.get(field) ?? -1]?.trim() || undefined;
  const reference = cell('reference');
  const title = cell('title');
  if (reference === undefined || title === undefined) {
    ledger.problem(file, line, 'The row has no id or no title; it was left out.');
    ledger.doubt(file);
    return undefined;
  }
  const row: RegisterRow = { file, line, language: header.language, reference, title };
  const classification = (): Classification | undefined => {
    const text = cell('classification');
    const value = text === undefined ? undefined : classificationOf(text);
    if (text === undefined || value !== undefined) return value;
    const message = `The classification “${text}” of ${reference} is not known`;
    ledger.problem(file, line, `${message}; it was taken as restricted.`);
    return 'restricted';
  };
  const day = (field: string): string | undefined => {
    const text = cell(field);
    if (text === undefined || isDay(text)) return text;
    ledger.note(file, line, `“${text}” is no date; ${field} of ${reference} was not taken.`);
    return undefined;
  };
  const status = cell('status');
  const found = {
    // Records and the like are no policies; they are told of when their document is looked for.
    kind: KINDS.get(key(cell('kind') ?? '')),
    owner: cell('owner'),
    approver: cell('approver'),
    label: cell('label'),
    effective: day('effective'),
    reviewBy: day('reviewBy'),
    classification: classification(),
    distribution: cell('distribution'),
    notInForce: status === undefined || IN_FORCE.has(key(status)) ? undefined : status,
  };
  return Object.assign(row, Object.fromEntries(Object.entries(found).filter(([, v]) => v)));
}

/** A table that is not taken anyway is worth one note, not one per row. */
function tellWide(wide: readonly CsvRow[], width: number, file: string, ledger: Ledger): void {
  const first = wide[0];
  if (first === undefined) return;
  const where = wide.map(({ line }) => line).join(', ');
  const rows = wide.length === 1 ? '1 row has' : `${wide.length} rows have`;
  const message = `${rows} more fields than the ${width} of the header, from unquoted commas`;
  ledger.note(file, first.line, `${message}: line ${where}.`);
}

/** Reads every register of documents in the folder; other tables are accounted for as left out. */
export function readRegisters(ledger: Ledger): RegisterRow[] {
  const rows: RegisterRow[] = [];
  for (const { path: file, text = '' } of ledger.open()) {
    if (!/\.csv$/i.test(file)) continue;
    let lines: CsvRow[];
    try {
      lines = csvRows(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      ledger.leaveOut(file, 'no readable CSV');
      ledger.problem(file, undefined, `The table cannot be read: ${why}.`);
      ledger.doubt(file);
      continue;
    }
    const width = lines[0]?.cells.length ?? 0;
    const header = recognise(lines[0]?.cells ?? []);
    if (header === undefined) {
      ledger.leaveOut(file, 'a table, but no register of documents');
    } else ledger.take(file, `a register of documents (${header.language})`);
    const wide = lines.slice(1).filter(({ cells }) => cells.length > width);
    if (header === undefined) tellWide(wide, width, file, ledger);
    else {
      for (const line of wide) {
        const what = `The row has ${line.cells.length} fields, the header has ${width}`;
        const why = 'a comma inside a cell needs quotes around it';
        ledger.problem(file, line.line, `${what}: ${why}. The row was left out.`);
        ledger.lose(file);
        ledger.doubt(file);
      }
      const good = lines.slice(1).filter((line) => !wide.includes(line));
      rows.push(
        ...good.map((line) => toRow(header, line, file, ledger)).filter((row) => row !== undefined),
      );
    }
  }
  return rows;
}
