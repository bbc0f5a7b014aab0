import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { readContent } from './content.js';
import { readFolder } from './folder.js';
import { readFrontMatter } from './front-matter.js';
import { readHtml, toSafeHtml } from './html.js';
import { readPeople } from './people.js';
import { splitSections } from './sections.js';
import { plainText } from './tree.js';
import type { ContentReport, PeopleReport } from './types.js';
import { wordsOf } from './words.js';

/** Real documents of others, beside the repository; they are never copied into it. */
const CORPUS =
  process.env.HEED_CORPUS ??
  fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));

function corpus(name: string, run: (folder: string) => Promise<void>): void {
  test(name, async (context: TestContext) => {
    if (existsSync(CORPUS)) return run(CORPUS);
    if (process.env.CI === 'true') assert.fail(`The corpus is missing at ${CORPUS}`);
    context.skip(`no corpus at ${CORPUS}; set HEED_CORPUS`);
  });
}

const reports = new Map<string, Promise<ContentReport>>();

/** A folder of the corpus as it is understood; read once, since it says the same every time (the last test sees to that). */
function readOnce(folder: string, name: string): Promise<ContentReport> {
  const known = reports.get(name) ?? readContent(`${folder}/${name}`);
  reports.set(name, known);
  return known;
}

/** The kit, with the people of another folder. */
async function readKit(folder: string): Promise<ContentReport> {
  const { understood } = await readPeople(`${folder}/people`);
  return readContent(`${folder}/iso27001-kit`, understood);
}
let kit: Promise<ContentReport> | undefined;

/** Every file of the folder has one account, and every text of the report has its file. */
async function assertAccounted(report: ContentReport | PeopleReport): Promise<void> {
  const files = (await readFolder(report.folder)).map(({ path }) => path);
  assert.deepEqual(
    report.files.map(({ file }) => file),
    files,
  );
  for (const { file, line } of report.findings) {
    assert.ok(files.includes(file), file);
    assert.ok(line === undefined || line >= 1, `${file}:${line}`);
  }
}

const html = (report: ContentReport): string[] =>
  report.understood.policies.flatMap(({ versions }) =>
    versions.flatMap(({ documents }) =>
      documents.flatMap(({ document }) => document.sections.map((section) => section.html)),
    ),
  );

/** Words of a Markdown source by a way of its own: marks of lists and tables blanked, rest as it is. */
function sourceWords(text: string): string[] {
  const plain = readFrontMatter(text)
    .body.replace(/^((?:>\s*)*\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?/gm, '$1')
    .replace(/&[a-z]+;/g, ' ');
  return wordsOf(plain);
}

const pageWords = (html: string): string[] =>
  wordsOf(html.replace(/<[^>]*>/g, ' ').replace(/&#x(?:3C|26);/g, ' '));

const occurrences = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

corpus('the ISO 27001 kit: all policies, paired, with every word', async (folder) => {
  const report = await (kit ??= readKit(folder));
  await assertAccounted(report);
  const taken = report.files.filter(({ outcome }) => outcome !== 'left out');
  assert.equal(taken.filter(({ file }) => /^(en|de)\//.test(file)).length, 42);
  assert.equal(report.understood.policies.length, 21);
  for (const policy of report.understood.policies) {
    const [version] = policy.versions;
    const [english, german] = version?.documents ?? [];
    assert.match(policy.reference ?? '', /^POL-0\d\d$/);
    assert.equal(english?.document.language, 'en', policy.id);
    assert.equal(german?.document.language, 'de', policy.id);
    assert.deepEqual(
      german?.document.sections.map(({ id }) => id),
      english?.document.sections.map(({ id }) => id),
    );
    for (const one of version?.documents ?? []) {
      const { sections, title } = one.document;
      const source = await readFile(`${report.folder}/${one.file}`, 'utf8');
      const page = sections.map((section) => `${section.title}\n${section.html}`).join('\n');
      assert.deepEqual(pageWords(`${title}\n${page}`), sourceWords(source), one.file);
      const counted = sections.reduce((sum, section) => sum + section.words, 0);
      const shown = pageWords(sections.map((section) => section.html).join('\n')).length;
      assert.ok(Math.abs(counted - shown) <= 10, `${one.file}: ${counted} counted, ${shown} shown`);
      assert.equal(
        occurrences(page, /<li>/g),
        occurrences(source, /^\s*(?:[-*+]|\d+[.)])\s/gm),
        one.file,
      );
      const rows =
        occurrences(source, /^\|.*\|\s*$/gm) - occurrences(source, /^\|[\s:|-]+\|\s*$/gm);
      const cells = (source.match(/^\|.*\|\s*$/gm) ?? [])
        .filter((row) => !/^\|[\s:|-]+\|\s*$/.test(row))
        .reduce((sum, row) => sum + row.trim().split(/(?<!\\)\|/).length - 2, 0);
      assert.equal(occurrences(page, /<t[hd]\b/g), cells, one.file);
      assert.equal(occurrences(page, /<tr>/g), rows, one.file);
      assert.equal(
        occurrences(page, /<table>/g),
        occurrences(source, /^\|[\s:|-]+\|\s*$/gm),
        one.file,
      );
    }
  }
});

corpus('the kit’s distribution lists become packs that are honest about nobody', async (folder) => {
  const { understood, findings } = await (kit ??= readKit(folder));
  assert.equal(understood.packs.length, 11);
  const rule = (id: string) => understood.audiences.find((audience) => audience.id === id)?.rule;
  const everyone = { not: { attribute: 'relation', in: ['supplier', 'customer'] } };
  assert.deepEqual(rule('all-employees'), everyone);
  assert.deepEqual(rule('pmo-project-managers'), { any: [] });
  const it = { attribute: 'department', in: ['Information Services'] };
  assert.deepEqual(rule('secops-it'), it);
  assert.deepEqual(rule('hr-all-employees'), {
    any: [{ attribute: 'department', in: ['Human Resources'] }, everyone],
  });
  for (const label of ['SecOps', 'PMO', 'Project Managers', 'Reception']) {
    assert.ok(
      findings.some(
        ({ severity, message }) => severity === 'problem' && message.includes(`“${label}”`),
      ),
    );
  }
  const missing = findings.filter(({ message }) => message.startsWith('No document was found'));
  assert.deepEqual(
    missing.filter(({ file }) => file.startsWith('registers/')).map(({ line }) => line),
    [23, 24, 25, 26, 27],
  );
});

corpus('290 people of an HR database and one of three SCIM files', async (folder) => {
  const report = await readPeople(`${folder}/people`);
  await assertAccounted(report);
  const { people, groups } = report.understood;
  assert.equal(people.filter(({ file }) => file.endsWith('Employee.csv')).length, 290);
  assert.equal(people.length, 291);
  const ken = people.find(({ userName }) => userName === 'ken0');
  assert.equal(ken?.title, 'Chief Executive Officer');
  assert.equal(ken?.department, 'Executive');
  assert.equal(ken?.joined, '2009-01-14');
  const rob = people.find(({ userName }) => userName === 'rob0');
  assert.equal(rob?.department, 'Tool Design', 'the membership without an end');
  assert.deepEqual(
    groups.map(({ name, members }) => [name, members]),
    [['Tour Guides', ['bjensen@example.com']]],
  );
  const text = JSON.stringify(report.understood);
  const [row = ''] = (
    await readFile(`${folder}/people/adventure-works/Employee.csv`, 'utf8')
  ).split('\n');
  const cells = row.split('\t');
  for (const secret of [cells[1], cells[6], cells[14]]) assert.ok(!text.includes(secret ?? '?'));
  for (const secret of ['555-555-5555', 'jensen.org', 'Hollywood'])
    assert.ok(!text.includes(secret));
  const duplicates = report.findings.filter(({ message }) => message.includes('already there'));
  assert.equal(duplicates.length, 2);
});

for (const name of [
  'moj-security-guidance',
  'datica-hipaa',
  'code-of-conduct-translations',
  'attack',
  'people',
  'govuk-html',
  'announcements',
  'commonmark',
]) {
  corpus(
    `${name}: nothing crashes, every file is accounted for, nothing active is left`,
    async (folder) => {
      const report = await readOnce(folder, name);
      await assertAccounted(report);
      for (const one of html(report)) {
        assert.doesNotMatch(
          one,
          /<(?:script|style|iframe|svg|form|input|img(?! alt="[^"<>]*" data-image="sha256:[0-9a-f]{64}" width="\d+" height="\d+">))\b|<[^>]*\s(?:on\w+|style|id|class)=/i,
        );
        assert.doesNotMatch(one, /href="(?!https?:|mailto:|tel:|policy:|#)/i);
      }
    },
  );
}

corpus('earlier versions in versions/<policy>/ come before the current text', async (folder) => {
  const { understood } = await readOnce(folder, 'moj-security-guidance');
  const policy = understood.policies.find(({ id }) => id === 'remote-working');
  const numbers = policy?.versions.map(({ number }) => number) ?? [];
  assert.deepEqual(
    numbers,
    [...numbers.keys()].map((index) => index + 1),
  );
  assert.ok(numbers.length >= 9);
  assert.equal(policy?.versions[0]?.effective, '2020-08-10');
});

corpus('published HTML keeps every word in its order', async (folder) => {
  let pages = 0;
  for (const { path, text = '' } of await readFolder(`${folder}/govuk-html`)) {
    if (!path.endsWith('.json')) continue;
    const { details } = JSON.parse(text) as { details?: { body?: unknown } };
    if (typeof details?.body !== 'string') continue;
    const { drafts, title = '' } = splitSections(readHtml(details.body).tree);
    const page = drafts.map((draft) => `${draft.title}\n${toSafeHtml(draft.children).html}`);
    const decoded = (html: string): string[] =>
      wordsOf(plainText(fromHtml(html.replace(/</g, ' <'))));
    assert.deepEqual(decoded(`${title}\n${page.join('\n')}`), decoded(details.body), path);
    pages += 1;
  }
  assert.ok(pages >= 5, `${pages} pages`);
});

for (const name of ['moj-security-guidance', 'datica-hipaa']) {
  corpus(`${name}: the line of a lost link is the line it stands on`, async (folder) => {
    const report = await readOnce(folder, name);
    let checked = 0;
    for (const { file, line, message } of report.findings) {
      const href = /^The link (\S+) was (?:removed|taken)/.exec(message)?.[1];
      if (href === undefined) continue;
      const source = (await readFile(`${report.folder}/${file}`, 'utf8')).split(/\r?\n/);
      assert.ok(source[(line ?? 0) - 1]?.includes(`(${href}`), `${file}:${line} ${href}`);
      checked += 1;
    }
    assert.ok(checked > 10, `${checked} links`);
  });
}

corpus('the same folder gives the same bytes', async (folder) => {
  assert.equal(
    JSON.stringify(await readKit(folder)),
    JSON.stringify(await (kit ??= readKit(folder))),
  );
});
