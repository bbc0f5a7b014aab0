import type { Person } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { ImportedPolicy } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { strictest, type Classification } from '../import/classification.js';
import { canonicalText } from './hashes.js';
import { insertVersion, newVersions, type StoredVersion } from './versions.js';

interface Description {
  id: string;
  title: string;
  kind: string;
  owner: string | null;
  approver: string | null;
  classification: Classification;
  review_by: string | null;
  controls: string[];
  current_version: number | null;
}

function describe(
  policy: ImportedPolicy,
  current: number | null,
  names: ReadonlyMap<string, string>,
): Description {
  const name = (who: string | undefined) =>
    who === undefined ? null : (names.get(who.toLowerCase()) ?? who);
  return {
    id: policy.id,
    title: policy.title,
    kind: policy.kind,
    owner: name(policy.owner),
    approver: name(policy.approver),
    classification: policy.classification,
    review_by: policy.reviewBy ?? null,
    controls: policy.controls,
    current_version: current,
  };
}

async function save(tx: Queryable, tenant: string, row: Description, at: string): Promise<void> {
  await tx.query(
    `insert into policies (tenant, id, title, kind, owner, approver, classification, review_by,
       controls, current_version, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (tenant, id) do update set title = excluded.title, kind = excluded.kind,
       owner = excluded.owner, approver = excluded.approver,
       classification = excluded.classification, review_by = excluded.review_by,
       controls = excluded.controls, current_version = excluded.current_version,
       changed_at = excluded.changed_at`,
    [
      tenant,
      row.id,
      row.title,
      row.kind,
      row.owner,
      row.approver,
      row.classification,
      row.review_by,
      JSON.stringify(row.controls),
      row.current_version,
      at,
    ],
  );
}

async function storedVersions(
  tx: Queryable,
  tenant: string,
): Promise<Map<string, StoredVersion[]>> {
  const rows = await tx.query<StoredVersion & { policy: string }>(
    'select policy, number, fingerprint from policy_versions where tenant = $1',
    [tenant],
  );
  const byPolicy = new Map<string, StoredVersion[]>();
  for (const row of rows) byPolicy.set(row.policy, [...(byPolicy.get(row.policy) ?? []), row]);
  return byPolicy;
}

async function storedDescriptions(
  tx: Queryable,
  tenant: string,
): Promise<Map<string, Description>> {
  const rows = await tx.query<Description>(
    `select id, title, kind, owner, approver, classification, review_by, controls, current_version
     from policies where tenant = $1`,
    [tenant],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Stores what is new of the imported policies. One that is missing from the import stays published. While some of
 * it is `incomplete`, no language is taken away and no policy is shown to more people.
 */
export async function publishPolicies(
  tx: Queryable,
  tenant: string,
  imported: readonly ImportedPolicy[],
  at: string,
  incomplete: readonly string[] = [],
): Promise<{ events: LogEvent[]; notes: string[] }> {
  const events: LogEvent[] = [];
  const notes: string[] = [];
  const versionsOf = await storedVersions(tx, tenant);
  const descriptions = await storedDescriptions(tx, tenant);
  const people = await tx.query<{ profile: Person }>(
    'select profile from people where tenant = $1',
    [tenant],
  );
  const names = new Map(
    people.map(({ profile }) => [profile.userName.toLowerCase(), profile.displayName]),
  );
  for (const policy of imported) {
    const stored = versionsOf.get(policy.id) ?? [];
    const news = newVersions(policy, stored, incomplete.length === 0);
    notes.push(...news.notes);
    for (const added of news.versions) {
      events.push(await insertVersion(tx, tenant, policy, added, at));
    }
    const numbers = [...stored, ...news.versions].map(({ number }) => number);
    const next = describe(policy, numbers.length > 0 ? Math.max(...numbers) : null, names);
    const before = descriptions.get(policy.id);
    if (before && incomplete.length > 0) {
      next.classification =
        strictest([before.classification, next.classification]) ?? next.classification;
    }
    if (before && canonicalText(before) === canonicalText(next)) continue;
    await save(tx, tenant, next, at);
    const { current_version: _, ...said } = next;
    if (before && news.versions.length === 0) {
      const record = { policy: JSON.parse(canonicalText(said)) as JsonObject, at };
      events.push({ type: 'isms.policy.described', record, subject: policy.id });
    }
  }
  const missing = [...descriptions.keys()].filter((id) => !imported.some((each) => each.id === id));
  if (missing.length > 0)
    notes.push(`No longer in the folder, and still published: ${missing.join(', ')}.`);
  return { events, notes };
}
