import type { Document, Place } from '@heed/sdk';
import type { Gate } from '../../foreign-html.js';
import type { Loaded } from '../document-loading.js';
import { offsetIn, quoteAt } from '../place.js';
import { share, type Pair } from './align.js';
import { holdsBlocks, type Block } from './blocks.js';
import { parts } from './merge.js';
import { pairDocuments } from './pairing.js';

/** A heading or a piece of text without further blocks in it, and the section it stands in. */
interface Leaf {
  readonly section: number;
  readonly text: string;
}

type LeafPair = Pair<Leaf>;

/** The share of words that a passage keeps which was moved. */
const nearlySame = 0.8;

const textOf = ({ nodes }: Block): string => nodes.map((node) => node.textContent).join('');

function leavesOf(pair: Pair<Block>, was: number, now: number): LeafPair[] {
  const [before, after] = [pair.was?.element, pair.now?.element];
  const holds = [before, after].some((one) => one && holdsBlocks(one));
  if (holds) {
    const none = document.createElement('div');
    return parts(before ?? none, after ?? none).flatMap((one) => leavesOf(one, was, now));
  }
  return [
    {
      ...(pair.was && { was: { section: was, text: textOf(pair.was) } }),
      ...(pair.now && { now: { section: now, text: textOf(pair.now) } }),
    } as LeafPair,
  ];
}

/** What stands before a leaf in its section. */
const before = (leaves: readonly Leaf[], leaf: Leaf): number =>
  leaves
    .slice(0, leaves.indexOf(leaf))
    .filter(({ section }) => section === leaf.section)
    .reduce((sum, { text }) => sum + text.length, 0);

const dense = (text: string): string => text.replace(/\s+/g, '');

/** The leaf that a place stands in, whatever white space there is between the leaves. */
function leafAt(leaves: readonly Leaf[], { quote, offset }: Place): Leaf | undefined {
  const texts = leaves.map(({ text }) => dense(text));
  let at = offsetIn(texts.join(''), { section: '', quote: dense(quote), offset });
  if (at === undefined) return undefined;
  return leaves.find((_, i) => {
    const inside = at! < texts[i]!.length;
    at! -= texts[i]!.length;
    return inside;
  });
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Of what is new, that which is nearly the same as what is gone. */
function moved(pairs: readonly LeafPair[], { text }: Leaf): Leaf | undefined {
  const likest = pairs
    .flatMap(({ was, now }) =>
      now && !was ? [{ now, alike: share(words(text), words(now.text)) }] : [],
    )
    .sort((a, b) => b.alike - a.alike)[0];
  return likest && likest.alike >= nearlySame ? likest.now : undefined;
}

/**
 * Finds where a place of one version is in another: in the same paragraph, also when it was edited, or stands in another
 * section now.
 *
 * @returns undefined when what stood there is gone.
 */
export async function carry(
  was: Document,
  now: Document,
  gate: Gate,
  place: Place,
): Promise<Place | undefined> {
  const pairs = (await pairDocuments(was, now, gate)) ?? [];
  const all = pairs.flatMap(({ was: w, now: n }) =>
    leavesOf({ was: w?.block, now: n?.block } as Pair<Block>, w?.section ?? -1, n?.section ?? -1),
  );
  const number = was.sections.findIndex(({ id }) => id === place.section);
  const leaves = all.flatMap((pair) => (pair.was?.section === number ? [pair.was] : []));
  const leaf = leafAt(leaves, place);
  if (!leaf) return undefined;
  const after = all.flatMap((pair) => pair.now ?? []);
  const found = all.find((pair) => pair.was === leaf)?.now ?? moved(all, leaf);
  return (
    found && {
      section: now.sections[found.section]!.id,
      offset: before(after, found),
      quote: quoteAt(found.text, 0),
    }
  );
}

/** The same for what the reader has loaded. */
export const carryOver = (was: Loaded, now: Loaded, place: Place): Promise<Place | undefined> =>
  carry(was.document, now.document, now.gate, place);

export { vanished } from './vanished.js';
