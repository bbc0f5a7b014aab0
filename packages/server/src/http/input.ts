import type { Endpoint } from '@heed/contract';
import type { output } from 'zod/mini';
import { isStorable, readBytes, readJson } from './body.js';
import { Failure, type Misfit } from './failure.js';

type Schema = NonNullable<Endpoint['body']>;

const escaped = (step: PropertyKey) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

function check(schema: Schema | undefined, value: unknown, prefix: string): [unknown, Misfit[]] {
  if (!schema) return [undefined, []];
  const result = schema.safeParse(value);
  if (result.success) return [result.data, []];
  const misfits = result.error.issues.map(({ path, message }) => ({
    pointer: prefix + path.map((step) => `/${escaped(step)}`).join(''),
    message,
  }));
  return [undefined, misfits];
}

function storableOnly(values: Record<string, string>, prefix: string): Misfit[] {
  return Object.entries(values)
    .filter(([, value]) => !isStorable(value))
    .map(([name]) => ({ pointer: `${prefix}/${escaped(name)}`, message: 'Not well-formed text' }));
}

/** A JSON body that fits the schema. Fails with invalid and every misfit at once. */
export async function readBody<S extends Schema>(schema: S, request: Request): Promise<output<S>> {
  const [value, errors] = check(schema, await readJson(request), '');
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was changed.', { errors });
  return value as output<S>;
}

/** The parts of a request, validated against the contract. Fails with invalid and every misfit at once. */
export async function readInput(
  endpoint: Endpoint,
  request: Request,
  path: Record<string, string>,
): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const isPlain = !request.url.includes('?');
  const search = isPlain ? {} : Object.fromEntries(new URL(request.url).searchParams);
  const bytes = endpoint.bytes ? await readBytes(request) : undefined;
  const sent = endpoint.body ? await readJson(request) : undefined;
  const [params, wrongPath] = check(endpoint.params, path, '#path');
  const [query, wrongQuery] = check(endpoint.query, search, '#query');
  const [body, wrongBody] = check(endpoint.body, sent, '');
  const errors = [
    ...storableOnly(path, '#path'),
    ...storableOnly(search, '#query'),
    ...wrongPath,
    ...wrongQuery,
    ...wrongBody,
  ];
  if (errors.length > 0) {
    throw new Failure(
      'invalid',
      'Nothing was changed. `errors` names every member that does not fit.',
      {
        errors,
      },
    );
  }
  return { params, query, body: bytes ?? body };
}
