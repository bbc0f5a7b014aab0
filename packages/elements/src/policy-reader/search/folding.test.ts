import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fold, foldQuery, hitsIn, interruption } from './folding.js';

/** The words of a text that a query finds. */
const found = (text: string, query: string): string[] =>
  [...hitsIn(fold(text), foldQuery(query))].map(([start, end]) => text.slice(start, end));

describe('what is found', () => {
  const cases: [what: string, text: string, query: string, expected: string[]][] = [
    ['case', 'Lock, LOCK, lock', 'lOcK', ['Lock', 'LOCK', 'lock']],
    ['accents', 'Café, cafe\u0301, CAFE', 'cafe', ['Café', 'cafe\u0301', 'CAFE']],
    ['accents that were typed', 'cafe', 'café', ['cafe']],
    ['ß as ss, both ways', 'Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['ss as ß, also a capital one', 'Strasse STRAẞE', 'straße', ['Strasse', 'STRAẞE']],
    ['half of a ß', 'Maß', 'mas', []],
    ['both letters s of Greek', 'ΟΔΟΣ οδός', 'οδοσ', ['ΟΔΟΣ', 'οδός']],
    ['Turkish letters i', 'ISI ısı İzmir', 'ısı', ['ISI', 'ısı']],
    ['Arabic with harakat', 'كَلِمَةُ السِّرِّ', 'كلمة السر', ['كَلِمَةُ السِّرِّ']],
    ['Arabic without them', 'كلمة السر', 'كَلِمَةُ السِّرِّ', ['كلمة السر']],
    ['a stretched word, and an alef with hamza', 'الـــأمن', 'الامن', ['الـــأمن']],
    ['a ligature of Arabic', 'ﺳﻼم', 'سلام', ['ﺳﻼم']],
    ['Hebrew with points', 'שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
    ['Japanese inside a line', '情報セキュリティ方針', 'セキュリティ', ['セキュリティ']],
    ['half-width kana', 'ｾｷｭﾘﾃｨ', 'セキュリティ', ['ｾｷｭﾘﾃｨ']],
    ['another sound of kana', 'がか', 'か', ['か']],
    ['full-width letters', 'ＩＳＯ ２７００１', 'iso 27001', ['ＩＳＯ ２７００１']],
    ['Chinese characters', '信息安全方针', '安全', ['安全']],
    ['characters beyond 16 bits', '𠮷野家 😀', '𠮷', ['𠮷']],
    ['half of such a character', '😀', '\ud83d', []],
    ['a word across a soft hyphen', 'infor\u00admation', 'information', ['infor\u00admation']],
    [
      'white space of any kind',
      'lock \n\t the\u00a0screen',
      ' lock the  screen ',
      ['lock \n\t the\u00a0screen'],
    ],
    ['typographic signs', '“don’t” 24–7', '"don\'t" 24-7', ['“don’t” 24–7']],
    ['a vowel of Devanagari', 'कुल कल', 'कल', ['कल']],
    ['the stem of a word', 'सुरक्षा', 'सुरक्ष', ['सुरक्ष']],
    ['one after the other', 'aaaa', 'aa', ['aa', 'aa']],
    ['nothing for nothing', 'a b', '  \n ', []],
    ['nothing for a mark alone', 'a b', '\u064e', []],
  ];
  for (const [what, text, query, expected] of cases) {
    test(what, () => assert.deepEqual(found(text, query), expected));
  }

  test('not across an interruption, but across a line break', () => {
    const text = 'lockscreen';
    const hits = (put: string): unknown[] => [
      ...hitsIn(fold(text, new Map([[4, put]])), foldQuery('lock screen')),
    ];
    assert.deepEqual(hits(' '), [[0, 10]]);
    assert.deepEqual(hits(interruption), []);
    const apart = fold(text, new Map([[4, interruption]]));
    assert.deepEqual([...hitsIn(apart, 'lockscreen')], []);
    assert.deepEqual(
      [...hitsIn(apart, 'lock'), ...hitsIn(apart, 'screen')],
      [
        [0, 4],
        [4, 10],
      ],
    );
  });
});

describe('for every text', () => {
  const letters = fc.constantFrom(
    ...'aAäÄßẞsSéıİiΣσς كَـألاﻻשׁלかがガｶﾞ漢字𠮷😀ﬁ½\u0301\u00ad\u200f\n’–각क्षा',
    '\ud83d',
    'e\u0301',
  );
  const texts = fc.oneof(
    fc.array(letters, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  test('each hit, folded, is the query; none cuts a character or meets the next', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.nat(),
        fc.nat(8),
        fc.nat(9),
        (text, other, at, length, cutAt) => {
          const part = text.slice(at % (text.length + 1)).slice(0, length);
          const breaks = new Map(/[\ud800-\udbff]/.test(text) ? [] : [[cutAt, interruption]]);
          for (const wanted of [part, other.slice(0, length)]) {
            const query = foldQuery(wanted);
            let before = 0;
            for (const [start, end] of hitsIn(fold(text, breaks), query)) {
              assert.ok(before <= start && start < end && end <= text.length);
              assert.equal(foldQuery(text.slice(start, end)), query);
              for (const cut of [start, end]) {
                assert.ok(!/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(cut - 1, cut + 1)));
              }
              before = end;
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a word of it is found in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), texts, (words, word) => {
        const text = [...words, word, ...words].join(' ');
        if (foldQuery(word)) assert.ok(found(text, word).length > 0);
      }),
    );
  });
});
