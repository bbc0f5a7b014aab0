import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt } from './excerpt.js';

const shown = (text: string, words: string): string =>
  excerpt(text, words)
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('');

test('marks the words and other forms of them, whatever their capitals and accents', () => {
  assert.equal(shown('Lock the Door.', 'door lock'), '[Lock] the [Door].');
  assert.equal(shown('Where are my keys?', 'key'), 'Where are my [keys]?');
  assert.equal(shown('A stranger came.', 'strangers'), 'A [stranger] came.');
  assert.equal(shown('Die Türen sind zu.', 'tur'), 'Die [Türen] sind zu.');
  assert.equal(shown('The keyboard is new.', 'keys'), 'The keyboard is new.');
  assert.equal(shown('مفتاح المختبر', 'المختبر'), 'مفتاح [المختبر]');
});

test('shows of a long text the part in which the first word stands', () => {
  const text = `${'so it goes on and on '.repeat(30)}and then a stranger came ${'on it goes '.repeat(30)}`;
  const said = shown(text, 'stranger');
  assert.match(said, /^… .*\[stranger\].* …$/);
  assert.ok(said.length < 300, said);
});

test('holds nothing but what the text says, in its order', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), fc.string(), (text, words) => {
      const plain = text.replace(/\s+/g, ' ').trim();
      const said = excerpt(text, words).map((piece) => piece.text);
      if (said[0] === '… ') said.shift();
      if (said.at(-1) === ' …' && !plain.endsWith(' …')) said.pop();
      assert.ok(plain.includes(said.join('')));
    }),
  );
});
