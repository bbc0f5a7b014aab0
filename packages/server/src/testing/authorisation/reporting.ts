import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Session } from '../office.js';

/** What the person reported: every id says whose it is. */
export const reportedBy = (userName: string) => ({
  ...{ incident: `${userName}-incident`, answer: `${userName}-answer` },
  ...{ report: `${userName}-incident`, unlock: `${userName}-unlock` },
  ...{ claim: `${userName}-claim`, claimAnswer: `${userName}-claim-answer` },
  notification: `${userName}-notification`,
});

/** What a report says, the same whenever it is sent under that id. */
export const reportBody = (incident: string) => ({
  ...{ noticed: `Seen: ${incident}`, confidential: true },
});

/** The code of a claim, and what it says; the same whenever it is sent under that id. */
export const claimBody = (claim: string) => ({
  code: BigInt(`0x${createHash('sha256').update(claim).digest('hex')}`)
    .toString()
    .slice(0, 16),
  noticed: `Seen: ${claim}`,
});

/** Lets somebody report without a name, and add to it. */
export async function claim(session: Session, userName: string): Promise<void> {
  const { claim: id, claimAnswer } = reportedBy(userName);
  const { code, noticed } = claimBody(id);
  const made = await session.send('PUT', `/v1/claims/${id}`, { language: 'en', noticed, code });
  assert.equal(made.status, 200, made.text);
  const said = { code, text: 'More' };
  const added = await session.send('PUT', `/v1/claims/answers/${claimAnswer}`, said);
  assert.equal(added.status, 200, added.text);
}

/** Why somebody wants to see who reported. */
export const reason = 'They have to be told.';

/** Lets somebody who handles reports see who made one. */
export async function unlock(session: Session, userName: string): Promise<void> {
  const { incident, unlock: id } = reportedBy(userName);
  const seen = await session.send('PUT', `/v1/unlocks/${id}`, { incident, reason });
  assert.equal(seen.status, 200, seen.text);
}

/** What was sent because of a report, the same whenever it is sent under that id. */
export const sentBody = {
  ...{ clock: 'gdpr-notification', authority: 'An authority', reference: '7/26' },
  sentAt: '2026-11-24T09:00:00.000Z',
} as const;

/** Lets somebody who handles reports record that something was sent because of one. */
export async function notify(session: Session, userName: string): Promise<void> {
  const { incident, notification } = reportedBy(userName);
  const draft = { incident, ...sentBody, text: `A word of ${userName}` };
  const sent = await session.send('PUT', `/v1/notifications/${notification}`, draft);
  assert.equal(sent.status, 200, sent.text);
}

/** Lets the person report something. */
export async function report(session: Session, incident: string): Promise<void> {
  const draft = { language: 'en', ...reportBody(incident) };
  const made = await session.send('PUT', `/v1/incidents/${incident}`, draft);
  assert.equal(made.status, 200, made.text);
}

/** Lets the person report something, and add to it. */
export async function reportAndAdd(session: Session, userName: string): Promise<void> {
  const { incident, answer } = reportedBy(userName);
  await report(session, incident);
  const draft = { incident, text: `A word of ${userName}` };
  const added = await session.send('PUT', `/v1/answers/${answer}`, draft);
  assert.equal(added.status, 200, added.text);
}
