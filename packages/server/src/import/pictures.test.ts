// Pictures are stored with the version that they stand in; whatever cannot be shown is told, and its words stay.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Image } from '@heed/contract';
import { contentOf, page, problems, type Files } from './folders.checks.js';
import { jpegOnItsSide, png } from './pictures.checks.js';
import type { ContentReport } from './types.js';
import { paragraph, run, wordFile } from './word/word.checks.js';

const versionOf = (report: ContentReport) => report.understood.policies[0]!.versions.at(-1)!;
const htmlOf = (report: ContentReport) =>
  versionOf(report)
    .documents[0]!.document.sections.map(({ html }) => html)
    .join('\n');
const imagesOf = (report: ContentReport) =>
  (versionOf(report).images ?? []).map(({ body }) => JSON.parse(body) as Image);
const notes = ({ findings }: ContentReport) =>
  findings.filter(({ severity }) => severity === 'note').map(({ message }) => message);
const accountOf = ({ files }: ContentReport, path: string) =>
  files.filter(({ file }) => file === path).map(({ outcome, reason }) => `${outcome}: ${reason}`);

const withText = (text: string, files: Files = {}) =>
  contentOf({ 'rules/doors.md': `${page('Doors')}\n${text}\n`, ...files });

describe('a picture in a text', () => {
  test('is stored under the hash of its bytes, and its place in the text says how large it is', async () => {
    const bytes = png(30, 20);
    const report = await withText('![The way out](plans/map.png "Plan")', {
      'rules/plans/map.png': bytes,
    });
    const [image] = versionOf(report).images!;
    const data = Buffer.from(bytes).toString('base64');
    assert.equal(image!.body, `{"data":"${data}","height":20,"type":"image/png","width":30}`);
    const hash = createHash('sha256').update(image!.body).digest('hex');
    assert.equal(image!.contentHash, `sha256:${hash}`);
    assert.ok(
      htmlOf(report).includes(
        `<img alt="The way out" data-image="sha256:${hash}" width="30" height="20">`,
      ),
      htmlOf(report),
    );
    assert.deepEqual(problems(report), []);
    assert.deepEqual(accountOf(report, 'rules/plans/map.png'), [
      'taken: a picture in rules/doors.md',
    ]);
    assert.match(accountOf(report, 'rules/doors.md').join(), /^taken/);
  });

  for (const [what, text] of Object.entries({
    'an absolute path': '![Map](/rules/map%20of%20it.png)',
    'a path upwards': '![Map](../rules/map%20of%20it.png?raw=1)',
    HTML: '<p><a href="https://example.org"><img src="map of it.png" alt="Map"></a></p>',
    'bytes in the address': `<img alt="Map" src="data:image/png;base64,${Buffer.from(png(3, 2)).toString('base64')}">`,
  })) {
    test(`is found by ${what}`, async () => {
      const report = await withText(text, { 'rules/map of it.png': png(3, 2) });
      assert.deepEqual(problems(report), []);
      assert.deepEqual(
        imagesOf(report).map(({ width, height }) => [width, height]),
        [[3, 2]],
      );
    });
  }

  test('is stored once, wherever it stands', async () => {
    const report = await withText('![A](a.png) and ![B](b.png)', {
      'rules/a.png': png(4, 4),
      'rules/b.png': png(4, 4),
      'rules/doors.de.md': '# Türen\n\n![C](a.png)\n',
    });
    assert.equal(versionOf(report).documents.length, 2);
    assert.equal(imagesOf(report).length, 1);
  });

  test('of a camera on its side is as wide as it is shown', async () => {
    const report = await withText('![A](a.jpg)', { 'rules/a.jpg': jpegOnItsSide(400, 300) });
    const [image] = imagesOf(report);
    assert.deepEqual([image?.type, image?.width, image?.height], ['image/jpeg', 300, 400]);
  });

  test('that changes makes another text', async () => {
    const [one, other] = await Promise.all(
      [png(4, 4), png(4, 4, [255, 0, 0])].map((bytes) =>
        withText('![A](a.png)', { 'rules/a.png': bytes }),
      ),
    );
    assert.notEqual(htmlOf(one!), htmlOf(other!));
  });

  test('without alternative text is shown, and told', async () => {
    const report = await withText('![](a.png)', { 'rules/a.png': png(2, 2) });
    assert.match(htmlOf(report), /<img alt="" data-image/);
    assert.deepEqual(notes(report), [
      'The picture a.png has no alternative text: who cannot see it learns nothing of it.',
    ]);
  });

  for (const [what, [text, files, why]] of Object.entries<[string, Files, string]>({
    'is not there': ['![The map](a.png)', {}, 'there is no such file in the folder'],
    'leaves the folder': ['![The map](../../a.png)', {}, 'there is no such file in the folder'],
    'stands elsewhere': [
      '![The map](https://example.org/a.png)',
      {},
      'pictures are not fetched from elsewhere; put the file beside the text',
    ],
    'is of another kind': [
      '![The map](a.svg)',
      { 'rules/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      'it is no PNG, JPEG, GIF or WebP; save it as one of them',
    ],
    'is something else by its bytes': [
      '![The map](a.png)',
      { 'rules/a.png': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
      'it is no PNG, JPEG, GIF or WebP; save it as one of them',
    ],
    'is cut off': [
      '![The map](a.png)',
      { 'rules/a.png': png(9, 9).subarray(0, 12) },
      'it is no PNG, JPEG, GIF or WebP; save it as one of them',
    ],
    'has too many bytes': [
      '![The map](a.png)',
      { 'rules/a.png': Buffer.concat([png(9, 9), Buffer.alloc(4 * 1024 * 1024)]) },
      'larger than 4 MiB',
    ],
    'has too many pixels': [
      '![The map](a.png)',
      { 'rules/a.png': png(8000, 6000) },
      'it has more than 40 million pixels; save it smaller',
    ],
    'has no address': ['<img alt="The map">', {}, 'it names no file'],
  })) {
    test(`that ${what} leaves its words, and the loss is told`, async () => {
      const report = await withText(`See ${text}.`, files);
      const [told] = problems(report);
      assert.match(
        told!,
        /^rules\/doors\.md:8 The picture .* was left out, and its text “The map” was kept: /,
      );
      assert.ok(told!.endsWith(`: ${why}.`), told);
      assert.match(htmlOf(report), /<p>See The map\.<\/p>/);
      assert.equal(versionOf(report).images, undefined);
      assert.match(accountOf(report, 'rules/doors.md').join(), /^partly/);
    });
  }

  test('that no text shows is accounted for', async () => {
    const report = await withText('Nothing.', { 'a.png': png(2, 2), 'b.svg': '<svg/>' });
    assert.deepEqual(accountOf(report, 'a.png'), ['left out: a picture that no text shows']);
    assert.match(accountOf(report, 'b.svg').join(), /^left out: a picture that cannot be shown/);
  });
});

describe('a picture in a Word document', () => {
  const drawing = (alt: string): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const draft = (bytes: string | Uint8Array) => ({
    body: paragraph(run('See ') + drawing('the way out')),
    links: { p: 'media/map.png' },
    parts: { 'word/media/map.png': bytes },
  });

  test('is stored with the version', async () => {
    const report = await contentOf({ 'a.docx': await wordFile(draft(png(30, 20))) });
    assert.deepEqual(problems(report), []);
    assert.deepEqual(
      imagesOf(report).map(({ width, height }) => [width, height]),
      [[30, 20]],
    );
    assert.match(htmlOf(report), /<p>See <img alt="the way out" data-image="sha256:/);
  });

  test('that unpacks to more than is shown is told', async () => {
    const bomb = new Uint8Array(64 * 1024 * 1024);
    const report = await contentOf({ 'a.docx': await wordFile(draft(bomb)) });
    assert.match(problems(report).join(), /media\/map\.png was left out.* larger than 4 MiB/);
    assert.match(htmlOf(report), /<p>See the way out<\/p>/);
  });
});
