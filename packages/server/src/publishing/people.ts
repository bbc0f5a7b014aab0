import { randomUUID } from 'node:crypto';
import type { Person } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { ImportedPerson } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { canonicalText } from './hashes.js';
import { incompleteNote } from './incomplete.js';

/** A person as they are stored: the contract's Person, and how the identity provider knows them. */
interface Stored {
  profile: Person;
  externalId: string | null;
}

function storedFrom(
  { file: _, organization: __, externalId, manager, ...rest }: ImportedPerson,
  ids: ReadonlyMap<string, string>,
): Stored {
  const id = ids.get(rest.userName.toLowerCase()) ?? randomUUID();
  const managerId = manager === undefined ? undefined : ids.get(manager.toLowerCase());
  return {
    profile: { ...rest, id, ...(managerId && { manager: managerId }) },
    externalId: externalId ?? null,
  };
}

async function save(
  tx: Queryable,
  tenant: string,
  people: readonly Stored[],
  at: string,
): Promise<void> {
  const ids = people.map(({ profile }) => profile.id);
  // Two people may have swapped theirs, which a unique index would refuse in the middle.
  await tx.query(
    'update people set external_id = null where tenant = $1 and id = any($2::text[])',
    [tenant, ids],
  );
  await tx.query(
    `insert into people
       (tenant, id, user_name, external_id, active, profile, created_at, changed_at)
     select $1, p ->> 'id', name, external, (p ->> 'active')::boolean, p, $2::timestamptz,
       $2::timestamptz
     from unnest($3::jsonb[], $4::text[], $5::text[]) as e(p, name, external)
     on conflict (tenant, id) do update set user_name = excluded.user_name,
       external_id = excluded.external_id, active = excluded.active, profile = excluded.profile,
       changed_at = excluded.changed_at`,
    [
      tenant,
      at,
      people.map(({ profile }) => JSON.stringify(profile)),
      // Lower case here as in every comparison: the database's own would differ for İ and its like.
      people.map(({ profile }) => profile.userName.toLowerCase()),
      people.map(({ externalId }) => externalId),
    ],
  );
}

/** Ids by userName in lower case. Whoever got another userName is known by their externalId and keeps their history. */
function idsOf(imported: readonly ImportedPerson[], known: ReadonlyMap<string, Stored>) {
  const ids = new Map([...known].map(([name, { profile }]) => [name, profile.id]));
  const named = new Set(imported.map(({ userName }) => userName.toLowerCase()));
  const renamed = new Map(
    [...known].flatMap(([name, { externalId, profile }]) =>
      externalId === null || named.has(name) ? [] : [[externalId, profile.id]],
    ),
  );
  for (const { userName, externalId = '' } of imported) {
    const name = userName.toLowerCase();
    if (!ids.has(name)) ids.set(name, renamed.get(externalId) ?? randomUUID());
  }
  return ids;
}

async function knownPeople(tx: Queryable, tenant: string): Promise<Map<string, Stored>> {
  const rows = await tx.query<{ profile: Person; external_id: string | null }>(
    'select profile, external_id from people where tenant = $1',
    [tenant],
  );
  return new Map(
    rows.map(({ profile, external_id: externalId }) => [
      profile.userName.toLowerCase(),
      { profile, externalId },
    ]),
  );
}

/**
 * Stores the people who are new or changed. A people folder is the whole directory, so whoever is missing from it
 * becomes inactive: they keep their history and can no longer sign in. Not so while some of it is `incomplete`.
 */
export async function publishPeople(
  tx: Queryable,
  tenant: string,
  imported: readonly ImportedPerson[],
  at: string,
  incomplete: readonly string[] = [],
): Promise<{ events: LogEvent[]; notes: string[] }> {
  const known = await knownPeople(tx, tenant);
  const ids = idsOf(imported, known);
  const everyone = imported.map((person) => storedFrom(person, ids));
  const here = new Set(everyone.map(({ profile }) => profile.id));
  const missing = [...known.values()].filter(
    ({ profile }) => profile.active && !here.has(profile.id),
  );
  const left =
    incomplete.length > 0
      ? []
      : missing.map((one) => ({ ...one, profile: { ...one.profile, active: false } }));
  const before = new Map([...known.values()].map((one) => [one.profile.id, canonicalText(one)]));
  const changed = everyone.filter((one) => before.get(one.profile.id) !== canonicalText(one));
  const people = [...changed, ...left];
  if (people.length > 0) await save(tx, tenant, people, at);
  const events = people.map(({ profile }) => ({
    type: 'isms.people.imported',
    record: { person: JSON.parse(canonicalText(profile)) as JsonObject, at },
    personId: profile.id,
    subject: profile.id,
  }));
  const notes: string[] = [];
  if (left.length > 0)
    notes.push(`No longer in the directory, and no longer able to sign in: ${left.length}.`);
  if (incomplete.length > 0) {
    const what = `nobody was deactivated for missing from the directory (${missing.length} would be)`;
    notes.push(incompleteNote(incomplete, what));
  }
  return { events, notes };
}
