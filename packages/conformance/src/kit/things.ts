import { randomUUID } from 'node:crypto';
import type { Session } from './session.js';
import { draftFor, type Trial } from './trial.js';
import { canaries, cast, company, hashOf } from './world.js';

/** Everything that a request can name. */
export interface Things {
  person: string;
  policy: string;
  version: number;
  contentHash: string;
  language: string;
  /** Content hash of a picture. */
  image: string;
  /** Hash of a statement that is asked of others. */
  statement: string;
  pack: string;
  assignment: string;
  /** Hash of the questions of its check. */
  questions: string;
  acknowledgement: string;
}

/** Whose a thing is: the caller's, another person's, of another tenant, not there, or a policy that nobody is asked for. */
export type Whose =
  ('own' | 'other' | 'foreign' | 'absent' | 'everybody') | ('public' | 'internal' | 'restricted');

/** The roles who ask. */
export type Asker = 'staff' | 'supplier' | 'isms-manager' | 'auditor';

const zeros = `sha256:${'0'.repeat(64)}`;

const absent = (): Things => ({
  ...{ person: 'not-there', policy: 'not-there', version: 1, language: 'en', pack: 'not-there' },
  ...{ contentHash: zeros, image: zeros, statement: zeros, questions: zeros },
  ...{ assignment: 'not-there', acknowledgement: randomUUID() },
});

/** The text of a policy, as those who oversee see it. */
async function textOf(auditor: Session, policy: string) {
  const { version, documents } = (await auditor.ask('policies.read', { policy })).success();
  const [document] = documents;
  return {
    ...{ policy, version },
    ...{ contentHash: document?.contentHash ?? zeros, language: document?.language ?? 'en' },
  };
}

/** What somebody has by being asked: an assignment with a check, and an acknowledgement. */
async function traces(session: Session, acknowledged: string) {
  const { id: person } = (await session.ask('me.read', {})).success();
  const all = await session.all('assignments.list', {});
  const quiz = all.find(({ check }) => check);
  const act = all.find(({ policy }) => policy.id === acknowledged);
  const questions = quiz
    ? (await session.ask('checks.read', { assignment: quiz.id })).success().hash
    : zeros;
  const key = { 'Idempotency-Key': randomUUID() };
  const acknowledgement = act
    ? (await session.ask('acknowledgements.create', draftFor(act), key)).success().id
    : 'none';
  const statement = act?.statement?.hash ?? zeros;
  return { person, assignment: quiz?.id ?? 'none', questions, acknowledgement, statement };
}

/** What there is in the two tenants that the set-up profile made, by who asks and whose it is. */
export async function things(t: Trial): Promise<(role: Asker, whose: Whose) => Things> {
  const auditor = t.named(cast.auditor);
  const text = {
    conduct: await textOf(auditor, 'conduct'),
    visits: await textOf(auditor, 'visits'),
    public: await textOf(auditor, 'notice'),
    internal: await textOf(auditor, 'house'),
    restricted: await textOf(auditor, 'board'),
    other: await textOf(auditor, 'vault'),
    foreign: await textOf(t.elsewhere.as(cast.auditor), 'vault'),
  };
  const image = hashOf(company(canaries.own).policies[0]?.versions[0]?.images[0] ?? {});
  const theirs = await traces(t.named(cast.colleague), 'vault');
  const strange = await traces(t.elsewhere.as(cast.colleague), 'vault');
  const ids = new Map<Asker, string>();
  for (const role of ['staff', 'supplier', 'isms-manager', 'auditor'] as const) {
    ids.set(role, (await t.named(cast[role]).ask('me.read', {})).success().id);
  }
  return (role, whose) => {
    const person = ids.get(role) ?? '';
    const mine = role === 'supplier' ? text.visits : text.conduct;
    const base: Things = { ...absent(), person, image, statement: theirs.statement };
    const made: Record<Whose, Things> = {
      own: { ...base, ...mine, pack: 'basics' },
      other: { ...base, ...text.other, ...theirs, pack: 'vaults' },
      foreign: { ...base, ...text.foreign, ...strange },
      absent: absent(),
      everybody: { ...base, person: '*' },
      public: { ...base, ...text.public },
      internal: { ...base, ...text.internal },
      restricted: { ...base, ...text.restricted },
    };
    return made[whose];
  };
}
