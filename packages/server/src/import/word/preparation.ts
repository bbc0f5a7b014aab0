import type { Element, ElementContent } from 'xast';
import { Depths, isSpace } from './blocks.js';
import { rewriteFields } from './fields.js';
import { readGraphic, rowProperties, runProperties, type Picture } from './graphics.js';
import type { Losses } from './losses.js';
import type { Mark, Numbering } from './numbering.js';
import { levelOf, paragraphProperties, placeMark, roleAs } from './plain-parts.js';
import { placeOf, roleOfOutline, type Styles } from './styles.js';
import { attribute, child, make, textOf, within, words } from './xml.js';

/** What a part is prepared with. */
export interface Sources {
  styles: Styles;
  numbering: Numbering;
  losses: Losses;
}

type Change = (element: Element) => ElementContent[];

const DROPPED = (
  'w:tblGrid w:tblPr w:tblPrEx w:sectPr w:permStart w:permEnd w:proofErr w:pgNum w:annotationRef ' +
  'w:commentRangeStart w:commentRangeEnd w:customXmlInsRangeStart w:customXmlInsRangeEnd w:delInstrText ' +
  'w:customXmlDelRangeStart w:customXmlDelRangeEnd w:delText w:separator w:continuationSeparator w:bookmarkEnd'
).split(' ');
/** What stands beside the words of a paragraph, and not among them. */
const BESIDE = ['w:txbxContent', 'w:rt'];
const OPENED = 'w:bdo w:dir w:smartTag w:customXml'.split(' ');

/** Puts the text of a Word document into the few forms that come through mammoth whole, and tells of the rest. */
export class Preparation {
  readonly pictures: Picture[] = [];
  /** The marks of list paragraphs by their paragraph. */
  readonly marks = new Map<number, Mark>();
  /** Letters by the language that they are marked with. */
  readonly letters = new Map<string, number>();
  /** The text of each paragraph. */
  readonly lines: string[] = [];
  /** The first paragraph of the style of titles. */
  title: string | undefined;
  readonly #from: Sources;
  #targets: ReadonlyMap<string, string> = new Map();
  readonly #depths = new Depths();
  #paragraphs = 0;
  #isMain = false;
  #line = 0;
  #near = '';

  readonly #changes: Record<string, Change> = {
    'w:p': (element) => this.#paragraph(element),
    'w:r': (element) => this.#run(element),
    'w:t': (element) => [make('w:t', {}, words(textOf(element).replace(/\s+/g, ' ')))],
    'w:cr': () => [make('w:br')],
    'w:ptab': () => [make('w:tab')],
    'w:ins': (element) => this.#tell('insertion', this.#opened(element)),
    'w:moveTo': (element) => this.#tell('insertion', this.#opened(element)),
    'w:del': () => this.#tell('deletion'),
    'w:moveFrom': () => this.#tell('deletion'),
    'w:commentReference': () => this.#tell('comment'),
    'w:object': () => this.#tell('object'),
    'w:altChunk': () => this.#tell('document'),
    'w:subDoc': () => this.#tell('document'),
    'm:oMath': (element) => this.#tell('formula', this.#formula(element)),
    'm:oMathPara': (element) => this.#tell('formula', this.#formula(element)),
    'w:ruby': (element) => this.#ruby(element),
    'w:sdt': (element) => this.#control(element),
    'w:tc': (element) => this.#cell(element),
    'w:tr': (element) => this.#row(element),
    'w:hyperlink': (element) => this.#link(element),
    'mc:AlternateContent': (element) => this.#alternative(element),
    'w:drawing': (element) => this.#graphic(element),
    'w:pict': (element) => this.#graphic(element),
  };

  constructor(from: Sources) {
    this.#from = from;
    for (const name of DROPPED) this.#changes[name] = () => [];
    for (const name of OPENED) this.#changes[name] = (element) => this.#opened(element);
  }

  /** Prepares the main text, or the notes, in place. */
  prepare(part: Element, isMain: boolean, targets: ReadonlyMap<string, string>): void {
    this.#isMain = isMain;
    this.#targets = targets;
    this.#line = 0;
    rewriteFields(part);
    part.children = this.#opened(part);
  }

  #opened(of: Element): ElementContent[] {
    return of.children.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [];
      const change = Object.hasOwn(this.#changes, node.name) && this.#changes[node.name];
      if (change) return change(node);
      // Properties are read where they belong.
      if (!/Pr$/.test(node.name) && node.name !== 'w:instrText') {
        node.children = this.#opened(node);
      }
      return [node];
    });
  }

  #tell(kind: Parameters<Losses['add']>[0], kept: ElementContent[] = []): ElementContent[] {
    this.#from.losses.add(kind, this.#line, this.#near);
    return kept;
  }

  #paragraph(element: Element): ElementContent[] {
    const { styles, numbering, losses } = this.#from;
    const properties = child(element, 'w:pPr');
    const id = attribute(child(properties, 'w:pStyle'));
    const style = styles.paragraph(id);
    const text = textOf(element, BESIDE).trim();
    this.#line = this.#isMain ? (this.#paragraphs += 1) : 0;
    this.#near = text;
    if (this.#line > 0) this.lines[this.#line - 1] = text;
    if (style.role === 'contents') return this.#tell('contents');
    const direct = placeOf(properties);
    const list = direct.list ?? style.place.list;
    const place = { list, depth: direct.depth ?? style.place.depth };
    const mark = numbering.next(place, id);
    if (text === '' && isSpace(element)) return [];
    // An empty heading or title is space on the page.
    const role = text === '' ? 'text' : roleAs(style.role, roleOfOutline(properties));
    if (role === 'other') {
      losses.tell(
        `The style “${style.name}” is not known; it was taken as plain text.`,
        this.#line,
      );
    }
    if (role === 'title') this.title ??= text;
    const isItem = mark !== undefined && levelOf(role) === 0 && (mark.isBullet || mark.isPlain);
    if (isItem && this.#line > 0) this.marks.set(this.#line, mark);
    if (!isItem) this.#depths.close();
    const shown = isItem ? { ...mark, depth: this.#depths.next(mark.depth) } : undefined;
    const label =
      mark === undefined || isItem || mark.isBullet || text === '' ? [] : [`${mark.label} `];
    return [
      make(
        'w:p',
        {},
        paragraphProperties(role, shown),
        ...(this.#line > 0 ? [placeMark('paragraph', this.#line)] : []),
        ...label.map((one) => make('w:r', {}, make('w:t', {}, words(one)))),
        ...this.#opened(element).filter((node) => !('name' in node) || node.name !== 'w:pPr'),
      ),
    ];
  }

  #run(element: Element): ElementContent[] {
    const properties = child(element, 'w:rPr');
    const look = this.#from.styles.look(properties);
    const text = textOf(element);
    if (look.hidden) {
      if (text.trim() !== '') this.#tell('hidden');
      const kept = ['w:fldChar', 'w:instrText', 'w:bookmarkStart'];
      const marks = element.children.filter((node) => 'name' in node && kept.includes(node.name));
      return [make('w:r', {}, ...marks)];
    }
    const language = child(properties, 'w:lang') ?? this.#from.styles.language;
    const name = child(properties, 'w:rtl') ? 'w:bidi' : 'w:val';
    const tag = attribute(language, name) ?? attribute(this.#from.styles.language, name);
    if (tag !== undefined) this.letters.set(tag, (this.letters.get(tag) ?? 0) + text.length);
    // mammoth raises the mark of a note by itself.
    const isNote = within(element, 'w:footnoteReference', 'w:endnoteReference').length > 0;
    const raised = isNote ? undefined : look.raised;
    const content = this.#opened(element).filter(
      (node) => !('name' in node) || node.name !== 'w:rPr',
    );
    return [make('w:r', {}, runProperties({ ...look, raised }), ...content)];
  }

  #formula(element: Element): ElementContent[] {
    const text = within(element, 'm:t').map((one) =>
      one.children.map((node) => ('value' in node ? node.value : '')).join(''),
    );
    return [make('w:r', {}, make('w:t', {}, words(text.join(' '))))];
  }

  #ruby(element: Element): ElementContent[] {
    const above = within(element, 'w:rt')
      .map((one) => textOf(one))
      .join('');
    const base = within(element, 'w:rubyBase').flatMap((one) => this.#opened(one));
    return [...base, make('w:t', {}, words(`(${above})`))];
  }

  #control(element: Element): ElementContent[] {
    const gallery = within(element, 'w:docPartGallery').map((one) => attribute(one));
    if (gallery.includes('Table of Contents')) {
      this.#paragraphs += within(element, 'w:p').length;
      return this.#tell('contents');
    }
    element.children = this.#opened(element);
    const isEmpty = child(child(element, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
    return isEmpty ? this.#tell('field', [element]) : [element];
  }

  #row(element: Element): ElementContent[] {
    const properties = child(element, 'w:trPr');
    if (child(properties, 'w:del')) {
      this.#paragraphs += within(element, 'w:p').length;
      return this.#tell('deletion');
    }
    if (child(properties, 'w:ins')) this.#tell('insertion');
    const cells = this.#opened(element).filter(
      (node) => !('name' in node) || node.name !== 'w:trPr',
    );
    return [make('w:tr', {}, rowProperties(properties), ...cells)];
  }

  #cell(element: Element): ElementContent[] {
    this.#depths.close();
    element.children = this.#opened(element);
    this.#depths.close();
    return [element];
  }

  #link(element: Element): ElementContent[] {
    const content = this.#opened(element);
    const id = attribute(element, 'r:id');
    const anchor = attribute(element, 'w:anchor');
    const hasTarget = id !== undefined && this.#targets.has(id);
    if (!hasTarget && anchor === undefined) return content;
    const attributes = {
      ...(hasTarget && { 'r:id': id }),
      ...(anchor !== undefined && { 'w:anchor': anchor }),
    };
    return [make('w:hyperlink', attributes, ...content)];
  }

  /** Something in a new and in an old form: a drawing, or else a letter that old programs do not have. */
  #alternative(element: Element): ElementContent[] {
    const isDrawing = within(element, 'w:drawing', 'w:pict', 'w:object').length > 0;
    if (isDrawing) return this.#graphic(element);
    const old = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice');
    return old === undefined ? [] : this.#opened(old);
  }

  #graphic(element: Element): ElementContent[] {
    const { pictures, boxes, isRule } = readGraphic(element, this.#targets);
    const marks = pictures.map((picture) => placeMark('picture', this.pictures.push(picture)));
    if (boxes.length === 0) return marks.length > 0 || isRule ? marks : this.#tell('drawing');
    this.#tell('textBox');
    const [line, near] = [this.#line, this.#near];
    const content = boxes.map((box) => make('w:txbxContent', {}, ...this.#opened(box)));
    [this.#line, this.#near] = [line, near];
    return [...marks, make('w:pict', {}, ...content)];
  }
}
