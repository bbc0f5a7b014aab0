import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Word = string | ((...given: unknown[]) => string);
type Spoken = Record<string, Word>;

const source = fileURLToPath(new URL('..', import.meta.url));
const languages = ['de', 'es', 'fr', 'it', 'nl'];
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.strings\.[jt]s$/.test(file))
  .map((file) => join(source, file));

/** Words that are the same as in English, and right. */
const alike: Record<string, string> = {
  de: 'normal pause sepia text',
  es: 'normal sepia',
  fr: 'normal note paged pause theme version write document',
  it: 'file',
  nl: 'sepia document',
};

const given = [
  [0, 3, 'x'],
  [1, 1, 'x'],
  [2, 5, 'x'],
  [21, 40, 'x'],
];
const said = (word: Word): string[] =>
  typeof word === 'string' ? [word] : given.map((one) => word(...one));

async function load(file: string, language: string): Promise<Spoken> {
  const path = file.replace(/\.strings\.([jt]s)$/, `.strings.${language}.$1`);
  const module = (await import(pathToFileURL(language === 'en' ? file : path).href)) as Record<
    string,
    Spoken
  >;
  return module[language]!;
}

test('there are words to look at', () => assert.ok(files.length >= 11, String(files.length)));

for (const file of files) {
  for (const language of languages) {
    test(`${basename(file)} has every word in ${language}`, async () => {
      const [english, spoken] = [await load(file, 'en'), await load(file, language)];
      assert.deepEqual(Object.keys(spoken).sort(), Object.keys(english).sort());
      for (const [name, word] of Object.entries(spoken)) {
        const there = english[name]!;
        assert.equal(typeof word, typeof there, name);
        const [now, before] = [said(word), said(there)];
        for (const one of now) {
          assert.ok(one.trim(), name);
          assert.doesNotMatch(one, /undefined|NaN|\$\{|~/, name);
        }
        if (!alike[language]!.split(' ').includes(name) && /\p{L}{4}/u.test(before.at(-1)!)) {
          assert.notDeepEqual(now, before, `${name} is English`);
        }
        // One is spoken of in another way than two, wherever English does.
        const plain = (n: number, all: string[]): string => all[n]!.replace(/\d+/g, '');
        if (typeof word === 'function' && plain(1, before) !== plain(2, before)) {
          assert.notEqual(plain(1, now), plain(2, now), `${name} has no plural`);
        }
        // Spaces at the ends stand between this word and what it is put beside.
        assert.equal(/^\s/.test(now[1]!), /^\s/.test(before[1]!), name);
        assert.equal(/\s$/.test(now[1]!), /\s$/.test(before[1]!), name);
        // An abbreviation ends with a full stop of its own.
        const ends = (one: string): boolean => /(?<!\bmin)[.?!]$/i.test(one);
        assert.equal(ends(now[2]!), ends(before[2]!), `${name} ends otherwise`);
      }
    });
  }
}
