import { diffArrays } from 'diff';
import { signature } from './blocks.js';
import { marker, type Mark } from './marks.js';

/** A word, a space, a sign or a picture, and the inline elements that it stands in. */
interface Token {
  readonly path: readonly Element[];
  /** Text, or an element that has none. */
  readonly node: string | Element;
  readonly key: string;
}

/** A word with what joins its parts; ideographs one by one; white space; any other sign. */
const tokens =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_]+(?:['’.-][\p{L}\p{N}\p{M}_]+)*|\s+|[^]/gu;

/** Below this share of common words two versions of a sentence are shown one after the other. */
const enoughCommon = 0.25;

function tokensOf(nodes: Iterable<Node>, path: readonly Element[] = []): Token[] {
  const place = path.map(signature).join('>');
  return [...nodes].flatMap((node): Token[] => {
    if (node instanceof Text) {
      return (node.data.match(tokens) ?? []).map((text) => ({
        ...{ path, node: text, key: `${place}|${text}` },
      }));
    }
    if (!(node instanceof Element)) return [];
    if (node.childNodes.length) return tokensOf(node.childNodes, [...path, node]);
    return [{ path, node, key: `${place}|<${signature(node)}>` }];
  });
}

const isWord = ({ node }: Token): boolean => typeof node !== 'string' || /[\p{L}\p{N}]/u.test(node);

interface Run {
  readonly mark: Mark | undefined;
  readonly tokens: Token[];
}

/** The runs of what stayed, went and came. */
function compare(was: readonly Token[], now: readonly Token[]): Run[] {
  const edits = diffArrays(
    was.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  const runs: Run[] = [];
  let [w, n] = [0, 0];
  for (const { count, removed, added } of edits) {
    if (removed) runs.push({ mark: 'del', tokens: was.slice(w, (w += count)) });
    else if (added) runs.push({ mark: 'ins', tokens: now.slice(n, (n += count)) });
    else {
      runs.push({ mark: undefined, tokens: now.slice(n, n + count) });
      w += count;
      n += count;
    }
  }
  return runs;
}

/** Joins changes that only a space or a comma parts: whole phrases can be read, single words in turn cannot. */
function joined(runs: readonly Run[], whole: boolean): Run[] {
  const result: Run[] = [];
  let gone: Token[] = [];
  let come: Token[] = [];
  const end = (): void => {
    if (gone.length) result.push({ mark: 'del', tokens: gone });
    if (come.length) result.push({ mark: 'ins', tokens: come });
    gone = [];
    come = [];
  };
  for (const [i, { mark, tokens }] of runs.entries()) {
    const between = i > 0 && i < runs.length - 1 && !tokens.some(isWord);
    if (mark === 'del') gone.push(...tokens);
    else if (mark === 'ins') come.push(...tokens);
    else if (whole || (between && gone.length && come.length)) {
      gone.push(...tokens);
      come.push(...tokens);
    } else {
      end();
      result.push({ mark: undefined, tokens });
    }
  }
  end();
  return result;
}

/** Writes tokens with as few elements as they need: the marks are innermost, so that a link stays one link. */
class Writer {
  readonly fragment = document.createDocumentFragment();
  #open: { from: string; element: Node }[] = [];
  #mark: { mark: Mark; element: Element } | undefined;

  write({ path, node }: Token, mark: Mark | undefined): void {
    const isOpen = (element: Element, depth: number): boolean =>
      this.#open[depth]?.from === signature(element);
    // What is gone is no link of its own any more.
    const kept =
      mark === 'del' ? path.filter((one, i) => one.localName !== 'a' || isOpen(one, i)) : path;
    let depth = 0;
    while (depth < kept.length && isOpen(kept[depth]!, depth)) depth++;
    if (depth !== this.#open.length || depth !== kept.length) {
      this.#open.length = depth;
      this.#mark = undefined;
      for (const element of kept.slice(depth)) {
        const copy = element.cloneNode() as Element;
        if (mark === 'del') copy.removeAttribute('id');
        this.#inside.appendChild(copy);
        this.#open.push({ from: signature(element), element: copy });
      }
    }
    if (this.#mark?.mark !== mark) {
      this.#mark = mark && { mark, element: marker(mark) };
      if (this.#mark) this.#inside.appendChild(this.#mark.element);
    }
    const into = this.#mark?.element ?? this.#inside;
    if (typeof node !== 'string') into.appendChild(node.cloneNode(true));
    else if (into.lastChild instanceof Text) into.lastChild.data += node;
    else into.appendChild(document.createTextNode(node));
  }

  get #inside(): Node {
    return this.#open.at(-1)?.element ?? this.fragment;
  }
}

/** The words of two versions of a paragraph in one: what went and what came is marked, the rest stands once. */
export function mergeWords(was: Iterable<Node>, now: Iterable<Node>): DocumentFragment {
  const runs = compare(tokensOf(was), tokensOf(now));
  const count = (wanted: (run: Run) => boolean): number =>
    runs.filter(wanted).flatMap(({ tokens }) => tokens.filter(isWord)).length;
  const kept = count(({ mark }) => !mark);
  const whole = kept < enoughCommon * (kept + count(({ mark }) => !!mark));
  const writer = new Writer();
  for (const { mark, tokens } of joined(runs, whole)) {
    for (const token of tokens) writer.write(token, mark);
  }
  return writer.fragment;
}
