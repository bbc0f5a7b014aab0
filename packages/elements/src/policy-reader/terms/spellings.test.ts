import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Spellings } from './spellings.js';

/** What stands in a text, as it stands there. */
const found = (text: string, spellings: string[], language = 'en'): string[] =>
  new Spellings([{ spellings }], language).in(text).map(({ start, end }) => text.slice(start, end));

test('whole words are found, in small and capital letters', () => {
  assert.deepEqual(found('Phishing, (phishing) and PHISHING!', ['phishing']), [
    ...['Phishing', 'phishing', 'PHISHING'],
  ]);
  assert.deepEqual(found('Spearphishing, phishingly, anti-phishing-test', ['phishing']), []);
  assert.deepEqual(found('A supplier’s supplier', ['supplier']), ['supplier', 'supplier']);
  assert.deepEqual(found('Zugänge, zugänge', ['Zugänge'], 'de'), ['Zugänge', 'zugänge']);
  assert.deepEqual(found('Zuga\u0308nge', ['Zugänge'], 'de'), ['Zuga\u0308nge']);
});

test('of a German compound no part is found, also where it has hyphens', () => {
  const words = ['Vorfall', 'Sicherheit', 'VPN'];
  assert.deepEqual(found('Sicherheitsvorfall, Sicherheits-Vorfall, VPN-Zugang', words, 'de'), []);
  assert.deepEqual(found('Der Vorfall. Sicherheit: VPN', words, 'de'), [
    ...['Vorfall', 'Sicherheit', 'VPN'],
  ]);
  assert.deepEqual(found('Sicher\u00adheits\u00advor\u00adfall', ['Sicherheitsvorfall'], 'de'), [
    'Sicher\u00adheits\u00advor\u00adfall',
  ]);
});

test('an abbreviation in capitals is no word in small letters', () => {
  assert.deepEqual(found('IT says it is in IT.', ['IT']), ['IT', 'IT']);
  assert.deepEqual(found('2fa and 2FA', ['2FA']), ['2FA']);
  assert.deepEqual(found('The ISMS Manager', ['ISMS manager']), ['ISMS Manager']);
});

test('several words stand apart by spaces, line breaks or hyphens', () => {
  const text = 'near\n  miss, near-miss, near\u00a0miss; near, miss';
  assert.deepEqual(found(text, ['near miss']), ['near\n  miss', 'near-miss', 'near\u00a0miss']);
  assert.deepEqual(found('and/or and or', ['and/or']), ['and/or']);
});

test('the longest is found, and what stands in it is not found again', () => {
  const all = [{ spellings: ['access'] }, { spellings: ['access control', 'access control list'] }];
  const hits = new Spellings(all, 'en').in('Access control lists, access control list, access');
  assert.deepEqual(
    hits.map(({ of, start, end }) => [all.indexOf(of), start, end]),
    [
      [1, 0, 14],
      [1, 22, 41],
      [0, 43, 49],
    ],
  );
});

test('addresses are no words', () => {
  assert.deepEqual(found('phishing@example.org, www.phishing.example', ['phishing']), []);
  assert.deepEqual(found('It is phishing. Phishing is', ['phishing']), ['phishing', 'Phishing']);
});

test('languages without spaces are parted as their readers part them', () => {
  assert.deepEqual(found('これは情報セキュリティです。', ['情報セキュリティ'], 'ja'), [
    '情報セキュリティ',
  ]);
  assert.deepEqual(found('ชนิดข้อมูลส่วนบุคคล', ['ข้อมูล'], 'th'), ['ข้อมูล']);
});

test('Arabic and Hebrew are found as they are spelt', () => {
  assert.deepEqual(found('هذا تصيّد واضح', ['تصيّد'], 'ar'), ['تصيّد']);
  assert.deepEqual(found('זהו דיוג מובהק', ['דיוג'], 'he'), ['דיוג']);
});

test('a spelling without a letter finds nothing', () => {
  assert.deepEqual(found('-- -- .', ['--', '']), []);
});
