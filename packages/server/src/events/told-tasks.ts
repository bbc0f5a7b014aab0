import type { Backend } from '../backend.js';
import { findParts } from '../parts/records.js';
import { taskChangesBetween, type TaskChange } from './records.js';
import { eventBytes, most } from './told.js';

/** A task with which something happened, ready for the wire. */
export interface ToldTask {
  /** Number of entries of the log with the last that happened with it. */
  place: number;
  /** The same of what is told to each of those who are asked and listen, by id of the person. */
  asked: ReadonlyMap<string, number>;
  /** Id of who asked. */
  author: string;
  bytes: Uint8Array;
}

/** Reads what happened with tasks between two places: each task once, the last first, and from where nothing is left out. */
export async function tasksBetween(
  { db, tenant }: Pick<Backend, 'db' | 'tenant'>,
  listeners: readonly string[],
  after: number,
  upTo: number,
): Promise<{ told: ToldTask[]; from: number }> {
  const changes = await taskChangesBetween(db, tenant, { after, upTo, limit: most + 1 });
  const from = changes.length > most ? (changes.pop()?.place ?? upTo) : after;
  const byTask = new Map<string, TaskChange[]>();
  for (const change of changes) {
    byTask.set(change.task, [...(byTask.get(change.task) ?? []), change]);
  }
  const parts = await findParts(db, tenant, [...byTask.keys()], listeners);
  const told = [...byTask].map(([task, of]) => {
    const last = (about: string | null) => of.find((one) => one.about === about)?.place ?? 0;
    const people = parts.filter((part) => part.task === task).map(({ person }) => person);
    // The last of them comes first.
    const { place = 0, author = '' } = of[0] ?? {};
    return {
      ...{ place, author, bytes: eventBytes(place, 'task', { id: task }) },
      asked: new Map(people.map((person) => [person, Math.max(last(null), last(person))])),
    };
  });
  return { told, from };
}
