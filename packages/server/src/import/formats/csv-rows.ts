import { parse } from 'csv-parse/sync';

/** One row of a table, with the line it begins on, from 1. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** The rows of a CSV file (comma, semicolon or tab) with their lines. Throws when it is none. */
export function csvRows(text: string): CsvRow[] {
  const [head = ''] = text.trimStart().split('\n', 1);
  const delimiter = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0];
  const parsed: unknown = parse(text, {
    delimiter: delimiter ?? ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const lines = text.split('\n');
  let before = 0;
  return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
    // The parser tells the last line of a row; the next one begins below it, after the blank lines it skipped.
    while (lines[before]?.trim() === '') before += 1;
    const line = before + 1;
    before = info.lines;
    return { cells: record, line };
  });
}
