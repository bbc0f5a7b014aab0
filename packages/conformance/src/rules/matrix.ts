import { randomUUID } from 'node:crypto';
import type { Check } from '../kit/check.js';
import { expect, expectEqual } from '../kit/check.js';
import type { EndpointName } from '../kit/endpoints.js';
import type { Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';
import { cast } from '../kit/world.js';
import { columns, lost, none, yes, type Row } from './cells.js';
import { coreRows } from './core-rows.js';
import { fileRows } from './file-rows.js';
import { groupRows } from './group-rows.js';
import { incidentRows } from './incident-rows.js';
import { reactingRows } from './reacting-rows.js';
import { taskRows } from './task-rows.js';

async function take<T>(t: Trial, { name, things, input, cells }: Row<T>): Promise<void> {
  const there = await things(t);
  for (const [at, role] of columns.entries()) {
    const session = t.named(cast[role]);
    let absent: unknown;
    // What is not there comes first: what the caller may not see has to answer like it.
    for (const whose of [...Object.keys(cells)].reverse() as Whose[]) {
      const cell = cells[whose]?.[at] ?? yes;
      const key = { 'Idempotency-Key': randomUUID() };
      const answer = await session.try(name, input(there(role, whose)), key);
      const what = `${role} asks for what is ${whose}: ${answer.said}`;
      if (cell === yes || cell === none) {
        expect(answer.status < 300, `${what}, and has to be answered`);
        const page = answer.success() as { items?: unknown[] };
        if (cell === none) expectEqual(page.items, [], `what is found where ${what}`);
        continue;
      }
      const { title, detail } = answer.refused(cell);
      if (cell !== lost) continue;
      absent ??= [title, detail];
      expectEqual([title, detail], absent, `title and detail where ${what}`);
    }
  }
}

const nameOf = (name: EndpointName) => name.replace('.', '-');

const checkOf = <T>(row: Row<T>): Check => ({
  id: `matrix/${nameOf(row.name)}`,
  title: `${row.name} answers every role as it should, for their own and for what is others’`,
  requirements: row.requirements,
  writes: true,
  run: (t) => take(t, row),
});

/** Every endpoint that names a thing, asked by every role for everybody's. */
export const matrixChecks: readonly Check[] = [
  ...coreRows.map((row) => checkOf(row)),
  ...groupRows.map((row) => checkOf(row)),
  ...taskRows.map((row) => checkOf(row)),
  ...incidentRows.map((row) => checkOf(row)),
  ...reactingRows.map((row) => checkOf(row)),
  ...fileRows.map((row) => checkOf(row)),
];
