import { randomUUID } from 'node:crypto';
import type { Setup } from '@heed/contract/setup';
import type { StepDraft, StepRecorded, Task, TaskDraft } from '@heed/contract';
import type { Answer } from './answer.js';
import { asFarAsItGoes, type Inputs } from './spoken.js';
import type { Session } from './session.js';
import type { Trial } from './trial.js';
import { canaries, cast, channel, office } from './world.js';

/** What an announcer or a manager asks. */
export const asking = (more: Partial<TaskDraft>): TaskDraft => ({
  ...{ language: 'en', title: `Do this ${randomUUID()}` },
  ...more,
});

/** Asks; what comes is not looked at. */
export function ask(
  session: Session,
  more: Partial<TaskDraft>,
  task: string = randomUUID(),
): Promise<Answer<Task>> {
  return session.ask('tasks.record', { task, ...asking(more) });
}

/** Makes a step; what comes is not looked at. */
export function step(
  session: Session,
  draft: StepDraft,
  id: string = randomUUID(),
): Promise<Answer<StepRecorded>> {
  return session.ask('steps.record', { step: id, ...draft });
}

/** Id of somebody. */
export async function idOf(session: Session): Promise<string> {
  return (await session.ask('me.read', {})).success().id;
}

/** A task as somebody is told it now. */
export async function taskOf(session: Session, task: string): Promise<Task> {
  return (await session.ask('tasks.read', { task })).success();
}

/** A small tenant in which mona runs the ISMS, and kim announces to the team; sasha belongs to nothing. */
export function bureau(...team: string[]): Setup {
  const { people, ...content } = office(channel('team', team, { announcers: [cast.colleague] }));
  return {
    ...content,
    people: people.map((one) =>
      one.userName === cast['isms-manager'] ? { ...one, roles: ['isms-manager'] } : one,
    ),
  };
}

/** Ids of what is asked in the two tenants that most checks share. */
export interface Asked {
  /** Of every employee, and of the supplier by name. */
  all: string;
  /** Of the colleague alone. */
  one: string;
  /** Of the colleague of the other tenant. */
  foreign: string;
}

async function beginAsking(t: Trial): Promise<Asked> {
  const [mona, robin] = [t.named(cast['isms-manager']), t.named(cast.staff)];
  const supplier = await idOf(t.named(cast.supplier));
  const text = 'By *Friday*.';
  const tell = async (session: Session, more: Partial<TaskDraft>) =>
    (await ask(session, more)).success().id;
  const all = await tell(mona, { text, audience: 'basics', people: [supplier] });
  const person = await idOf(robin);
  for (const said of ['Mine is blue', 'Or is it green?']) {
    (await step(robin, { task: all, kind: 'comment', person, text: said })).success();
  }
  (await step(robin, { task: all, kind: 'done' })).success();
  const kim = await idOf(t.named(cast.colleague));
  const one = await tell(mona, { people: [kim], title: `Of the ${canaries.own}` });
  const strange = t.elsewhere.as(cast['isms-manager']);
  const title = `Of the ${canaries.foreign}`;
  return { all, one, foreign: await tell(strange, { audience: 'vaults', title }) };
}

/** The same, once for all checks. */
export const askedOnce = (t: Trial): Promise<Asked> => t.once('asked', () => beginAsking(t));

/** Good requests about what is asked of somebody. */
export async function askedOf(t: Trial, staff: Session, overseer: Session): Promise<Inputs> {
  const inputs: Inputs = { 'tasks.list': { state: 'ended' } };
  await asFarAsItGoes({}, async () => void (await askedOnce(t)));
  return asFarAsItGoes(inputs, async () => {
    const { items } = (await staff.ask('tasks.list', { state: 'ended' })).success();
    const task = items[0]?.id;
    if (task === undefined) return;
    inputs['tasks.read'] = { task };
    inputs['steps.list'] = { task };
    inputs['parts.list'] = { by: overseer, task, state: 'done' };
  });
}

/** What somebody new may do with a task, and what may be asked. */
export async function asks(t: Trial, session: Session): Promise<Inputs> {
  const inputs: Inputs = {};
  return asFarAsItGoes(inputs, async () => {
    await asFarAsItGoes({}, async () => void (await askedOnce(t)));
    const task = (await session.ask('tasks.list', {})).success().items[0]?.id;
    if (task !== undefined) {
      inputs['steps.record'] = { by: session, step: randomUUID(), task, kind: 'done' };
    }
    const people = [await idOf(session)];
    const by = t.as('isms-manager');
    inputs['tasks.record'] = { by, task: randomUUID(), ...asking({ people }) };
  });
}
