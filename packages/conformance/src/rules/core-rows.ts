import { randomUUID } from 'node:crypto';
import { things, type Things } from '../kit/things.js';
import { everybody, lost, managed, nobody, none, overseers, shut, yes, type Row } from './cells.js';

const vows = 'statement-mismatch';

const policies = {
  own: everybody,
  public: everybody,
  internal: [yes, lost, yes, yes],
  other: overseers,
  restricted: overseers,
  absent: nobody,
} as const satisfies Row<Things>['cells'];

/** Endpoints of the core that name a thing. */
export const coreRows: readonly Row<Things>[] = [
  {
    things,
    name: 'people.read',
    requirements: ['PEO-3', 'ACC-4', 'ACC-5'],
    input: ({ person }) => ({ person }),
    cells: { own: everybody, other: overseers, foreign: nobody, absent: nobody },
  },
  {
    things,
    name: 'policies.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy }) => ({ policy }),
    cells: policies,
  },
  {
    things,
    name: 'versions.list',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy }) => ({ policy }),
    cells: policies,
  },
  {
    things,
    name: 'versions.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version }) => ({ policy, version }),
    cells: policies,
  },
  {
    things,
    name: 'documents.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version, contentHash }) => ({ policy, version, contentHash }),
    cells: policies,
  },
  {
    things,
    name: 'images.read',
    requirements: ['IMG-2', 'ACC-5'],
    input: ({ policy, version, image }) => ({ policy, version, contentHash: image }),
    cells: policies,
  },
  {
    things,
    name: 'packs.read',
    requirements: ['ACC-3', 'PAC-2'],
    input: ({ pack }) => ({ pack }),
    cells: { own: managed, other: managed, absent: [shut, shut, lost, lost] },
  },
  {
    things,
    name: 'assignments.list',
    requirements: ['ASG-2', 'ACC-4'],
    input: ({ person }) => ({ person }),
    cells: {
      ...{ own: everybody, other: managed },
      ...{ foreign: [shut, shut, none, none], absent: [shut, shut, none, none] },
    },
  },
  {
    things,
    name: 'checks.read',
    requirements: ['CHK-2', 'ACC-4', 'ACC-5'],
    input: ({ assignment }) => ({ assignment }),
    cells: { other: nobody, foreign: nobody, absent: nobody },
  },
  {
    things,
    name: 'attempts.record',
    requirements: ['CHK-2', 'ACC-4', 'ACC-5'],
    input: ({ assignment, questions }) => ({
      ...{ attempt: randomUUID(), assignment, hash: questions, language: 'en', answers: [] },
    }),
    cells: { other: nobody, foreign: nobody, absent: nobody },
  },
  {
    things,
    name: 'readings.read',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version }) => ({ policy, version }),
    cells: policies,
  },
  {
    things,
    name: 'readings.record',
    requirements: ['POL-3', 'ACC-5'],
    input: ({ policy, version, contentHash, language }) => ({
      ...{ session: randomUUID(), policy, version, contentHash, language, sequence: 0 },
      ...{ startedAt: new Date().toISOString(), method: 'visual', sections: [] },
    }),
    cells: policies,
  },
  {
    things,
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
    things,
    name: 'acknowledgements.list',
    requirements: ['ACK-11', 'ACC-4'],
    input: ({ person }) => ({ person }),
    cells: {
      ...{ own: everybody, other: managed, everybody: managed },
      ...{ foreign: [shut, shut, none, none], absent: [shut, shut, none, none] },
    },
  },
  {
    things,
    name: 'acknowledgements.read',
    requirements: ['ACK-12', 'ACC-4', 'ACC-5'],
    input: ({ acknowledgement }) => ({ acknowledgement }),
    cells: { other: overseers, foreign: nobody, absent: nobody },
  },
];
