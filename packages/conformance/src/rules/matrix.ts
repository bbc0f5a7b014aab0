import { randomUUID } from 'node:crypto';
import type { Check } from '../kit/check.js';
import { expect, expectEqual } from '../kit/check.js';
import type { EndpointName } from '../kit/endpoints.js';
import { things, type Things, type Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';
import { cast } from '../kit/world.js';

/** Who asks, in the order of the columns below. */
const columns = ['staff', 'supplier', 'isms-manager', 'auditor'] as const;

/** `yes`: answered. `none`: answered with an empty list. Otherwise the refusal. */
type Cell = 'yes' | 'none' | 'not-found' | 'forbidden' | 'statement-mismatch';

interface Row {
  name: EndpointName;
  requirements: readonly [string, ...string[]];
  /** What is asked for, made from what there is. */
  input(things: Things): Record<string, unknown>;
  cells: Partial<Record<Whose, readonly [Cell, Cell, Cell, Cell]>>;
}

const [yes, none, lost, shut] = ['yes', 'none', 'not-found', 'forbidden'] as const;
const nobody = [lost, lost, lost, lost] as const;
const overseers = [lost, lost, yes, yes] as const;
const everybody = [yes, yes, yes, yes] as const;
const managed = [shut, shut, yes, yes] as const;
const vows = 'statement-mismatch';

const policies = {
  own: everybody,
  public: everybody,
  internal: [yes, lost, yes, yes],
  other: overseers,
  restricted: overseers,
  absent: nobody,
} as const satisfies Row['cells'];

const rows: readonly Row[] = [
  {
    name: 'people.read',
    requirements: ['PEO-3', 'ACC-4', 'ACC-5'],
    input: ({ person }) => ({ person }),
    cells: { own: everybody, other: overseers, foreign: nobody, absent: nobody },
  },
  {
    name: 'policies.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy }) => ({ policy }),
    cells: policies,
  },
  {
    name: 'versions.list',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy }) => ({ policy }),
    cells: policies,
  },
  {
    name: 'versions.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version }) => ({ policy, version }),
    cells: policies,
  },
  {
    name: 'documents.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version, contentHash }) => ({ policy, version, contentHash }),
    cells: policies,
  },
  {
    name: 'images.read',
    requirements: ['IMG-2', 'ACC-5'],
    input: ({ policy, version, image }) => ({ policy, version, contentHash: image }),
    cells: policies,
  },
  {
    name: 'packs.read',
    requirements: ['ACC-3', 'PAC-2'],
    input: ({ pack }) => ({ pack }),
    cells: { own: managed, other: managed, absent: [shut, shut, lost, lost] },
  },
  {
    name: 'assignments.list',
    requirements: ['ASG-2', 'ACC-4'],
    input: ({ person }) => ({ person }),
    cells: {
      ...{ own: everybody, other: managed },
      ...{ foreign: [shut, shut, none, none], absent: [shut, shut, none, none] },
    },
  },
  {
    name: 'checks.read',
    requirements: ['CHK-2', 'ACC-4', 'ACC-5'],
    input: ({ assignment }) => ({ assignment }),
    cells: { other: nobody, foreign: nobody, absent: nobody },
  },
  {
    name: 'attempts.record',
    requirements: ['CHK-2', 'ACC-4', 'ACC-5'],
    input: ({ assignment, questions }) => ({
      ...{ attempt: randomUUID(), assignment, hash: questions, language: 'en', answers: [] },
    }),
    cells: { other: nobody, foreign: nobody, absent: nobody },
  },
  {
    name: 'readings.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version }) => ({ policy, version }),
    cells: policies,
  },
  {
    name: 'readings.record',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version, contentHash, language }) => ({
      ...{ session: randomUUID(), policy, version, contentHash, language, sequence: 0 },
      ...{ startedAt: new Date().toISOString(), method: 'visual', sections: [] },
    }),
    cells: policies,
  },
  {
    name: 'acknowledgements.create',
    requirements: ['ACK-8', 'POL-3', 'ACC-5'],
    input: ({ policy, version, contentHash, language, statement }) => ({
      ...{ policy, version, contentHash, language, statementHash: statement },
      ...{ clientTime: new Date().toISOString(), method: 'visual' },
    }),
    cells: {
      public: [vows, vows, vows, vows],
      internal: [vows, lost, vows, vows],
      other: [lost, lost, vows, vows],
      restricted: [lost, lost, vows, vows],
      absent: nobody,
    },
  },
  {
    name: 'acknowledgements.list',
    requirements: ['ACK-11', 'ACC-4'],
    input: ({ person }) => ({ person }),
    cells: {
      ...{ own: everybody, other: managed, everybody: managed },
      ...{ foreign: [shut, shut, none, none], absent: [shut, shut, none, none] },
    },
  },
  {
    name: 'acknowledgements.read',
    requirements: ['ACK-12', 'ACC-4', 'ACC-5'],
    input: ({ acknowledgement }) => ({ acknowledgement }),
    cells: { other: overseers, foreign: nobody, absent: nobody },
  },
];

async function take(t: Trial, { name, input, cells }: Row): Promise<void> {
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

/** Every endpoint that names a thing, asked by every role for everybody's. */
export const matrixChecks: readonly Check[] = rows.map((row) => ({
  id: `matrix/${nameOf(row.name)}`,
  title: `${row.name} answers every role as it should, for their own and for what is others’`,
  requirements: row.requirements,
  writes: true,
  run: (t) => take(t, row),
}));
