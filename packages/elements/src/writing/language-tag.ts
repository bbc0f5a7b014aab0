/** The language that somebody writes in, as a draft names it (BCP 47): a page may name one that is none. */
export function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
