import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod/mini';
import { contract } from './contract.js';
import type { Endpoint } from './endpoint.js';
import { fits, type Shape } from './shape.js';
import { reportsSource, seldomSource, wireSource } from './wire-of.js';
import { wire as reports } from './wire-reports.js';
import { readSeldom, wire as often } from './wire.js';

const golden = new URL('../golden/', import.meta.url);

/** Every copy of a value with one member removed, or replaced by something of another type. */
function* broken(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    yield { length: 1 };
    for (const [i, one] of value.entries())
      for (const other of broken(one)) yield value.with(i, other);
  } else if (value && typeof value === 'object') {
    yield [value];
    yield null;
    for (const [name, member] of Object.entries(value)) {
      const { [name as keyof typeof value]: _gone, ...rest } = value;
      yield rest;
      for (const other of broken(member)) yield { ...value, [name]: other };
    }
  } else {
    yield typeof value === 'number' ? String(value) : 7;
    yield null;
  }
}

describe('the wire table', () => {
  it('is what the endpoints say, byte for byte', async () => {
    for (const [name, generated] of [
      ['wire', wireSource()],
      ['wire-seldom', seldomSource()],
      ['wire-reports', reportsSource()],
    ] as const) {
      const file = new URL(`../src/${name}.ts`, import.meta.url);
      const options = { ...(await resolveConfig(file)), parser: 'typescript' };
      const source = await format(generated, options);
      if (process.env.UPDATE_GENERATED) await writeFile(file, source);
      assert.equal(await readFile(file, 'utf8'), source, 'run with UPDATE_GENERATED=1');
    }
  });

  it('tells what lists by its verb', () => {
    for (const verbs of Object.values<Record<string, Endpoint>>(contract)) {
      for (const [verb, { list = false }] of Object.entries(verbs)) {
        assert.equal(list, ['list', 'entries'].includes(verb), verb);
      }
    }
  });

  it('accepts the golden answers and judges their broken copies as the schemas do', async () => {
    let judged = 0;
    const wire = { ...often, ...(await readSeldom()), ...reports };
    for (const name of await readdir(golden)) {
      const [noun, verb, status] = name.split('.') as [keyof typeof wire, string, string];
      if (!/^\d+$/.test(status ?? '') || name.endsWith('txt')) continue;
      const { answers } = (contract[noun] as Record<string, Endpoint>)[verb]!;
      const schema = answers[Number(status)] as z.ZodMiniType;
      const shape = (wire[noun] as Record<string, { answers: Record<string, Shape> }>)[verb]!
        .answers[status]!;
      const value = JSON.parse(await readFile(new URL(name, golden), 'utf8')) as unknown;
      assert.ok(fits(shape, value), name);
      for (const copy of broken(value)) {
        judged++;
        assert.equal(
          fits(shape, copy),
          z.safeParse(schema, copy).success,
          `${name}: ${JSON.stringify(copy)}`,
        );
      }
    }
    assert.ok(judged > 500, `${judged} broken copies`);
  });
});
