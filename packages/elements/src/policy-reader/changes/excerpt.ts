/** Characters of unchanged text that are kept beside a change. */
const context = 40;

/** Characters that are kept of all changed text; the document has the rest. */
const most = 240;

const blocks = 'p, li, td, th, dd, dt, pre, caption, summary';

/** What a list says of a change: the marked words with a little of what stands around them. */
export function excerpt(shown: readonly Node[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let [between, left, block] = ['', most, undefined as Element | null | undefined];
  for (const text of textsIn(shown)) {
    const own = text.parentElement?.closest(blocks);
    if (block !== undefined && own !== block) between += ' ';
    block = own;
    const mark = text.parentElement?.closest('[data-changed]');
    if (!mark) {
      between += text.data;
      continue;
    }
    if (left <= 0) return fragment;
    fragment.append(around(between.replace(/\s+/g, ' '), !fragment.hasChildNodes()));
    between = '';
    const copy = mark.cloneNode() as Element;
    copy.append(short(text.data, left));
    left -= text.length + 1;
    fragment.append(copy);
  }
  fragment.append(short(between, context));
  return fragment;
}

const short = (text: string, length: number): string =>
  text.length > length ? `${[...text].slice(0, length).join('')}…` : text;

/** The text between two changes, or before the first: its beginning and its end, and of the first its end. */
function around(text: string, isFirst: boolean): string {
  const letters = [...text];
  const end = letters.slice(-context).join('');
  if (isFirst) return letters.length > context ? `…${end}` : text;
  if (letters.length <= 2 * context) return text;
  return `${letters.slice(0, context).join('')}…${end}`;
}

function* textsIn(nodes: readonly Node[]): Generator<Text> {
  for (const node of nodes) {
    if (node instanceof Text) yield node;
    else yield* textsIn([...node.childNodes]);
  }
}
