import { createHash } from 'node:crypto';
import type { Database, Queryable } from '../storage/database.js';
import { judge } from './content/judge.js';
import { Refused } from './content/refused.js';
import {
  dropPieces,
  findAttachment,
  keepPart,
  readPiece,
  settleAttachment,
  type StoredAttachment,
} from './records.js';
import { partSize, partsIn } from './rules.js';

type Found = Pick<StoredAttachment, 'state' | 'name' | 'size' | 'reason' | 'mediaType' | 'hash'>;

/** The content is there where it is to be kept and is another one than came. */
interface Verdict {
  found: Found;
  content?: Buffer;
}

function verdictOn(sent: Buffer, name: string): Verdict {
  try {
    const { content, mediaType, name: named } = judge(sent, name);
    const hash = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    const found: Found = {
      ...{ state: 'ready', name: named, size: content.length, reason: null, mediaType, hash },
    };
    return { found, ...(!content.equals(sent) && { content }) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { message: reason } = error;
    const found: Found = {
      ...{ state: 'refused', name, size: sent.length, reason, mediaType: null, hash: null },
    };
    return { found };
  }
}

async function read(db: Queryable, tenant: string, { id, declared }: StoredAttachment) {
  const pieces: Uint8Array[] = [];
  // One at a time, so that other statements get their turn in between.
  for (let number = 0; number < partsIn(declared); number++) {
    pieces.push((await readPiece(db, tenant, id, number)) ?? new Uint8Array());
  }
  return Buffer.concat(pieces);
}

/**
 * Checks what has come of an attachment, all of whose parts are there, and keeps of it what the check leaves. What comes
 * again meanwhile is checked again: nothing is kept that was not.
 */
export async function seal(
  db: Database,
  tenant: string,
  seen: StoredAttachment,
): Promise<StoredAttachment> {
  for (let attachment = seen; ;) {
    const { id, writes } = attachment;
    const { found, content } = verdictOn(await read(db, tenant, attachment), attachment.name);
    const now = await db.transaction(async (tx) => {
      const locked = await findAttachment(tx, tenant, id, 'locked');
      if (locked?.state !== 'receiving' || locked.writes !== writes) return locked;
      if (content || found.state === 'refused') await dropPieces(tx, tenant, [id]);
      for (let part = 0; content && part < partsIn(content.length); part++) {
        const bytes = content.subarray(part * partSize, (part + 1) * partSize);
        await keepPart(tx, tenant, { id, part, bytes });
      }
      await settleAttachment(tx, tenant, id, found);
      return { ...locked, ...found };
    });
    // Swept meanwhile: whoever sends it hears that it is not there.
    if (!now) return { ...attachment, state: 'gone' };
    if (now.state !== 'receiving') return now;
    attachment = now;
  }
}
