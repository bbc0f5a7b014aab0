import type { Queryable } from '../storage/database.js';
import type { Cadence, Slots } from './rules.js';

/** A digest that is to be sent. */
export interface Digest {
  /** Id of the person. */
  person: string;
  /** The day that it is of. */
  slot: string;
  /** How often the person gets one. */
  cadence: Cadence;
  /** Times that it was tried, with this one. */
  attempts: number;
  /** It tells messages after this place in their order. */
  toldSeq: number;
  uptoSeq: number;
  /** It tells what was asked after this moment, RFC 3339 UTC. */
  toldAt: string;
  uptoAt: string;
}

/** How a digest ended: see the migration. */
export type DigestEnding = 'sent' | 'dropped' | 'refused';

/** What is planned, and for when. */
export interface Plan {
  slots: Slots;
  /** How often those get one who chose nothing. */
  cadence: Cadence;
  /** Up to which moment the digests tell what is asked. */
  upto: string;
  /** From which moment on a first digest tells. */
  first: string;
  now: string;
}

/**
 * Has a digest sent to everybody whose day has come: once for each day, however often it is planned. One that could not be
 * sent becomes a part of this one, unless somebody is just sending it. Whoever wants none misses nothing that they would be
 * told later.
 */
export async function planDigests(db: Queryable, tenant: string, plan: Plan): Promise<void> {
  const { slots, cadence, upto, first, now } = plan;
  await db.query(
    `insert into digests (tenant, person, slot, state, attempts, next_at,
       told_seq, told_at, upto_seq, upto_at)
     select $1, w.person, w.slot, case when w.cadence = 'never' then 'dropped' else 'waiting' end, 0,
       $5::timestamptz, case when w.cadence = 'never' then l.last else l.first end,
       case when w.cadence = 'never' then $6::timestamptz else $7::timestamptz end, l.last, $6::timestamptz
     from (select p.id as person, coalesce(c.digest, $2::text) as cadence,
         case when coalesce(c.digest, $2::text) = 'weekly' then $4::text else $3::text end as slot
       from people p left join preferences c on c.tenant = $1 and c.person = p.id
       where p.tenant = $1 and p.active and p.profile -> 'emails' ->> 0 is not null) as w
     cross join (select
       coalesce((select seq from messages where tenant = $1 order by seq desc limit 1), 0) as last,
       coalesce((select seq from messages where tenant = $1 and person is not null
         and posted_at <= $7::timestamptz order by seq desc limit 1), 0) as first) as l
     order by w.person
     on conflict (tenant, person) do update set slot = excluded.slot, state = excluded.state,
       attempts = 0, next_at = excluded.next_at, upto_seq = excluded.upto_seq,
       upto_at = excluded.upto_at, settled_at = null,
       told_seq = case when excluded.state = 'dropped' then excluded.upto_seq else digests.told_seq end,
       told_at = case when excluded.state = 'dropped' then excluded.upto_at else digests.told_at end
     where digests.slot < excluded.slot
       and (digests.state <> 'waiting' or digests.next_at <= excluded.next_at)`,
    [tenant, cadence, slots.daily, slots.weekly, now, upto, first],
  );
}

/** Takes digests that are due, the oldest first. Nobody else takes them before `until`. */
export async function takeDigests(
  db: Queryable,
  tenant: string,
  { now, until, limit, cadence }: { now: string; until: string; limit: number; cadence: Cadence },
): Promise<Digest[]> {
  return db.query<Digest>(
    `update digests d set next_at = $3::timestamptz, attempts = d.attempts + 1
     from (select person from digests
       where tenant = $1 and state = 'waiting' and next_at <= $2::timestamptz
       order by next_at, person limit $4 for update skip locked) as due
     where d.tenant = $1 and d.person = due.person
     returning d.person, d.slot, d.attempts, d.told_seq as "toldSeq", d.upto_seq as "uptoSeq",
       d.told_at as "toldAt", d.upto_at as "uptoAt", coalesce((select c.digest from preferences c
         where c.tenant = $1 and c.person = d.person), $5::text) as cadence`,
    [tenant, now, until, limit, cadence],
  );
}

/** Ends a digest. What it told, or what nobody wanted to be told, is not told again; what was refused is told by the next. */
export async function endDigest(
  db: Queryable,
  tenant: string,
  { person, slot }: Pick<Digest, 'person' | 'slot'>,
  ending: DigestEnding,
  at: string,
): Promise<void> {
  const isTold = ending === 'refused' ? '' : ', told_seq = upto_seq, told_at = upto_at';
  await db.query(
    `update digests set state = $4, settled_at = $5${isTold}
     where tenant = $1 and person = $2 and slot = $3 and state = 'waiting'`,
    [tenant, person, slot, ending, at],
  );
}

/** Has a digest tried again, not before `at`. */
export async function postponeDigest(
  db: Queryable,
  tenant: string,
  { person, slot }: Pick<Digest, 'person' | 'slot'>,
  at: string,
): Promise<void> {
  await db.query(
    `update digests set next_at = $4
     where tenant = $1 and person = $2 and slot = $3 and state = 'waiting'`,
    [tenant, person, slot, at],
  );
}
