import type { Client, Document, Place, Policy } from '@heed/sdk';
import type { Gate } from '../../foreign-html.js';
import { bestText } from '../../language.js';
import { quoteAt } from '../place.js';
import { hitsIn } from './folding.js';
import { SectionText } from './section-text.js';
import { snippetOf, type Snippet } from './snippet.js';

/** Hits shown of one policy: whoever wants more opens it. */
const shownOfEach = 3;
/** Texts that are on their way at the same time. */
const atOnce = 4;

/** A hit in another policy. */
export interface Passage extends Snippet {
  /** Title of its section. */
  readonly title: string;
  readonly place: Place;
}

/** What stands in another policy. */
export interface Found {
  readonly policy: string;
  readonly title: string;
  /** BCP 47, of the text. */
  readonly language: string;
  /** How many hits there are. */
  readonly count: number;
  /** The first of them. */
  readonly passages: readonly Passage[];
}

/** How far it has come. */
export interface Progress {
  looked: number;
  of: number;
  /** Policies whose text could not be had. */
  missed: number;
  found: Found[];
}

const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Looks through one document, which is never put on the page. */
export function passagesIn(
  { sections }: Document,
  query: string,
  gate: Gate,
): { count: number; passages: Passage[] } {
  let count = 0;
  const passages: Passage[] = [];
  for (const [number, { id, title, html }] of sections.entries()) {
    const section = document.createElement('section');
    const heading = document.createElement('div');
    heading.textContent = title;
    const body = document.createElement('div');
    body.append(gate(html));
    section.append(heading, body);
    const text = new SectionText(section);
    for (const [start, end] of hitsIn(text.folded, query)) {
      count++;
      if (passages.length >= shownOfEach) continue;
      const place = { section: id, offset: start, quote: quoteAt(text.text, start) };
      passages.push({ title, place, ...snippetOf(text, { section: number, start, end }) });
    }
  }
  return { count, passages };
}

/**
 * Looks through every policy that the person may read but one, in the best language for each, and tells after each how
 * far it has come.
 *
 * @throws IsmsError when the policies cannot be listed.
 */
export async function lookThrough(
  client: Client,
  {
    query,
    except,
    language,
    gate,
  }: { query: string; except: string; language: string; gate: Gate },
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const policies: Policy[] = [];
  for await (const policy of client.policies.list({}, { signal })) {
    if (policy.id !== except && policy.documents.length) policies.push(policy);
  }
  const progress: Progress = { looked: 0, of: policies.length, missed: 0, found: [] };
  const rest = policies.entries();
  const found: Found[] = [];
  const look = async (): Promise<void> => {
    for (const [number, { id, version, documents }] of rest) {
      const { contentHash, title, language: spoken } = bestText(documents, language)!;
      try {
        const text = await client.documents.read({ policy: id, version, contentHash }, { signal });
        const { count, passages } = passagesIn(text, query, gate);
        if (count) found[number] = { policy: id, title, language: spoken, count, passages };
      } catch {
        signal.throwIfAborted();
        progress.missed++;
      }
      progress.looked++;
      progress.found = found.filter(Boolean);
      tell(progress);
      // The page gets its turn after each.
      await task();
      signal.throwIfAborted();
    }
  };
  tell(progress);
  await Promise.all(Array.from({ length: atOnce }, look));
}
