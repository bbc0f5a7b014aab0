import * as z from 'zod';
import { contract } from './contract.js';
import type { Endpoint } from './endpoint.js';
import { Problem } from './problems.js';
import type { Shape, Wire } from './shape.js';

type Json = Record<string, unknown> & {
  type?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  additionalProperties?: Json | boolean;
};

/** The shape of a schema: structure and primitive types, without the finer rules. */
function shapeOf(json: Json): Shape {
  if (json.type === 'string') return 's';
  if (json.type === 'integer' || json.type === 'number') return 'n';
  if (json.type === 'boolean') return 'b';
  if (json.type === 'array') return [shapeOf(json.items!)];
  if (json.properties) {
    return Object.fromEntries(
      Object.entries(json.properties).map(([name, member]) => [
        json.required?.includes(name) ? name : `${name}?`,
        shapeOf(member),
      ]),
    );
  }
  if (typeof json.additionalProperties === 'object') {
    return { '*': shapeOf(json.additionalProperties) };
  }
  return '*';
}

const shape = (schema: z.core.$ZodType): Shape =>
  shapeOf(z.toJSONSchema(schema, { io: 'output' }) as Json);

function wireOf({ method, path, answers, keyed, guarded, anonymous, bytes, list }: Endpoint): Wire {
  return {
    method,
    path,
    answers: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        typeof answer === 'string' ? answer : shape(answer),
      ]),
    ),
    ...(keyed && { keyed }),
    ...(guarded && { guarded }),
    ...(anonymous && { anonymous }),
    ...(bytes && { bytes }),
    ...(list && { list }),
  };
}

type Table = Record<string, Record<string, Wire>>;

/** What pages for staff ask for as they open. Everything else is loaded with its first call. */
const often: readonly string[] = [
  'discovery',
  'me',
  'policies',
  'versions',
  'documents',
  'images',
  'assignments',
  'readings',
  'acknowledgements',
] satisfies (keyof typeof contract)[];

const nouns = Object.keys(contract) as (keyof typeof contract)[];

/** What only pages ask for on which somebody reports something, or handles it. */
const reporting: readonly string[] = nouns.filter((noun) =>
  Object.values<Endpoint>(contract[noun]).some(({ profile }) => profile === 'incidents'),
);

const union = (some: readonly string[]): string => some.map((noun) => `'${noun}'`).join(' | ');

function table(isWanted: (noun: string) => boolean): Table {
  return Object.fromEntries(
    Object.entries(contract)
      .filter(([noun]) => isWanted(noun))
      .map(([noun, verbs]) => [
        noun,
        Object.fromEntries(
          Object.entries(verbs).map(([verb, endpoint]) => [verb, wireOf(endpoint as Endpoint)]),
        ),
      ]),
  );
}

/** The source of `wire.ts`: the part of the contract that a client needs at run time from the start. */
export function wireSource(): string {
  return `// Generated from the endpoints of this package; a test fails when it differs.
import type { Contract } from './contract.js';
import type { Shape, Wire } from './shape.js';

export { fits, type Shape, type Wire } from './shape.js';

/** Problem details, RFC 9457. */
export const problem: Shape = ${JSON.stringify(shape(Problem))};

/** The endpoints of nouns, by noun and verb. */
export type WireOf<Nouns extends keyof Contract> = {
  readonly [Noun in Nouns]: { readonly [Verb in keyof Contract[Noun]]: Wire };
};

/** The contract as a client needs it at run time: where to send what, and what comes back. */
export const wire: WireOf<${union(often)}> =
  ${JSON.stringify(table((noun) => often.includes(noun)))};

/** Loads the endpoints that few pages ask for. Rejects as every import of a module does. */
export const readSeldom = async () => (await import('./wire-seldom.js')).wire;
`;
}

/** The source of `wire-seldom.ts`: what few pages ask for. */
export function seldomSource(): string {
  const seldom = nouns.filter((noun) => !often.includes(noun) && !reporting.includes(noun));
  return restSource(seldom, 'The endpoints that few pages ask for.');
}

/** The source of `wire-reports.ts`: the rest of it. */
export function reportsSource(): string {
  return restSource(reporting, 'The endpoints of reports, and of what is done about them.');
}

function restSource(some: readonly string[], summary: string): string {
  return `// Generated from the endpoints of this package; a test fails when it differs.
import type { WireOf } from './wire.js';

/** ${summary} */
export const wire: WireOf<${union(some)}> = ${JSON.stringify(table((noun) => some.includes(noun)))};
`;
}
