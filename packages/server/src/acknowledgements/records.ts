import type { AcknowledgementDraft, Person } from '@heed/contract';
import type { Pass } from '../checks/rules.js';
import type { Queryable } from '../storage/database.js';

/** A recorded acknowledgement as stored; its receipt may still have to be drawn from the log. */
export interface StoredAcknowledgement {
  id: string;
  person: string;
  policy: string;
  version: number;
  contentHash: string;
  language: string;
  statementHash: string;
  /** RFC 3339 UTC. */
  recordedAt: string;
  receipt: string | null;
}

const columns = `id, person, policy, version, content_hash as "contentHash", language,
  statement_hash as "statementHash", recorded_at as "recordedAt", receipt`;

/** What an idempotency key was used for. */
export interface UsedKey {
  bodyHash: string;
  status: 200 | 201;
  /** Id of the acknowledgement that it was answered with. */
  acknowledgement: string;
}

/** What is known before an act is recorded. */
export interface Known {
  /** Revision of the tenant's content; null before anything was published. */
  revision: number | null;
  /** What the person's key was used for before. */
  used: UsedKey | null;
  /** Id of the one acknowledgement of this person, version and statement (ACK-3). */
  first: string | null;
  /** The person as they are now: they may have left or moved while the request was on its way. */
  person: Person | null;
  /** Their passed knowledge checks about the policy. */
  passes: Pass[];
}

/** An act of which something may be known before. */
export interface Asked {
  /** Id of the person. */
  person: string;
  /** The Idempotency-Key. */
  key: string;
  draft: AcknowledgementDraft;
}

/** Reads in one statement all that the decisions about some acts depend on, in the order of the acts. */
export async function findKnown(
  tx: Queryable,
  tenant: string,
  acts: readonly Asked[],
): Promise<Known[]> {
  return tx.query<Known>(
    `select
       (select revision from contents where tenant = $1) as revision,
       (select jsonb_build_object('bodyHash', body_hash, 'status', status,
          'acknowledgement', acknowledgement)
        from idempotency_keys k where k.tenant = $1 and k.person = act.person and k.key = act.key)
         as used,
       (select id from acknowledgements a where a.tenant = $1 and a.person = act.person
          and a.policy = act.policy and a.version = act.version
          and a.statement_hash = act.statement) as first,
       (select profile from people p where p.tenant = $1 and p.id = act.person) as person,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'pack', pack, 'policy', policy,
          'version', version, 'right', correct, 'of', questions)), '[]')
        from check_attempts c where c.tenant = $1 and c.person = act.person
          and c.policy = act.policy and c.passed) as passes
     from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) with ordinality
       as act (person, key, policy, version, statement, place)
     order by place`,
    [
      tenant,
      acts.map(({ person }) => person),
      acts.map(({ key }) => key),
      acts.map(({ draft }) => draft.policy),
      acts.map(({ draft }) => draft.version),
      acts.map(({ draft }) => draft.statementHash),
    ],
  );
}

/** Remembers what the key was used for. */
export async function insertKey(
  tx: Queryable,
  tenant: string,
  person: string,
  key: string,
  used: UsedKey & { at: string },
): Promise<void> {
  await tx.query(
    `insert into idempotency_keys (tenant, person, key, body_hash, status, acknowledgement, used_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant, person, key, used.bodyHash, used.status, used.acknowledgement, used.at],
  );
}

/** One acknowledgement by id. */
export async function findAcknowledgement(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredAcknowledgement | undefined> {
  const rows = await db.query<StoredAcknowledgement>(
    `select ${columns} from acknowledgements where tenant = $1 and id = $2`,
    [tenant, id],
  );
  return rows[0];
}

/** A new acknowledgement, and what its key was used for. */
export interface NewAcknowledgement {
  row: Omit<StoredAcknowledgement, 'receipt'>;
  key: string;
  bodyHash: string;
}

/** Stores new acknowledgements and what their keys were used for, in one statement. */
export async function insertAcknowledgements(
  tx: Queryable,
  tenant: string,
  added: readonly NewAcknowledgement[],
): Promise<void> {
  const column = <K extends keyof NewAcknowledgement['row']>(name: K) =>
    added.map(({ row }) => row[name]);
  await tx.query(
    `with added as (
       select * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[],
         $8::text[], $9::timestamptz[], $10::text[], $11::text[])
       as a (id, person, policy, version, content_hash, language, statement_hash, recorded_at, key,
         body_hash)
     ), recorded as (
       insert into acknowledgements (tenant, id, person, policy, version, content_hash, language,
         statement_hash, recorded_at)
       select $1, id, person, policy, version, content_hash, language, statement_hash, recorded_at
       from added)
     insert into idempotency_keys (tenant, person, key, body_hash, status, acknowledgement, used_at)
     select $1, person, key, body_hash, 201, id, recorded_at from added`,
    [
      tenant,
      column('id'),
      column('person'),
      column('policy'),
      column('version'),
      column('contentHash'),
      column('language'),
      column('statementHash'),
      column('recordedAt'),
      added.map(({ key }) => key),
      added.map(({ bodyHash }) => bodyHash),
    ],
  );
}

/** Acknowledgements, newest first, before the given place. `person` undefined: everybody's. */
export async function listAcknowledgements(
  db: Queryable,
  tenant: string,
  page: {
    person: string | undefined;
    policy: string | undefined;
    before: { recordedAt: string; id: string } | undefined;
    limit: number;
  },
): Promise<StoredAcknowledgement[]> {
  return db.query<StoredAcknowledgement>(
    `select ${columns} from acknowledgements
     where tenant = $1 and ($2::text is null or person = $2) and ($3::text is null or policy = $3)
       and ($4::timestamptz is null or (recorded_at, id) < ($4::timestamptz, $5::text))
     order by recorded_at desc, id desc limit $6`,
    [
      tenant,
      page.person ?? null,
      page.policy ?? null,
      page.before?.recordedAt ?? null,
      page.before?.id ?? null,
      page.limit,
    ],
  );
}

/** Keeps a receipt that was drawn from the log, so that lists need not draw it again. */
export async function keepReceipt(
  db: Queryable,
  tenant: string,
  id: string,
  receipt: string,
): Promise<void> {
  await db.query(
    'update acknowledgements set receipt = $3 where tenant = $1 and id = $2 and receipt is null',
    [tenant, id, receipt],
  );
}
