import type * as z from 'zod/mini';
import { contract } from '../contract.js';
import type { Endpoint } from '../endpoint.js';
import * as nouns from '../index.js';
import { components, schemaOf } from '../json-schema.js';
import type { Meanings } from './meanings.js';
import type { Naming } from './members.js';
import { asSchema, nameOf, type Schema } from './types.js';

/** What the pages are made from, beside the contract itself. */
export interface Sources {
  readonly meanings: Meanings;
  /** The golden wire examples, by file name. */
  readonly golden: ReadonlyMap<string, string>;
}

/** One endpoint of a page. */
export interface Named {
  /** `acknowledgements.create` */
  readonly id: string;
  readonly endpoint: Endpoint;
  /** The constant that holds it, under which its members have their meanings. */
  readonly constant: string;
}

/** Every endpoint by noun, in the order of the contract. */
export const endpointsByNoun: ReadonlyMap<string, readonly Named[]> = new Map(
  Object.entries(contract).map(([noun, verbs]) => [
    noun,
    Object.entries(verbs).map(([verb, endpoint]: [string, Endpoint]) => {
      const found = Object.entries(nouns).find(([, value]) => value === endpoint);
      return { id: `${noun}.${verb}`, endpoint, constant: found?.[0] ?? '' };
    }),
  ]),
);

/** Every endpoint, in the order of the contract. */
export const endpoints: readonly Named[] = [...endpointsByNoun.values()].flat();

/** Where the shapes are described that no noun has for itself. */
const shared = 'rules';

/** The page that describes a named schema: that of the noun in whose file it stands. */
export function homeOf(name: string, { homes }: Meanings): string {
  const file = homes.get(name) ?? '';
  return endpointsByNoun.has(file) ? file : shared;
}

/** The schemas that a page describes. */
export const schemasAt = (page: string, meanings: Meanings): string[] =>
  [...components.values()].filter((name) => homeOf(name, meanings) === page);

/** Names as links from one page. */
export const naming = (page: string, meanings: Meanings): Naming => ({
  meanings,
  link(name) {
    const home = homeOf(name, meanings);
    return `[${name}](${home === page ? '' : `${home}.md`}#${name.toLowerCase()})`;
  },
});

/** The schema of a request or an answer, as the table of its members needs it. */
export const jsonOf = (schema: z.ZodMiniType, io: 'input' | 'output', root = false): Schema =>
  asSchema(schemaOf(schema, io, root));

/** A schema by its name; drafts are what is sent. */
export function namedSchema(name: string, schema: z.ZodMiniType): Schema {
  return jsonOf(schema, /Draft$/.test(name) ? 'input' : 'output', true);
}

/** The name of the list's items, where the schema is a page of a list. */
export function itemOf({ properties }: Schema): string | undefined {
  const ref = properties?.['items']?.items?.$ref;
  return ref && nameOf(ref);
}
