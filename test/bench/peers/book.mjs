/**
 * The law as the other readers take it: an EPUB 3 with the very HTML that the reader gets, an XHTML file a chapter as
 * is usual, and all headings in its table of contents.
 */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import JSZip from 'jszip';
import { positionsOf, webPublication } from './web-publication.mjs';

/** Headings down to this level begin a file of their own: parts and chapters, not each paragraph of the law. */
const chapterLevel = 3;

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);

/** HTML as XHTML: every element closed, no names for signs that XML does not know. */
const xhtml = (html) =>
  toHtml(fromHtml(html, { fragment: true }), {
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: false },
  });

/**
 * @param {{ title: string, language: string, sections: { id: string, title: string, level: number, html: string }[] }} document
 *   As the server of Heed hands it out.
 * @returns {Promise<{ epub: Buffer, entries: Map<string, string> }>} The file, and what is in it (with what Readium's
 *   own server would add), by path.
 */
export async function makeBook(document) {
  const chapters = chaptersOf(document.sections).map((sections, i) => ({
    path: `chapter-${String(i + 1).padStart(2, '0')}.xhtml`,
    title: sections.find(({ title }) => title)?.title ?? document.title,
    sections,
    text: page(document, sections),
  }));
  const entries = new Map([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', container],
    ['package.opf', packageOf(document, chapters)],
    ['contents.xhtml', contents(document, chapters)],
    ...chapters.map(({ path, text }) => [path, text]),
  ]);
  const zip = new JSZip();
  for (const [path, text] of entries) {
    zip.file(path, text, { compression: path === 'mimetype' ? 'STORE' : 'DEFLATE' });
  }
  const epub = await zip.generateAsync({ type: 'nodebuffer', mimeType: 'application/epub+zip' });
  entries.set('manifest.json', JSON.stringify(webPublication(document, chapters)));
  entries.set('positions.json', JSON.stringify(positionsOf(chapters)));
  return { epub, entries };
}

/** A new file at every part and chapter; a heading with nothing below it stays with the chapter that follows it. */
function chaptersOf(sections) {
  const chapters = [];
  let empty = false;
  for (const section of sections) {
    const begins = section.title && section.level <= chapterLevel && !empty;
    if (begins || chapters.length === 0) chapters.push([]);
    chapters.at(-1).push(section);
    // What stands before the first heading is no chapter either.
    empty = !section.title || (section.level < chapterLevel && section.html === '');
  }
  return chapters;
}

function page({ language, title }, sections) {
  const body = sections.map((one) => {
    const level = Math.min(one.level, 6);
    const heading = one.title && `<h${level}>${escaped(one.title)}</h${level}>`;
    return `<section id="${escaped(one.id)}">${heading}${xhtml(one.html)}</section>`;
  });
  return document(language, title, body.join('\n'));
}

const document = (language, title, body) => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escaped(title)}</title></head>
<body>${body}</body>
</html>`;

function contents({ language, title }, chapters) {
  const items = chapters.flatMap(({ path, sections }) =>
    sections
      .filter((section) => section.title)
      .map(({ id, title }) => `<li><a href="${path}#${escaped(id)}">${escaped(title)}</a></li>`),
  );
  return document(
    language,
    title,
    `<nav epub:type="toc" id="toc"><h1>Inhalt</h1><ol>${items.join('\n')}</ol></nav>`,
  );
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

function packageOf({ title, language }, chapters) {
  const items = chapters.map(
    ({ path }, i) => `<item id="c${i}" href="${path}" media-type="application/xhtml+xml"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:heed:bench</dc:identifier>
<dc:title>${escaped(title)}</dc:title>
<dc:language>${language}</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
${items.join('\n')}
</manifest>
<spine>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine>
</package>`;
}
