import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openapi } from './openapi.js';

const file = new URL('../openapi.json', import.meta.url);

describe('the OpenAPI document', () => {
  it('is what the endpoints say, byte for byte', async () => {
    const text = `${JSON.stringify(openapi(), null, 2)}\n`;
    if (process.env.UPDATE_GENERATED) await writeFile(file, text);
    assert.equal(
      await readFile(file, 'utf8'),
      text,
      'openapi.json is out of date: run `UPDATE_GENERATED=1 npm test -- node` and review the difference',
    );
  });

  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(openapi());
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(result.valid, true);
  });
});
