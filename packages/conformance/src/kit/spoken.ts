import { randomUUID } from 'node:crypto';
import { Skip, Unmet } from './check.js';
import type { EndpointName } from './endpoints.js';
import { bytesOf } from './files.js';
import type { Session } from './session.js';
import { draft, say, textHashOf } from './talk.js';
import type { Trial } from './trial.js';
import { cast } from './world.js';

/** What to ask an endpoint, and who asks when it is not just anybody. */
export type Inputs = Partial<
  Record<EndpointName, (Record<string, unknown> & { by?: Session }) | undefined>
>;

/** What is known so far where the rest is not there, which is for other checks to tell. */
export async function asFarAsItGoes(inputs: Inputs, go: () => Promise<void>): Promise<Inputs> {
  try {
    await go();
  } catch (error) {
    if (!(error instanceof Unmet || error instanceof Skip)) throw error;
  }
  return inputs;
}

/** Good requests about the channels of somebody, where something was said in them. */
export async function spoken(t: Trial, staff: Session, overseer: Session): Promise<Inputs> {
  const inputs: Inputs = { 'channels.list': {}, 'alerts.list': {}, 'preferences.read': {} };
  await asFarAsItGoes({}, async () => void (await t.talk()));
  return asFarAsItGoes(inputs, async () => {
    const { items: channels } = (await staff.ask('channels.list', {})).success();
    const found = channels.find(({ latestAt }) => latestAt !== undefined);
    const channel = found?.id;
    if (channel === undefined) return;
    inputs['channels.read'] = { channel };
    inputs['messages.list'] = { channel };
    const { displayName } = (await staff.ask('me.read', {})).success();
    inputs['members.list'] = { channel, search: displayName.split(' ').at(-1)?.[0] ?? '' };
    const { items: messages } = (await staff.ask('messages.list', { channel })).success();
    const message = (messages.find(({ editedAt }) => editedAt !== undefined) ?? messages[0])?.id;
    if (message === undefined) return;
    inputs['messages.read'] = { message };
    const named = messages.find(({ attachments }) => attachments !== undefined);
    const attachment = named?.attachments?.[0]?.id;
    if (attachment !== undefined) inputs['attachments.read'] = { attachment };
    inputs['revisions.list'] = { by: overseer, message };
    const alert = messages.find(({ action }) => action !== undefined)?.id;
    if (alert === undefined) return;
    const announcer = found?.mayAnnounce ? staff : t.named(cast['isms-manager']);
    inputs['completions.list'] = { by: overseer, message: alert };
    inputs['reactions.list'] = { by: announcer, message: alert };
  });
}

/** What somebody new may say, and say that they did. */
export async function speech(t: Trial, session: Session): Promise<Inputs> {
  const inputs: Inputs = { 'preferences.record': { by: session, digest: 'weekly' } };
  return asFarAsItGoes(inputs, async () => {
    const [attachment, file] = [randomUUID(), bytesOf('Sent')];
    const declared = { attachment, name: 'sent.txt', size: file.length };
    inputs['attachments.record'] = { by: session, ...declared };
    (await session.ask('attachments.record', declared)).success();
    inputs['uploads.record'] = { by: session, attachment, part: 0, bytes: file };
    const { items: channels } = (await session.ask('channels.list', {})).success();
    const channel = channels.find(({ mayDiscuss }) => mayDiscuss)?.id;
    if (channel === undefined) return;
    inputs['messages.record'] = { by: session, message: randomUUID(), ...draft(channel) };
    const { id: message } = await say(session, channel);
    const revision = randomUUID();
    inputs['revisions.record'] = { by: session, revision, message, text: 'Said more clearly' };
    inputs['positions.record'] = { by: session, channel, message };
    inputs['reactions.record'] = { by: session, message, reactions: ['thanks'] };
    inputs['pins.record'] = { by: t.named(cast['isms-manager']), message, pinned: false };
    const { items: messages } = (await session.ask('messages.list', { channel })).success();
    const alert = messages.find(({ action, withdrawnAt }) => action && !withdrawnAt);
    if (!alert) return;
    const textHash = textHashOf(alert);
    inputs['completions.record'] = { by: session, message: alert.id, textHash };
  });
}
