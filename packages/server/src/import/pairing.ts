import type { Ledger } from './ledger.js';
import type { Page } from './pages.js';
import type { RegisterRow } from './register.js';
import { likeness, titleWords } from './titles.js';

/** Below this likeness (0 to 1) a title is another title. */
const ENOUGH = 0.6;
/** A second candidate within this distance makes the match ambiguous. */
const MARGIN = 0.1;

interface Scored {
  page: Page;
  score: number;
}

function score(row: RegisterRow, page: Page): number {
  const wanted = titleWords(row.title);
  return Math.max(
    likeness(wanted, titleWords(page.title)),
    likeness(wanted, titleWords(page.stem)),
  );
}

const because = ({ page, score: value }: Scored): string =>
  `${page.file} (${Math.round(value * 100)} % alike)`;

/**
 * Finds the page of each register row by its title, among the pages of the register's language: the
 * best likeness of title or file name, when it is clear. Rows without a page and pages without a row
 * are told of. A page belongs to one row at most, better matches first.
 */
export function pairPages(
  pages: readonly Page[],
  rows: readonly RegisterRow[],
  ledger: Ledger,
): Map<Page, RegisterRow> {
  const pairs = new Map<Page, RegisterRow>();
  const wanted = rows
    .map((row) => {
      const scored = pages
        .filter((page) => page.language === row.language)
        .map((page) => ({ page, score: score(row, page) }))
        .sort((a, b) => b.score - a.score);
      return { row, scored };
    })
    .sort((a, b) => (b.scored[0]?.score ?? 0) - (a.scored[0]?.score ?? 0));
  for (const { row, scored } of wanted) {
    const free = scored.filter(({ page }) => !pairs.has(page));
    const [best, second] = free;
    const name = `${row.reference} “${row.title}”`;
    if (best === undefined || best.score < ENOUGH) {
      ledger.problem(row.file, row.line, `No document was found for ${name}.`);
    } else if (second !== undefined && best.score - second.score < MARGIN) {
      const both = `${because(best)} or ${because(second)}`;
      ledger.problem(row.file, row.line, `It is not clear which document is ${name}: ${both}.`);
    } else {
      pairs.set(best.page, row);
      if (best.score < 1)
        ledger.note(row.file, row.line, `${name} was taken to be ${because(best)}.`);
    }
  }
  if (rows.length > 0) {
    for (const page of pages) {
      if (!pairs.has(page))
        ledger.problem(page.file, undefined, 'No register row was found for it.');
    }
  }
  return pairs;
}
