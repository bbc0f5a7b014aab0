import type { Person } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

interface Row {
  profile: Person;
}

/** One person by id. */
export async function findPerson(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<Person | undefined> {
  const rows = await db.query<Row>('select profile from people where tenant = $1 and id = $2', [
    tenant,
    id,
  ]);
  return rows[0]?.profile;
}

/** People by id, those who have left included. */
export async function findPeople(
  db: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await db.query<Row>(
    'select profile from people where tenant = $1 and id = any($2::text[])',
    [tenant, ids],
  );
  return new Map(rows.map(({ profile }) => [profile.id, profile]));
}

/** The person whom a claim of a token names: by userName without case, or by externalId. */
export async function findByClaim(
  db: Queryable,
  tenant: string,
  value: string,
): Promise<Person | undefined> {
  const rows = await db.query<Row>(
    `select profile from people
     where tenant = $1 and (user_name = $2 or external_id = $3)
     order by (external_id = $3) is true desc limit 1`,
    [tenant, value.toLowerCase(), value],
  );
  return rows[0]?.profile;
}

/** People in the order of userName, after `after`; only the one called `userName` when it is given. */
export async function listPeople(
  db: Queryable,
  tenant: string,
  page: { after: string | undefined; userName: string | undefined; limit: number },
): Promise<Person[]> {
  const rows = await db.query<Row>(
    `select profile from people
     where tenant = $1 and user_name > $2 and ($3::text is null or user_name = $3)
     order by user_name limit $4`,
    [tenant, page.after ?? '', page.userName?.toLowerCase() ?? null, page.limit],
  );
  return rows.map((row) => row.profile);
}

/** Every active person, for deciding who is in an audience. */
export async function activePeople(db: Queryable, tenant: string): Promise<Person[]> {
  const rows = await db.query<Row>(
    'select profile from people where tenant = $1 and active order by user_name',
    [tenant],
  );
  return rows.map((row) => row.profile);
}
