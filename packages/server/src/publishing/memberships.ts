import { listAudiences } from '../audiences/records.js';
import { belongs } from '../audiences/rules.js';
import { activePeople } from '../people/records.js';
import type { Queryable } from '../storage/database.js';

/** Notes who entered and who left an audience with this change of people or rules. */
export async function settleMemberships(tx: Queryable, tenant: string, at: string): Promise<void> {
  const audiences = await listAudiences(tx, tenant);
  const people = await activePeople(tx, tenant);
  const now = audiences.flatMap((audience) =>
    people
      .filter((person) => belongs(audience, person))
      .map((person) => ({ audience: audience.id, person: person.id })),
  );
  await tx.query(
    `update memberships m set left_at = $2::timestamptz
     where m.tenant = $1 and m.left_at is null and not exists (
       select from jsonb_to_recordset($3::jsonb) as n(audience text, person text)
       where n.audience = m.audience and n.person = m.person)`,
    [tenant, at, JSON.stringify(now)],
  );
  await tx.query(
    `insert into memberships (tenant, audience, person, entered_at)
     select $1, n.audience, n.person, $2::timestamptz
     from jsonb_to_recordset($3::jsonb) as n(audience text, person text)
     where not exists (
       select from memberships m where m.tenant = $1 and m.audience = n.audience
         and m.person = n.person and m.left_at is null)
     on conflict (tenant, audience, person, entered_at) do update set left_at = null`,
    [tenant, at, JSON.stringify(now)],
  );
}
