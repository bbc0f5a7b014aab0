import { basename, dirname } from 'node:path';
import { languageOfName, isLanguage } from './language.js';
import type { Ledger } from './ledger.js';
import type { PolicyPlan } from './policies.js';
import { idFrom } from './slug.js';

const PAGE = /\.(md|markdown|html?|doc[xm]?)$/i;
const VERSIONS = /^(.*\/)?versions\/([^/]+)\/[^/]+$/;

/** Where a text stands, whatever its language and version: `en/a.md`, `de/a.md`, `a.fr.md` and `versions/a/1.md` are one. */
function placeOf(file: string): string {
  const [, above = '', name] = VERSIONS.exec(file) ?? [];
  const place = name === undefined ? file : `${above}${name}`;
  const folders = dirname(place)
    .split('/')
    .filter((folder) => folder !== '.' && !isLanguage(folder));
  return [...folders, idFrom(languageOfName(basename(place)).stem)].join('/');
}

/**
 * Leaves out the policies to which a text belongs that could not be read: without it, a translation would stand for
 * the original, an earlier version for the current one, and nobody knows who may see it.
 *
 * @param idOf what a file that was not understood says about the policy it is, if it can be seen
 */
export function withoutDoubtful(
  plans: readonly PolicyPlan[],
  idOf: (file: string) => string | undefined,
  ledger: Ledger,
): PolicyPlan[] {
  const pages = ledger.doubtful().filter((file) => PAGE.test(file));
  const places = new Map(pages.map((file) => [placeOf(file), file]));
  const ids = new Map(pages.map((file) => [idOf(file), file]));
  return plans.filter(({ policy, pages: versions }) => {
    const own = versions.flat();
    const because = own
      .map(({ file }) => places.get(placeOf(file)))
      .concat(ids.get(policy.id))
      .find((file) => file !== undefined);
    if (because === undefined) return true;
    for (const { file } of own) {
      ledger.leaveOut(file, `it belongs together with ${because}, which could not be read`);
    }
    const message = `Nothing of ${policy.id} was taken, because this file of it could not be read.`;
    ledger.problem(because, undefined, message);
    return false;
  });
}
