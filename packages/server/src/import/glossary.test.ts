import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentOf, page, problems } from './folders.checks.js';

const read = async (...lines: string[]) => {
  const report = await contentOf({
    'access.md': page('Access', 'id: access'),
    'glossary.yaml': `${lines.join('\n')}\n`,
  });
  const account = report.files.find(({ file }) => file === 'glossary.yaml');
  return { ...report, terms: report.understood.terms, told: problems(report), account };
};

describe('a glossary', () => {
  test('is terms by language, with other spellings and the policy that says more', async () => {
    const { terms, told, account, counts } = await read(
      '- id: vpn',
      '  name: { en: VPN, DE-de: VPN }',
      '  also: { en: [virtual  private network, virtual private network, VPN], DE-de: Tunnel }',
      '  meaning:',
      '    en: A protected tunnel.',
      '    DE-de: |',
      '      Ein geschützter',
      '      Tunnel.',
      '  policy: access',
      '- id: near-miss',
      '  name: { en: near miss }',
      '  meaning: { en: It did no harm. }',
    );
    assert.deepEqual(told, []);
    assert.deepEqual(terms, [
      {
        id: 'near-miss',
        texts: { en: { name: 'near miss', also: [], meaning: 'It did no harm.' } },
      },
      {
        id: 'vpn',
        texts: {
          en: { name: 'VPN', also: ['virtual private network'], meaning: 'A protected tunnel.' },
          'de-DE': { name: 'VPN', also: ['Tunnel'], meaning: 'Ein geschützter Tunnel.' },
        },
        policy: 'access',
      },
    ]);
    assert.deepEqual([account?.outcome, account?.reason], ['taken', '2 terms']);
    assert.equal(counts.terms, 2);
  });

  test('that is not there is none', async () => {
    const { understood, incomplete } = await contentOf({ 'access.md': page('Access') });
    assert.deepEqual([understood.terms, incomplete], [[], []]);
  });

  const good = ['- id: vpn', '  name: { en: VPN }', '  meaning: { en: A tunnel. }'];

  for (const [what, lines, expected] of [
    ['without an id', ['- name: { en: A }', '  meaning: { en: B. }'], /^glossary.yaml:4 The term/],
    [
      'with an id that is none',
      ['- id: Über uns', '  name: { en: A }'],
      /4 .*must be new and of a/,
    ],
    ['with an id that is taken', ['- id: vpn', '  name: { en: A }'], /4 The term vpn was left out/],
    ['without a name', ['- id: b', '  meaning: { en: B. }'], /5 The meaning “en” was left out/],
    ['without a language', ['- id: b', '  name: B'], /5 name must name its language/],
    ['without a meaning', ['- id: b', '  name: { en: B }'], /5 “B” \(en\) has no meaning/],
    [
      'with an empty meaning',
      ['- id: b', '  name: { en: B }', '  meaning: { en: " " }'],
      /6 The meaning “en” is no text/,
    ],
    [
      'with a meaning that is a page',
      ['- id: b', '  name: { en: B }', `  meaning: { en: ${'long '.repeat(250)} }`],
      /6 .*longer than 1,000 characters/,
    ],
    [
      'with a name that is a sentence',
      ['- id: b', `  name: { en: ${'long '.repeat(25)} }`, '  meaning: { en: B. }'],
      /5 .*longer than 100 characters/,
    ],
    [
      'with a name of no letters',
      ['- id: b', '  name: { en: "--" }', '  meaning: { en: B. }'],
      /5 “--” \(en\) was left out: it has no letter/,
    ],
    [
      'with the name of another',
      ['- id: b', '  name: { en: vpn }', '  meaning: { en: B. }'],
      /5 “vpn” \(en\) was left out: it is the term vpn already/,
    ],
  ] as const) {
    test(`leaves out a term ${what}, and removes nothing for it`, async () => {
      const { terms, told, incomplete, account } = await read(...good, ...lines);
      assert.deepEqual(
        terms.map(({ id }) => id),
        ['vpn'],
      );
      assert.match(told.join('\n'), expected);
      assert.deepEqual(incomplete, ['glossary.yaml']);
      assert.equal(account?.outcome, 'partly');
    });
  }

  for (const [what, lines, expected] of [
    ['a policy that is not there', ['  policy: gone'], /4 There is no policy gone/],
    ['a spelling of no text', ['  also: { en: [VPNs, {}] }'], /4 The also “en” must be a text/],
    ['spellings without a language', ['  also: [VPNs]'], /4 also must name its language/],
    ['spellings in another language', ['  also: { de: [VPNs] }'], /4 The also “de” was left out/],
    [
      'a spelling of another term',
      ['  also: { en: [tunnel] }', '- id: b', '  name: { en: Tunnel }', '  meaning: { en: B. }'],
      /6 “Tunnel” \(en\) was left out: it is the term vpn already/,
    ],
  ] as const) {
    test(`keeps a term with ${what}, and says so`, async () => {
      const { terms, told, account } = await read(...good, ...lines);
      assert.equal(terms[0]?.id, 'vpn');
      assert.equal(terms[0].policy, undefined);
      assert.match(told.join('\n'), expected);
      assert.equal(account?.outcome, 'partly');
    });
  }

  test('says what it does not know', async () => {
    const { findings } = await read(...good, '  meanig: { en: A slip. }');
    assert.deepEqual(
      findings.map(({ line, severity }) => [line, severity]),
      [[4, 'note']],
    );
  });

  test('that is no list removes nothing', async () => {
    for (const text of ['vpn: A tunnel.', '- id: [}', '- vpn']) {
      const { terms, told, incomplete } = await read(text);
      assert.deepEqual([terms, incomplete], [[], ['glossary.yaml']]);
      assert.match(told.join(), /^glossary\.yaml:1 /);
    }
  });
});
