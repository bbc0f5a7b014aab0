import type { OpenChannel } from '../channels/open.js';
import { messageColumns, type StoredMessage } from '../messages/records.js';
import type { Queryable } from '../storage/database.js';

/** Stands for the due date of an alert that has none: after every other. */
const never = '9999-12-31T23:59:59.999Z';

/** Where an alert stands in the list. */
export interface Place {
  /** RFC 3339 UTC; {@link never} where there is time. */
  due: string;
  seq: number;
}

/** The place of an alert. */
export const placeOf = ({ action, seq }: StoredMessage): Place => ({
  ...{ due: action?.dueAt ?? never, seq },
});

/** Alerts of these channels that somebody of their audience has not done, and that were not over when they came. */
export async function listOpenAlerts(
  db: Queryable,
  tenant: string,
  person: string,
  page: { channels: readonly OpenChannel[]; after?: Place | undefined; limit: number },
): Promise<StoredMessage[]> {
  const { channels, after, limit } = page;
  return db.query<StoredMessage>(
    `with asked as (
       select m.*, coalesce((m.action ->> 'dueAt')::timestamptz, $6::timestamptz) as due
       from unnest($3::text[], $4::text[], $5::timestamptz[]) as v (id, audience, since)
       join memberships e on e.tenant = $1 and e.audience = v.audience and e.person = $2
         and e.left_at is null
       join messages m on m.tenant = $1 and m.channel = v.id and m.kind = 'alert'
       where m.withdrawn_at is null and m.thread is null
         and (v.since is null or m.posted_at >= v.since)
         and greatest((m.action ->> 'dueAt')::timestamptz, m.posted_at) >= e.entered_at
         and not exists (
           select from completions c where c.tenant = $1 and c.message = m.id and c.person = $2))
     select ${messageColumns} from asked
     where $7::timestamptz is null or due > $7::timestamptz
       or (due = $7::timestamptz and seq < $8::bigint)
     order by due, seq desc limit $9`,
    [
      ...[tenant, person],
      channels.map(({ channel }) => channel.id),
      channels.map(({ channel }) => channel.audience),
      channels.map(({ since }) => since ?? null),
      ...[never, after?.due ?? null, after?.seq ?? null, limit],
    ],
  );
}
