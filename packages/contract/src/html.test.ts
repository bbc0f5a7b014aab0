import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { html } from './html.js';

describe('the allow-list of the contract', () => {
  it('is that of the gate through which elements show foreign HTML', async () => {
    const gate = new URL('../../elements/src/foreign-html.ts', import.meta.url);
    const source = await readFile(gate, 'utf8');
    const listed = (name: string) =>
      new RegExp(`const ${name} =\\s+'([^']+)'`).exec(source)?.[1]?.split(' ');
    assert.deepEqual(html.elements, listed('tags'));
    assert.deepEqual(html.attributes, listed('attributes'));
  });
});
