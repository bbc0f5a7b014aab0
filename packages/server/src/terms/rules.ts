import type { Term } from '@heed/contract';
import type { PublishedPolicy } from '../policies/records.js';
import type { StoredTerm } from './records.js';

/** The tag of a text for this language: its own, or that of the next wider one (RFC 4647, 3.4). */
function tagFor(texts: StoredTerm['texts'], language: string): string | undefined {
  const tags = Object.keys(texts);
  for (let wanted = language.toLowerCase(); wanted; wanted = wanted.replace(/(^|-)[^-]*$/, '')) {
    const found = tags.find((tag) => tag.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * A term as somebody sees it: in one language or in all (TERM-2), with the policy that says more where that is open to
 * them (TERM-3). Nothing where there is no text in the language.
 */
export function shownTerm(
  { id, texts, policy }: StoredTerm,
  language: string | undefined,
  open: (policy: string) => PublishedPolicy | undefined,
): Term | undefined {
  const tag = language === undefined ? undefined : tagFor(texts, language);
  const text = tag === undefined ? undefined : texts[tag];
  if (language !== undefined && !text) return undefined;
  const more = policy === undefined ? undefined : open(policy);
  return {
    id,
    texts: tag !== undefined && text ? { [tag]: text } : { ...texts },
    ...(more && { policy: { id: more.id, title: more.title } }),
  };
}
