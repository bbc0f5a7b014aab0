import type { ReadingDraft } from '@heed/contract';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import type { Queryable } from '../storage/database.js';
import { visiblePolicy, visibleVersion } from '../policies/visible.js';
import { sectionIds } from '../versions/records.js';
import { lockSession, noteProgress, saveSession, sessionsOf, type ReadingKey } from './records.js';
import { complete, displayedSections, further, merge, placed, type Session } from './rules.js';

const anotherText = () =>
  new Failure(
    'content-mismatch',
    'This sitting is with another text. Read the version again and begin a new sitting.',
  );

type Known = Session & ReadingKey;

function sameText(known: Known, draft: ReadingDraft): boolean {
  return (
    known.policy === draft.policy &&
    known.version === draft.version &&
    known.contentHash === draft.contentHash
  );
}

function sitting(
  session: string,
  draft: ReadingDraft,
  ids: readonly string[],
  known: Known | undefined,
  receivedAt: string,
): Session {
  const last = placed(draft.last, ids);
  const furthest = further(known?.furthest, placed(draft.furthest, ids));
  return {
    session,
    language: draft.language,
    contentHash: draft.contentHash,
    sequence: draft.sequence,
    startedAt: draft.startedAt,
    receivedAt,
    method: draft.method,
    sections: displayedSections(draft.sections, ids),
    ...(last && draft.last && { last: draft.last }),
    ...(furthest && { furthest }),
    ...(draft.device !== undefined && { device: draft.device }),
  };
}

async function store(
  tx: Queryable,
  tenant: string,
  key: ReadingKey,
  next: (known: Known | undefined) => Session | undefined,
  { session, ids }: { session: string; ids: readonly string[] },
): Promise<Session[]> {
  const known = await lockSession(tx, tenant, session);
  if (known && known.person !== key.person) {
    throw new Failure('not-found', 'You have no sitting with this id. Begin a new one.');
  }
  const changed = next(known);
  if (changed) await saveSession(tx, tenant, key, changed);
  const sessions = await sessionsOf(tx, tenant, key);
  if (changed && changed.sections.length > 0) {
    const same = sessions.filter(({ contentHash }) => contentHash === changed.contentHash);
    await noteProgress(tx, tenant, key, changed.receivedAt, complete(same, ids));
  }
  return sessions;
}

/** What was displayed, and where the person is. */
export function readingRoutes(backend: Backend): Routes<'readings'> {
  const { db, clock } = backend;
  return {
    async read({ caller, params: { policy, version } }) {
      await visibleVersion(backend, caller, { policy, version });
      const key = { person: caller.person.id, policy, version };
      const sessions = await sessionsOf(db, caller.tenant, key);
      return { status: 200, body: merge(policy, version, sessions) };
    },
    async record({ caller, params, body: draft }) {
      const { policy, version } = draft;
      await visiblePolicy(backend, caller, policy);
      const ids = await sectionIds(db, caller.tenant, draft);
      if (!ids) throw anotherText();
      const key = { person: caller.person.id, policy, version };
      const receivedAt = clock().toISOString();
      const sessions = await db.transaction((tx) =>
        store(
          tx,
          caller.tenant,
          key,
          (known) => {
            if (known && !sameText(known, draft)) throw anotherText();
            if (known && known.sequence >= draft.sequence) return undefined;
            return sitting(params.session, draft, ids, known, receivedAt);
          },
          { session: params.session, ids },
        ),
      );
      return { status: 200, body: merge(policy, version, sessions) };
    },
  };
}
