import { table } from './markdown.js';
import type { Meanings } from './meanings.js';
import { typeOf, type Schema } from './types.js';

/** What tables of members are made with. */
export interface Naming {
  readonly meanings: Meanings;
  /** A link to a named schema. */
  link(name: string): string;
}

type Rows = (readonly string[])[];

function inside(schema: Schema): [suffix: string, schema: Schema] | undefined {
  if (schema.properties) return ['', schema];
  if (schema.items?.properties) return ['[]', schema.items];
  const { additionalProperties: each } = schema;
  return typeof each === 'object' && each.properties ? ['.*', each] : undefined;
}

function rowsOf(schema: Schema, path: string, prefix: string, naming: Naming): Rows {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    const meaning = naming.meanings.texts.get(at) ?? '';
    const fallback = member.default === undefined ? '' : ` ${String(member.default)} when absent.`;
    const required = schema.required?.includes(name) && member.default === undefined;
    const nested = inside(member);
    return [
      [
        `\`${prefix}${name}\``,
        typeOf(member, (noun) => naming.link(noun)),
        required ? 'yes' : 'no',
        `${meaning}${fallback}`.trim(),
      ],
      ...(nested ? rowsOf(nested[1], at, `${prefix}${name}${nested[0]}.`, naming) : []),
    ];
  });
}

/**
 * The members of an object as a table, those of objects inside it too.
 *
 * @param path where their meanings are found.
 */
export const memberTable = (schema: Schema, path: string, naming: Naming): string[] =>
  table(['name', 'type', 'required', 'meaning'], rowsOf(schema, path, '', naming));

/** The paths of members of which no doc comment says what they are. */
export function meaningless(schema: Schema, path: string, { texts }: Meanings): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    const nested = inside(member);
    return [
      ...(texts.has(at) ? [] : [at]),
      ...(nested ? meaningless(nested[1], at, { texts, homes: new Map() }) : []),
    ];
  });
}
