import type { Person } from '@heed/contract';
import type { Queryable } from '../storage/database.js';
import type { Situation } from './rules.js';

/** One row of what assignments follow from; what a kind does not have is null. */
interface Row {
  kind: 'entered' | 'settled' | 'displayed' | 'passed';
  /** The audience, the acknowledgement or the attempt. */
  id: string;
  policy: string;
  version: number;
  hash: string;
  /** Right answers, of so many. */
  correct: number;
  questions: number;
  pack: string;
  at: string;
  complete: string | null;
}

/** Reads everything about a person that their assignments follow from: in one statement, because every page asks. */
export async function situationOf(
  db: Queryable,
  tenant: string,
  person: Person,
): Promise<Situation> {
  const rows = await db.query<Row>(
    `select 'settled' as kind, id, policy, version, statement_hash as hash, recorded_at as at,
         null::timestamptz as complete, null::int as correct, null::int as questions, null as pack
       from acknowledgements where tenant = $1 and person = $2
     union all
     select 'displayed', null, policy, version, null, began_at, complete_at,
         null, null, null
       from readings where tenant = $1 and person = $2
     union all
     select 'passed', id, policy, version, null, recorded_at, null, correct, questions, pack
       from check_attempts where tenant = $1 and person = $2 and passed
     union all
     select 'entered', audience, null, null, null, entered_at, null, null, null, null
       from memberships where tenant = $1 and person = $2 and left_at is null
     order by version desc`,
    [tenant, person.id],
  );
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  return {
    person,
    entered: new Map(of('entered').map(({ id, at }) => [id, at])),
    acknowledgements: of('settled').map(({ id, policy, version, hash, at }) => ({
      ...{ id, policy, version, statementHash: hash, recordedAt: at },
    })),
    passes: of('passed').map(({ id, pack, policy, version, correct, questions }) => ({
      ...{ id, pack, policy, version, right: correct, of: questions },
    })),
    displayed: of('displayed').map(({ policy, version, at, complete }) => ({
      ...{ policy, version, since: at },
      ...(complete !== null && { completeAt: complete }),
    })),
  };
}
