import assert from 'node:assert/strict';
import type { Session } from '../office.js';

/** What is asked of the person, or by them: every id says whose it is. */
export const askedOf = (userName: string, task: string, audience: string) => ({
  ...{ task, step: `${userName}-step`, audience },
});

/** The members of a task, the same whenever it is asked under that id. */
export const taskBody = (task: string) => ({ title: `Do ${task}`, text: `As ${task} says` });

/** Lets the person ask people by name, and an audience. */
export async function askFor(
  session: Session,
  task: string,
  { people, audience }: { people: readonly string[]; audience: string },
): Promise<void> {
  const draft = { language: 'en', ...taskBody(task), people, audience };
  const asked = await session.send('PUT', `/v1/tasks/${task}`, draft);
  assert.equal(asked.status, 200, asked.text);
}

/** Lets the person say something about their part of a task. */
export async function comment(
  session: Session,
  userName: string,
  task: string,
  person: string,
): Promise<void> {
  const { step } = askedOf(userName, task, '');
  const draft = { task, kind: 'comment', person, text: `A word of ${userName}` };
  const said = await session.send('PUT', `/v1/steps/${step}`, draft);
  assert.equal(said.status, 200, said.text);
}
