import { dirname } from 'node:path';
import { isDay, MAX_VERSION } from './fields.js';
import type { Ledger } from './ledger.js';
import type { Page } from './pages.js';
import type { RegisterRow } from './register.js';
import { idFrom, unique } from './slug.js';

/** Which policy a page belongs to, and which version it says that it is. */
export interface Identity {
  policy: string;
  number?: number;
  effective?: string;
}

const EARLIER = /(?:^|\/)versions\/([^/]+)\/(\d+)(?:[_-](\d{4}-\d{2}-\d{2}))?[^/]*$/;

/** `versions/<policy>/<number>_<date>.md` is an earlier version of that policy. */
function earlier(file: string): Identity | undefined {
  const match = EARLIER.exec(file);
  const [, folder, number, effective] = match ?? [];
  if (folder === undefined || Number(number) < 1) return undefined;
  const dated = effective !== undefined && isDay(effective) && { effective };
  return { policy: idFrom(folder), number: Number(number), ...dated };
}

const nameOf = (page: Page): string => idFrom(page.stem) || 'document';

/** Names made of the folder too, when the same name stands in several folders. */
function spread(bucket: readonly Page[], taken: Set<string>, ids: Map<Page, Identity>): void {
  const clash = new Set(bucket.map(({ language }) => language)).size < bucket.length;
  const groups = new Map<string, Page[]>();
  for (const page of bucket) {
    const folder = dirname(page.file);
    const key =
      clash && folder !== '.' ? idFrom(`${folder.replaceAll('/', '-')}-${page.stem}`) : '';
    const wanted = key || nameOf(page);
    groups.set(wanted, [...(groups.get(wanted) ?? []), page]);
  }
  for (const [wanted, members] of groups) {
    // The same name and language twice in one folder (code_of_conduct, code-of-conduct) is two policies.
    const rounds: string[] = [];
    for (const page of members) {
      const round = members.filter(({ language }) => language === page.language).indexOf(page);
      rounds[round] ??= unique(wanted, taken);
      ids.set(page, { policy: rounds[round] });
    }
  }
}

/**
 * Gives every page the id of its policy: what the front matter says, else the row of a register (its
 * rows in several languages name one policy), else the folder `versions/<policy>/`, else the file
 * name. Pages of the same name in several languages are one policy.
 */
export function identify(
  pages: readonly Page[],
  rows: ReadonlyMap<Page, RegisterRow>,
  ledger: Ledger,
): Map<Page, Identity> {
  const ids = new Map<Page, Identity>();
  const taken = new Set<string>();
  const byReference = new Map<string, Page[]>();
  const loose = new Map<string, Page[]>();
  const late: [Page, Identity][] = [];
  for (const page of pages) {
    const stated = page.front.fields.id;
    const row = rows.get(page);
    const before = earlier(page.file);
    if (typeof stated === 'string' && idFrom(stated) !== '') {
      const policy = idFrom(stated);
      if (policy !== stated) {
        const message = `The id “${stated}” was taken as ${policy}: small letters, digits and hyphens.`;
        ledger.note(page.file, page.front.lineOf('id'), message);
      }
      ids.set(page, { policy });
      taken.add(policy);
    } else if (row !== undefined) {
      byReference.set(row.reference, [...(byReference.get(row.reference) ?? []), page]);
    } else if (before?.number !== undefined && before.number > MAX_VERSION) {
      const most = MAX_VERSION.toLocaleString('en');
      ledger.problem(page.file, undefined, `A version number is ${most} at most; it was left out.`);
      ledger.leaveOut(page.file, 'its name has no version number that can be');
      ledger.doubt(page.file);
    } else if (before !== undefined) late.push([page, before]);
    else loose.set(nameOf(page), [...(loose.get(nameOf(page)) ?? []), page]);
  }
  for (const group of byReference.values()) {
    const lead = group.find(({ language }) => language === 'en') ?? group[0];
    if (lead === undefined) continue;
    const policy = unique(nameOf(lead), taken);
    for (const page of group) ids.set(page, { policy });
  }
  for (const bucket of loose.values()) spread(bucket, taken, ids);
  for (const [page, identity] of late) ids.set(page, identity);
  return ids;
}
