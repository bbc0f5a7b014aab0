import { contract, type Contract, type Endpoint } from '@heed/contract';

/** Name of an endpoint, such as `people.read`. */
export type EndpointName = {
  [Noun in keyof Contract]: `${Noun}.${keyof Contract[Noun] & string}`;
}[keyof Contract];

/** The endpoint of a name, with its types. */
export type EndpointOf<N extends EndpointName> = N extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Contract
    ? Verb extends keyof Contract[Noun]
      ? Contract[Noun][Verb] extends Endpoint
        ? Contract[Noun][Verb]
        : never
      : never
    : never
  : never;

/** Every endpoint of the contract with its name. */
export const endpoints: readonly (readonly [EndpointName, Endpoint])[] = Object.entries(
  contract,
).flatMap(([noun, verbs]) =>
  Object.entries<Endpoint>(verbs).map(
    ([verb, endpoint]) => [`${noun}.${verb}` as EndpointName, endpoint] as const,
  ),
);

/** The endpoint of a name. */
export function endpointOf(name: EndpointName): Endpoint {
  const found = endpoints.find(([each]) => each === name);
  if (!found) throw new Error(`The contract has no ${name}.`);
  return found[1];
}

function members(schema: unknown): string[] {
  const shape = (schema as { _zod?: { def: { shape: object } } } | undefined)?._zod?.def.shape;
  return Object.keys(shape ?? {});
}

/** Path, query and body of a request, from everything a caller gives in one object. */
export function requestOf(
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
): { path: string; body?: string | Uint8Array } {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const query = new URLSearchParams();
  for (const name of members(endpoint.query)) {
    if (input[name] !== undefined) query.set(name, String(input[name]));
  }
  const search = query.size > 0 ? `?${query}` : '';
  if (endpoint.bytes) return { path: path + search, body: input['bytes'] as Uint8Array };
  if (!endpoint.body) return { path: path + search };
  const own = Object.fromEntries(
    Object.entries(input).filter(
      ([name]) =>
        !endpoint.path.includes(`{${name}}`) && !(endpoint.guarded && name === 'revision'),
    ),
  );
  return { path: path + search, body: JSON.stringify(own) };
}
