import { plainWords } from './titles.js';
import type { ImportedPolicy } from './types.js';

/** Who may see a document, from everyone to nobody who is not asked to. */
export type Classification = ImportedPolicy['classification'];

/** From the most open to the strictest. */
export const CLASSIFICATIONS = ['public', 'internal', 'confidential', 'restricted'] as const;

const WORDS = new Map<string, Classification>([
  ['public', 'public'],
  ['oeffentlich', 'public'],
  ['internal', 'internal'],
  ['intern', 'internal'],
  ['confidential', 'confidential'],
  ['vertraulich', 'confidential'],
  ['restricted', 'restricted'],
  ['streng vertraulich', 'restricted'],
]);

/** The classification that a word of English or German names, whatever its case. */
export const classificationOf = (text: string): Classification | undefined =>
  WORDS.get(plainWords(text).join(' '));

/** The strictest of some classifications; undefined when there are none. */
export const strictest = (some: readonly Classification[]): Classification | undefined =>
  CLASSIFICATIONS.findLast((one) => some.includes(one));
