import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, folderOf, problems } from '../folders.checks.js';
import { readFolder } from '../folder.js';
import type { ContentReport } from '../types.js';
import {
  HEADINGS,
  htmlOf,
  importedWord,
  paragraph,
  run,
  sectionsOf,
  style,
  styled,
  wordFile,
  type Draft,
} from './word.checks.js';

test('headings of Word, of LibreOffice in German, by outline and by what they are based on', async () => {
  const report = await importedWord({
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
    sectionsOf(report).map(({ title, level }) => [title, level]),
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
  const below = await importedWord({
    styles: HEADINGS,
    body: paragraph(run('Lindenquay')) + styled('Title', 'Clean desk'),
    title: 'Document1',
  });
  assert.equal(below.understood.policies[0]?.title, 'Clean desk');
  const logoAbove = await importedWord({
    styles: HEADINGS,
    body: logo + styled('Title', 'Clean desk') + styled('H1', 'One'),
    links: { p: 'media/logo.png' },
  });
  assert.equal(logoAbove.understood.policies[0]?.title, 'Clean desk');
  assert.deepEqual(
    sectionsOf(logoAbove).map(({ title }) => title),
    ['', 'One'],
  );
  const byFile = await importedWord({ body: paragraph(run('Text.')), title: ' Clean\n desk ' });
  assert.equal(byFile.understood.policies[0]?.title, 'Clean desk');
});

test('the looks that mean something are kept, by themselves and by styles', async () => {
  const character = (id: string, properties: string): string =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`;
  const report = await importedWord({
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
    htmlOf(report),
    '<p><strong>bold</strong><em>italic</em><s>struck</s><sub>2</sub><sup>3</sup>' +
      '<strong>strong</strong>not<em>soft</em>one<br>two<br>three</p>',
  );
  assert.deepEqual(problems(report), []);
});

test('the language is that of most of the letters, unless the name of the file says one', async () => {
  const body =
    paragraph(run('Guten Tag zusammen', '<w:lang w:val="de-DE"/>')) + paragraph(run('Hello'));
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>';
  const languageOf = (report: ContentReport) => report.understood.policies[0]?.language;
  assert.equal(languageOf(await importedWord({ body, styles: defaults })), 'de');
  const arabic = paragraph(run('مرحبا بكم', '<w:rtl/>'));
  assert.equal(languageOf(await importedWord({ body: arabic, styles: defaults })), 'ar');
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
