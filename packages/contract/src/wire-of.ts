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

function wireOf({ method, path, answers, keyed, list }: Endpoint): Wire {
  return {
    method,
    path,
    answers: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        answer === 'text' ? answer : shape(answer),
      ]),
    ),
    ...(keyed && { keyed }),
    ...(list && { list }),
  };
}

/** The source of `wire.ts`: all of the contract that a client needs at run time. */
export function wireSource(): string {
  const nouns = Object.entries(contract).map(([noun, verbs]) => [
    noun,
    Object.fromEntries(
      Object.entries(verbs).map(([verb, endpoint]) => [verb, wireOf(endpoint as Endpoint)]),
    ),
  ]);
  return `// Generated from the endpoints of this package; a test fails when it differs.
import type { Contract } from './contract.js';
import type { Shape, Wire } from './shape.js';

export { fits, type Shape, type Wire } from './shape.js';

/** Problem details, RFC 9457. */
export const problem: Shape = ${JSON.stringify(shape(Problem))};

/** The contract as a client needs it at run time: where to send what, and what comes back. */
export const wire: { [Noun in keyof Contract]: { [Verb in keyof Contract[Noun]]: Wire } } =
  ${JSON.stringify(Object.fromEntries(nouns))};
`;
}
