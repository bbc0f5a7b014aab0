import { randomUUID } from 'node:crypto';
import { bytesOf, upload } from '../kit/files.js';
import type { Asker, Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';
import { cast } from '../kit/world.js';
import { everybody, nobody, overseers, type Row } from './cells.js';

/** Files that stand in messages, by who asks and whose they are. */
async function named(t: Trial): Promise<(role: Asker, whose: Whose) => string> {
  const { files } = await t.talk();
  return (role, whose) => {
    if (whose === 'absent') return randomUUID();
    if (whose === 'foreign') return files.foreign;
    if (whose === 'other') return files.room;
    return role === 'supplier' ? files.desk : files.alert;
  };
}

/** Files that somebody has sent, and nothing names. */
async function sent(t: Trial): Promise<(role: Asker, whose: Whose) => string> {
  const [own, foreign] = [new Map<Asker, string>(), new Map<Asker, string>()];
  const stranger = t.elsewhere.as(cast.colleague);
  for (const role of ['staff', 'supplier', 'isms-manager', 'auditor'] as const) {
    own.set(role, (await upload(t.named(cast[role]), 'sent')).id);
    // Each role has one of its own: what somebody declares under it is theirs.
    foreign.set(role, (await upload(stranger, 'sent')).id);
  }
  const other = (await upload(t.named(cast.colleague), 'sent')).id;
  return (role, whose) => {
    if (whose === 'absent') return randomUUID();
    if (whose === 'other') return other;
    return (whose === 'foreign' ? foreign : own).get(role) ?? '';
  };
}

const declared = { name: 'notes.txt', size: 4 };

/** Endpoints of files. */
export const fileRows: readonly Row<string>[] = [
  {
    things: named,
    name: 'attachments.read',
    requirements: ['ATT-10', 'ACC-4', 'ACC-5'],
    input: (attachment) => ({ attachment }),
    cells: { own: everybody, other: overseers, foreign: nobody, absent: nobody },
  },
  {
    things: sent,
    name: 'attachments.record',
    requirements: ['ATT-2', 'ACC-4'],
    input: (attachment) => ({ attachment, ...declared }),
    cells: { own: everybody, other: nobody, foreign: everybody, absent: everybody },
  },
  {
    things: sent,
    name: 'uploads.record',
    requirements: ['ATT-5', 'ACC-4', 'ACC-5'],
    input: (attachment) => ({ attachment, part: 0, bytes: bytesOf('sent') }),
    cells: { own: everybody, other: nobody, foreign: nobody, absent: nobody },
  },
];
