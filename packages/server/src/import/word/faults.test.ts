import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { contentOf, page, problems } from '../folders.checks.js';
import { MAX_UNPACKED } from './unzip.js';
import { paragraph, run, wordFile } from './word.checks.js';

const body = paragraph(run('Text.'));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const compound = (stream = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

/** A file whose text unpacks to more than it may, and which says that it unpacks to nothing. */
async function bomb(): Promise<Uint8Array> {
  const marker = Buffer.alloc(64 * 1024, 7);
  const whole = Buffer.from(await wordFile({ body, parts: { 'word/big.xml': marker } }));
  const packed = deflateRawSync(Buffer.alloc(MAX_UNPACKED + 1));
  const name = Buffer.from('word/big.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const end = whole.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const start = whole.readUInt32LE(end + 16);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(start, 42);
  const tail = Buffer.from(whole.subarray(end));
  const directory = whole.subarray(start, end);
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10);
  tail.writeUInt32LE(start + local.length + name.length + packed.length, 16);
  const entry = Buffer.concat([local, name, packed]);
  return Buffer.concat([whole.subarray(0, start), entry, directory, central, name, tail]);
}

const entity =
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>';
const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const faults: Record<
  string,
  [bytes: Promise<Uint8Array> | Uint8Array, why: RegExp, name?: string]
> = {
  'a text': [text('# A\n'), /not a Word file, whatever its name says; save it as \.docx\.$/],
  'an empty file': [text(''), /not a Word file/],
  'a file that was cut off': [
    wordFile({ body }).then((bytes) => bytes.slice(0, -40)),
    /damaged or not complete; open it in Word, save it again/,
  ],
  'a zip without a document': [
    wordFile({ body, type: sheet }),
    /a zip file, but no Word document; save it as \.docx\.$/,
  ],
  'a document without a body': [
    wordFile({ body, parts: { 'word/document.xml': '<w:document/>' } }),
    /no Word document/,
  ],
  'XML that is none': [
    wordFile({ body, parts: { 'word/document.xml': '<w:document><w:body>' } }),
    /word\/document\.xml in it is damaged; open it in Word/,
  ],
  'an encrypted document': [
    compound('EncryptedPackage'),
    /protected by a password; save it without one and import again\.$/,
  ],
  'an old document with a new name': [
    compound('WordDocument'),
    /in the old format of Word; save it as \.docx and import again\.$/,
  ],
  'an old document': [compound(), /in the old format of Word; save it as \.docx/, 'a.doc'],
  'a document with macros': [wordFile({ body }), /it holds macros; save it as \.docx/, 'a.docm'],
  'macros under another name': [wordFile({ body, type: macros }), /it holds macros/],
  'macros beside the document': [
    wordFile({ body, parts: { 'word/vbaProject.bin': 'x' } }),
    /it holds macros/,
  ],
  'external entities': [
    wordFile({ body, parts: { 'word/document.xml': entity } }),
    /word\/document\.xml in it declares a document type, which Word never writes/,
  ],
  'a text that unpacks to too much': [
    wordFile({ body, parts: { 'word/big.xml': new Uint8Array(MAX_UNPACKED + 1) } }),
    /its texts unpack to more than 8 MiB, as no policy does; take it out of the folder, or part it\.$/,
  ],
  'a bomb that lies about its size': [bomb(), /unpack to more than 8 MiB/],
};

describe('a Word file that cannot be read', () => {
  for (const [what, [bytes, why, name = 'a.docx']] of Object.entries(faults)) {
    test(`${what}: nothing of its policy is published, and the report says why`, async () => {
      const report = await contentOf({
        [name]: await bytes,
        'a.de.md': '# A\n',
        'good.md': page('Good'),
      });
      assert.deepEqual(
        report.understood.policies.map(({ id }) => id),
        ['good'],
      );
      assert.deepEqual(report.incomplete, [name]);
      const [first = '', second] = problems(report);
      assert.ok(first.startsWith(`${name} It was left out: `), first);
      assert.match(first, why);
      assert.match(
        second ?? '',
        /Nothing of a was taken, because this file of it could not be read/,
      );
      const account = report.files.find(({ file }) => file === name);
      assert.equal(account?.outcome, 'left out');
    });
  }

  test('nested without end is a problem, and the rest is imported', async () => {
    const deep = '<w:customXml>'.repeat(20_000) + '</w:customXml>'.repeat(20_000);
    const report = await contentOf({
      'a.docx': await wordFile({ body: deep }),
      'good.md': page('Good'),
    });
    assert.deepEqual(
      report.understood.policies.map(({ id }) => id),
      ['good'],
    );
    assert.deepEqual(report.incomplete, ['a.docx']);
  });

  test('pictures do not count for its size', async () => {
    const large = new Uint8Array(MAX_UNPACKED + 1);
    const bytes = await wordFile({ body, parts: { 'word/media/image1.png': large } });
    const report = await contentOf({ 'a.docx': bytes });
    assert.equal(report.understood.policies.length, 1);
  });
});

describe('a hostile Word file', () => {
  const targets = [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
  ];

  test('leaves no link that acts, whichever way it is written', async () => {
    const links = Object.fromEntries(targets.map((target, index) => [`r${index}`, target]));
    const bodies = targets.map((target, index) => {
      const code = `HYPERLINK "${target.replaceAll('<', '&lt;')}"`;
      return (
        paragraph(`<w:hyperlink r:id="r${index}">${run('a')}</w:hyperlink>`) +
        paragraph(`<w:fldSimple w:instr='${code}'>${run('b')}</w:fldSimple>`)
      );
    });
    const bytes = await wordFile({ body: bodies.join(''), links });
    const report = await contentOf({ 'a.docx': bytes });
    const text = JSON.stringify(report.understood);
    assert.doesNotMatch(text, /href|script:|data:|file:|evil/);
    assert.equal(problems(report).filter((told) => /was removed/.test(told)).length, 12);
  });

  test('brings in no elements, attributes or style map of its own', async () => {
    const bytes = await wordFile({
      body:
        paragraph(run('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=1&gt;')) +
        `<w:p><w:bookmarkStart w:id="1" w:name="x&quot; onclick=&quot;alert(1)"/>${run('x')}</w:p>`,
      parts: { 'mammoth/style-map': 'p => script' },
    });
    const report = await contentOf({ 'a.docx': bytes });
    const [section] =
      report.understood.policies[0]?.versions[0]?.documents[0]?.document.sections ?? [];
    assert.equal(
      section?.html,
      '<p>&#x3C;script>alert(1)&#x3C;/script>&#x3C;img src=x onerror=1></p>\n<p>x</p>',
    );
  });

  test('holds styles and lists that go round in circles', async () => {
    const bytes = await wordFile({
      styles:
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>' +
        '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      body: paragraph(
        run('x'),
        '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      ),
    });
    assert.equal((await contentOf({ 'a.docx': bytes })).understood.policies.length, 1);
  });
});
