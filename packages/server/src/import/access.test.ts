import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentOf, page, peopleOf, problems } from './folders.checks.js';

/** The classification of each policy, and the problems. */
async function classified(files: Record<string, string>) {
  const report = await contentOf(files);
  const classes = Object.fromEntries(
    report.understood.policies.map(({ id, classification }) => [id, classification]),
  );
  return { classes, told: problems(report), incomplete: report.incomplete };
}

describe('who may see a policy', () => {
  for (const field of [
    'classification: Restricted',
    'Classification: restricted',
    'clasification: RESTRICTED',
    'Klassifizierung: streng vertraulich',
  ]) {
    test(`“${field}” is restricted`, async () => {
      const { classes, told } = await classified({ 'a.md': page('A', field) });
      assert.deepEqual([classes, told], [{ a: 'restricted' }, []]);
    });
  }

  for (const field of ['classification: secret', 'classification: [internal]']) {
    test(`“${field}” is a problem and restricted`, async () => {
      const { classes, told } = await classified({ 'a.md': page('A', field) });
      assert.deepEqual(classes, { a: 'restricted' });
      assert.match(
        told.join('\n'),
        /^a\.md:3 classification must be one of .* taken as restricted/,
      );
    });
  }

  test('a word that a register does not know is restricted too', async () => {
    const { classes, told } = await classified({
      'access.md': '# Access\n',
      'register.csv': 'Doc ID,Title,Owner,Version,Classification\nP-1,Access,Ann,1.0,Top secret\n',
    });
    assert.deepEqual(classes, { access: 'restricted' });
    assert.match(told.join('\n'), /register\.csv:2 .*“Top secret” of P-1.*taken as restricted/);
  });

  test('the strictest of its languages holds', async () => {
    const { classes } = await classified({
      'a.md': page('A', 'id: a', 'classification: internal'),
      'a.de.md': '---\nid: a\nclassification: confidential\n---\n# A\n',
    });
    assert.deepEqual(classes, { a: 'confidential' });
  });
});

describe('a front matter that cannot be read', () => {
  const broken: Record<string, string> = {
    'is not YAML': '---\nid: board\nclassification: restricted\n  title: "x\n---\n# Board\n',
    'says a field twice': '---\nid: board\nclassification: restricted\nid: other\n---\n# Board\n',
    'has no end': '---\nid: board\nclassification: restricted\n\n# Board\n',
    'is TOML with a classification': '+++\nclassification = "restricted"\n+++\n# Board\n',
  };
  for (const [fault, text] of Object.entries(broken)) {
    test(`leaves its page out when it ${fault}`, async () => {
      const { classes, told, incomplete } = await classified({
        'board.md': text,
        'good.md': page('Good'),
      });
      assert.deepEqual(classes, { good: 'internal' });
      assert.match(told.join('\n'), /^board\.md:\d+ .*front matter/i);
      assert.deepEqual(incomplete, ['board.md']);
    });
  }

  test('leaves out what belongs to its page: other languages and earlier versions', async () => {
    const text = '---\nid: board\nclassification: restricted\n\n# Board\n';
    const { classes } = await classified({
      'en/board.md': text,
      'de/board.md': '# Vorstand\n',
      'en/good.md': page('Good'),
      'keys.md': text.replace('board', 'keys'),
      'versions/keys/1.md': '# Keys\n',
      'renamed.md': text.replace('board', 'rooms'),
      'rooms.md': page('Rooms'),
    });
    assert.deepEqual(classes, { good: 'internal' });
  });

  test('is found below blank lines; a rule at the top of a page is none', async () => {
    const { classes, told } = await classified({
      'a.md': '\n\n---\nlanguage: en\nclassification: restricted\ncontrols: [A.9]\n---\n# A\n',
      'b.en.md': '---\n\n# B\n\n---\n\nNote: this is fine: really\n',
    });
    assert.deepEqual(classes, { a: 'restricted', b: 'internal' });
    assert.deepEqual(told, ['a.md:6 A.9 is no control of Annex A of ISO/IEC 27001:2022.']);
  });
});

describe('who may sign in, and as what', () => {
  test('a relation has no case; an unknown one sees what a customer sees', async () => {
    const report = await peopleOf({
      'staff.csv': 'userName,relation\nann,Supplier\nbob,supllier\ncid,\ndan,EMPLOYEE\n',
      'more.json': JSON.stringify([
        {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          userName: 'eve',
          'urn:heed:params:scim:schemas:extension:2.0:User': { Relation: ['supplier'] },
        },
      ]),
    });
    assert.deepEqual(
      report.understood.people.map(({ relation }) => relation),
      ['supplier', 'customer', 'employee', 'employee', 'customer'],
    );
    assert.deepEqual(
      problems(report).map((line) => /^\S+/.exec(line)?.[0]),
      ['more.json', 'staff.csv:3'],
    );
  });

  const no = 'N n No F false inaktiv Inactive disabled terminated gesperrt 0 nein'.split(' ');
  const yes = 'Y yes TRUE 1 aktiv active ja Enabled'.split(' ');
  const odd = ['perhaps', '2', '-', 'constructor'];
  test('active is a word from a closed list; any other is a problem and inactive', async () => {
    const words = [...no, ...yes, ...odd];
    const rows = words.map((word, index) => `p${index + 10},${word}`);
    const report = await peopleOf({ 'staff.csv': `userName,active\n${rows.join('\n')}\n` });
    const active = report.understood.people.map((person) => person.active);
    assert.deepEqual(
      active,
      words.map((word) => yes.includes(word)),
    );
    assert.equal(problems(report).length, odd.length);
    assert.match(problems(report)[0] ?? '', /^staff\.csv:22 active “perhaps” is neither/);
  });

  test('SCIM servers write active in many ways', async () => {
    const values = [true, 'True', 1, false, 'False', 'false', 0, {}, null, undefined];
    const users = values.map((active, index) => ({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: `p${index}`,
      active,
    }));
    const report = await peopleOf({ 'users.json': JSON.stringify(users) });
    assert.deepEqual(
      report.understood.people.map(({ active }) => active),
      [true, true, true, false, false, false, false, false, true, true],
    );
    assert.equal(problems(report).length, 1);
  });
});

test('an audience of which a part is not understood reaches nobody', async () => {
  const rule = (text: string) => `  title: T\n  rule: ${text}\n`;
  const report = await contentOf({
    'a.md': page('A'),
    'audiences.yaml': [
      `- id: slip\n${rule('{ not: { attribute: relation, in: [suplier] } }')}`,
      `- id: case\n${rule('{ not: { attribute: relation, in: [Supplier] } }')}`,
      `- id: list\n${rule('{ all: [] }')}  exclude: [ann, {bob: 1}]\n`,
      `- id: digits\n${rule('{ all: [] }')}  exclude: [4711]\n`,
    ].join(''),
  });
  const { audiences } = report.understood;
  assert.deepEqual(
    audiences.map(({ id, exclude }) => [id, exclude]),
    [
      ['case', []],
      ['digits', ['4711']],
    ],
  );
  assert.deepEqual(audiences[0]?.rule, { not: { attribute: 'relation', in: ['supplier'] } });
  assert.deepEqual(report.incomplete, ['audiences.yaml']);
});
