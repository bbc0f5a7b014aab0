import * as z from 'zod/mini';

/** Opaque identifier or readable slug; never parsed by a client. At most 200 characters. */
export const Id = z.string().check(z.minLength(1), z.maxLength(200));

/** RFC 3339 date and time in UTC, for example `2026-11-24T09:30:00.000Z`. */
export const Time = z.iso.datetime().check(z.maxLength(40));

/** Whole seconds, at most those of a year. */
export const Seconds = z.int().check(z.minimum(0), z.maximum(31_622_400));

/** RFC 3339 full-date, for example `2026-11-24`. */
export const Day = z.iso.date();

/** BCP 47 language tag. */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));

/** `sha256:` and 64 lower-case hexadecimal digits. */
export const Hash = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/));

/**
 * A value of a list that may grow within v1: clients meet unknown values calmly. The known ones are
 * kept beside the schema for the documentation.
 */
// @__NO_SIDE_EFFECTS__
export function open<const V extends string>(
  ...known: readonly V[]
): z.ZodMiniType<V | (string & {}), string> & { known: readonly V[] } {
  return Object.assign(z.string(), { known }) as unknown as z.ZodMiniType<
    V | (string & {}),
    string
  > & { known: readonly V[] };
}

/** Page parameters of every list: `limit` 1 to 200 (default 50) and an opaque `cursor`. */
export const PageQuery = {
  /** Items of a page at most. */
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  /** The `next` of the page before; the first page when absent. */
  cursor: z.optional(z.string().check(z.maxLength(400))),
};

/** One page of a list. `next` is the cursor of the following page, absent on the last. */
// @__NO_SIDE_EFFECTS__
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });
