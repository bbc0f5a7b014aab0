import { Message, events } from '@heed/contract';
import { cut, expect } from './check.js';
import type { Session } from './session.js';
import type { EventStream, Told } from './stream.js';
import type { Trial } from './trial.js';

/** How long is waited for what has to be told at once, in milliseconds. */
const patience = 5000;

/** The data of an event. Fails the check when it does not fit the name of the event. */
export function dataOf({ text, name = '', data }: Told): unknown {
  const schema = Object.entries(events).find(([known]) => known === name)?.[1];
  try {
    const value = JSON.parse(data[0] ?? '') as unknown;
    if (data.length === 1 && (schema === undefined || schema.safeParse(value).success))
      return value;
  } catch {
    // Told below, with what came.
  }
  expect(false, `an event is no line of JSON that fits its name: ${cut(text)}`);
}

/** Opens the stream of somebody, who is told to read what is shown once more. Gives the id of that event, too. */
export async function listenAnew(
  t: Trial,
  session: Session,
  lastEventId?: string,
): Promise<{ stream: EventStream; id: string }> {
  const stream = await t.listen(session, lastEventId);
  const first = await stream.next(patience);
  expect(
    first?.name === 'reset' && first.id !== undefined,
    `the stream begins with ${first ? cut(first.text) : 'nothing'}, and has to begin with reset and its id`,
  );
  return { stream, id: first.id };
}

/** The messages that are told, up to the first for which `isLast` holds. Fails the check when that does not come. */
export async function toldUntil(
  stream: EventStream,
  what: string,
  isLast: (message: Message) => boolean,
): Promise<{ message: Message; id: string }[]> {
  const all: { message: Message; id: string }[] = [];
  const until = performance.now() + patience;
  for (;;) {
    const told = await stream.next(until - performance.now());
    const came = all.map(({ message }) => message.id).join(', ') || 'nothing';
    expect(told, `${what} was not told within ${patience} ms; what came of messages is ${came}`);
    if (told.name !== 'message') continue;
    const message = dataOf(told) as Message;
    all.push({ message, id: told.id ?? '' });
    if (isLast(message)) return all;
  }
}

/** Waits for an event of that name. Fails the check when it does not come. */
export async function toldOf(stream: EventStream, name: string, what: string): Promise<Told> {
  const until = performance.now() + patience;
  for (;;) {
    const told = await stream.next(until - performance.now());
    expect(told, `${what} was not told by ${name} within ${patience} ms`);
    if (told.name === name) return told;
  }
}
