import type { Document, Section } from '@heed/sdk';
import type { Gate } from '../../foreign-html.js';
import { align, share, type Pair } from './align.js';
import { blocksIn, wordsOf, type Block } from './blocks.js';
import { comparing } from './merge.js';
import { turns } from './turns.js';

/** A heading or a block, and the section it stands in. */
export interface Item {
  readonly section: number;
  readonly heading: string | undefined;
  readonly block: Block;
}

function headingOf({ title, level }: Section): Block {
  const element = document.createElement('p');
  element.className = 'was-heading';
  element.append(title);
  return { nodes: [element], element, key: `${level} ${title}` };
}

async function itemsOf(sections: readonly Section[], gate: Gate): Promise<Item[]> {
  const items: Item[] = [];
  const pause = turns();
  for (const [section, { title, level, html, ...rest }] of sections.entries()) {
    await pause();
    const block = headingOf({ title, level, html, ...rest });
    if (title) items.push({ section, heading: title, block });
    for (const one of blocksIn(gate(html))) items.push({ section, heading: undefined, block: one });
  }
  return items;
}

const likeness = (was: Item, now: Item): number => {
  if (was.heading !== undefined && now.heading !== undefined) {
    return share(wordsOf(was.block), wordsOf(now.block));
  }
  return was.heading === now.heading ? comparing.likeness(was.block, now.block) : 0;
};

/**
 * Brings together what belongs together in two versions of a document, in turns that leave the page free to answer.
 *
 * @returns undefined when they have too little in common.
 */
export async function pairDocuments(
  was: Document,
  now: Document,
  gate: Gate,
): Promise<Pair<Item>[] | undefined> {
  const pause = turns();
  const [before, after] = [await itemsOf(was.sections, gate), await itemsOf(now.sections, gate)];
  await pause();
  return align(before, after, { key: ({ block: { key } }) => key, likeness });
}
