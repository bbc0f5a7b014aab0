import type { JsonObject } from '@heed/evidence';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { canonicalText } from './hashes.js';
import { incompleteNote, named } from './incomplete.js';

/** Tables of definitions, and what the log calls a change of one. */
const tables = {
  audiences: { set: 'isms.audience.defined', gone: 'isms.audience.removed' },
  packs: { set: 'isms.pack.published', gone: 'isms.pack.removed' },
  terms: { set: 'isms.term.defined', gone: 'isms.term.removed' },
  channels: { set: 'isms.channel.defined', gone: 'isms.channel.removed' },
  webhooks: { set: 'isms.webhook.defined', gone: 'isms.webhook.removed' },
  laws: { set: 'isms.law.defined', gone: 'isms.law.removed' },
} as const;

/** What is stored as the import says it, under its id. */
export interface Definition {
  id: string;
}

/** What a table is to hold, what it held, and the ids that are to go. */
export interface Change {
  wanted: readonly Definition[];
  stored: ReadonlyMap<string, Definition>;
  gone: readonly string[];
}

/** What a table holds, by id. */
export async function storedIn<T extends Definition>(
  tx: Queryable,
  tenant: string,
  table: keyof typeof tables,
): Promise<Map<string, T>> {
  const rows = await tx.query<{ id: string; definition: T }>(
    `select id, definition from ${table} where tenant = $1 order by id`,
    [tenant],
  );
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}

/** The ids that are stored and not wanted any more. */
export const missingFrom = (
  wanted: readonly Definition[],
  stored: ReadonlyMap<string, Definition>,
) => [...stored.keys()].filter((id) => !wanted.some((each) => each.id === id));

/** Makes the change, and says what is new for the log. */
export async function store(
  tx: Queryable,
  tenant: string,
  table: keyof typeof tables,
  { wanted, stored, gone }: Change,
  at: string,
): Promise<LogEvent[]> {
  const before = (id: string) => canonicalText(stored.get(id) ?? {});
  const changed = wanted.filter((each) => before(each.id) !== canonicalText(each));
  await tx.query(
    `insert into ${table} (tenant, id, definition, changed_at)
     select $1, d ->> 'id', d, $2::timestamptz from jsonb_array_elements($3::jsonb) as e(d)
     on conflict (tenant, id) do update set definition = excluded.definition,
       changed_at = excluded.changed_at`,
    [tenant, at, JSON.stringify(changed)],
  );
  await tx.query(`delete from ${table} where tenant = $1 and id = any($2::text[])`, [tenant, gone]);
  const definition = (each: object) => JSON.parse(canonicalText(each)) as JsonObject;
  return [
    ...changed.map((each) => ({
      type: tables[table].set,
      record: { definition: definition(each), at },
      subject: each.id,
    })),
    ...gone.map((id) => ({ type: tables[table].gone, record: { id, at }, subject: id })),
  ];
}

/**
 * Makes the tenant's terms, channels, webhooks or laws those of the import. While some of that is `incomplete`, they are added and changed
 * only. Messages of a channel that is gone stay, and are there again with it.
 */
export async function replace(
  tx: Queryable,
  tenant: string,
  table: 'terms' | 'channels' | 'webhooks' | 'laws',
  wanted: readonly Definition[],
  at: string,
  incomplete: readonly string[] = [],
): Promise<{ events: LogEvent[]; notes: string[] }> {
  const stored = await storedIn(tx, tenant, table);
  const missing = missingFrom(wanted, stored);
  const stay = incomplete.length > 0 && missing.length > 0;
  const gone = stay ? [] : missing;
  const events = await store(tx, tenant, table, { wanted, stored, gone }, at);
  const what = `no ${table.slice(0, -1)} was removed (${named(missing)})`;
  return { events, notes: stay ? [incompleteNote(incomplete, what)] : [] };
}
