import { contract, contractVersion } from './contract.js';
import { mediaTypes, type Endpoint } from './endpoint.js';
import { components, schemaOf, type Json } from './json-schema.js';
import { problems, Problem, problemsOf, type ProblemCode } from './problems.js';
import { rules } from './rules.js';

function parameters(endpoint: Endpoint): Json[] {
  return (['params', 'query'] as const).flatMap((place) => {
    const schema = endpoint[place];
    if (!schema) return [];
    const json = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, value]) => ({
      name,
      in: place === 'params' ? 'path' : 'query',
      required: place === 'params' || (json.required ?? []).includes(name),
      schema: value,
    }));
  });
}

const retryAfter: Json = {
  description: 'Whole seconds after which the same request is worth sending again',
  required: true,
  schema: { type: 'integer', minimum: 1 },
};

/** What is not JSON, as one value. */
const wholeOf = (kind: keyof typeof mediaTypes): Json =>
  kind === 'bytes' ? { type: 'string', format: 'binary' } : { type: 'string' };

function answers(endpoint: Endpoint): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(endpoint)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const good = Object.entries(endpoint.answers).map(([status, schema]) => [
    status,
    {
      description: endpoint.summary,
      content:
        typeof schema === 'string'
          ? { [mediaTypes[schema]]: { schema: wholeOf(schema) } }
          : { 'application/json': { schema: schemaOf(schema, 'output') } },
    },
  ]);
  const bad = [...byStatus].map(([status, list]) => [
    String(status),
    {
      description: list.map((code) => `${code}: ${problems[code].title}`).join('; '),
      ...(list.includes('rate-limited') && { headers: { 'Retry-After': retryAfter } }),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
  ]);
  return Object.fromEntries(
    [...good, ...bad].sort(([a], [b]) => String(a).localeCompare(String(b))),
  );
}

function operation(id: string, endpoint: Endpoint): Json {
  const keyed = endpoint.keyed
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
        },
      ]
    : [];
  const guarded = endpoint.guarded
    ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }]
    : [];
  return {
    operationId: id,
    summary: endpoint.summary,
    tags: [endpoint.profile],
    ...(endpoint.access.who === 'anyone' ? { security: [] } : {}),
    parameters: [...parameters(endpoint), ...keyed, ...guarded],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    ...(endpoint.bytes && {
      requestBody: {
        required: true,
        content: { [mediaTypes.bytes]: { schema: wholeOf('bytes') } },
      },
    }),
    responses: answers(endpoint),
    'x-requirements': endpoint.requirements,
    'x-access': endpoint.access,
    'x-cache': endpoint.cache,
  };
}

/** The OpenAPI 3.1 document of the whole contract. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [noun, verbs] of Object.entries(contract)) {
    for (const [verb, endpoint] of Object.entries(verbs) as [string, Endpoint][]) {
      const path = (paths[endpoint.path] ??= {});
      path[endpoint.method.toLowerCase()] = operation(`${noun}.${verb}`, endpoint);
    }
  }
  const named = [...components, [Problem, 'Problem'] as const].map(([schema, name]) => [
    name,
    schemaOf(schema, /Draft$/.test(name) ? 'input' : 'output', true),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heed contract',
      version: contractVersion,
      description:
        'ISO/IEC 27001:2022 clause 7.4 communication: what a backend and a client agree on.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    'x-requirements': Object.values(rules).flat(),
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: Object.fromEntries(named),
    },
  };
}
