import { randomUUID } from 'node:crypto';
import { askedOnce, idOf } from '../kit/asked.js';
import type { Asker, Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';
import { cast } from '../kit/world.js';
import { columns, everybody, managed, nobody, overseers, type Row } from './cells.js';

/** A task, and who asks. */
interface Place {
  task: string;
  person: string;
}

async function places(t: Trial): Promise<(role: Asker, whose: Whose) => Place> {
  const asked = await askedOnce(t);
  const ids = new Map<Asker, string>();
  for (const role of columns) ids.set(role, await idOf(t.named(cast[role])));
  return (role, whose) => {
    const person = ids.get(role) ?? '';
    if (whose === 'absent') return { task: randomUUID(), person };
    const { foreign, one, all } = asked;
    return { task: whose === 'foreign' ? foreign : whose === 'other' ? one : all, person };
  };
}

const open = { own: everybody, other: overseers, foreign: nobody, absent: nobody } as const;
const ofTask = ({ task }: Place) => ({ task });

/** Endpoints of tasks that name one; what is others’ is asked of the colleague alone. */
export const taskRows: readonly Row<Place>[] = [
  {
    things: places,
    name: 'tasks.read',
    requirements: ['TSK-5', 'ACC-4', 'ACC-5'],
    input: ofTask,
    cells: open,
  },
  {
    things: places,
    name: 'parts.list',
    requirements: ['PRT-2', 'ACC-4', 'ACC-5'],
    input: ofTask,
    cells: { ...open, own: managed },
  },
  {
    things: places,
    name: 'steps.record',
    requirements: ['STP-3', 'ACC-4', 'ACC-5'],
    input: ({ task, person }) => ({
      ...{ step: randomUUID(), task, kind: 'comment', person, text: 'Mine' },
    }),
    cells: { ...open, other: nobody },
  },
  {
    things: places,
    name: 'steps.list',
    requirements: ['STP-10', 'ACC-4', 'ACC-5'],
    input: ofTask,
    cells: open,
  },
];
