// `npm run soak -- documents`: documents of the corpus, written as Word files by LibreOffice and imported again, say the
// same in the same tables, lists and headings.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../packages/contract/src/versions.ts';
import { readContent } from '../../packages/server/src/import/content.ts';
import { shapeOf } from '../../packages/server/src/import/shape.checks.ts';
import { temporaryFolder } from '../setup/engines.mjs';

const corpusFolder =
  process.env.HEED_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const KIT = 'iso27001-kit';
const SOURCES = [
  `${KIT}/en/information-security-policy.md`,
  `${KIT}/en/access-control-policy.md`,
  `${KIT}/de/informationssicherheitsrichtlinie.md`,
  `${KIT}/de/zugriffskontroll-richtlinie.md`,
  'datica-hipaa/07-systems_access_policy.md',
  'datica-hipaa/24-hipaa_mapping_to_datica_controls.md',
  'govuk-html/best-practice-HC-paper.json',
  'govuk-html/arabic_translation.json',
  'govuk-html/stats_headline_and_manually_numbered_headings.json',
  'code-of-conduct-translations/version/2/1/code_of_conduct.ar.md',
];

/** The document of a file of the corpus, as it is imported without Word. */
async function documentOf(source: string): Promise<Document> {
  const file = path.join(corpusFolder, source);
  const folder = temporaryFolder();
  if (source.endsWith('.json')) {
    const page = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      locale: string;
      title: string;
      details: { body: string };
    };
    const head = `<!doctype html><html lang="${page.locale}"><title>${page.title}</title>`;
    fs.writeFileSync(
      path.join(folder, 'a.html'),
      `${head}<h1>${page.title}</h1>${page.details.body}`,
    );
  } else fs.copyFileSync(file, path.join(folder, path.basename(file)));
  const { understood } = await readContent(folder);
  const document = understood.policies[0]?.versions[0]?.documents[0]?.document;
  assert.ok(document, source);
  return document;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A document as a page that LibreOffice opens. */
function pageOf({ title, language, sections }: Document): string {
  const body = sections.map((section) => {
    const heading = escape(section.title);
    const html = section.html.replaceAll('href="policy:', 'href="https://policy.example/');
    const { level, id } = section;
    return section.title === '' ? html : `<h${level} id="${id}">${heading}</h${level}>\n${html}`;
  });
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><h1>${escape(title)}</h1>\n${body.join('\n')}</html>`;
}

function toWord(folder: string, files: string[]): void {
  const own = `-env:UserInstallation=file://${temporaryFolder()}`;
  const flags = [own, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder];
  try {
    execFileSync('soffice', [...flags, ...files], { stdio: 'pipe', timeout: 300_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      'LibreOffice is missing: it writes the Word files that are read here. Install it (Debian: apt-get install --no-install-recommends libreoffice-writer) and start again.',
    );
  }
}

describe('documents that LibreOffice wrote as Word files', { timeout: 600_000 }, () => {
  const folder = temporaryFolder();
  const name = (index: number): string => `document-${index}`;
  let originals: Document[];
  before(async () => {
    assert.ok(fs.existsSync(corpusFolder), `There is no corpus at ${corpusFolder}.`);
    originals = await Promise.all(SOURCES.map(documentOf));
    const pages = originals.map((document, index) => {
      const file = path.join(temporaryFolder(), `${name(index)}.html`);
      fs.writeFileSync(file, pageOf(document));
      return file;
    });
    toWord(folder, pages);
  });

  SOURCES.forEach((source, index) => {
    test(source, async (context) => {
      const report = await readContent(path.join(folder, `${name(index)}.docx`));
      const told = report.findings.map(({ message }) => message);
      const document = report.understood.policies[0]?.versions[0]?.documents[0]?.document;
      const original = originals[index];
      assert.ok(document && original, told.join('\n'));
      assert.deepEqual(
        told.filter((message) => /lost|not known|left out/.test(message)),
        [],
      );
      const { words, tables, items, links, headings } = shapeOf(original);
      assert.deepEqual(shapeOf(document), shapeOf(original), told.join('\n'));
      assert.ok(words.length > 300 && headings.length > 0, 'too little to compare');
      context.diagnostic(
        `${words.length} words, ${tables.length} tables with ${tables.flat().length} rows, ${items} list items, ${links} links, ${headings.length} headings`,
      );
    });
  });
});

test('what LibreOffice writes of notes, changes, comments and boxes comes through or is told of', async () => {
  const folder = temporaryFolder();
  toWord(folder, [fileURLToPath(new URL('features.fodt', import.meta.url))]);
  const { understood, findings } = await readContent(path.join(folder, 'features.docx'));
  const document = understood.policies[0]?.versions[0]?.documents[0]?.document;
  assert.deepEqual([document?.title, document?.language], ['Aufgeräumter Tisch', 'de']);
  assert.deepEqual(
    document?.sections.map(({ title, html }) => [title, html]),
    [
      [
        '1. Ziel',
        '<p>Ein Satz<sup><a href="#fußnoten">1</a></sup> mit <strong>Kommentar</strong> und neu .</p>',
      ],
      [
        '2. Zweck',
        [
          '<p>Siehe <a href="#1-ziel">Ziel</a>.<sup><a href="#fußnoten">2</a></sup></p>',
          '<p>Kasten</p>\n<p>Im Rahmen.</p>\n<p>In der Form.</p>',
          '<p>Bildein Punkt</p>',
        ].join('\n'),
      ],
      [
        'Fußnoten',
        '<ol><li><p>Die Fußnote. <a href="#1-ziel">↑</a></p></li><li><p>Die Endnote. <a href="#2-zweck">↑</a></p></li></ol>',
      ],
    ],
  );
  const told = findings.map(({ message }) => message).join('\n');
  for (const what of [
    /header “Vertraulich, Seite 1” was left out/,
    /table of contents was left out/,
    /comment was left out/,
    /tracked deletion was left out/,
    /tracked insertion was taken/,
    /Hidden text was left out/,
    /Text boxes were taken/,
    /chart, diagram or shape was left out/,
    /picture media\/image1\.png was left out: its text “ein Punkt” was kept/,
    /style “Klausel” is not known/,
  ]) {
    assert.match(told, what);
  }
});
