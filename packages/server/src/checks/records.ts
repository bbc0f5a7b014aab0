import type { CheckAttempt } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** A try as stored. */
export interface StoredAttempt {
  person: string;
  bodyHash: string;
  answer: CheckAttempt;
}

/** One try by id. */
export async function findAttempt(
  db: Queryable,
  tenant: string,
  id: string,
): Promise<StoredAttempt | undefined> {
  const [row] = await db.query<Omit<StoredAttempt, 'answer'> & { answer: string }>(
    `select person, body_hash as "bodyHash", answer from check_attempts where tenant = $1 and id = $2`,
    [tenant, id],
  );
  return row && { ...row, answer: JSON.parse(row.answer) as CheckAttempt };
}

/** What tries count for: one person, pack and version of a policy. */
export interface CheckKey {
  person: string;
  pack: string;
  policy: string;
  version: number;
}

/** When it was taken, RFC 3339 UTC. */
export async function attemptTimes(
  db: Queryable,
  tenant: string,
  { person, pack, policy, version }: CheckKey,
): Promise<string[]> {
  const rows = await db.query<{ at: string }>(
    `select recorded_at as at from check_attempts
     where tenant = $1 and person = $2 and policy = $3 and version = $4 and pack = $5`,
    [tenant, person, policy, version, pack],
  );
  return rows.map(({ at }) => at);
}

/** Stores a try. */
export async function insertAttempt(
  tx: Queryable,
  tenant: string,
  { person, pack, policy, version }: CheckKey,
  bodyHash: string,
  answer: CheckAttempt,
): Promise<void> {
  await tx.query(
    `insert into check_attempts (tenant, id, person, pack, policy, version, recorded_at, correct,
       questions, passed, body_hash, answer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tenant, answer.id, person, pack, policy, version, answer.recordedAt],
      ...[answer.right, answer.of, answer.passed, bodyHash, JSON.stringify(answer)],
    ],
  );
}
