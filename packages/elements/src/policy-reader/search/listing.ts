import type { Section } from '@heed/sdk';
import type { Finding, Hit } from './finding.js';
import { snippetOf, type Snippet } from './snippet.js';

/** Hits that are listed at most: more than anybody looks through. */
export const listedAtMost = 200;

/** The listed hits of one section. */
export interface Listed {
  title: string;
  hits: (Snippet & { /** Its number among all hits. */ number: number })[];
}

/** The first hits, by section. */
export function list(
  hits: readonly Hit[],
  sections: readonly Section[],
  finding: Finding,
): Listed[] {
  const listed: Listed[] = [];
  let before: number | undefined;
  for (const [number, hit] of hits.slice(0, listedAtMost).entries()) {
    if (hit.section !== before) listed.push({ title: sections[hit.section]!.title, hits: [] });
    before = hit.section;
    listed.at(-1)!.hits.push({ number, ...snippetOf(finding.text(hit.section), hit) });
  }
  return listed;
}
