import type { Element, ElementContent, Root, RootContent } from 'hast';
import { headingLevel, plainText } from '../tree.js';
import type { Picture } from './graphics.js';
import type { Mark } from './numbering.js';
import { places } from './plain-parts.js';

/** What the preparation knows of the places that are marked in the HTML. */
export interface Marked {
  pictures: readonly Picture[];
  marks: ReadonlyMap<number, Mark>;
}

const number = (id: unknown, place: string): number =>
  typeof id === 'string' && id.startsWith(place) ? Number(id.slice(place.length)) : 0;

const isAnchor = (node: RootContent): boolean =>
  node.type === 'element' && node.properties.dataAnchor !== undefined;

const isNote = (node: RootContent | undefined): node is Element =>
  node?.type === 'element' && /^(foot|end)note-\d/.test(String(node.properties.id));

/** Whether a block shows anything. */
function isShown(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element' || isAnchor(node) || node.tagName === 'br') return false;
  return ['img', 'input', 'table'].includes(node.tagName) || node.children.some(isShown);
}

const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 li'.split(' '));

/** Gives every node the paragraph it comes from as its line, and puts pictures and numbers where they were marked. */
class Finish {
  readonly #from: Marked;
  readonly #items = new Map<Element, Mark>();
  #line = 0;

  constructor(from: Marked) {
    this.#from = from;
  }

  children(of: Element | Root): void {
    let anchors: ElementContent[] = [];
    const kept: ElementContent[] = [];
    for (const node of of.children as ElementContent[]) {
      const one = node.type === 'element' ? this.#element(node, of) : node;
      if (one === undefined) continue;
      if (one.type !== 'element' || !BLOCKS.has(one.tagName)) kept.push(one);
      else if (isShown(one)) {
        const [first] = one.children;
        if (first?.type === 'text') first.value = first.value.trimStart();
        one.children.unshift(...anchors);
        anchors = [];
        kept.push(one);
      } else anchors.push(...one.children.filter(isAnchor));
    }
    of.children = [...kept, ...anchors];
    if (of.type === 'element') this.#tidy(of);
  }

  #element(node: Element, parent: Element | Root): Element | undefined {
    const id = node.properties.id;
    const paragraph = number(id, places.paragraph);
    if (paragraph > 0) {
      this.#line = paragraph;
      const mark = this.#from.marks.get(paragraph);
      if (mark && parent.type === 'element' && parent.tagName === 'li')
        this.#items.set(parent, mark);
      return undefined;
    }
    if (isNote(node)) this.#line = 0;
    const point = { line: this.#line, column: 1 };
    node.position = { start: point, end: point };
    const picture = this.#from.pictures[number(id, places.picture) - 1];
    if (picture) {
      const properties = { src: picture.name, alt: picture.alt };
      return { ...node, tagName: 'img', properties, children: [] };
    }
    if (node.tagName === 'a' && node.children.length === 0) node.properties.dataAnchor = '';
    this.children(node);
    return node;
  }

  #tidy(node: Element): void {
    if (node.tagName === 'ol') this.#count(node);
    if (node.tagName === 'sup') {
      // The mark of a note is written as Markdown writes it, without brackets.
      const [link] = node.children;
      if (link?.type === 'element' && /^(foot|end)note-ref-/.test(String(link.properties.id))) {
        link.children = [{ type: 'text', value: plainText(link).replace(/^\[|\]$/g, '') }];
      }
    }
    const [only, ...others] = node.children;
    const isCell = node.tagName === 'td' || node.tagName === 'th';
    if (isCell && only?.type === 'element' && only.tagName === 'p' && others.length === 0) {
      node.children = only.children;
    }
  }

  /** The numbers of a list as Word shows them, where they are not those of HTML. */
  #count(list: Element): void {
    let next = 1;
    list.children.forEach((item, index) => {
      const mark = item.type === 'element' ? this.#items.get(item) : undefined;
      if (item.type !== 'element' || item.tagName !== 'li') return;
      if (index === 0 && mark && mark.marks !== '1') list.properties.type = mark.marks;
      if (mark && mark.number !== next) {
        if (index === 0) list.properties.start = mark.number;
        else item.properties.value = String(mark.number);
        next = mark.number;
      }
      next += 1;
    });
  }
}

const isTitle = (node: RootContent): boolean =>
  node.type === 'element' && [node.properties.className].flat().includes('title');

/**
 * Finishes the tree of a document in place: places, pictures and numbers put in, what is empty taken out, the title
 * in front of a logo that stands above it, and the notes under a heading of their own.
 */
export function finishTree(tree: Root, marked: Marked, notesLabel: string): void {
  new Finish(marked).children(tree);
  const at = tree.children.findIndex((node) => headingLevel(node) > 0);
  const heading = tree.children[at];
  const above = tree.children.slice(0, at);
  const isFirst = above.every((node) => plainTextWithoutPictures(node) === '');
  if (heading && at > 0 && isTitle(heading) && isFirst) {
    tree.children.splice(at, 1);
    tree.children.unshift(heading);
  }
  const last = tree.children.findLastIndex((node) => node.type === 'element');
  const notes = tree.children[last];
  if (notes?.type !== 'element' || notes.tagName !== 'ol' || !isNote(notes.children[0])) return;
  const label: Element = {
    type: 'element',
    tagName: 'h2',
    properties: {},
    children: [{ type: 'text', value: notesLabel }],
  };
  tree.children.splice(last, 0, label);
}

function plainTextWithoutPictures(node: RootContent): string {
  if (node.type === 'text') return node.value.trim();
  return node.type === 'element' ? node.children.map(plainTextWithoutPictures).join('') : '';
}
