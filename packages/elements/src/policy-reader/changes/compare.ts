import type { Document } from '@heed/sdk';
import type { Gate } from '../../foreign-html.js';
import type { Pair } from './align.js';
import type { Block } from './blocks.js';
import { markAll } from './marks.js';
import { mergePair } from './merge.js';
import { pairDocuments } from './pairing.js';
import { turns } from './turns.js';

/** What happened to a piece of the text. */
export type Kind = 'added' | 'removed' | 'changed' | 'link';

/** One change, for a list of them: what was added or removed in one go is one. */
export interface Change {
  readonly kind: Kind;
  /** The section of the new text in which it shows, by number. */
  readonly section: number;
  /** What shows it; the first of them is what to go to. */
  readonly shown: readonly Node[];
}

/** A text in which two versions can be read. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** The bodies of the sections that are not what they were, by number; -1 is what stood before the first heading. */
  readonly bodies: ReadonlyMap<number, DocumentFragment>;
  /** Sections whose heading is new. */
  readonly headings: ReadonlySet<number>;
}

/**
 * Compares two versions of a document, in turns that leave the page free to answer.
 *
 * @returns undefined when they have too little in common to be compared.
 */
export async function compareDocuments(
  was: Document,
  now: Document,
  gate: Gate,
): Promise<Comparison | undefined> {
  const pause = turns();
  const pairs = await pairDocuments(was, now, gate);
  if (!pairs) return undefined;
  const bodies = new Map<number, DocumentFragment>();
  let section = -1;
  const add = (...nodes: Node[]): void => {
    if (!bodies.has(section)) bodies.set(section, document.createDocumentFragment());
    bodies.get(section)!.append(...nodes);
  };
  const changes: Change[] = [];
  const headings = new Set<number>();
  const note = (kind: Kind, shown: readonly Node[]): void => {
    const last = changes.at(-1);
    const goesOn = kind === 'added' || kind === 'removed';
    if (!goesOn || last?.kind !== kind || last.section !== section) {
      changes.push({ kind, section, shown });
    } else changes[changes.length - 1] = { ...last, shown: [...last.shown, ...shown] };
  };
  const heard = (pair: Pair<Block>, shown: readonly Node[]): void => {
    const kind = kindOf(pair, shown);
    if (kind) note(kind, shown);
  };
  for (const { was: old, now: one } of pairs) {
    await pause();
    section = one?.section ?? section;
    if (one?.heading === undefined) {
      const pair = { was: old?.block, now: one?.block } as Pair<Block>;
      add(...mergePair(pair, heard));
    } else if (old?.block.key !== one.block.key) {
      headings.add(section);
      const gone = old ? markAll(old.block.nodes, 'del') : [];
      add(...gone);
      note(old ? 'changed' : 'added', gone);
    }
  }
  const touched = new Set(changes.map((change) => change.section));
  return {
    changes,
    bodies: new Map([...bodies].filter(([number]) => touched.has(number))),
    headings,
  };
}

const textIn = (nodes: readonly Node[], mark: string): string =>
  nodes
    .flatMap((node) => (node instanceof Element ? [node] : []))
    .flatMap((one) => [...(one.matches(mark) ? [one] : []), ...one.querySelectorAll(mark)])
    .map(({ textContent }) => textContent)
    .join('');

/** Nothing when nothing of it can be seen, such as a line break in the source. */
function kindOf({ was, now }: Pair<Block>, shown: readonly Node[]): Kind | undefined {
  const [gone, come] = [textIn(shown, 'del[data-changed]'), textIn(shown, 'ins[data-changed]')];
  const marked = shown.some(
    (node) =>
      node instanceof Element &&
      (node.matches('[data-changed]') || node.querySelector('[data-changed]')),
  );
  if (!marked) return undefined;
  if (!was) return 'added';
  if (!now) return 'removed';
  return gone === come ? 'link' : 'changed';
}
