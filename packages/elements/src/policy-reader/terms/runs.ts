/** What is left as it is: it has a meaning of its own, or does something when it is pressed. */
const left =
  'a, button, code, pre, kbd, samp, summary, h1, h2, h3, h4, h5, h6, [role=heading], del[data-changed]';
/** What text runs on in up to its end. */
const block = 'p, li, dt, dd, td, th, caption, figcaption, blockquote, div, section';

/** Text of a section that runs on, and where it stands. */
export interface Run {
  readonly text: string;
  /** The nodes from one offset to another. */
  range(start: number, end: number): StaticRange;
}

/** The text of a section in which words are looked up: no heading, link or code. */
export function runsIn(section: Element): Run[] {
  const runs: Run[] = [];
  let nodes: Text[] = [];
  let around: Element | null = null;
  const end = (): void => {
    if (nodes.length) runs.push(runOf(nodes));
    nodes = [];
  };
  const walker = document.createTreeWalker(
    section,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      const isLeft = (node as Element).matches(left);
      if (isLeft || (node as Element).matches('br')) end();
      return isLeft ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const within = node.parentElement!.closest(block);
    if (within !== around) end();
    around = within;
    nodes.push(node);
  }
  end();
  return runs;
}

function runOf(nodes: readonly Text[]): Run {
  const find = (offset: number, isEnd: boolean): [Text, number] => {
    let passed = 0;
    for (const node of nodes) {
      const to = passed + node.length;
      if (isEnd ? offset <= to : offset < to) return [node, offset - passed];
      passed = to;
    }
    const last = nodes.at(-1)!;
    return [last, last.length];
  };
  return {
    text: nodes.map(({ data }) => data).join(''),
    range(start, end) {
      const [startContainer, startOffset] = find(start, false);
      const [endContainer, endOffset] = find(end, true);
      return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    },
  };
}
