import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** Tokens of people with a part in the checks. What is missing is skipped, and said to be. */
export const People = z.object({
  /** An employee without a role. */
  staff: z.optional(z.string()),
  /** Another one. */
  colleague: z.optional(z.string()),
  /** Of a supplier. */
  supplier: z.optional(z.string()),
  'isms-manager': z.optional(z.string()),
  auditor: z.optional(z.string()),
  /** Known, and no longer active. */
  inactive: z.optional(z.string()),
  /** A valid token of nobody whom the backend knows. */
  unknown: z.optional(z.string()),
  /** A token that has expired. */
  expired: z.optional(z.string()),
  /** An employee of another tenant. */
  stranger: z.optional(z.string()),
  /** Base URL for the stranger, where tenants have one each. */
  strangerBaseUrl: z.optional(z.string()),
  /** People with something to acknowledge, one for each check that records something. */
  newcomers: z.optional(z.array(z.string())),
});
/** Tokens of people with a part in the checks. */
export type People = z.output<typeof People>;

/** How a run is made. */
export const Config = z.object({
  /** Where the contract's paths begin, without a slash at the end. */
  baseUrl: z.url(),
  /** Address of the set-up profile, without a slash at the end. */
  setup: z.optional(z.url()),
  /** Bearer token for the set-up profile. */
  setupToken: z.optional(z.string()),
  people: z._default(People, {}),
  /** Sends nothing but GET and HEAD: safe where people work. */
  readOnly: z._default(z.boolean(), false),
  /** Only checks about these requirements or endpoints. */
  only: z._default(z.array(z.string()), []),
  /** Folder for report.html, result.json and junit.xml. */
  output: z.optional(z.string()),
});
/** How a run is made. */
export type Config = z.output<typeof Config>;

/** What was asked for cannot be done; the message says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const bare = (url: unknown) => (typeof url === 'string' ? url.replace(/\/+$/, '') : url);

function fileOf(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new ConfigError(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
  throw new ConfigError(`${path} holds no JSON object.`);
}

function environmentOf(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const found = (name: string) => environment[`CONFORMANCE_${name}`];
  const people = Object.fromEntries(
    Object.keys(People._zod.def.shape).flatMap((role) => {
      const value = found(
        `PEOPLE_${role.replaceAll(/[A-Z]|-/g, (c) => (c === '-' ? '_' : `_${c}`)).toUpperCase()}`,
      );
      if (value === undefined) return [];
      return [[role, role === 'newcomers' ? value.split(/[\s,]+/).filter(Boolean) : value]];
    }),
  );
  return {
    baseUrl: found('BASE_URL'),
    setup: found('SETUP'),
    setupToken: found('SETUP_TOKEN'),
    ...(Object.keys(people).length > 0 && { people }),
  };
}

const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/**
 * How a run is made: the command line over the environment (`CONFORMANCE_BASE_URL`, `CONFORMANCE_PEOPLE_STAFF`, …) over
 * the file over defaults. Tokens are best kept in the environment.
 */
export function readConfig(
  options: Record<string, unknown>,
  environment: NodeJS.ProcessEnv,
  file?: string,
): Config {
  const [low, middle, high] = [file ? fileOf(file) : {}, environmentOf(environment), options];
  const people = { ...(low['people'] as object), ...(middle['people'] as object) };
  const values = { ...given(low), ...given(middle), ...given(high), people };
  const { success, data, error } = Config.safeParse({
    ...values,
    baseUrl: bare(values['baseUrl' as never]),
    setup: bare(values['setup' as never]),
  });
  if (success) return data;
  const what = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new ConfigError(`The configuration does not fit. ${what}`);
}
