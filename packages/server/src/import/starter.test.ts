import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { readContent } from './content.js';
import { readPeople } from './people.js';

const STARTER = fileURLToPath(new URL('../../starter', import.meta.url));
const { understood: crowd, ...peopleReport } = await readPeople(`${STARTER}/people.json`);
const report = await readContent(STARTER, { people: crowd.people });
const { policies, audiences, packs, terms } = report.understood;

test('the starter content is understood without a single finding', () => {
  assert.deepEqual(report.findings, []);
  assert.deepEqual(peopleReport.findings, []);
  const left = report.files.filter(({ outcome }) => outcome !== 'taken').map(({ file }) => file);
  assert.deepEqual(left, ['README.md', 'people.json']);
});

test('twelve policies, six of them in German with the same sections', () => {
  assert.equal(policies.length, 12);
  const german = policies.filter((policy) => policy.versions.at(-1)?.documents.length === 2);
  assert.deepEqual(
    german.map(({ id }) => id),
    [
      'acceptable-use',
      'clear-desk',
      'incident-reporting',
      'passwords-and-sign-in',
      'phishing',
      'remote-working',
    ],
  );
  for (const { id, versions } of german) {
    const [english, other] = versions.at(-1)?.documents ?? [];
    assert.equal(other?.document.language, 'de', id);
    assert.deepEqual(
      other?.document.sections.map((section) => section.id),
      english?.document.sections.map((section) => section.id),
      id,
    );
  }
});

test('every policy has what a controlled document needs', () => {
  const names = new Set(crowd.people.map(({ userName }) => userName));
  for (const policy of policies) {
    assert.ok(names.has(policy.owner ?? ''), policy.id);
    assert.ok(names.has(policy.approver ?? ''), policy.id);
    assert.ok(policy.controls.length > 0, policy.id);
    assert.ok(policy.reviewBy !== undefined && policy.adoption !== undefined, policy.id);
    for (const { document } of policy.versions.at(-1)?.documents ?? []) {
      const words = document.sections.reduce((sum, section) => sum + section.words, 0);
      assert.ok(words >= 350 && words <= 1200, `${policy.id} ${document.language}: ${words} words`);
    }
  }
});

test('an earlier version is there to compare with', () => {
  const versions = policies.find(({ id }) => id === 'acceptable-use')?.versions ?? [];
  assert.deepEqual(
    versions.map(({ number, label, material }) => ({ number, label, material })),
    [
      { number: 1, label: '1.0', material: true },
      { number: 2, label: '2.1', material: true },
    ],
  );
});

test('links between policies lead to sections, in the language of the reader', () => {
  const remote = policies.find(({ id }) => id === 'remote-working')?.versions[0]?.documents ?? [];
  const html = remote.map(({ document }) => document.sections.map((one) => one.html).join(''));
  assert.equal(html.length, 2);
  for (const one of html) {
    assert.match(one, /href="policy:incident-reporting#lost-or-stolen-devices"/);
    assert.match(one, /href="policy:clear-desk"/);
  }
});

test('packs ask honestly and audiences reach who they name', () => {
  assert.deepEqual(
    packs.map(({ id, audience, asks }) => [id, audience, asks]),
    [
      ['security-essentials', 'everyone-here', 'acknowledge'],
      ['working-with-us', 'suppliers', 'agree'],
    ],
  );
  for (const { statement } of packs) {
    assert.deepEqual(Object.keys(statement).sort(), ['de', 'en']);
    assert.doesNotMatch(Object.values(statement).join(), /have read|gelesen/);
  }
  assert.ok(audiences.some(({ kind }) => kind === 'external'));
});

test('the glossary has a dozen terms in both languages, and each stands in some text', () => {
  assert.equal(terms.length, 12);
  for (const { id, texts } of terms) {
    assert.deepEqual(Object.keys(texts).sort(), ['de', 'en']);
    for (const [language, { name, also }] of Object.entries(texts)) {
      const stands = policies.some(({ versions }) =>
        versions
          .at(-1)
          ?.documents.filter(({ document }) => document.language === language)
          .some(({ document }) =>
            [name, ...also].some((one) =>
              document.sections.some(({ html }) =>
                html.toLowerCase().replace(/\s+/g, ' ').includes(one.toLowerCase()),
              ),
            ),
          ),
      );
      // Not every page that uses it is in German.
      assert.ok(stands || (language === 'de' && id === 'personal-data'), `${id} ${language}`);
    }
  }
});

test('the people hold one of each kind that a demonstration needs', () => {
  const { people } = crowd;
  assert.equal(people.length, 25);
  const with_ = (check: (one: (typeof people)[number]) => boolean) => people.filter(check).length;
  assert.equal(
    with_(({ roles }) => roles.includes('isms-manager')),
    1,
  );
  assert.equal(
    with_(({ roles }) => roles.includes('auditor')),
    1,
  );
  assert.equal(
    with_(({ relation }) => relation === 'supplier'),
    1,
  );
  assert.equal(
    with_(({ active }) => !active),
    1,
  );
  assert.ok(with_(({ location }) => location === 'Leeds') > 3);
  assert.ok(with_(({ products }) => products.includes('tidebox')) > 3);
});
