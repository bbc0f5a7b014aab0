// Names of folders and suffixes taken for languages. A closed list: `it` and `hr` are departments
// more often than Italian and Croatian, so as folders they count beside a language that is nothing else.
const KNOWN =
  'am ar az bg bn bs ca cs da de el en es et eu fa fi fr ga gl glg gu he hi hr hu hy id is it iw ja ka ' +
  'kk km kn ko lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te ' +
  'th tr uk ur uz vi zh';
// Departments, countries and other words that are codes of languages as well (`hr`, `it`, `id`, `uk`).
const AMBIGUOUS = new Set(
  'am ar ca fi ga he hi hr id is it km lo lt ml mr ms mt my ne no pa pl pt si sl sq te th uk'.split(
    ' ',
  ),
);
const LANGUAGES = new Set(KNOWN.split(' '));

/** The canonical BCP 47 tag (`iw` → `he`, `zh-cn` → `zh-CN`), or undefined when it is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function known(tag: string): string | undefined {
  const [base = '', region] = tag.toLowerCase().split(/[-_]/);
  if (!LANGUAGES.has(base) || (region !== undefined && !/^[a-z]{2}$|^[a-z]{4}$/.test(region))) {
    return undefined;
  }
  return canonicalLanguage(region === undefined ? base : `${base}-${region}`);
}

/** Whether a folder may be named after a language; see {@link languageOfFolder} for whether it is. */
export const isLanguage = (folder: string): boolean => known(folder) !== undefined;

/** `acceptable-use.de.md` → the name without language and the language; no language when none. */
export function languageOfName(name: string): { stem: string; language?: string } {
  const stem = name.replace(/\.(md|markdown|html?|doc[xm]?)$/i, '');
  const match = /^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/.exec(stem);
  const language = match?.[2] === undefined ? undefined : known(match[2]);
  return language === undefined || match?.[1] === undefined
    ? { stem }
    : { stem: match[1], language };
}

/**
 * The language a folder name stands for (`en/`, `de/`), seen from a file in it. Only folders that
 * have a sister folder named like a language too, and one of them like nothing else.
 */
export function languageOfFolder(path: string, folders: ReadonlySet<string>): string | undefined {
  const parts = path.split('/').slice(0, -1);
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const language = known(parts[depth - 1] ?? '');
    if (language === undefined) continue;
    const parent = parts.slice(0, depth - 1).join('/');
    const sisters = [...folders].filter((folder) => {
      const cut = folder.lastIndexOf('/');
      const same = (cut < 0 ? '' : folder.slice(0, cut)) === parent;
      return same && known(folder.slice(cut + 1)) !== undefined;
    });
    const clear = sisters.some(
      (folder) => !AMBIGUOUS.has(folder.slice(folder.lastIndexOf('/') + 1)),
    );
    if (sisters.length > 1 && clear) return language;
  }
  return undefined;
}
