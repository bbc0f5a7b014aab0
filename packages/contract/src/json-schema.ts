import * as z from 'zod';
import * as nouns from './index.js';

/** A JSON object whose members are not known in advance. */
export type Json = Record<string, unknown>;

type Schema = z.core.$ZodType;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** The exported schemas of a module by name. */
export function schemasOf(module: object): ReadonlyMap<Schema, string> {
  return new Map(
    Object.entries(module).flatMap(([name, value]: [string, unknown]) =>
      /^[A-Z]/.test(name) && isSchema(value) ? [[value, name] as const] : [],
    ),
  );
}

/** The named nouns of the contract. */
export const components = schemasOf(nouns);

/** JSON Schema (2020-12) of one schema; named nouns become references. */
export function schemaOf(
  schema: Schema,
  io: 'input' | 'output',
  root = false,
  names: ReadonlyMap<Schema, string> = components,
): Json {
  const json = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema);
      if (name && !(root && (zodSchema as unknown) === schema)) {
        for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
        jsonSchema.$ref = `#/components/schemas/${name}`;
      }
      const known = (zodSchema as unknown as { known?: string[] }).known;
      if (known) (jsonSchema as Json)['x-known-values'] = known;
      // Answers stay open: a client must tolerate members it does not know.
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  }) as Json;
  delete json['$schema'];
  return json;
}
