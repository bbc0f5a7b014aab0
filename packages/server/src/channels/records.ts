import type { Queryable } from '../storage/database.js';

/** A communication group, as stored. */
export interface StoredChannel {
  id: string;
  title: string;
  description?: string;
  /** Id of the audience that is told. */
  audience: string;
  /** Id of the audience that may announce; nobody may when absent. */
  announcers?: string;
  /** Whether people may begin discussions and reply. */
  discussion: boolean;
  /** What somebody sees who enters the audience. */
  history: 'all' | 'entered';
}

/** Every channel of the tenant in the order of id. */
export async function listChannels(db: Queryable, tenant: string): Promise<StoredChannel[]> {
  const rows = await db.query<{ definition: StoredChannel }>(
    'select definition from channels where tenant = $1 order by id',
    [tenant],
  );
  return rows.map(({ definition }) => definition);
}

/** What changes of a channel while people use it. */
export interface ChannelState {
  channel: string;
  /** Active people of the audience. */
  people: number;
  /** At most 100. */
  unread: number;
  position: string | null;
  latestAt: string | null;
}

/** A channel, since when somebody sees what is in it, and who that is. */
export interface Viewed {
  channel: Pick<StoredChannel, 'id' | 'audience'>;
  /** RFC 3339 UTC; absent where they see everything. */
  since: string | undefined;
}

/** What a person is told about channels, by channel id. Each part has an order that an index has: no part counts all that was said. */
export async function statesOf(
  db: Queryable,
  tenant: string,
  person: string,
  viewed: readonly Viewed[],
): Promise<Map<string, ChannelState>> {
  const rows = await db.query<ChannelState>(
    `select v.channel, p.message as position,
       (select count(*)::int from memberships m
          where m.tenant = $1 and m.audience = v.audience and m.left_at is null) as people,
       case when p.seq is null
         then (select count(*)::int from (
           select from messages u
           where u.tenant = $1 and u.channel = v.channel and u.thread is null
             and u.withdrawn_at is null and u.person is not null and u.person <> $2
             and u.posted_at >= greatest(v.since, (select max(e.entered_at) from memberships e
               where e.tenant = $1 and e.audience = v.audience and e.person = $2
                 and e.left_at is null))
           order by u.posted_at desc limit 100) as counted)
         else (select count(*)::int from (
           select from messages u
           where u.tenant = $1 and u.channel = v.channel and u.thread is null
             and u.withdrawn_at is null and u.person is not null and u.person <> $2
             and u.seq > p.seq and u.posted_at >= coalesce(v.since, '-infinity')
           order by u.seq desc limit 100) as counted)
       end as unread,
       (select l.posted_at from messages l
          where l.tenant = $1 and l.channel = v.channel and l.thread is null
            and l.posted_at >= coalesce(v.since, '-infinity')
          order by l.posted_at desc limit 1) as "latestAt"
     from unnest($3::text[], $4::text[], $5::timestamptz[]) as v (channel, audience, since)
     left join positions p on p.tenant = $1 and p.person = $2 and p.channel = v.channel`,
    [
      tenant,
      person,
      viewed.map(({ channel }) => channel.id),
      viewed.map(({ channel }) => channel.audience),
      viewed.map(({ since }) => since ?? null),
    ],
  );
  return new Map(rows.map((row) => [row.channel, row]));
}

/** When people entered the audiences that they belong to now, RFC 3339 UTC by person and audience id. */
export async function enteredAtOf(
  db: Queryable,
  tenant: string,
  people: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await db.query<{ person: string; audience: string; at: string }>(
    `select person, audience, entered_at as at from memberships
     where tenant = $1 and person = any($2::text[]) and left_at is null`,
    [tenant, people],
  );
  const entered = new Map(people.map((person) => [person, new Map<string, string>()]));
  for (const { person, audience, at } of rows) entered.get(person)?.set(audience, at);
  return entered;
}
