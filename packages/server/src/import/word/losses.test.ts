import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf } from '../account.js';
import { problems } from '../folders.checks.js';
import { htmlOf, importedWord, paragraph, run, style, styled, type Draft } from './word.checks.js';

const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
const shape = (inside: string): string =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>${inside}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const picture = (alt: string): string =>
  `<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>` +
  '<a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';
const inRun = (inside: string): string => `<w:r>${inside}</w:r>`;

interface Case {
  body: string;
  told: string[];
  html: string;
  more?: Partial<Draft>;
}

const cases: Record<string, Case> = {
  comments: {
    body:
      paragraph(run('Lock the screen.') + inRun('<w:commentReference w:id="1"/>')) +
      paragraph(run('And the drawer.') + inRun('<w:commentReference w:id="2"/>')),
    more: {
      comments: `<w:comment w:id="1">${paragraph(run('Really?'))}</w:comment>`,
    },
    told: [':1 Comments were left out, the first at “Lock the screen.”.'],
    html: '<p>Lock the screen.</p>\n<p>And the drawer.</p>',
  },
  'tracked changes': {
    body:
      paragraph(run('First.')) +
      paragraph(
        `${run('Lock')}<w:ins w:id="1">${run(' always')}</w:ins><w:del w:id="2"><w:r><w:delText> never</w:delText></w:r></w:del>`,
      ),
    told: [
      ':2 A tracked deletion was left out, at “Lock always”: accept or reject the changes in Word.',
      ':2 A tracked insertion was taken as text, at “Lock always”: accept or reject the changes in Word.',
    ],
    html: '<p>First.</p>\n<p>Lock always</p>',
  },
  'text that was moved': {
    body:
      paragraph(`<w:moveFrom w:id="1">${run('Here.')}</w:moveFrom>`) +
      paragraph(`<w:moveTo w:id="2">${run('Here.')}</w:moveTo>`),
    told: [
      ':1 A tracked deletion was left out, at “Here.”: accept or reject the changes in Word.',
      ':2 A tracked insertion was taken as text, at “Here.”: accept or reject the changes in Word.',
    ],
    html: '<p>Here.</p>',
  },
  'a deleted row': {
    body: `<w:tbl><w:tr><w:tc>${paragraph(run('kept'))}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph(run('gone'))}</w:tc></w:tr></w:tbl>`,
    told: [':1 A tracked deletion was left out, at “kept”: accept or reject the changes in Word.'],
    html: '<table><tbody><tr><td>kept</td></tr></tbody></table>',
  },
  'a note that was deleted with its mark': {
    body: paragraph(
      `${run('Kept.')}<w:del w:id="1"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`,
    ),
    more: { footnotes: `<w:footnote w:id="2">${paragraph(run('Gone.'))}</w:footnote>` },
    told: [':1 A tracked deletion was left out, at “Kept.”: accept or reject the changes in Word.'],
    html: '<p>Kept.</p>',
  },
  'form fields and signs': {
    body: paragraph(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Your name')}</w:sdtContent></w:sdt>` +
        inRun('<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Ours" w:char="F001"/>') +
        inRun('<mc:AlternateContent><mc:Fallback><w:t>☂</w:t></mc:Fallback></mc:AlternateContent>'),
    ),
    told: [
      ' A sign of the font “Ours” is not known; it was left out.',
      ':1 A form field is not filled in, at “Your name☂”.',
    ],
    html: '<p>Your name✓☂</p>',
  },
  'hidden text': {
    body: paragraph(run('Seen. ') + run('Secret.', '<w:vanish/>')),
    told: [':1 Hidden text was left out, at “Seen. Secret.”.'],
    html: '<p>Seen. </p>',
  },
  'pictures that are not there': {
    body: paragraph(inRun(picture('the way out'))) + paragraph(inRun(picture(''))),
    more: { links: { p: 'media/map.png' } },
    told: [
      ':1 The picture media/map.png was left out, and its text “the way out” was kept: the document does not hold it.',
      ':2 The picture media/map.png was left out, and it has no alternative text: the document does not hold it.',
    ],
    html: '<p>the way out</p>\n<p></p>',
  },
  'text boxes, whichever way they are written': {
    body:
      paragraph(
        run('Above.') +
          inRun(
            `<mc:AlternateContent><mc:Choice Requires="wps">${shape(box('Boxed.'))}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Boxed.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
          ),
      ) + paragraph(run('Next.') + inRun(shape(box('Modern.')))),
    told: [
      ':1 Text boxes were taken as paragraphs below the ones they hang on, the first at “Above.”: see whether it reads well there.',
    ],
    html: '<p>Above.</p>\n<p>Boxed.</p>\n<p>Next.</p>\n<p>Modern.</p>',
  },
  'drawings and embedded objects': {
    body: paragraph(run('x') + inRun(shape('')) + inRun('<w:object/>')) + '<w:altChunk r:id="p"/>',
    told: [
      ':1 A chart, diagram or shape was left out, at “x”: say in words what is shown.',
      ':1 An embedded document was left out, at “x”.',
      ':1 An embedded object was left out, at “x”.',
    ],
    html: '<p>x</p>',
  },
  'headers and footers with words': {
    body: paragraph(run('x')),
    more: {
      header:
        paragraph(run('Confidential')) +
        `<w:p>${inRun('<w:pict><v:textpath string="DRAFT"/></w:pict>')}</w:p>`,
      footer: paragraph(run('3')),
    },
    told: [' The header “Confidential DRAFT” was left out.'],
    html: '<p>x</p>',
  },
  'styles that nothing is known of, once each': {
    body: styled('Fancy', 'a') + styled('Fancy', 'b') + styled('None', 'c'),
    more: { styles: style('Fancy', 'Our fancy') },
    told: [
      ':1 The style “Our fancy” is not known; it was taken as plain text.',
      ':3 The style “None” is not known; it was taken as plain text.',
    ],
    html: '<p>a</p>\n<p>b</p>\n<p>c</p>',
  },
  'formulas, ruby and what nobody has heard of': {
    body: paragraph(
      `<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${inRun(`<w:ruby><w:rt>${run('よ')}</w:rt><w:rubyBase>${run('読')}</w:rubyBase></w:ruby>`)}<w:novelty>${run('new')}</w:novelty>`,
    ),
    told: [
      ' The word “new” was lost: write it as ordinary text.',
      ' What Word writes as w:novelty is not known; it was left out.',
      ':1 A formula was taken as plain text, at “読new”: see whether it can still be understood.',
    ],
    html: '<p>a+b読(よ)</p>',
  },
};

for (const [what, { body, told, html: expected, more }] of Object.entries(cases)) {
  test(`told: ${what}`, async () => {
    const report = await importedWord({ body, ...more });
    assert.deepEqual(
      problems(report),
      told.map((one) => `a.docx${one}`),
    );
    assert.equal(htmlOf(report), expected);
    assert.equal(report.files[0]?.outcome, 'partly');
    const dry = accountOf('x', report, true).join('\n');
    for (const one of told) assert.ok(dry.includes(one.replace(/^\S* /, '')), one);
  });
}

test('a table of contents gives way to that of the reader, which is no problem', async () => {
  const report = await importedWord({
    styles: style('TOC1', 'toc 1') + style('H1', 'heading 1'),
    body:
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${styled('TOC1', 'One 3')}</w:sdtContent></w:sdt>` +
      styled('TOC1', 'Two 4') +
      styled('H1', 'One') +
      paragraph(run('x')),
  });
  assert.deepEqual(problems(report), []);
  assert.deepEqual(
    report.findings.map(({ severity, message }) => `${severity} ${message}`).slice(-1),
    ['note The table of contents was left out: readers have one of their own.'],
  );
  assert.equal(htmlOf(report), '<p>x</p>');
});

test('placeholders are found with their paragraph, boxes to tick keep their state', async () => {
  const report = await importedWord({
    body:
      paragraph(run('First.')) +
      paragraph(run('Ask [YOUR_') + run('COMPANY].')) +
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          run(' done'),
      ),
  });
  assert.deepEqual(problems(report), [
    'a.docx:2 One placeholder to fill in, the first is [YOUR_COMPANY].',
  ]);
  assert.match(htmlOf(report), /<p>☑ done<\/p>$/);
});
