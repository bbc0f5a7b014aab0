import type { Json } from '../json-schema.js';
import { anyOf } from './markdown.js';

/** A JSON Schema as far as the contract uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly 'x-known-values'?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Reads what zod has written. */
export const asSchema = (json: Json): Schema => json as Schema;

/** The name that a reference leads to. */
export const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? '';

const count = (n: number) => n.toLocaleString('en-GB');

function range(low: number | undefined, high: number | undefined, unit = ''): string {
  const from = low !== undefined && low > -Number.MAX_SAFE_INTEGER ? low : undefined;
  const to = high !== undefined && high < Number.MAX_SAFE_INTEGER ? high : undefined;
  if (from !== undefined && to !== undefined) return `, ${count(from)} to ${count(to)}${unit}`;
  if (from !== undefined) return `, ${count(from)}${unit} or more`;
  return to === undefined ? '' : `, up to ${count(to)}${unit}`;
}

function stringType(schema: Schema): string {
  if (schema.enum) return anyOf(schema.enum);
  if (schema['x-known-values']) {
    return `${schema['x-known-values'].map((value) => `\`${value}\``).join(', ')}, or another later`;
  }
  const spelled = schema.pattern && !schema.format ? ` like \`${schema.pattern}\`` : '';
  return `string${spelled}${range(schema.minLength, schema.maxLength, ' characters')}`;
}

/** The type of a member in words; `link` makes a link to a named one. */
export function typeOf(schema: Schema, link: (name: string) => string): string {
  if (schema.$ref) return link(nameOf(schema.$ref));
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  switch (schema.type) {
    case 'string':
      return stringType(schema);
    case 'integer':
      return `whole number${range(schema.minimum, schema.maximum)}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return `list of ${typeOf(schema.items ?? {}, link)}${range(schema.minItems, schema.maxItems, ' items')}`;
    case 'object':
      return typeof schema.additionalProperties === 'object' && !schema.properties
        ? `object: each member ${typeOf(schema.additionalProperties, link)}`
        : 'object';
    default:
      throw new Error(`The pages have no words for ${JSON.stringify(schema)}: add them here.`);
  }
}
