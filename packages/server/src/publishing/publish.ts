import type { ContentReport, PeopleReport } from '../import/types.js';
import type { LogWriter } from '../log/writer.js';
import type { Database, Queryable } from '../storage/database.js';
import { replace } from './definitions.js';
import { settleMemberships } from './memberships.js';
import { publishIncidents } from './incidents.js';
import { publishHistory } from './messages.js';
import { publishPacks } from './packs.js';
import { publishPeople } from './people.js';
import { publishPolicies } from './policies.js';

/** What is to be published; a missing part stays as it is. */
export interface Publication {
  content?: Part<ContentReport['understood']> | undefined;
  people?: Part<Pick<PeopleReport['understood'], 'people'>> | undefined;
}

/** What an importer understood, where it comes from (`starter`, or a folder), and a hash of all that it was made of. */
export interface Part<U> {
  understood: U;
  source: string;
  digest: string;
  /**
   * Files that could not be read wholly. While there are any, nothing is removed and nobody deactivated for being
   * missing from what was understood.
   */
  incomplete?: readonly string[];
}

/** What publishing did. */
export interface Published {
  /** Entries that were added to the log; 0 when nothing was new. */
  events: number;
  /** What the operator should know, one sentence each. */
  notes: string[];
}

/** The last import of one part. */
export interface LastImport {
  part: 'content' | 'people';
  source: string;
  digest: string;
}

/** The last imports of a tenant; a part that was never imported is missing. */
export async function lastImports(
  db: Queryable,
  tenant: string,
): Promise<Partial<Record<LastImport['part'], LastImport>>> {
  const rows = await db.query<LastImport>(
    'select part, source, digest from imports where tenant = $1',
    [tenant],
  );
  return Object.fromEntries(rows.map((row) => [row.part, row]));
}

function imported({ content, people }: Publication): LastImport[] {
  return [
    ...(content
      ? [{ part: 'content' as const, source: content.source, digest: content.digest }]
      : []),
    ...(people ? [{ part: 'people' as const, source: people.source, digest: people.digest }] : []),
  ];
}

async function noteImports(
  tx: Queryable,
  tenant: string,
  imports: readonly LastImport[],
  at: string,
): Promise<void> {
  await tx.query(
    `insert into imports (tenant, part, source, digest, imported_at)
     select $1, part, source, digest, $2::timestamptz
     from jsonb_to_recordset($3::jsonb) as i(part text, source text, digest text)
     on conflict (tenant, part) do update set source = excluded.source, digest = excluded.digest,
       imported_at = excluded.imported_at`,
    [tenant, at, JSON.stringify(imports)],
  );
  await tx.query(
    `insert into contents (tenant, revision) values ($1, 1)
     on conflict (tenant) do update set revision = contents.revision + 1`,
    [tenant],
  );
}

/**
 * Stores what an import understood, in one transaction with its entries in the log. What is stored already
 * changes nothing and logs nothing.
 */
export async function publish(
  db: Database,
  log: LogWriter,
  tenant: string,
  publication: Publication,
): Promise<Published> {
  const before = await lastImports(db, tenant);
  const imports = imported(publication);
  if (imports.every(({ part, digest }) => before[part]?.digest === digest)) {
    return { events: 0, notes: [] };
  }
  const { content, people } = publication;
  const { result: notes, entries } = await log.write(tenant, async (tx, at) => {
    const { events, notes: said } = people
      ? await publishPeople(tx, tenant, people.understood.people, at, people.incomplete)
      : { events: [], notes: [] };
    if (content) {
      const { understood, incomplete } = content;
      const policies = await publishPolicies(tx, tenant, understood.policies, at, incomplete);
      const packs = await publishPacks(tx, tenant, understood, at, incomplete);
      const terms = await replace(tx, tenant, 'terms', understood.terms, at, incomplete);
      const channels = await replace(tx, tenant, 'channels', understood.channels, at, incomplete);
      const webhooks = await replace(tx, tenant, 'webhooks', understood.webhooks, at, incomplete);
      const laws = await replace(tx, tenant, 'laws', understood.laws, at, incomplete);
      for (const part of [policies, packs, terms, channels, webhooks, laws]) {
        said.push(...part.notes);
        events.push(...part.events);
      }
      events.push(...(await publishHistory(tx, tenant, understood, at)));
      events.push(...(await publishIncidents(tx, tenant, understood.incidents, at)));
    }
    await settleMemberships(tx, tenant, at);
    await noteImports(tx, tenant, imports, at);
    return { result: said, events };
  });
  return { events: entries.length, notes };
}
