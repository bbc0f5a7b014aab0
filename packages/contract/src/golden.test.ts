import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { contract } from './contract.js';
import type { Endpoint } from './endpoint.js';
import { Problem } from './problems.js';

const folder = new URL('../golden/', import.meta.url);
const read = (name: string) => readFile(new URL(name, folder), 'utf8');

/** Bytes → value → the schema's own understanding → the same bytes: nothing is lost and nothing is extra. */
async function sameBytes(name: string, schema: z.ZodMiniType) {
  const bytes = await read(name);
  const understood = z.parse(schema, JSON.parse(bytes));
  assert.equal(`${JSON.stringify(understood, null, 2)}\n`, bytes, name);
}

const expected = new Map<string, Endpoint['answers'][number]>([['problem.json', Problem]]);
for (const [noun, verbs] of Object.entries(contract)) {
  for (const [verb, endpoint] of Object.entries(verbs) as [string, Endpoint][]) {
    if (endpoint.body) expected.set(`${noun}.${verb}.request.json`, endpoint.body);
    const [status, answer] = Object.entries(endpoint.answers).at(-1)!;
    expected.set(
      `${noun}.${verb}.${status}.${typeof answer === 'string' ? 'txt' : 'json'}`,
      answer,
    );
  }
}

describe('the golden wire examples', () => {
  for (const [name, schema] of expected) {
    it(`${name} is byte for byte what the schema understands`, async () => {
      if (typeof schema === 'string') assert.match(await read(name), /\S/);
      else await sameBytes(name, schema);
    });
  }

  it('are complete, with no file nobody checks', async () => {
    assert.deepEqual((await readdir(folder)).sort(), [...expected.keys()].sort());
  });
});
