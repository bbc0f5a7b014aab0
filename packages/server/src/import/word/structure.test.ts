import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, problems } from '../folders.checks.js';
import {
  HEADINGS,
  htmlOf,
  importedWord,
  item,
  list,
  paragraph,
  run,
  sectionsOf,
  style,
  styled,
  wordFile,
} from './word.checks.js';

test('lists are nested as in Word, and count as in Word', async () => {
  const [bullets, ones] = list(1, { 1: '' }, [
    ['bullet', '·'],
    ['lowerLetter', '%2)'],
    ['bullet', '·'],
  ]);
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const [numbers, twos] = list(2, { 2: '', 3: restart }, [['decimal', '%1.']]);
  const report = await importedWord({
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
    htmlOf(report),
    [
      '<ul><li>a<ol type="a"><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>',
      '<ol><li>one</li><li>two</li></ol>',
      '<p>Between.</p>',
      '<ol start="3"><li>three</li><li value="1">one again</li></ol>',
    ].join('\n'),
  );
});

test('a list that begins deep, or goes on below other text, gets no empty items', async () => {
  const [definition, lists] = list(1, { 1: '' }, [
    ['bullet', '·'],
    ['bullet', '·'],
    ['bullet', '·'],
  ]);
  const cell = (text: string): string => `<w:tc>${item(1, 1, text)}</w:tc>`;
  const report = await importedWord({
    numbering: definition + lists,
    body: [
      item(1, 1, 'a'),
      paragraph(''),
      item(1, 2, 'b'),
      paragraph(run('Between.')),
      item(1, 2, 'c'),
      `<w:tbl><w:tr>${cell('d')}${cell('e')}</w:tr></w:tbl>`,
    ].join(''),
  });
  assert.equal(
    htmlOf(report),
    [
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
      '<p>Between.</p>',
      '<ul><li>c</li></ul>',
      '<table><tbody><tr><td><ul><li>d</li></ul></td><td><ul><li>e</li></ul></td></tr></tbody></table>',
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
  const report = await importedWord({
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
  assert.equal(sectionsOf(report)[0]?.title, '2 Scope');
  assert.equal(htmlOf(report), '<p>2.1 Everyone.</p>\n<p>§ i Also guests.</p>');
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
  const report = await importedWord({ body: `<w:tbl><w:tblPr/><w:tblGrid/>${table}</w:tbl>` });
  assert.equal(
    htmlOf(report),
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
    htmlOf(report),
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
  const [aim, notes] = sectionsOf(report);
  assert.equal(
    aim?.html,
    '<p>Text<sup><a href="#note-1">1</a></sup><sup><a href="#note-2">2</a></sup></p>',
  );
  assert.deepEqual([notes?.title, notes?.level], ['Fußnoten', 2]);
  assert.equal(
    notes?.html,
    '<ol><li id="note-1"><p>Unten. <a href="#ziel">↑</a></p></li><li id="note-2"><p>Am Ende. <a href="#ziel">↑</a></p></li></ol>',
  );
});
