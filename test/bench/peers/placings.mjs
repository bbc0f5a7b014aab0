import { median, quantile } from '../first-page.mjs';
import { row } from '../rows.mjs';

const hundredth = (value) => Math.round(value * 100) / 100;

/** What is compared, by what each of them was measured to need. Less is ahead. */
const disciplines = [
  { what: 'text on the page', unit: 'ms', of: ({ opened }) => median(opened), held: true },
  { what: 'page turn, median', unit: 'ms', of: ({ turned }) => median(turned) },
  {
    what: 'page turn, 95 of 100 within',
    unit: 'ms',
    of: ({ turned }) => quantile(turned, 0.95),
    held: true,
  },
  {
    what: 'memory of script',
    unit: 'MB',
    of: ({ heaps }) => median(heaps) / 1_000_000,
    held: true,
  },
];

/**
 * What each of them needed, and the reader's need through each peer's: ahead is what is at most 1. What a peer was not
 * measured in has no number, and says why; only one that did not open in time is known to need more than that.
 *
 * @param {object} reader
 * @param {object[]} others
 * @param {number} openWithin
 * @returns {import('../rows.mjs').Row[]}
 */
export function placings(reader, others, openWithin) {
  const rows = [];
  for (const { what, unit, of, held } of disciplines) {
    const own = value(of(reader));
    const why = (one) => (one.reason ? ` (${one.reason})` : '');
    rows.push(row(`law in pages: ${what}${why(reader)}`, own, unit));
    for (const one of others) {
      const late = one.late && what === disciplines[0].what ? openWithin : null;
      const theirs = value(of(one)) ?? late;
      const through = own === null || theirs === null ? null : hundredth(own / theirs);
      const name = `${what}, ${one.name}${why(one)}`;
      if (theirs !== null && !late) rows.push(row(`law in pages: ${name}`, theirs, unit));
      if (held) rows.push(row(`law in pages: reader through peer, ${name}`, through, '×', 1));
    }
  }
  return rows;
}

/** Null for what was never measured. */
const value = (measured) => (Number.isFinite(measured) ? hundredth(measured) : null);
