import { sentencesOf } from './segmenting.js';

/** Milliseconds of silence before a sentence that begins something. */
const pauses = { heading: 900, block: 450, cell: 200 };

const blocks =
  'p, li, td, th, pre, dt, dd, caption, summary, figcaption, blockquote, details, div, section';
const headings = '[role=heading], h1, h2, h3, h4, h5, h6';

/** What is spoken in one go. */
export interface Sentence {
  text: string;
  /** Where it stands. */
  range: StaticRange;
  /** Where it begins in the text of its section, as places count. */
  offset: number;
  /** Milliseconds of silence before it. */
  pause: number;
}

/** A text, or what is said in place of a picture or a line break. */
interface Run {
  node: Text | Element;
  text: string;
  /** Characters of the block before it. */
  start: number;
  /** Characters of the section before it. */
  offset: number;
}

/** What of a section is spoken; not what a comparison shows as gone. */
function* nodesOf(section: Element): Generator<Text | Element> {
  const what = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(section, what, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches('del[data-changed]')) return NodeFilter.FILTER_REJECT;
    return node.matches('img, br') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) yield walker.currentNode as Text | Element;
}

function wordsOf(node: Text | Element): string {
  if (node instanceof HTMLImageElement) return node.alt;
  if (!(node instanceof Text)) return ' ';
  // A line of the source is no line of the text, except where it is shown as one.
  return node.parentElement!.closest('pre') ? node.data : node.data.replace(/\s/g, ' ');
}

function pauseBetween(before: Element | undefined, block: Element): number {
  if (block.matches(headings) || before?.matches(headings)) return pauses.heading;
  const row = block.closest('tr');
  return row && row === before?.closest('tr') ? pauses.cell : pauses.block;
}

/** A boundary of a range: inside a text, or on either side of an element. */
function boundary({ node, start }: Run, at: number, after: 0 | 1): [Node, number] {
  if (node instanceof Text) return [node, at - start];
  const parent = node.parentNode!;
  return [parent, [...parent.childNodes].indexOf(node) + after];
}

function rangeOf(runs: readonly Run[], start: number, end: number): StaticRange {
  const first = runs.findLast((run) => run.start <= start)!;
  const last = runs.findLast((run) => run.start < end)!;
  const [startContainer, startOffset] = boundary(first, start, 0);
  const [endContainer, endOffset] = boundary(last, end, 1);
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** The sentences of a section in order: of its heading, its paragraphs, items and cells, never over two of them. */
export function sentencesIn(section: HTMLElement, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let offset = 0;
  let before: Element | undefined;
  let block: Element | undefined;
  let runs: Run[] = [];
  let words = '';
  const end = (): void => {
    const found = sentencesOf(words, language);
    found.forEach(([start, stop], i) => {
      const run = runs.findLast((one) => one.start <= start)!;
      sentences.push({
        text: words.slice(start, stop).replaceAll('\u00ad', ''),
        range: rangeOf(runs, start, stop),
        offset: run.offset + (run.node instanceof Text ? start - run.start : 0),
        pause: i ? 0 : pauseBetween(before, block!),
      });
    });
    if (found.length) before = block;
    runs = [];
    words = '';
  };
  for (const node of nodesOf(section)) {
    const around = node.parentElement!.closest(`${headings}, ${blocks}`)!;
    if (around !== block) end();
    block = around;
    const text = wordsOf(node);
    runs.push({ node, text, start: words.length, offset });
    words += text;
    if (node instanceof Text) offset += node.length;
  }
  end();
  return sentences;
}
