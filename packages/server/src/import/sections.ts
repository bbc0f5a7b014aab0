import type { Nodes, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { oneLine } from './line.js';
import { slug, unique } from './slug.js';
import { blocksOf, headingLevel, plainText } from './tree.js';

/** A section before its links are resolved and its HTML is sanitised. */
export interface Draft {
  id: string;
  /** The heading as plain text; empty for what stands before the first heading. */
  title: string;
  /** 1 to 6. */
  level: number;
  children: RootContent[];
}

/** A page split at its headings. */
export interface Split {
  /** The first heading when it is an h1 and nothing stands before it. */
  title?: string;
  drafts: Draft[];
  /** Links of headings, which are plain text. */
  headingLinks: { line: number | undefined; href: string }[];
  /** Anchors of the source (heading slugs, explicit ids) → index of the draft they lead to. */
  anchors: Map<string, number>;
}

/** The id of what stands before the first heading. */
export const START = 'start';

const headline = (node: Nodes): string => oneLine(plainText(node));

/** Every id and anchor name inside a node: links of the source may point at them. */
function explicitAnchors(node: Nodes): string[] {
  const found: string[] = [];
  visit(node, 'element', ({ properties }) => {
    for (const value of [properties.id, properties.name]) {
      if (typeof value === 'string' && value !== '') found.push(value);
    }
  });
  return found;
}

/** Links that lead away from a heading; those to itself are decoration. */
function linksOf(heading: Nodes): Split['headingLinks'] {
  const found: Split['headingLinks'] = [];
  visit(heading, 'element', ({ properties, position }) => {
    const { href } = properties;
    if (typeof href !== 'string' || href.startsWith('#')) return;
    found.push({ line: (position ?? heading.position)?.start.line, href });
  });
  return found;
}

/**
 * Splits a page into a flat list of sections. A heading starts a section; headings inside quotes and
 * lists do not. Repeated headings get `-2`, `-3` ... in order.
 */
export function splitSections(tree: Root): Split {
  const blocks = blocksOf(tree.children);
  const split: Split = { drafts: [], headingLinks: [], anchors: new Map() };
  const ids = new Set<string>();
  const remember = (anchor: string, index: number): void => {
    if (anchor !== '' && !split.anchors.has(anchor)) split.anchors.set(anchor, index);
  };
  const gitHub = new Set<string>();
  blocks.forEach((block, place) => {
    const level = headingLevel(block);
    if (level > 0) split.headingLinks.push(...linksOf(block));
    if (level === 1 && place === 0) {
      split.title = headline(block);
      for (const anchor of explicitAnchors(block)) remember(anchor, 0);
      return;
    }
    if (level > 0) {
      const title = headline(block);
      split.drafts.push({ id: unique(slug(title) || 'section', ids), title, level, children: [] });
    } else if (split.drafts.length === 0) {
      split.drafts.push({ id: unique(START, ids), title: '', level: 1, children: [] });
    }
    const index = split.drafts.length - 1;
    if (level === 0) split.drafts[index]?.children.push(block);
    for (const anchor of explicitAnchors(block)) remember(anchor, index);
  });
  // The anchors that GitHub would give: the title counts, and repeats are `-1`, `-2` ...
  const wanted = [
    ...(split.title === undefined ? [] : [{ text: split.title, index: 0 }]),
    ...split.drafts.map(({ title }, index) => ({ text: title, index })),
  ];
  for (const { text, index } of wanted) {
    const base = slug(text);
    let anchor = base;
    for (let n = 1; gitHub.has(anchor); n += 1) anchor = `${base}-${n}`;
    gitHub.add(anchor);
    remember(anchor, index);
  }
  return split;
}

const squeeze = (anchor: string): string =>
  anchor
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Whether an anchor names the title: then the whole document is meant. */
export const isTitle = (split: Split, anchor: string): boolean =>
  split.title !== undefined && squeeze(anchor) === squeeze(split.title);

/**
 * The draft an anchor of the source leads to: exactly, or by its letters and digits alone, because
 * every renderer builds anchors a little differently (`#5.1-scope`, `#51-scope`).
 */
export function draftAt(split: Split, anchor: string): number | undefined {
  const exact = split.anchors.get(anchor) ?? split.drafts.findIndex(({ id }) => id === anchor);
  if (exact >= 0) return exact;
  const wanted = squeeze(anchor);
  if (wanted === '') return undefined;
  for (const [known, index] of split.anchors) if (squeeze(known) === wanted) return index;
  return undefined;
}
