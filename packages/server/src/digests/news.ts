import type { Assignment, Person } from '@heed/contract';
import { situationOf } from '../assignments/records.js';
import { compareKeys, derive, sortKey } from '../assignments/rules.js';
import type { Catalogue } from '../catalogue.js';
import { openChannels } from '../channels/open.js';
import { enteredAtOf } from '../channels/records.js';
import type { Queryable } from '../storage/database.js';
import type { Digest } from './records.js';
import { reasonFor, type Reason } from './rules.js';
import { newTasks, type NewTask } from './tasks.js';

/** A message or a reply that a digest tells of. */
export interface Said {
  id: string;
  channel: string;
  /** The message that it replies to. */
  thread: string | null;
  authorName: string;
  /** Of the thread, when it is a reply. */
  title: string | null;
  /** Of the thread, when it is a reply. */
  text: string;
  /** Its text names the person. */
  named: boolean;
}

/** Everything that a digest tells. */
export interface News {
  asked: readonly { assignment: Assignment; reason: Reason }[];
  /** Tasks that are open for them, what is due first on top. */
  tasks: readonly NewTask[];
  /** The channels where something was said, in the order of id. */
  channels: readonly { title: string; said: readonly Said[] }[];
}

/** Messages of one digest at most: whoever has missed more than these has to look. */
const most = 500;

/**
 * What others said between two digests in the channels whose audience the person belongs to: what begins threads and was
 * not on their screen yet, and replies to threads that they began or take part in, or that name them. Alerts were told at
 * once.
 */
async function saidTo(
  db: Queryable,
  tenant: string,
  person: Person,
  catalogue: Catalogue,
  { toldSeq, uptoSeq }: Digest,
): Promise<Said[]> {
  const open = (await openChannels(db, catalogue, { tenant, person })).filter(
    ({ isMember }) => isMember,
  );
  if (open.length === 0) return [];
  const entered = (await enteredAtOf(db, tenant, [person.id])).get(person.id);
  return db.query<Said>(
    `select m.id, m.channel, m.thread, m.author_name as "authorName",
       coalesce(r.title, m.title) as title, coalesce(r.text, m.text) as text,
       n.message is not null as named
     from messages m
     join unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) as v (channel, entered, since)
       on v.channel = m.channel
     left join messages r on r.tenant = $1 and r.id = m.thread
     left join mentions n on n.tenant = $1 and n.person = $2 and n.message = m.id
     left join positions p on p.tenant = $1 and p.person = $2 and p.channel = m.channel
     where m.tenant = $1 and m.seq > $6 and m.seq <= $7 and m.withdrawn_at is null
       and m.kind <> 'alert' and m.person is not null and m.person <> $2
       and case when m.thread is null
         then m.seq > coalesce(p.seq, 0) and m.posted_at >= v.entered
         else r.withdrawn_at is null and (v.since is null or r.posted_at >= v.since)
           and (r.person = $2 or n.message is not null or exists (select from messages o where o.tenant = $1
             and o.thread = m.thread and o.person = $2 and o.withdrawn_at is null)) end
     order by m.channel, m.seq limit $8`,
    [
      ...[tenant, person.id, open.map(({ channel }) => channel.id)],
      // Whom the storage has not seen come yet is told nothing of before.
      open.map(({ channel }) => entered?.get(channel.audience) ?? '9999-12-31T23:59:59.999Z'),
      open.map(({ since }) => since ?? null),
      ...[toldSeq, uptoSeq, most],
    ],
  );
}

/** What a digest tells a person, as of now: nothing that they have done, seen or may no longer see. */
export async function newsFor(
  db: Queryable,
  tenant: string,
  person: Person,
  catalogue: Catalogue,
  digest: Digest,
  now: string,
): Promise<News> {
  const [said, situation, tasks] = await Promise.all([
    saidTo(db, tenant, person, catalogue, digest),
    situationOf(db, tenant, person),
    newTasks(db, tenant, person, digest, now),
  ]);
  const remindersOf = new Map(catalogue.packs.map(({ id, reminders }) => [id, reminders]));
  const asked = derive(catalogue, situation, now)
    .sort((a, b) => compareKeys(sortKey(a), sortKey(b)))
    .flatMap(({ assignment }) => {
      const reminders = remindersOf.get(assignment.pack.id) ?? [];
      const { toldAt: told, uptoAt: upto } = digest;
      const reason = reasonFor(assignment, reminders, { told, upto });
      return reason ? [{ assignment, reason }] : [];
    });
  const channels = catalogue.channels.flatMap(({ id, title }) => {
    const here = said.filter(({ channel }) => channel === id);
    return here.length > 0 ? [{ title, said: here }] : [];
  });
  return { asked, tasks, channels };
}
