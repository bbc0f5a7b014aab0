import { align, share, type Comparing, type Pair } from './align.js';
import { blocksIn, holdsBlocks, wordsOf, type Block } from './blocks.js';
import { markAll } from './marks.js';
import { mergeWords } from './words.js';

/** Hears of every block that is not what it was, with the nodes that show it. */
export type Heard = (pair: Pair<Block>, shown: readonly Node[]) => void;

/** Blocks belong together when they are of one kind and share enough words. */
export const comparing: Comparing<Block> = {
  key: ({ key }) => key,
  likeness: (was, now) =>
    was.element?.localName === now.element?.localName ? share(wordsOf(was), wordsOf(now)) : 0,
};

/** One block of a text in which both versions can be read. */
export function mergePair(pair: Pair<Block>, heard: Heard): Node[] {
  const { was, now } = pair;
  if (was && now) return was.key === now.key ? [...now.nodes] : mergeBlock(was, now, heard);
  const shown = was ? markAll(was.nodes, 'del') : markAll(now.nodes, 'ins');
  heard(pair, shown);
  return shown;
}

function mergeBlock(was: Block, now: Block, heard: Heard): Node[] {
  const [before, after] = [was.element, now.element];
  if (before && after && (holdsBlocks(before) || holdsBlocks(after))) {
    const copy = after.cloneNode() as Element;
    for (const pair of parts(before, after)) copy.append(...mergePair(pair, heard));
    return [copy];
  }
  const words = mergeWords(before?.childNodes ?? was.nodes, after?.childNodes ?? now.nodes);
  const copy = after?.cloneNode() as Element | undefined;
  copy?.append(words);
  const shown = copy ? [copy] : [...words.childNodes];
  heard({ was, now }, shown);
  return shown;
}

/** What is in a list or a table, brought together. */
export function parts(before: Element, after: Element): Pair<Block>[] {
  const [was, now] = [blocksIn(before), blocksIn(after)];
  // The cells of a row stand under their columns, whatever is in them.
  if (after.localName === 'tr' && was.length === now.length) {
    return was.map((cell, i) => ({ was: cell, now: now[i]! }));
  }
  return (
    align(was, now, comparing) ?? [
      ...was.map((one) => ({ was: one })),
      ...now.map((one) => ({ now: one })),
    ]
  );
}
