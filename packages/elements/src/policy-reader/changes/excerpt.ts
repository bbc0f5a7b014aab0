/** Characters of unchanged text that are kept beside a change. */
const context = 40;

/** Characters of a change that are kept; the text itself has the rest. */
const most = 160;

/** What a list says of a change: the marked words with a little of what stands around them. */
export function excerpt(shown: readonly Node[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let before = '';
  for (const text of textsIn(shown)) {
    const mark = text.parentElement?.closest('[data-changed]');
    if (!mark) {
      before += ` ${text.data} `;
      continue;
    }
    if (fragment.textContent!.length > 2 * most) return append(fragment, '…');
    append(fragment, around(before, !fragment.hasChildNodes()));
    before = '';
    const copy = mark.cloneNode() as Element;
    copy.append(short(text.data, most));
    fragment.append(copy);
  }
  return append(fragment, short(before, context));
}

function append(fragment: DocumentFragment, text: string): DocumentFragment {
  fragment.append(text.replace(/\s+/g, ' '));
  return fragment;
}

const short = (text: string, length: number): string =>
  text.length > length ? `${[...text].slice(0, length).join('')}…` : text;

/** The text between two changes, or before the first: the end of it matters, and its beginning. */
function around(text: string, isFirst: boolean): string {
  const letters = [...text];
  const end = letters.slice(-context).join('');
  if (letters.length <= 2 * context)
    return letters.length <= context || !isFirst ? text : `…${end}`;
  return isFirst ? `…${end}` : `${letters.slice(0, context).join('')}…${end}`;
}

function* textsIn(nodes: readonly Node[]): Generator<Text> {
  for (const node of nodes) {
    if (node instanceof Text) yield node;
    else yield* textsIn([...node.childNodes]);
  }
}
