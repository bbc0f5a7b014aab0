import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentOf, page, peopleOf, problems, type Files } from './folders.checks.js';

describe('a page without a version', () => {
  const versions = async (files: Files) => {
    const [policy] = (await contentOf(files)).understood.policies;
    return policy?.versions.map(({ number, documents }) => [
      number,
      documents.map(({ document, file }) => `${document.language} ${file}`),
    ]);
  };

  test('in another language is a translation of the last version', async () => {
    assert.deepEqual(
      await versions({ 'access.md': page('Access', 'version: 1'), 'access.de.md': '# Zugriff\n' }),
      [[1, ['en access.md', 'de access.de.md']]],
    );
  });

  test('is a new version with its translations when the text is new', async () => {
    assert.deepEqual(
      await versions({
        'versions/access/1.md': page('Old'),
        'access.md': page('Access'),
        'access.de.md': '# Zugriff\n',
      }),
      [
        [1, ['en versions/access/1.md']],
        [2, ['en access.md', 'de access.de.md']],
      ],
    );
  });

  test('that repeats the last version is it, and so are its translations', async () => {
    assert.deepEqual(
      await versions({
        'versions/access/1.md': page('Access'),
        'access.md': page('Access'),
        'access.de.md': '# Zugriff\n',
      }),
      [[1, ['en access.md', 'de access.de.md']]],
    );
  });

  test('stays with the languages that are new beside it', async () => {
    assert.deepEqual(
      await versions({
        'versions/access/1.md': page('Access'),
        'versions/access/1.de.md': '# Alt\n',
        'access.md': page('Access'),
        'access.de.md': '# Neu\n',
      }),
      [
        [1, ['en versions/access/1.md', 'de versions/access/1.de.md']],
        [2, ['en access.md', 'de access.de.md']],
      ],
    );
  });
});

describe('what a pack may say', () => {
  const packs = async (...fields: string[]) => {
    const lines = ['- id: p', 'title: P', 'policies: [a, b, a]', 'audience: all', ...fields];
    const report = await contentOf({
      'a.md': page('A'),
      'b.md': page('B'),
      'audiences.yaml': '- { id: all, title: All, rule: { all: [] } }\n',
      'packs.yaml': lines.join('\n  '),
    });
    return { pack: report.understood.packs[0], told: problems(report), of: report };
  };

  for (const days of [0, 36_501, 1e300, 1.5]) {
    test(`due in ${days} days is a problem`, async () => {
      const { pack, told } = await packs(`due: { days: ${days} }`);
      assert.equal(pack?.due, undefined);
      assert.match(told.join('\n'), /^packs\.yaml:5 due must be .*1 to 36500.*$/);
    });
  }

  test('a hundred years is due in time, and reminders know that bound too', async () => {
    const { pack, told } = await packs('due: { days: 36500 }', 'reminders: [7, 99999]');
    assert.deepEqual([pack?.due, pack?.reminders], [{ days: 36_500 }, [7]]);
    assert.match(told.join('\n'), /^packs\.yaml:6 reminders/);
  });

  test('a policy named twice counts once', async () => {
    assert.deepEqual((await packs()).pack?.policies, ['a', 'b']);
  });

  test('a statement without a language is one problem', async () => {
    const { told } = await packs('asks: display', 'statement: I have taken note.');
    assert.deepEqual(told, ['packs.yaml:6 statement must name its language: write { en: "..." }.']);
  });

  test('what it asks is never less than somebody meant', async () => {
    const upper = await packs('asks: Acknowledge', 'statement: { en: Noted. }');
    assert.equal(upper.pack?.asks, 'acknowledge');
    const slip = await packs('asks: aknowledge', 'statement: { en: Noted. }');
    assert.equal(slip.pack, undefined);
    assert.deepEqual(slip.of.incomplete, ['packs.yaml']);
    const empty = await packs('asks: agree', 'statement: { en: "" }');
    assert.equal(empty.pack, undefined);
  });

  const agree = ['asks: agree', 'statement: { en: Noted. }'];
  const choices = 'choices: [{ text: { en: "No" } }, { text: { EN-gb: "Yes" }, right: true }]';

  test('a knowledge check is read with every text and what is right', async () => {
    const question = `{ policy: b, ask: { en: " Is  it? " }, ${choices}, why: { en: So. } }`;
    const { pack, told } = await packs(
      ...agree,
      `check: { passMark: 80, tries: 3, questions: [${question}] }`,
    );
    assert.deepEqual(told, []);
    assert.deepEqual(pack?.check, {
      ...{ passMark: 80, tries: 3 },
      questions: [
        {
          policy: 'b',
          texts: { en: 'Is it?' },
          choices: [
            { texts: { en: 'No' }, right: false },
            { texts: { 'en-GB': 'Yes' }, right: true },
          ],
          explanation: { en: 'So.' },
        },
      ],
    });
  });

  const two = 'ask: { en: Q }';
  for (const [what, check, expected] of [
    ['no question', '{ questions: [] }', /questions: needs a question/],
    [
      'no right choice',
      `{ questions: [{ policy: a, ${two}, choices: [{ text: { en: A } }, { text: { en: B } }] }] }`,
      /questions 1 choices: has no right choice/,
    ],
    [
      'one choice',
      `{ questions: [{ policy: a, ${two}, choices: [{ text: { en: A }, right: true }] }] }`,
      /needs two choices/,
    ],
    [
      'a text without a language',
      `{ questions: [{ policy: a, ask: Q, ${choices} }] }`,
      /questions 1 ask/,
    ],
    [
      'no policy where there are two',
      `{ questions: [{ ${two}, ${choices} }] }`,
      /questions 1: policy says which/,
    ],
    [
      'a policy that is not in the pack',
      `{ questions: [{ policy: c, ${two}, ${choices} }] }`,
      /no policy c in the pack/,
    ],
    [
      'a pass mark of 0',
      `{ passMark: 0, questions: [{ policy: a, ${two}, ${choices} }] }`,
      /passMark/,
    ],
    [
      'a slip of the pen',
      `{ passmark: 50, questions: [{ policy: a, ${two}, ${choices} }] }`,
      /passmark/,
    ],
  ] as const) {
    test(`a check with ${what} leaves the pack out, rather than to let everybody pass`, async () => {
      const { pack, told, of } = await packs(...agree, `check: ${check}`);
      assert.equal(pack, undefined);
      assert.match(told.join('\n'), /^packs\.yaml:7 check: /m);
      assert.match(told.join('\n'), expected);
      assert.deepEqual(of.incomplete, ['packs.yaml']);
    });
  }
});

describe('folders named like languages', () => {
  const languages = async (...folders: string[]) => {
    const files = folders.map((folder) => [`${folder}/rules.md`, `# Rules of ${folder}\n`]);
    const report = await contentOf(Object.fromEntries(files) as Files);
    return report.understood.policies
      .flatMap(({ versions }) => versions.flatMap(({ documents }) => documents))
      .map(({ document, file }) => `${file} ${document.language}`)
      .sort();
  };

  test('are departments when all of them may be', async () => {
    assert.deepEqual(await languages('hr', 'it', 'is'), [
      'hr/rules.md en',
      'is/rules.md en',
      'it/rules.md en',
    ]);
  });

  test('are languages beside one that is nothing else', async () => {
    assert.deepEqual(await languages('de', 'it'), ['de/rules.md de', 'it/rules.md it']);
  });
});

test('rows of a table keep their lines after blank ones', async () => {
  const report = await peopleOf({
    'staff.csv': '\nuserName,title\n\nann,IT\n  \n\nbob,"two\n\nlines"\n\ncid,Head, IT\ndan,X,Y\n',
  });
  assert.deepEqual(
    problems(report).map((told) => told.split(' ')[0]),
    ['staff.csv:11', 'staff.csv:12'],
  );
  assert.deepEqual(
    report.understood.people.map(({ userName }) => userName),
    ['ann', 'bob'],
  );
  assert.equal(report.findings.length, 2);
});
