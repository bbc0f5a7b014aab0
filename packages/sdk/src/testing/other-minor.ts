import type * as z from 'zod/mini';

/** A value that no release of the SDK so far knows. */
export const LATER = 'of-a-later-minor';

/** Members that no release of the SDK so far knows. */
const laterMembers = { later: { of: [1, LATER, null] }, 'x-later': LATER };

interface Def {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
}
const defOf = (schema: z.ZodMiniType) => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Whether the schema is one of `open(…)`, whose values may grow. */
const isOpen = (schema: z.ZodMiniType): boolean => 'known' in schema;

type Change = (schema: z.ZodMiniType, value: unknown) => unknown;

/** Goes through a value along its schema; what a kind of schema needs is decided by the callers. */
function within(schema: z.ZodMiniType, value: unknown, change: Change): unknown {
  const { type, element, innerType, valueType } = defOf(schema);
  switch (type) {
    case 'array':
      return (value as unknown[]).map((one) => change(element!, one));
    case 'optional':
      return value === undefined ? undefined : change(innerType!, value);
    case 'record':
      return Object.fromEntries(
        Object.entries(value as object).map(([name, one]) => [name, change(valueType!, one)]),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(value as object).map(([name, one]) => [
          name,
          change(defOf(schema).shape![name]!, one),
        ]),
      );
    case 'string':
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
      return value;
    default:
      throw new Error(`Say what a later minor may do to a schema of the type ${type}.`);
  }
}

/**
 * The value as a backend of a later minor gives it: members added to every object, an unknown value wherever values may
 * grow, and one more in every list of them.
 */
export function newer(schema: z.ZodMiniType, value: unknown): unknown {
  if (isOpen(schema)) return LATER;
  const changed = within(schema, value, newer);
  const { type, element } = defOf(schema);
  if (type === 'object') return { 'a-later': LATER, ...(changed as object), ...laterMembers };
  if (type === 'array' && defOf(element!).type === 'string') {
    return [...(value as string[]), ...(changed as string[]), LATER];
  }
  return changed;
}

/** The value as a backend of an earlier minor gives it: every member that may be absent is. */
export function older(schema: z.ZodMiniType, value: unknown): unknown {
  const changed = within(schema, value, older);
  const { type, shape } = defOf(schema);
  if (type !== 'object') return changed;
  return Object.fromEntries(
    Object.entries(changed as object).filter(([name]) => defOf(shape![name]!).type !== 'optional'),
  );
}

/** Where in a value the schema lets values grow, with `*` for every item and every member of a record. */
export function openPaths(schema: z.ZodMiniType, path: readonly string[] = []): string[][] {
  if (isOpen(schema)) return [[...path]];
  const { shape = {}, element, innerType, valueType } = defOf(schema);
  const inner = element ?? valueType;
  return [
    ...(inner ? openPaths(inner, [...path, '*']) : []),
    ...(innerType ? openPaths(innerType, path) : []),
    ...Object.entries(shape).flatMap(([name, member]) => openPaths(member, [...path, name])),
  ];
}

/** Everything that is at a place of {@link openPaths}. */
export function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value];
  const members = (value ?? {}) as Record<string, unknown>;
  const named = name === '*' ? Object.values(members) : [members[name]];
  return named.flatMap((one) => valuesAt(one, rest));
}
