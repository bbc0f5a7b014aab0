import type { Member } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** What stands in a pattern for itself. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A beginning in the letters that names have, because not every database knows `Ü` for `ü`. */
function spellings(search: string): string[] {
  const [first = '', ...rest] = search.toLowerCase();
  return [search, search.toLowerCase(), first.toUpperCase() + rest.join('')];
}

/** Somebody who was found, and their place in the list. */
export type FoundMember = Member & { place: string };

/** Active people of an audience as of now whose name, or a word of it, begins so, by name. */
export async function searchMembers(
  db: Queryable,
  tenant: string,
  { audience, search }: { audience: string; search: string },
  page: { after: readonly [place: string, id: string] | undefined; limit: number },
): Promise<FoundMember[]> {
  const patterns = spellings(search).flatMap((one) => [`${literal(one)}%`, `% ${literal(one)}%`]);
  const [place, id] = page.after ?? [null, null];
  return db.query<FoundMember>(
    `select id, name as "displayName", place from (
       select m.person as id, p.profile ->> 'displayName' as name,
         lower(p.profile ->> 'displayName') as place
       from memberships m join people p on p.tenant = $1 and p.id = m.person
       where m.tenant = $1 and m.audience = $2 and m.left_at is null and p.active) as asked
     where (place like any($3::text[]) or name like any($3::text[]))
       and ($4::text is null or (place, id) > ($4::text, $5::text))
     order by place, id limit $6`,
    [tenant, audience, patterns, place, id, page.limit],
  );
}

/** Those of these people who belong to an audience now and are active. */
export async function findMembers(
  db: Queryable,
  tenant: string,
  audience: string,
  people: readonly string[],
): Promise<Member[]> {
  return db.query<Member>(
    `select m.person as id, p.profile ->> 'displayName' as "displayName"
     from memberships m join people p on p.tenant = $1 and p.id = m.person
     where m.tenant = $1 and m.audience = $2 and m.left_at is null and p.active
       and m.person = any($3::text[])`,
    [tenant, audience, people],
  );
}
