import type { Message, ReactionsDraft } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** What somebody says of a message with one press. */
export type Reaction = ReactionsDraft['reactions'][number];

/** Every one of them, in the order in which they are told. */
const all: readonly Reaction[] = ['thanks', 'question'];

/** What is told of reactions to a message. */
type Reacted = Pick<Message, 'reactions' | 'reacted'>;

/**
 * What is said of messages, by id.
 *
 * @param person whose own are told; nobody’s when absent.
 */
export async function reactionsTo(
  db: Queryable,
  tenant: string,
  messages: readonly string[],
  person?: string,
): Promise<Map<string, Reacted>> {
  if (messages.length === 0) return new Map();
  const rows = await db.query<{ message: string; reaction: Reaction; count: number; own: boolean }>(
    `select message, reaction, count(*)::int as count, bool_or(person = $3) as own
     from reactions where tenant = $1 and message = any($2::text[])
     group by message, reaction`,
    [tenant, messages, person ?? ''],
  );
  const told = new Map<string, Reacted>();
  for (const { message, reaction, count } of rows) {
    const one = told.get(message) ?? {};
    one.reactions = { thanks: 0, question: 0, ...one.reactions, [reaction]: count };
    told.set(message, one);
  }
  for (const [message, one] of told) {
    const own = rows.filter((row) => row.message === message && row.own);
    const reacted = all.filter((each) => own.some(({ reaction }) => reaction === each));
    if (reacted.length > 0) one.reacted = reacted;
  }
  return told;
}

/** What one person says of a message, in the order in which it is told. */
export async function reactionsOf(
  db: Queryable,
  tenant: string,
  message: string,
  person: string,
): Promise<Reaction[]> {
  const rows = await db.query<{ reaction: Reaction }>(
    'select reaction from reactions where tenant = $1 and message = $2 and person = $3',
    [tenant, message, person],
  );
  return all.filter((each) => rows.some(({ reaction }) => reaction === each));
}

/** Puts what one person says from now on in place of what they said; since when stays where it is the same. */
export async function replaceReactions(
  tx: Queryable,
  tenant: string,
  { message, person, at }: { message: string; person: string; at: string },
  reactions: readonly Reaction[],
): Promise<void> {
  await tx.query(
    `delete from reactions
     where tenant = $1 and message = $2 and person = $3 and reaction <> all($4::text[])`,
    [tenant, message, person, reactions],
  );
  await tx.query(
    `insert into reactions (tenant, message, person, reaction, since)
     select $1, $2, $3, one, $5 from unnest($4::text[]) as r (one) on conflict do nothing`,
    [tenant, message, person, reactions, at],
  );
}

/** Somebody with a question. */
export interface AskingPerson {
  person: string;
  displayName: string;
  since: string;
}

/** Active people who have a question about a message, whoever asked first being first. */
export async function listAsking(
  db: Queryable,
  tenant: string,
  message: string,
  page: { after: readonly [since: string, person: string] | undefined; limit: number },
): Promise<AskingPerson[]> {
  const [since, person] = page.after ?? [null, null];
  return db.query<AskingPerson>(
    `select r.person, p.profile ->> 'displayName' as "displayName", r.since
     from reactions r join people p on p.tenant = $1 and p.id = r.person
     where r.tenant = $1 and r.message = $2 and r.reaction = 'question' and p.active
       and ($3::timestamptz is null or (r.since, r.person) > ($3::timestamptz, $4::text))
     order by r.since, r.person limit $5`,
    [tenant, message, since, person, page.limit],
  );
}
