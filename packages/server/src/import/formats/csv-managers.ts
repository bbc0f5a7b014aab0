import type { RawPerson } from '../person.js';

const fold = (text: string | undefined): string => text?.trim().toLowerCase() ?? '';

/**
 * Lists of people name a manager by mail address or by name as often as by userName. Puts the userName in its
 * place, unless a name is that of several people.
 */
export function nameManagers(people: readonly RawPerson[]): void {
  const found = new Map<string, string | undefined>();
  for (const { one, many } of people) {
    const words = new Set([one.displayName, ...(many.emails ?? [])].map(fold));
    for (const word of words) found.set(word, found.has(word) ? undefined : one.userName);
  }
  for (const { one } of people) if (one.userName) found.set(fold(one.userName), one.userName);
  for (const { one } of people) {
    const manager = one.manager === undefined ? undefined : found.get(fold(one.manager));
    if (manager !== undefined) one.manager = manager;
  }
}
