import type { TaskDraft } from '@heed/contract';
import type { JsonObject } from '@heed/evidence';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { decided, type Decided, type Grounds } from '../log/decided.js';
import { shownHtml } from '../messages/markdown.js';
import { reused } from '../messages/post.js';
import { insertTaskNotices } from '../notices/records.js';
import { findPeople } from '../people/records.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { insertDeliveries } from '../webhooks/records.js';
import { hooksForTask } from '../webhooks/rules.js';
import { findTask, insertTask, type StoredTask } from './records.js';
import { misfits, moment, refusal } from './rules.js';
import { noTask } from './visible.js';

/** What is to be asked. */
export interface Asking {
  caller: Caller;
  /** Id that the device gave it. */
  id: string;
  draft: TaskDraft;
}

function recordOf(
  { tenant, person }: Caller,
  { id, language, title, text, dueAt, audience, askedAt }: StoredTask,
  people: readonly string[],
): JsonObject {
  return {
    ...{ id, tenant, language, title, text },
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    ...(dueAt !== null && { dueAt }),
    ...(audience !== null && { audience }),
    ...(people.length > 0 && { people: [...people] }),
    recordedAt: askedAt,
  };
}

async function decide(
  { tx, at, catalogue, caller }: Grounds,
  { id, draft }: Asking,
  mails: boolean,
): Promise<Decided<StoredTask>> {
  const { tenant, person } = caller;
  const bodyHash = hashOf(canonicalText(draft));
  const earlier = await findTask(tx, tenant, id);
  if (earlier?.person === person.id) {
    return earlier.bodyHash === bodyHash ? { result: earlier, events: [] } : reused();
  }
  const people = [...new Set(draft.people)];
  // Who may not ask learns nothing of what others ask.
  const refused = refusal(catalogue, caller, draft, await findPeople(tx, tenant, people));
  if (refused) return refused;
  if (earlier) return noTask();
  const { text = '', audience = null, dueAt } = draft;
  const task = await insertTask(
    tx,
    tenant,
    {
      ...{ id, person: person.id, authorName: person.displayName, askedAt: at },
      ...{ language: draft.language, title: draft.title, text, html: shownHtml(text) },
      dueAt: dueAt === undefined ? null : (moment(dueAt) ?? null),
      ...{ audience, bodyHash },
    },
    people,
  );
  if (mails && people.length > 0) {
    await insertTaskNotices(tx, tenant, { task: id, people, author: person.id, at });
  }
  const hooks = hooksForTask(catalogue.webhooks, catalogue.channels, audience);
  await insertDeliveries(tx, tenant, { hooks, kind: 'task', message: id, at });
  const record = recordOf(caller, task, people);
  const event = { type: 'isms.task.asked', record, personId: person.id, subject: id };
  return { result: task, events: [event] };
}

/**
 * Asks people to do something, or finds what was asked under the id. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function ask(
  backend: Pick<Backend, 'log' | 'catalogue' | 'mails'>,
  one: Asking,
): Promise<StoredTask> {
  const errors = misfits(one.draft);
  if (errors.length > 0) throw new Failure('invalid', 'Nothing was asked.', { errors });
  const { result } = await decided(backend, one.caller, (grounds) =>
    decide(grounds, one, backend.mails === true),
  );
  return result;
}
