// Which files are taken, and what is kept of them.
import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { describe, test } from 'node:test';
import JSZip from 'jszip';
import * as pictures from '../testing/pictures.js';
import { judge } from './judge.js';
import { harmlessName } from './name.js';
import { orientationIn, orientationOnly } from './orientation.js';
import { Refused } from './refused.js';

const secret = 'GPS 52.52 N 13.40 E, camera 4711, by Robin';
const after = Buffer.from(`PK\x03\x04<script>alert("${secret}")</script>`);
const bytes = (...parts: (string | Buffer | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );

const chunk = (type: string, data: Buffer) => {
  const body = bytes(type, data);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return bytes(size, body, sum);
};
const riff = (type: string, data: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return bytes(type, size, data, Buffer.alloc(data.length % 2));
};
const segment = (marker: number, data: Buffer) =>
  bytes([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff], data);
const withAt = (file: Buffer, at: number, ...more: Buffer[]) =>
  bytes(file.subarray(0, at), ...more, file.subarray(at));

/** Exif as a camera writes it: which way up, and much else. */
const exif = (orientation: number) => bytes(orientationOnly(orientation), secret);

const refused = (file: Buffer, name: string, why: RegExp) =>
  assert.throws(
    () => judge(file, name),
    (error) => error instanceof Refused && why.test(error.message),
    name,
  );

describe('pictures', () => {
  const png = withAt(
    pictures.png,
    33,
    chunk('tEXt', bytes('Author\0', secret)),
    chunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', secret)),
    chunk('eXIf', exif(1)),
    chunk('tIME', Buffer.alloc(7)),
    chunk('prVt', bytes(secret)),
  );
  const said = [
    segment(0xe1, bytes('Exif\0\0', exif(1))),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', secret)),
    segment(0xed, bytes('Photoshop 3.0\0', secret)),
    segment(0xe2, bytes('MPF\0', secret)),
    segment(0xfe, bytes(secret)),
  ];
  const gif = withAt(
    pictures.gif,
    19,
    bytes([0x21, 0xfe, secret.length], secret, [0]),
    bytes([0x21, 0xff, 11], 'XMP DataXMP', [secret.length], secret, [0]),
    bytes([0x21, 0x01, 12], Buffer.alloc(12), [secret.length], secret, [0]),
  );
  const webp = bytes(pictures.transparentWebp, riff('EXIF', exif(1)), riff('XMP ', bytes(secret)));
  webp.writeUInt32LE(webp.length - 8, 4);
  webp[20] = (webp[20] ?? 0) | 0x0c;

  const spoken: [name: string, sent: Buffer, bare: Buffer, mediaType: string][] = [
    ['a.png', png, pictures.png, 'image/png'],
    ['a.jpg', withAt(pictures.jpeg, 20, ...said), pictures.jpeg, 'image/jpeg'],
    [
      'b.jpg',
      withAt(pictures.progressiveJpeg, 20, ...said),
      pictures.progressiveJpeg,
      'image/jpeg',
    ],
    ['a.gif', gif, pictures.gif, 'image/gif'],
    ['a.webp', webp, pictures.transparentWebp, 'image/webp'],
  ];

  for (const [name, sent, bare, mediaType] of spoken) {
    test(`${name}: what it shows stays byte for byte, and what was said in it does not`, () => {
      assert.ok(sent.includes(secret));
      for (const file of [sent, bytes(sent, after)]) {
        const judged = judge(file, name);
        assert.deepEqual(judged, { content: bare, mediaType, name });
      }
      assert.deepEqual(judge(bare, name).content, bare);
    });

    test(`${name}: cut off anywhere, it is refused or whole`, () => {
      for (let length = 12; length < sent.length; length++) {
        try {
          const { content } = judge(sent.subarray(0, length), name);
          assert.deepEqual(content, bare, `${length} bytes`);
        } catch (error) {
          assert.ok(error instanceof Refused, `${length} bytes: ${String(error)}`);
        }
      }
    });

    test(`${name}: damaged anywhere, it is judged all the same, and ends`, () => {
      for (let at = 0; at < sent.length; at++) {
        const damaged = Buffer.from(sent);
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        try {
          judge(damaged, name);
        } catch (error) {
          assert.ok(error instanceof Refused, `byte ${at}: ${String(error)}`);
        }
      }
    });
  }

  test('a photo is still the right way up', () => {
    const photo = withAt(pictures.jpeg, 20, segment(0xe1, bytes('Exif\0\0', exif(6))));
    const { content } = judge(photo, 'a.jpg');
    assert.ok(!content.includes(secret));
    const at = content.indexOf('Exif\0\0');
    assert.equal(orientationIn(content.subarray(at + 6)), 6);
    assert.equal(content.length, pictures.jpeg.length + 36);
    const other = bytes(pictures.transparentWebp, riff('EXIF', exif(3)));
    other.writeUInt32LE(other.length - 8, 4);
    const kept = judge(other, 'a.webp').content;
    assert.ok(!kept.includes(secret));
    assert.equal(orientationIn(kept.subarray(kept.indexOf('EXIF') + 8)), 3);
  });

  test('the small copy within a JPEG goes, too', () => {
    const small = Buffer.from(secret.padEnd(48));
    const jfif = bytes(pictures.jpeg.subarray(6, 18), [4, 4], small);
    const { content } = judge(
      bytes([0xff, 0xd8], segment(0xe0, jfif), pictures.jpeg.subarray(20)),
      'a.jpg',
    );
    assert.deepEqual(content, pictures.jpeg);
  });
});

describe('documents', () => {
  const zip = (entries: Record<string, string>) => {
    const file = new JSZip();
    for (const [name, text] of Object.entries(entries)) file.file(name, text);
    return file.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const types = { '[Content_Types].xml': '<Types/>' };

  test('PDF, text, CSV and Office documents are kept as they are', async () => {
    const office = 'application/vnd.openxmlformats-officedocument';
    for (const [sent, name, mediaType] of [
      [bytes('%PDF-1.7\n1 0 obj\n<<>>\n%%EOF\n'), 'a.pdf', 'application/pdf'],
      [bytes('Grüße, 漢字 🦉\r\n\tdone\n'), 'a.txt', 'text/plain'],
      [bytes('\ufeffname;since\n'), 'a.CSV', 'text/csv'],
      [bytes('a < b'), 'a.log', 'text/plain'],
      [
        await zip({ ...types, 'word/document.xml': '' }),
        'a.docx',
        `${office}.wordprocessingml.document`,
      ],
      [await zip({ ...types, 'xl/workbook.xml': '' }), 'a.xlsx', `${office}.spreadsheetml.sheet`],
      [
        await zip({ ...types, 'ppt/presentation.xml': '' }),
        'a.pptx',
        `${office}.presentationml.presentation`,
      ],
    ] as const) {
      assert.deepEqual(judge(sent, name), { content: sent, mediaType, name });
    }
  });

  test('what is something else, or more than it says, is refused with the reason', async () => {
    const word = await zip({ ...types, 'word/document.xml': '' });
    for (const [file, name, why] of [
      [bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg', /SVG/],
      [bytes('<svg onload="alert(1)"/>'), 'logo.png', /SVG/],
      [bytes('\ufeff \n<!DOCTYPE html><title>x</title>'), 'a.txt', /Web pages/],
      [bytes('<?xml version="1.0"?><x/>'), 'a.txt', /markup/],
      [await zip({ 'readme.txt': 'x' }), 'a.zip', /Archives/],
      [await zip({ 'readme.txt': 'x' }), 'a.docx', /Archives/],
      [
        await zip({ ...types, 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
        'a.docx',
        /macros/,
      ],
      [
        await zip({ ...types, 'word/document.xml': '', 'word/x/..\\..\\y': 'x' }),
        'a.docx',
        /put around/,
      ],
      [bytes('MZ', word), 'a.docx', /none of them/],
      [bytes(word, after), 'a.docx', /put around/],
      [word.subarray(0, -3), 'a.docx', /cut off/],
      [bytes('%PDF-1.7\n%%EOF\n', word), 'a.pdf', /behind its end/],
      [bytes('%PDF-1.7\n1 0 obj'), 'a.pdf', /cut off/],
      [bytes('\0%PDF-1.7\n%%EOF'), 'a.pdf', /none of them/],
      [Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'a.doc', /Protected/],
      [bytes([0, 0, 0, 24], 'ftypheic', Buffer.alloc(8)), 'a.heic', /HEIC/],
      [bytes('MZ\x90\0\x03'), 'a.exe', /none of them/],
      [bytes('\x7fELF'), 'a', /none of them/],
      [bytes('\x1f\x8b\x08'), 'a.gz', /none of them/],
      [bytes('text \x1b[2Jand more'), 'a.txt', /none of them/],
      [Buffer.from('caf\xe9', 'latin1'), 'a.csv', /UTF-8/],
      [Buffer.alloc(1), 'a.txt', /none of them/],
      [bytes('RIFF\x04\0\0\0WEBP'), 'a.webp', /cut off/],
      [bytes('GIF89a/*', after), 'a.gif', /cut off/],
    ] as const) {
      refused(file, name, why);
    }
  });
});

describe('names', () => {
  test('stay in their folder, whatever they were', () => {
    for (const [declared, wanted] of [
      ['plan.pdf', 'plan.pdf'],
      ['Grüße 漢字 👩🏽‍💻.txt', 'Grüße 漢字 👩🏽‍💻.txt'],
      ['../../etc/passwd', 'passwd'],
      ['C:\\Users\\kim\\cv.docx', 'cv.docx'],
      ['a\r\nSet-Cookie: b.png', 'aSet-Cookie_ b.png'],
      ['invoice\u202efdp.exe', 'invoicefdp.exe'],
      ['..', 'file'],
      ['/', 'file'],
      ['.htaccess', 'htaccess'],
      ['NUL.txt', '_NUL.txt'],
      ['a<b>:"|?*.png', 'a_b______.png'],
      ['trailing. . ', 'trailing'],
      [`${'x'.repeat(250)}.png`, `${'x'.repeat(116)}.png`],
    ] as const) {
      assert.equal(harmlessName(declared), wanted);
    }
  });

  test('end as their content does', () => {
    for (const [file, declared, wanted] of [
      [pictures.png, 'a.jpg', 'a.png'],
      [pictures.jpeg, 'a.jpeg', 'a.jpeg'],
      [pictures.jpeg, 'a.JPG', 'a.JPG'],
      [pictures.png, 'a', 'a.png'],
      [pictures.gif, 'a.svg', 'a.svg.gif'],
      [bytes('echo hello'), 'run.bat', 'run.bat.txt'],
      [bytes('x'), 'notes.pdf', 'notes.txt'],
      [bytes('%PDF-1.4\n%%EOF'), 'invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
    ] as const) {
      assert.equal(judge(file, declared).name, wanted);
    }
  });
});
