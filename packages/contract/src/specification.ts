import { nounPage } from './specification/noun.js';
import { overviewPage } from './specification/overview.js';
import { rulesPage } from './specification/rules.js';
import { setupPage } from './specification/setup.js';
import { endpointsByNoun, type Sources } from './specification/site.js';

export type { Meanings } from './specification/meanings.js';
export type { Sources } from './specification/site.js';

/** The pages of the contract for people, by file name, in Markdown that is not laid out yet. */
export function specification(sources: Sources): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', overviewPage()],
    ['rules.md', rulesPage(sources)],
    ...[...endpointsByNoun.keys()].map((noun) => [`${noun}.md`, nounPage(noun, sources)] as const),
    ['setup.md', setupPage(sources)],
  ]);
}
