import { randomUUID } from 'node:crypto';
import type { Completion, Message, MessageDraft } from '@heed/contract';
import type { Answer } from './answer.js';
import { upload } from './files.js';
import type { Session } from './session.js';
import type { Trial } from './trial.js';
import { canaries, cast, hashOf, roomOf } from './world.js';

/** Something to say: a discussion, unless it says otherwise. */
export function draft(channel: string, more: Partial<MessageDraft> = {}): MessageDraft {
  const text = `Said ${randomUUID()}`;
  return { ...{ channel, kind: 'discussion', language: 'en', text }, ...more };
}

/** An alert. */
export function alert(channel: string, more: Partial<MessageDraft> = {}): MessageDraft {
  const action = { text: 'Lock the door.', dueAt: '2099-01-31T12:00:00.000Z' };
  return draft(channel, { kind: 'alert', title: 'A door is open', action, ...more });
}

/** Posts a message; what comes is not looked at. */
export function post(
  session: Session,
  said: MessageDraft,
  message: string = randomUUID(),
): Promise<Answer<Message>> {
  return session.ask('messages.record', { message, ...said });
}

/** Posts a message. Fails the check when it is refused. */
export async function say(
  session: Session,
  channel: string,
  more: Partial<MessageDraft> = {},
): Promise<Message> {
  return (await post(session, draft(channel, more))).success();
}

/** What a message says, as a completion names it. */
export function textHashOf({
  title,
  text,
  action,
}: Pick<Message, 'title' | 'text' | 'action'>): string {
  return hashOf({ title, text, action });
}

/** Says that what an alert asks is done, in the words that are given; what comes is not looked at. */
export function complete(
  session: Session,
  alert: Pick<Message, 'id' | 'title' | 'text' | 'action'>,
): Promise<Answer<Completion>> {
  const asked = { message: alert.id, textHash: textHashOf(alert) };
  return session.try('completions.record', asked) as Promise<Answer<Completion>>;
}

/** A message as it is now. */
export async function look(session: Session, message: string): Promise<Message> {
  return (await session.ask('messages.read', { message })).success();
}

/** Ids of what a list of messages holds. */
export async function listed(
  session: Session,
  channel: string,
  part: { thread?: string; after?: string; before?: string } = {},
): Promise<string[]> {
  return (await session.all('messages.list', { channel, ...part })).map(({ id }) => id);
}

/** Ids of what was said in the two tenants that most checks share. */
export interface Talk {
  /** To every employee, by the manager, and done by the colleague. */
  alert: string;
  /** To the supplier, by the staff. */
  desk: string;
  /** In the room of the colleague. */
  room: string;
  /** In the room of the colleague of the other tenant. */
  foreign: string;
  /** The files that stand in these. */
  files: Readonly<Record<'alert' | 'desk' | 'room' | 'foreign', string>>;
  /** What these say, by id. */
  alerts: Record<string, Message>;
}

/** Says something in the channels of the two tenants. */
export async function beginTalk(t: Trial): Promise<Talk> {
  const [robin, kim, mona] = [cast.staff, cast.colleague, cast['isms-manager']].map((one) =>
    t.named(one),
  ) as [Session, Session, Session];
  const stranger = t.elsewhere.as(cast.colleague);
  const files = { alert: '', desk: '', room: '', foreign: '' };
  const alerts: Record<string, Message> = {};
  const tell = async (session: Session, to: keyof typeof files, said: MessageDraft) => {
    files[to] = (await upload(session, `A file. ${said.text}`)).id;
    const message = (await post(session, { ...said, attachments: [files[to]] })).success();
    alerts[message.id] = message;
    return message.id;
  };
  const first = await say(robin, 'news', { title: 'A question' });
  const revision = { revision: randomUUID(), message: first.id, text: 'Said more clearly' };
  (await robin.ask('revisions.record', revision)).success();
  await say(kim, 'news', { thread: first.id });
  await say(robin, 'news', { thread: first.id });
  const talk: Talk = {
    files,
    alert: await tell(mona, 'alert', alert('news')),
    desk: await tell(robin, 'desk', alert('desk')),
    room: await tell(kim, 'room', alert(roomOf(canaries.own), { text: `Of the ${canaries.own}` })),
    foreign: await tell(
      stranger,
      'foreign',
      alert(roomOf(canaries.foreign), { text: `Of the ${canaries.foreign}` }),
    ),
    alerts,
  };
  for (const session of [robin, kim]) {
    const reacted = { message: talk.alert, reactions: ['question' as const] };
    (await session.ask('reactions.record', reacted)).success();
  }
  (await complete(kim, await look(kim, talk.alert))).success();
  return talk;
}
