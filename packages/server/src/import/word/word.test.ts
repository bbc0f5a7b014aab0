import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, folderOf, problems } from '../folders.checks.js';
import { readFolder } from '../folder.js';
import type { ContentReport } from '../types.js';
import { item, list, paragraph, run, style, styled, wordFile, type Draft } from './word.checks.js';

const imported = async (draft: Draft): Promise<ContentReport> =>
  contentOf({ 'a.docx': await wordFile(draft) });

const sections = (report: ContentReport) =>
  report.understood.policies[0]?.versions.at(-1)?.documents[0]?.document.sections ?? [];

const html = (report: ContentReport): string =>
  sections(report)
    .map((section) => section.html)
    .join('\n');

const HEADINGS = [
  style('Title', 'Title'),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => style(`H${n}`, `heading ${n}`)),
].join('');

test('headings of Word, of LibreOffice in German, by outline and by what they are based on', async () => {
  const report = await imported({
    styles: [
      HEADINGS,
      style('Ue2', 'Überschrift 2'),
      style('Clause', 'Our clause', '<w:basedOn w:val="H3"/>'),
      style('Own', 'Own heading', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
      style('Un', 'Unnumbered', '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    ].join(''),
    body: [
      styled('Title', 'Clean desk'),
      styled('H1', 'One'),
      styled('Ue2', 'Zwei'),
      styled('Clause', 'Three'),
      styled('Own', 'Four'),
      styled('H7', 'Six'),
      styled('H1', ''),
      paragraph(run('Outlined'), '<w:outlineLvl w:val="1"/>'),
      styled('Un', 'Text.'),
    ].join(''),
  });
  assert.equal(report.understood.policies[0]?.title, 'Clean desk');
  assert.deepEqual(
    sections(report).map(({ title, level }) => [title, level]),
    [
      ['One', 1],
      ['Zwei', 2],
      ['Three', 3],
      ['Four', 4],
      ['Six', 6],
      ['Outlined', 2],
    ],
  );
  assert.deepEqual(problems(report), [
    'a.docx:9 The style “Unnumbered” is not known; it was taken as plain text.',
  ]);
});

test('the title is that of the text, else that of the file', async () => {
  const logo = paragraph('<w:r><w:pict><v:imagedata r:id="p"/></w:pict></w:r>');
  const below = await imported({
    styles: HEADINGS,
    body: paragraph(run('Lindenquay')) + styled('Title', 'Clean desk'),
    title: 'Document1',
  });
  assert.equal(below.understood.policies[0]?.title, 'Clean desk');
  const logoAbove = await imported({
    styles: HEADINGS,
    body: logo + styled('Title', 'Clean desk') + styled('H1', 'One'),
    links: { p: 'media/logo.png' },
  });
  assert.equal(logoAbove.understood.policies[0]?.title, 'Clean desk');
  assert.deepEqual(
    sections(logoAbove).map(({ title }) => title),
    ['', 'One'],
  );
  const byFile = await imported({ body: paragraph(run('Text.')), title: ' Clean\n desk ' });
  assert.equal(byFile.understood.policies[0]?.title, 'Clean desk');
});

test('the looks that mean something are kept, by themselves and by styles', async () => {
  const character = (id: string, properties: string): string =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`;
  const report = await imported({
    styles: character('Strong', '<w:b/>') + character('Soft', '<w:i/>'),
    body: paragraph(
      [
        run('bold', '<w:b/>'),
        run('italic', '<w:i/>'),
        run('struck', '<w:strike/>'),
        run('2', '<w:vertAlign w:val="subscript"/>'),
        run('3', '<w:position w:val="8"/><w:sz w:val="16"/>'),
        run('strong', '<w:rStyle w:val="Strong"/>'),
        run('not', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'),
        run('soft', '<w:rStyle w:val="Soft"/>'),
        '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>',
      ].join(''),
    ),
  });
  assert.equal(
    html(report),
    '<p><strong>bold</strong><em>italic</em><s>struck</s><sub>2</sub><sup>3</sup>' +
      '<strong>strong</strong>not<em>soft</em>one<br>two<br>three</p>',
  );
  assert.deepEqual(problems(report), []);
});

test('lists are nested as in Word, and count as in Word', async () => {
  const [bullets, ones] = list(1, { 1: '' }, [
    ['bullet', '·'],
    ['lowerLetter', '%2)'],
    ['bullet', '·'],
  ]);
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const [numbers, twos] = list(2, { 2: '', 3: restart }, [['decimal', '%1.']]);
  const report = await imported({
    numbering: bullets + numbers + ones + twos,
    body: [
      item(1, 0, 'a'),
      item(1, 1, 'b'),
      item(1, 2, 'c'),
      item(1, 1, 'd'),
      item(1, 0, 'e'),
      item(2, 0, 'one'),
      item(2, 0, 'two'),
      paragraph(run('Between.')),
      item(2, 0, 'three'),
      item(3, 0, 'one again'),
    ].join(''),
  });
  assert.equal(
    html(report),
    [
      '<ul><li>a<ol type="a"><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>',
      '<ol><li>one</li><li>two</li></ol>',
      '<p>Between.</p>',
      '<ol start="3"><li>three</li><li value="1">one again</li></ol>',
    ].join('\n'),
  );
});

test('numbers that people refer to become words: those of headings, and 1.1', async () => {
  const [definition, lists] = list(1, { 1: '' }, [
    ['decimal', '%1'],
    ['decimal', '%1.%2'],
    ['lowerRoman', '§ %3'],
  ]);
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const report = await imported({
    styles: style('H1', 'heading 1', numbered),
    numbering: definition + lists,
    body: [
      styled('H1', 'Aim'),
      styled('H1', 'Scope'),
      item(1, 1, 'Everyone.'),
      item(1, 2, 'Also guests.'),
    ].join(''),
  });
  assert.equal(report.understood.policies[0]?.title, '1 Aim');
  assert.equal(sections(report)[0]?.title, '2 Scope');
  assert.equal(html(report), '<p>2.1 Everyone.</p>\n<p>§ i Also guests.</p>');
});

test('tables keep their headers and merged cells', async () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const row = (cells: string, properties = ''): string =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const table = [
    row(cell('Who', '<w:gridSpan w:val="2"/>') + cell('When'), '<w:tblHeader/>'),
    row(
      cell('a', '<w:vMerge w:val="restart"/>') + cell('b') + cell('c'),
      '<w:tblHeader w:val="0"/>',
    ),
    row(cell('', '<w:vMerge/>') + cell('d') + cell('e')),
  ].join('');
  const report = await imported({ body: `<w:tbl><w:tblPr/><w:tblGrid/>${table}</w:tbl>` });
  assert.equal(
    html(report),
    '<table><thead><tr><th colspan="2">Who</th><th>When</th></tr></thead><tbody>' +
      '<tr><td rowspan="2">a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></tbody></table>',
  );
});

const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('links, bookmarks and cross references lead where they led', async () => {
  const named = `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Ref7"/>${run('Scope')}</w:p>`;
  const first = await wordFile({
    styles: HEADINGS,
    body: [
      styled('Title', 'A'),
      named,
      paragraph(`<w:hyperlink r:id="web">${run('web')}</w:hyperlink>`),
      paragraph(`<w:hyperlink w:anchor="_Ref7">${run('mark')}</w:hyperlink>`),
      paragraph(field(' REF _Ref7 \\r \\h ', 'reference')),
      paragraph(field('HYPERLINK "https://x.example/y" \\o "a tip"', 'field')),
      paragraph(`<w:fldSimple w:instr="REF _Ref7 \\h">${run('simple')}</w:fldSimple>`),
      paragraph(`<w:hyperlink r:id="other" w:anchor="place">${run('other')}</w:hyperlink>`),
      paragraph(`<w:hyperlink r:id="gone">${run('gone')}</w:hyperlink>`),
    ].join(''),
    links: { web: 'https://x.example/?a=1&b=2', other: 'b.docx', gone: 'gone.docx' },
  });
  const place = `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:bookmarkStart w:id="1" w:name="place"/>${run('Der Ort')}</w:p>`;
  const second = await wordFile({ styles: HEADINGS, body: styled('Title', 'B') + place });
  const report = await contentOf({ 'a.docx': first, 'b.docx': second });
  assert.equal(
    html(report),
    [
      '<p><a href="https://x.example/?a=1&#x26;b=2" rel="noopener">web</a></p>',
      '<p><a href="#scope">mark</a></p>',
      '<p><a href="#scope">reference</a></p>',
      '<p><a href="https://x.example/y" rel="noopener">field</a></p>',
      '<p><a href="#scope">simple</a></p>',
      '<p><a href="policy:b#der-ort">other</a></p>',
      '<p>gone</p>',
    ].join('\n'),
  );
  assert.deepEqual(problems(report), [
    'a.docx:9 The link gone.docx was removed and its words kept: there is no such file in the folder.',
  ]);
});

test('footnotes and endnotes stand under a heading of their own, with a way back', async () => {
  const note = (kind: string, text: string): string =>
    `<w:${kind} w:id="2">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`;
  const mark = (kind: string): string => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
  const report = await contentOf({
    'a.de.docx': await wordFile({
      styles: HEADINGS,
      body:
        styled('Title', 'A') +
        styled('H1', 'Ziel') +
        paragraph(run('Text') + mark('footnote') + mark('endnote')),
      footnotes: note('footnote', 'Unten.'),
      endnotes: note('endnote', 'Am Ende.'),
    }),
  });
  const [aim, notes] = sections(report);
  assert.equal(
    aim?.html,
    '<p>Text<sup><a href="#fußnoten">1</a></sup><sup><a href="#fußnoten">2</a></sup></p>',
  );
  assert.deepEqual([notes?.title, notes?.level], ['Fußnoten', 2]);
  assert.equal(
    notes?.html,
    '<ol><li><p>Unten. <a href="#ziel">↑</a></p></li><li><p>Am Ende. <a href="#ziel">↑</a></p></li></ol>',
  );
});

test('the language is that of most of the letters, unless the name of the file says one', async () => {
  const body =
    paragraph(run('Guten Tag zusammen', '<w:lang w:val="de-DE"/>')) + paragraph(run('Hello'));
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>';
  const languageOf = (report: ContentReport) => report.understood.policies[0]?.language;
  assert.equal(languageOf(await imported({ body, styles: defaults })), 'de');
  const arabic = paragraph(run('مرحبا بكم', '<w:rtl/>'));
  assert.equal(languageOf(await imported({ body: arabic, styles: defaults })), 'ar');
  const bytes = await wordFile({ body, styles: defaults });
  assert.equal(languageOf(await contentOf({ 'a.fr.docx': bytes })), 'fr');
});

test('a Word file is a version, a translation and a row of a register like any other', async () => {
  const title = (text: string): Draft => ({ styles: HEADINGS, body: styled('Title', text) });
  const report = await contentOf({
    'access.docx': await wordFile(title('Access Control Policy')),
    'desk.docx': await wordFile(title('Clean desk')),
    'desk.de.md': '# Aufgeräumter Tisch\n',
    'versions/desk/1_2024-01-01.docx': await wordFile(title('Desk')),
    'templates/form.docx': await wordFile(title('Form')),
    '~$access.docx': new Uint8Array([1]),
    'register.csv':
      'Doc ID,Title,Owner,Version,Distribution,Status\nP-1,Access Control,Ann,1.2,Everyone,Published\n',
  });
  const [access, desk, ...others] = report.understood.policies;
  assert.deepEqual(others, []);
  assert.deepEqual([access?.id, access?.reference, access?.owner], ['access', 'P-1', 'Ann']);
  assert.deepEqual(
    desk?.versions.map(({ number, documents }) => [number, documents.length]),
    [
      [1, 1],
      [2, 2],
    ],
  );
  assert.deepEqual(
    report.files.filter(({ outcome }) => outcome === 'left out').map(({ file }) => file),
    ['templates/form.docx', '~$access.docx'],
  );
});

test('the same file gives the same bytes, and a changed one is seen', async () => {
  const bytes = await wordFile({ styles: HEADINGS, body: styled('H1', 'A') + paragraph(run('x')) });
  const once = await contentOf({ 'a.docx': bytes });
  assert.deepEqual((await contentOf({ 'a.docx': bytes })).understood, once.understood);
  const [file] = await readFolder(folderOf({ 'a.docx': bytes }));
  assert.deepEqual(Buffer.from(file?.bytes ?? []), Buffer.from(bytes));
});
