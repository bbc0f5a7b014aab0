import { en, type Words } from './search.strings.js';

const languages: Record<string, () => Promise<Words>> = {
  de: () => import('./search.strings.de.js').then(({ de }) => de),
};

/** The words of the search in a language; in English where there are none, or none can be reached. */
export async function wordsIn(language: string): Promise<Words> {
  const load = languages[language.toLowerCase().split(/[-_]/)[0]!];
  return (await load?.().catch(() => undefined)) ?? en;
}
