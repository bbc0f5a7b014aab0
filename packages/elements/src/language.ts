/**
 * The best of the available languages for the wanted one: the same tag, then the same language in
 * another region, then English, then the first (BCP 47 lookup, RFC 4647 §3.4, with a way out).
 */
export function bestLanguage(available: readonly string[], wanted: string): string | undefined {
  const among = (tag: string): string | undefined =>
    available.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
    available.find((one) => baseOf(one) === baseOf(tag));
  return among(wanted) ?? among('en') ?? available[0];
}

/** The one of several texts whose language is the best for the wanted one. */
export function bestText<T extends { readonly language: string }>(
  texts: readonly T[],
  wanted: string,
): T | undefined {
  const best = bestLanguage(
    texts.map(({ language }) => language),
    wanted,
  );
  return texts.find(({ language }) => language === best);
}

/** The words of a language, by the module that uses them. */
export type Words = Readonly<Record<string, object>>;

/** The languages that are loaded when a page speaks them; English is always there. */
const languages: Record<string, () => Promise<{ words: Words }>> = {
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  nl: () => import('./languages/nl.js'),
};
const learned: Record<string, Words> = { en: {} };

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;

/**
 * Loads the words of a language, where there are any; nothing to wait for when they are there. It
 * never fails: without a connection the page speaks English, and the next update tries again.
 */
export function learn(wanted: string): Promise<void> | undefined {
  const base = baseOf(wanted);
  if (learned[base]) return undefined;
  return languages[base]?.().then(
    ({ words }) => void (learned[base] = words),
    () => undefined,
  );
}

/** The words of a module in the wanted language, as far as it was learned. */
export function inLanguage<T extends object>(
  { name, en }: { readonly name: string; readonly en: T },
  wanted: string,
): T {
  return (learned[baseOf(wanted)]?.[name] as T | undefined) ?? en;
}

/**
 * The language to write dates in beside such words: the wanted one, unless they are English or it is
 * none. `Intl` throws at a tag such as `en_US`, and pages have them.
 */
export function datesIn(wanted: string): string {
  const base = baseOf(wanted);
  try {
    if (learned[base]) return Intl.getCanonicalLocales(wanted.replace('_', '-'))[0] ?? base;
  } catch {
    // A tag that is none.
  }
  return 'en';
}

/** The `lang` attribute nearest to an element, looking out of shadow roots; empty when there is none. */
export function nearestLanguage(element: Element): string {
  for (let at: Element | undefined = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang')!;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return '';
}
