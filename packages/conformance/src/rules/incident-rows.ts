import { randomUUID } from 'node:crypto';
import { reportedOnce } from '../kit/reported.js';
import type { Asker, Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';
import { cast } from '../kit/world.js';
import { everybody, lost, nobody, shut, yes, type Row } from './cells.js';

/** Reports by who asks and whose they are; what is others’ is the colleague’s. */
async function reported(t: Trial): Promise<(role: Asker, whose: Whose) => string> {
  const { own, foreign } = await reportedOnce(t);
  return (role, whose) => {
    if (whose === 'absent') return randomUUID();
    if (whose === 'foreign') return foreign;
    return own.get(whose === 'other' ? cast.colleague : cast[role]) ?? '';
  };
}

/** There for the auditor alone. */
const audited = [lost, lost, lost, yes] as const;
/** The same, and said to be. */
const kept = [lost, lost, lost, shut] as const;
/** For who checks it alone, of what is one’s own. */
const checked = [shut, shut, shut, yes] as const;
/** For nobody of them. */
const refused = [shut, shut, shut, shut] as const;

const open = { own: everybody, other: audited, foreign: nobody, absent: nobody } as const;

/** Endpoints of reports that name one. */
export const incidentRows: readonly Row<string>[] = [
  {
    things: reported,
    name: 'incidents.read',
    requirements: ['INC-3', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: open,
  },
  {
    things: reported,
    name: 'answers.record',
    requirements: ['RPL-2', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ answer: randomUUID(), incident, text: 'Mine' }),
    cells: { ...open, other: kept },
  },
  {
    things: reported,
    name: 'answers.list',
    requirements: ['RPL-8', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: open,
  },
  {
    things: reported,
    name: 'triage.read',
    requirements: ['TRI-1', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: { ...open, own: checked },
  },
  {
    things: reported,
    name: 'triage.record',
    requirements: ['TRI-3', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident, revision: '1', state: 'assessing' }),
    cells: { ...open, own: refused, other: kept },
  },
  {
    things: reported,
    name: 'changes.list',
    requirements: ['TRI-8', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: { ...open, own: checked },
  },
  {
    things: reported,
    name: 'unlocks.record',
    requirements: ['UNL-2', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ unlock: randomUUID(), incident, reason: 'Why not' }),
    cells: { ...open, own: refused, other: kept },
  },
  {
    things: reported,
    name: 'unlocks.list',
    requirements: ['UNL-5', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: open,
  },
  {
    things: reported,
    name: 'clocks.read',
    requirements: ['CLK-1', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: { ...open, own: checked },
  },
  {
    things: reported,
    name: 'notifications.record',
    requirements: ['NTF-2', 'ACC-4', 'ACC-5'],
    input: (incident) => ({
      ...{ notification: randomUUID(), incident, clock: 'gdpr-notification' },
      ...{ authority: 'An authority', sentAt: '2026-11-24T09:00:00.000Z' },
    }),
    cells: { ...open, own: refused, other: kept },
  },
  {
    things: reported,
    name: 'notifications.list',
    requirements: ['NTF-6', 'ACC-4', 'ACC-5'],
    input: (incident) => ({ incident }),
    cells: { ...open, own: checked },
  },
];
