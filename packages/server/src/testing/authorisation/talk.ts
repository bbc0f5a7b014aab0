import assert from 'node:assert/strict';
import { canonicalText, hashOf } from '../../publishing/hashes.js';
import type { Session } from '../office.js';

/** What the person has in a channel: every id says whose it is. */
export const said = (userName: string, channel: string, alert: string) => ({
  ...{ channel, alert, message: `${userName}-message`, revision: `${userName}-revision` },
});

/** Lets the person say something in a channel, and change it. */
export async function speak(
  session: Session,
  userName: string,
  channel: string,
  attachments?: readonly string[],
): Promise<void> {
  const { message, revision } = said(userName, channel, '');
  const text = `A word of ${userName}`;
  const draft = { channel, kind: 'discussion', language: 'en', text, attachments };
  const posted = await session.send('PUT', `/v1/messages/${message}`, draft);
  assert.equal(posted.status, 200, posted.text);
  const changed = await session.send('PUT', `/v1/revisions/${revision}`, { message, text });
  assert.equal(changed.status, 200, changed.text);
}

/** What an alert of the id says. */
const alertOf = (id: string) => ({
  ...{ text: `An alert: ${id}`, action: { text: `Do as ${id} says` } },
});

/** Hash of what an alert of the id says. */
export const textHashOf = (id: string): string => hashOf(canonicalText(alertOf(id)));

/** Lets the person ask the channel to do something. */
export async function alarm(session: Session, id: string, channel: string): Promise<void> {
  const draft = { channel, kind: 'alert', language: 'en', ...alertOf(id) };
  const posted = await session.send('PUT', `/v1/messages/${id}`, draft);
  assert.equal(posted.status, 200, posted.text);
}
