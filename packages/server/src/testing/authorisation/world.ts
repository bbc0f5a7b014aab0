import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AcknowledgementDraft, Assignment } from '@heed/contract';
import {
  acknowledge,
  assignments,
  draftFor,
  openOffice,
  takeCheck,
  type Office,
  type Session,
} from '../office.js';
import type { DatabaseLocation } from '../../storage/database.js';
import { unlimited } from '../../http/limits.js';
import { picture } from '../content.js';
import { askedOf, askFor, comment } from './asking.js';
import { crowd, foreignContent, foreignWord, otherWord, ownContent } from './content.js';
import { insiders, type Whose } from './decisions.js';
import { filed, hand } from './files.js';
import { wonder } from './reacting.js';
import { claim, notify, report, reportAndAdd, reportedBy, unlock } from './reporting.js';
import { alarm, said, speak } from './talk.js';

/** Everything that a request of the contract can name. */
export interface Things {
  person: string;
  userName: string;
  policy: string;
  version: number;
  contentHash: string;
  /** Content hash of a picture of that version. */
  image: string;
  statementHash: string;
  pack: string;
  acknowledgement: string;
  session: string;
  assignment: string;
  /** Id of a try at its check. */
  attempt: string;
  /** Of the questions of the check. */
  hash: string;
  channel: string;
  /** A message of the person in that channel. */
  message: string;
  /** An alert in it. */
  alert: string;
  /** A change of that message. */
  revision: string;
  /** A task that is asked of the person. */
  task: string;
  /** A comment of the person about their part of it. */
  step: string;
  /** The audience of which it is asked. */
  audience: string;
  /** Their attachment. */
  attachment: string;
  /** The id under which they declare one. */
  file: string;
  /** A report of the person. */
  incident: string;
  /** The id under which they report. */
  report: string;
  /** What they added to it. */
  answer: string;
  /** By which somebody who handles reports sees that it was them. */
  unlock: string;
  /** A report of theirs that has no name. */
  claim: string;
  /** What they added to that. */
  claimAnswer: string;
  /** What somebody who handles reports sent because of theirs. */
  notification: string;
  /** What a message names. */
  attachments?: readonly string[];
  /** A message to reply to, or to list the replies of. */
  thread?: string;
}

/** Two tenants in which everybody has acknowledged, read and left a trace. */
export interface World {
  office: Office;
  /** What the request of this person names. */
  things(caller: string, whose: Whose): Things;
  /** What must not occur in an answer to anybody who may not see the other person. */
  otherCanaries: readonly string[];
  /** What must not occur in any answer. */
  foreignCanaries: readonly string[];
}

function asked(list: readonly Assignment[], policy: string): Assignment {
  const found = list.find((each) => each.policy.id === policy);
  assert.ok(found, `${policy} is asked`);
  return found;
}

/** A text of the policy, as the person sees it, whether it is asked of them or not. */
async function textOf(session: Session, policy: string): Promise<string> {
  const { body } = await session.get<{ documents: { contentHash: string }[] }>(
    `/v1/policies/${policy}`,
  );
  assert.ok(body.documents[0], `${policy} has a text`);
  return body.documents[0].contentHash;
}

/** Lets the person sit down with the text. */
async function read(
  session: Session,
  userName: string,
  sitting: string,
  { policy, version, language, contentHash, clientTime }: AcknowledgementDraft,
): Promise<void> {
  const place = { section: 'aim', quote: `${userName} was here`, offset: 0 };
  const answer = await session.send('PUT', `/v1/readings/${sitting}`, {
    ...{ policy, version, language, contentHash },
    sequence: 1,
    startedAt: clientTime,
    method: 'visual',
    sections: [{ id: 'aim', seconds: 3 }],
    last: place,
    furthest: place,
    device: `desk of ${userName}`,
  });
  assert.equal(answer.status, 200, answer.text);
}

/** The picture in a text of the content, which says whose it is. */
const pictureOf = (policy: string, text = 'first text') => picture(`${policy}, ${text}`);

/** Lets the person display and acknowledge a policy that is asked of them. */
async function settle(
  session: Session,
  userName: string,
  policy: string,
  text?: string,
): Promise<Things> {
  const assignment = asked(await assignments(session), policy);
  const draft = draftFor(assignment);
  const sitting = `${userName}-${policy}`;
  await read(session, userName, sitting, draft);
  const attempt = `${sitting}-try`;
  const taken = await takeCheck(session, assignment, attempt);
  assert.ok(!taken || taken.body.passed, taken?.text);
  const check = await session.get<{ hash?: string }>(`/v1/assignments/${assignment.id}/check`);
  const recorded = await acknowledge(session, draft);
  assert.equal(recorded.status, 201, recorded.text);
  return {
    person: recorded.body.person,
    userName,
    policy,
    version: assignment.version,
    contentHash: draft.contentHash,
    image: pictureOf(policy, text).contentHash,
    statementHash: draft.statementHash,
    pack: assignment.pack.id,
    acknowledgement: recorded.body.id,
    session: sitting,
    assignment: assignment.id,
    attempt,
    hash: check.body.hash ?? '',
    ...said(userName, 'shared-channel', 'shared-alert'),
    ...askedOf(userName, 'shared-task', 'everybody'),
    ...filed(userName),
    ...reportedBy(userName),
  };
}

const absent = (): Things => ({
  person: randomUUID(),
  userName: 'not-there',
  policy: 'not-there',
  version: 1,
  contentHash: `sha256:${'0'.repeat(64)}`,
  image: `sha256:${'0'.repeat(64)}`,
  statementHash: `sha256:${'0'.repeat(64)}`,
  pack: 'not-there',
  acknowledgement: randomUUID(),
  session: randomUUID(),
  assignment: 'not-there',
  attempt: randomUUID(),
  hash: `sha256:${'0'.repeat(64)}`,
  channel: 'not-there',
  message: randomUUID(),
  alert: randomUUID(),
  revision: randomUUID(),
  task: randomUUID(),
  step: randomUUID(),
  audience: 'not-there',
  attachment: randomUUID(),
  file: randomUUID(),
  incident: randomUUID(),
  report: randomUUID(),
  answer: randomUUID(),
  unlock: randomUUID(),
  claim: randomUUID(),
  claimAnswer: randomUUID(),
  notification: randomUUID(),
});

const hashesAndIds = ({ person, contentHash, image, statementHash, acknowledgement }: Things) => [
  person,
  contentHash,
  image,
  statementHash,
  acknowledgement,
];

/** Each column has one of its own: what somebody of the tenant declares under it is theirs. */
const foreignFile = (caller: string) => `sea-falcon-file-${caller}`;
const foreignReport = (caller: string) => `sea-falcon-report-${caller}`;

/** Each column has one of its own: a sitting that somebody of the tenant has begun is theirs. */
const foreignSitting = (caller: string) => `sea-falcon-sitting-${caller}`;

/** Opens both tenants, and lets everybody leave a trace. */
export async function openWorld(
  location: DatabaseLocation,
  { crowded = false } = {},
): Promise<World> {
  const office = await openOffice(location, ['acme', 'globex']);
  const content = (isInactiveGone: boolean) =>
    crowded ? crowd(ownContent(isInactiveGone)) : ownContent(isInactiveGone);
  await office.publish(content(false));
  await office.publish(foreignContent(), 'globex');
  const own: Record<string, Things> = {};
  for (const name of [...insiders, 'inactive']) {
    own[name] = await settle(await office.as(name), name, 'shared-rules');
  }
  const otter = await office.as('sea-otter');
  const shared = await settle(otter, 'sea-otter', 'shared-rules');
  const other = {
    ...(await settle(otter, 'sea-otter', 'sea-otter-rules', `${otherWord} text`)),
    ...said('sea-otter', 'sea-otter-channel', 'sea-otter-alert'),
    ...askedOf('sea-otter', 'sea-otter-task', 'sea-otters'),
  };
  const stranger = await office.as('stranger', 'globex');
  const homonym = await settle(stranger, 'stranger', 'shared-rules', `${foreignWord} text`);
  const foreign = {
    ...(await settle(stranger, 'stranger', 'sea-falcon-rules', `${foreignWord} text`)),
    ...said('sea-falcon', 'sea-falcon-channel', 'sea-falcon-alert'),
    ...askedOf('sea-falcon', 'sea-falcon-task', 'sea-falcons'),
    ...filed('sea-falcon'),
    ...reportedBy('sea-falcon'),
  };
  for (const name of [...insiders, 'inactive']) {
    await speak(await office.as(name), name, 'shared-channel');
  }
  const asking = await office.as('isms-manager');
  await alarm(asking, 'shared-alert', 'shared-channel');
  await wonder(asking, 'shared-alert');
  const asker = own['isms-manager'] as Things;
  await askFor(asking, 'shared-task', { people: [asker.person], audience: 'everybody' });
  for (const name of [...insiders, 'inactive']) {
    const { task, person } = own[name] as Things;
    await comment(await office.as(name), name, task, person);
  }
  for (const name of [...insiders, 'inactive', 'sea-otter']) {
    await hand(office, 'acme', name, filed(name).attachment, name);
  }
  await speak(otter, 'sea-otter', other.channel, [other.attachment]);
  await alarm(otter, other.alert, other.channel);
  await wonder(otter, other.alert);
  await askFor(otter, other.task, { people: [other.person], audience: other.audience });
  await comment(otter, 'sea-otter', other.task, other.person);
  const unlimitedApp = office.app('acme', { limits: unlimited });
  for (const name of [...insiders, 'inactive', 'sea-otter']) {
    await reportAndAdd(await office.as(name), name);
    await unlock(await office.as('incident-handler'), name);
    await claim(await office.as(name, 'acme', unlimitedApp), name);
    await notify(await office.as('incident-handler'), name);
  }
  for (const id of [foreign.attachment, ...insiders.map(foreignFile)]) {
    await hand(office, 'globex', 'stranger', id, 'sea-falcon');
  }
  await speak(stranger, 'sea-falcon', foreign.channel, [foreign.attachment]);
  await alarm(stranger, foreign.alert, foreign.channel);
  await askFor(stranger, foreign.task, { people: [foreign.person], audience: foreign.audience });
  await comment(stranger, 'sea-falcon', foreign.task, foreign.person);
  await reportAndAdd(stranger, 'sea-falcon');
  for (const name of insiders) await report(stranger, foreignReport(name));
  const flown = draftFor(asked(await assignments(stranger), 'sea-falcon-rules'));
  for (const name of insiders) await read(stranger, 'stranger', foreignSitting(name), flown);
  const overseer = await office.as('auditor');
  const hashOf = {
    public: await textOf(overseer, 'public-notice'),
    internal: await textOf(overseer, 'house-rules'),
    fresh: await textOf(overseer, 'fresh-rules'),
  };
  // Receipts are kept the first time they are listed: afterwards nothing that only reads changes a row.
  await overseer.get('/v1/acknowledgements?person=*&limit=200');
  await stranger.get('/v1/acknowledgements');
  await office.publish(content(true));

  const shown = (policy: string, contentHash: string) => ({
    policy,
    contentHash,
    image: pictureOf(policy).contentHash,
  });
  const things = (caller: string, whose: Whose): Things => {
    const mine = own[caller] ?? (own['employee'] as Things);
    const variants: Partial<Record<Whose, Things>> = {
      other,
      foreign: { ...foreign, file: foreignFile(caller), report: foreignReport(caller) },
      absent: absent(),
      everybody: { ...mine, person: '*' },
      fresh: { ...mine, ...shown('fresh-rules', hashOf.fresh) },
      public: { ...mine, ...shown('public-notice', hashOf.public) },
      internal: { ...mine, ...shown('house-rules', hashOf.internal) },
      'absent version': { ...mine, version: 7 },
      'other text': {
        ...mine,
        policy: 'fresh-rules',
        contentHash: other.contentHash,
        image: other.image,
      },
      'foreign text': { ...mine, contentHash: homonym.contentHash, image: homonym.image },
      'other statement': { ...mine, statementHash: other.statementHash },
      'new sitting': { ...mine, session: randomUUID() },
      'other sitting': { ...mine, session: shared.session },
      'new try': { ...mine, attempt: randomUUID() },
      'other try': { ...mine, attempt: shared.attempt },
      'new message': { ...mine, message: randomUUID() },
      'new task': { ...mine, task: randomUUID() },
      'new step': { ...mine, step: randomUUID() },
      'new report': { ...mine, report: randomUUID() },
      'new answer': { ...mine, answer: randomUUID() },
      'new notification': { ...mine, notification: randomUUID() },
      'other report': { ...mine, answer: randomUUID(), incident: other.incident },
      'new change': { ...mine, revision: randomUUID() },
      'other message': { ...mine, message: 'inactive-message', revision: randomUUID() },
      'other file': { ...mine, message: randomUUID(), attachments: ['inactive-attachment'] },
      'other thread': { ...mine, message: randomUUID(), thread: other.message },
      'foreign sitting': { ...mine, session: foreignSitting(caller) },
    };
    return variants[whose] ?? mine;
  };
  return {
    office,
    things,
    otherCanaries: [
      otherWord,
      pictureOf('sea-otter-rules', `${otherWord} text`).data,
      ...hashesAndIds(other),
      shared.acknowledgement,
    ],
    foreignCanaries: [
      foreignWord,
      pictureOf('sea-falcon-rules', `${foreignWord} text`).data,
      pictureOf('shared-rules', `${foreignWord} text`).data,
      ...hashesAndIds(foreign),
      homonym.contentHash,
      homonym.acknowledgement,
    ],
  };
}
