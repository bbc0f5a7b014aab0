import type { Role } from './style-names.js';
import { bookmark } from './graphics.js';
import type { Mark } from './numbering.js';
import { make } from './xml.js';
import type { Element } from 'xast';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const LISTS = { bullets: '1', numbers: '2' };

const STYLES = ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'];

const depths = [...Array(9).keys()];

/** Styles and lists in place of those of the document: what they mean is worked out before mammoth reads it. */
export const plainParts: Record<'styles' | 'numbering', string> = {
  styles: `<w:styles xmlns:w="${W}">${[...STYLES, 'Quote', 'Code']
    .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
    .join('')}</w:styles>`,
  numbering: `<w:numbering xmlns:w="${W}">${Object.entries(LISTS)
    .map(([kind, id]) => {
      const format = kind === 'bullets' ? 'bullet' : 'decimal';
      const levels = depths
        .map((depth) => `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/></w:lvl>`)
        .join('');
      return (
        `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>` +
        `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
      );
    })
    .join('')}</w:numbering>`,
};

const nested = (kind: string, list: string, depth: number): string =>
  `p:${kind}-list(${depth + 1}) => ${'ul|ol > li > '.repeat(depth)}${list} > li:fresh`;

/** How mammoth writes the plain styles and lists as HTML. */
export const STYLE_MAP = [
  'p.Title => h1.title:fresh',
  ...STYLES.slice(1).map((id, index) => `p.${id} => h${index + 1}:fresh`),
  'p.Quote => blockquote > p:fresh',
  "p.Code => pre:separator('\\n')",
  ...depths.flatMap((depth) => [nested('unordered', 'ul', depth), nested('ordered', 'ol', depth)]),
];

const STYLE_OF: Partial<Record<Role, string>> = { title: 'Title', quote: 'Quote', code: 'Code' };

/** The level of a heading in HTML, which has six; 0 when it is none. */
export const levelOf = (role: Role): number =>
  role.startsWith('heading') ? Math.min(Number(role.slice('heading '.length)), 6) : 0;

/** What a paragraph is whose style says one thing and its own outline level another. */
export function roleAs(style: Role, outline: Role | undefined): Role {
  if (outline === 'text') return levelOf(style) > 0 ? outline : style;
  return style === 'title' ? style : (outline ?? style);
}

/** The properties of a paragraph in the plain styles and lists. */
export function paragraphProperties(role: Role, mark: Mark | undefined): Element {
  const style = levelOf(role) > 0 ? `Heading${levelOf(role)}` : STYLE_OF[role];
  const properties = make('w:pPr');
  if (style !== undefined) properties.children.push(make('w:pStyle', { 'w:val': style }));
  if (mark === undefined) return properties;
  const list = mark.isBullet ? LISTS.bullets : LISTS.numbers;
  const place = [
    make('w:ilvl', { 'w:val': String(mark.depth) }),
    make('w:numId', { 'w:val': list }),
  ];
  properties.children.push(make('w:numPr', {}, ...place));
  return properties;
}

/** Names of the bookmarks that lead from the HTML back to paragraphs and pictures of the document. */
export const places = { paragraph: 'heed-p-', picture: 'heed-picture-' };

/** A bookmark on a paragraph or a picture. */
export const placeMark = (place: keyof typeof places, number: number): Element =>
  bookmark(`${places[place]}${number}`);
