import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { canonicalize, verify } from '@heed/evidence';
import * as z from 'zod/mini';
import type { Completion, CompletionDraft } from './completions.js';
import { contract } from './contract.js';
import type { Endpoint } from './endpoint.js';
import type { MessageDraft } from './messages.js';
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

  it('prove that an alert was done with a receipt of that', async () => {
    const { receipt, ...done } = JSON.parse(
      await read('completions.record.200.json'),
    ) as Completion;
    const asked = JSON.parse(await read('completions.record.request.json')) as CompletionDraft;
    const { record, entry } = await verify(receipt);
    const { person, message, textHash, recordedAt } = record as Record<string, { id?: string }>;
    assert.deepEqual({ person: person?.id, message: message?.id, recordedAt }, done);
    assert.equal(textHash, asked.textHash);
    assert.equal(entry.type, 'isms.alert.done');
    const { title, text, action } = JSON.parse(
      await read('messages.record.request.json'),
    ) as MessageDraft;
    const said = createHash('sha256').update(canonicalize({ title, text, action })).digest('hex');
    assert.equal(textHash, `sha256:${said}`);
  });

  it('are complete, with no file nobody checks', async () => {
    assert.deepEqual((await readdir(folder)).sort(), [...expected.keys()].sort());
  });
});
