import { findAnswer, insertAnswer } from '../answers/records.js';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { StoredIncident } from '../incidents/records.js';
import { noIncident } from '../incidents/visible.js';
import type { Decided } from '../log/decided.js';
import { reused } from '../messages/post.js';
import { hashOf } from '../publishing/hashes.js';
import type { Queryable } from '../storage/database.js';

/** What whoever holds the code of a report says. */
interface Answering {
  tenant: string;
  /** Id that the device gave it. */
  id: string;
  incident: StoredIncident;
  text: string;
}

async function decide(
  tx: Queryable,
  at: string,
  { tenant, id, incident, text }: Answering,
): Promise<Decided<true>> {
  const bodyHash = hashOf(text);
  const earlier = await findAnswer(tx, tenant, id);
  const isTheirs = earlier?.incident === incident.id && earlier.person === null;
  if (earlier && !isTheirs) return noIncident();
  if (earlier) return earlier.bodyHash === bodyHash ? { result: true, events: [] } : reused();
  await insertAnswer(tx, tenant, {
    ...{ id, incident: incident.id, side: 'reporter', person: null, authorName: null },
    ...{ recordedAt: at, text, attachments: null, internal: false, bodyHash },
  });
  const record = {
    ...{ tenant, incident: { id: incident.id }, answer: { id } },
    ...{ textHash: bodyHash, recordedAt: at },
  };
  const event = { type: 'isms.incident.answered', record, personId: undefined, subject: id };
  return { result: true, events: [event] };
}

/**
 * Records what whoever holds the code of a report says, once. Resolves after the commit.
 *
 * @throws {Failure} when it is refused.
 */
export async function answerClaimed({ log }: Pick<Backend, 'log'>, one: Answering): Promise<void> {
  const { result } = await log.write<true | Failure>(one.tenant, async (tx, at) => {
    const decided = await decide(tx, at, one);
    return decided instanceof Failure ? { result: decided, events: [] } : decided;
  });
  if (result instanceof Failure) throw result;
}
