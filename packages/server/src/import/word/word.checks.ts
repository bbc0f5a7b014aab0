/** Word files for the tests, written part by part. */
import JSZip from 'jszip';
import type { Section } from '@heed/contract';
import { contentOf } from '../folders.checks.js';
import type { ContentReport } from '../types.js';

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What a Word file is made of; each part is what stands inside of its root. */
export interface Draft {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  footer?: string;
  title?: string;
  /** Links and pictures by their id. */
  links?: Record<string, string>;
  /** The type of the main part, in place of that of a document. */
  type?: string;
  /** Other parts by their path, and parts in place of others. */
  parts?: Record<string, string | Uint8Array>;
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const;

const part = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMES}>${inside}</w:${root}>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The bytes of a Word file. */
export async function wordFile(draft: Draft): Promise<Uint8Array> {
  const zip = new JSZip();
  const kinds = (Object.keys(ROOTS) as (keyof typeof ROOTS)[]).filter((kind) => draft[kind]);
  for (const kind of kinds) zip.file(`word/${kind}.xml`, part(ROOTS[kind], draft[kind] ?? ''));
  zip.file('word/document.xml', part('document', `<w:body>${draft.body}</w:body>`));
  const relation = (id: string, kind: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="${TYPES}/${kind}" Target="${escape(target)}"${mode}/>`;
  const inside = (all: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const links = Object.entries(draft.links ?? {}).map(([id, target]) =>
    target.startsWith('media/')
      ? relation(id, 'image', target)
      : relation(id, 'hyperlink', target, ' TargetMode="External"'),
  );
  const own = kinds.map((kind) => relation(`rId-${kind}`, kind, `${kind}.xml`));
  zip.file('word/_rels/document.xml.rels', inside([...own, ...links]));
  zip.file('_rels/.rels', inside([relation('rId1', 'officeDocument', 'word/document.xml')]));
  const type = draft.type ?? `${WORD}.document.main+xml`;
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  if (draft.title !== undefined) {
    const names =
      'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
    zip.file(
      'docProps/core.xml',
      `<cp:coreProperties ${names}><dc:title>${draft.title}</dc:title></cp:coreProperties>`,
    );
  }
  for (const [path, content] of Object.entries(draft.parts ?? {})) zip.file(path, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A run of text with properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs with properties. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;

/** A paragraph of a style. */
export const styled = (style: string, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="${style}"/>`);

/** The definition of a paragraph style. */
export const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

/** A paragraph of a list. */
export const item = (list: number, depth: number, text: string): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

/** The definition of a list by the format and the label of its levels; lists of one definition count on together. */
export const list = (
  definition: number,
  lists: Record<number, string>,
  levels: [format: string, label: string][],
): [definition: string, lists: string] => [
  `<w:abstractNum w:abstractNumId="${definition}">${levels
    .map(
      ([format, label], depth) =>
        `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`,
  Object.entries(lists)
    .map(
      ([id, more]) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`,
    )
    .join(''),
];

/** What the importer understands of a folder with this Word file alone, `a.docx`. */
export const importedWord = async (draft: Draft): Promise<ContentReport> =>
  contentOf({ 'a.docx': await wordFile(draft) });

/** The sections of the first policy. */
export const sectionsOf = (report: ContentReport): Section[] =>
  report.understood.policies[0]?.versions.at(-1)?.documents[0]?.document.sections ?? [];

/** The text of the first policy. */
export const htmlOf = (report: ContentReport): string =>
  sectionsOf(report)
    .map((section) => section.html)
    .join('\n');

/** The styles of titles and headings. */
export const HEADINGS = [
  style('Title', 'Title'),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => style(`H${n}`, `heading ${n}`)),
].join('');
