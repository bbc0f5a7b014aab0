import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policy, version } from '../testing/content.js';
import { fingerprint } from './hashes.js';
import { newVersions, type StoredVersion } from './versions.js';

const stored = (number: number, text: string, languages = ['en']): StoredVersion => ({
  number,
  fingerprint: fingerprint(version('conduct', number, text, { languages })),
});
const imported = (...versions: ReturnType<typeof version>[]) => policy('conduct', { versions });
const brief = (found: ReturnType<typeof newVersions>) =>
  found.versions.map(({ number, material }) => [number, material]);

describe('which imported versions are new', () => {
  test('all of them at first, with their own numbers', () => {
    const found = newVersions(
      imported(version('conduct', 1, 'a'), version('conduct', 2, 'b', { material: false })),
      [],
    );
    assert.deepEqual(brief(found), [
      [1, true],
      [2, false],
    ]);
    assert.deepEqual(found.notes, []);
  });

  test('none when nothing changed, whatever number a text got meanwhile', () => {
    const known = [stored(1, 'a'), stored(2, 'b'), stored(3, 'c')];
    const found = newVersions(
      imported(version('conduct', 1, 'a'), version('conduct', 2, 'c')),
      known,
    );
    assert.deepEqual(found, { versions: [], notes: [] });
  });

  test('another text under a published number becomes the next one, with a note', () => {
    const found = newVersions(imported(version('conduct', 1, 'other')), [stored(1, 'a')]);
    assert.deepEqual(brief(found), [[2, true]]);
    assert.match(found.notes[0] ?? '', /conduct.*changed under the number 1.*version 2/);
  });

  test('going back to an earlier text is a new version too', () => {
    const known = [stored(1, 'a'), stored(2, 'b')];
    assert.deepEqual(brief(newVersions(imported(version('conduct', 1, 'a')), known)), [[3, true]]);
  });

  test('an added translation asks nothing again', () => {
    const translated = version('conduct', 1, 'a', { languages: ['en', 'de'] });
    const found = newVersions(imported(translated), [stored(1, 'a')]);
    assert.deepEqual(brief(found), [[2, false]]);
    assert.match(found.notes[0] ?? '', /translation/);
  });

  test('an older version found later is left out', () => {
    const known = [stored(2, 'b')];
    const older = newVersions(
      imported(version('conduct', 1, 'a'), version('conduct', 2, 'b')),
      known,
    );
    assert.deepEqual(older.versions, []);
    assert.match(older.notes[0] ?? '', /history is not rewritten/);
  });
});
