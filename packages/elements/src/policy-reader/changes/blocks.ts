const blockTags = new Set(
  'BLOCKQUOTE CAPTION COL COLGROUP DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Attributes that a reader would notice a change of. */
const noticed = ['href', 'src', 'alt', 'start', 'colspan', 'rowspan'];

/** A paragraph, a list, a row: an element that stands for itself, or text that stands between such. */
export interface Block {
  readonly nodes: readonly Node[];
  /** Missing for text without an element of its own. */
  readonly element: Element | undefined;
  /** The same for two blocks that show the same. */
  readonly key: string;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const isBlock = (node: Node): node is Element => isElement(node) && blockTags.has(node.tagName);

/** Whether an element consists of blocks, such as a list, and not of words. */
export const holdsBlocks = (element: Element): boolean => [...element.children].some(isBlock);

/** What an element is to a reader, apart from what is in it. */
export const signature = (element: Element): string =>
  [
    element.localName,
    ...noticed.map((name) => element.getAttribute(name)).map((value) => JSON.stringify(value)),
  ].join(' ');

function keyOf(node: Node): string {
  if (!isElement(node)) return JSON.stringify(node.textContent);
  // White space between the rows of a table shows nothing.
  const inside = [...node.childNodes].filter((one) => !isBlank(one) || !holdsBlocks(node));
  return `<${signature(node)}>${inside.map(keyOf).join('')}</>`;
}

const isBlank = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE && !node.textContent?.trim();

/** The blocks that stand directly in an element or fragment. */
export function blocksIn(parent: ParentNode & Node): Block[] {
  const blocks: Block[] = [];
  let run: Node[] = [];
  const end = (): void => {
    if (run.some((node) => !isBlank(node))) {
      blocks.push({ nodes: run, element: undefined, key: run.map(keyOf).join('') });
    }
    run = [];
  };
  for (const node of parent.childNodes) {
    if (!isBlock(node)) run.push(node);
    else {
      end();
      blocks.push({ nodes: [node], element: node, key: keyOf(node) });
    }
  }
  end();
  return blocks;
}

/** The words of a block, as often as they stand there. */
export function wordsOf({ nodes }: Block): string[] {
  const text = nodes.flatMap(textsIn).join(' ');
  return (
    text
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Apart, so that two cells are two words. */
const textsIn = (node: Node): string[] =>
  node instanceof Text ? [node.data] : [...node.childNodes].flatMap(textsIn);
