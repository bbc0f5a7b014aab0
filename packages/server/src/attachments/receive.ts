import type { AttachmentDraft } from '@heed/contract';
import type { Backend } from '../backend.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { harmlessName } from './content/name.js';
import {
  declaredSince,
  findAttachment,
  insertAttachment,
  keepPart,
  partsOf,
  sweepAttachments,
  type StoredAttachment,
} from './records.js';
import { day, noAttachment, overLimit, partMisfit, patience, receivedOf } from './rules.js';
import { seal } from './seal.js';

/** An attachment with how much of it is there. */
export interface Received {
  attachment: StoredAttachment;
  /** Bytes from the beginning on without a gap. */
  received: number;
}

type Part = Pick<Backend, 'db' | 'clock'>;

async function stateOf(
  { db }: Part,
  tenant: string,
  attachment: StoredAttachment,
): Promise<Received> {
  const { id, declared, state } = attachment;
  if (state === 'ready') return { attachment, received: declared };
  return { attachment, received: receivedOf(declared, await partsOf(db, tenant, id)) };
}

/** The attachment as it is now, checked when everything is there: also after a process that had to do it is gone. */
async function settled(
  backend: Part,
  tenant: string,
  found: StoredAttachment | undefined,
): Promise<Received> {
  if (!found) throw noAttachment();
  let now = await stateOf(backend, tenant, found);
  if (found.state === 'receiving' && now.received === found.declared) {
    now = await stateOf(backend, tenant, await seal(backend.db, tenant, found));
  }
  const { state, reason } = now.attachment;
  if (state === 'refused') throw new Failure('file-refused', reason ?? '');
  // What it stood in was withdrawn.
  if (state === 'gone') throw noAttachment();
  return now;
}

/**
 * Declares an attachment, or finds the one that was declared under the id.
 *
 * @throws {Failure} when it is refused.
 */
export async function declare(
  backend: Part,
  { tenant, person }: Caller,
  id: string,
  draft: AttachmentDraft,
): Promise<Received> {
  const { db, clock } = backend;
  const now = clock();
  const bodyHash = hashOf(canonicalText(draft));
  let found = await findAttachment(db, tenant, id);
  if (!found) {
    const room = await declaredSince(db, tenant, person.id, new Date(now.getTime() - day));
    const refused = overLimit(draft.size, room, now);
    if (refused) throw refused;
    // It follows the work, and needs no timer.
    const before = new Date(now.getTime() - patience);
    await db.transaction((tx) => sweepAttachments(tx, tenant, before));
    await insertAttachment(db, tenant, {
      ...{ id, person: person.id, name: harmlessName(draft.name), bodyHash },
      ...{ declared: draft.size, createdAt: now.toISOString() },
    });
    found = await findAttachment(db, tenant, id);
  }
  if (found?.person !== person.id) throw noAttachment();
  if (found.bodyHash !== bodyHash) {
    throw new Failure(
      'attachment-reused',
      'This id was used for a file of another name or size. Nothing was changed; use a new id.',
    );
  }
  return settled(backend, tenant, found);
}

/**
 * Takes a part of an attachment; with the last one that is missing it is checked.
 *
 * @throws {Failure} when it is refused.
 */
export async function take(
  backend: Part,
  { tenant, person }: Caller,
  id: string,
  { part, bytes }: { part: number; bytes: Uint8Array },
): Promise<Received> {
  const taken = await backend.db.transaction(async (tx) => {
    const found = await findAttachment(tx, tenant, id, 'locked');
    if (found?.person !== person.id) return noAttachment();
    const misfit = partMisfit(found.declared, part, bytes.length);
    if (misfit) return misfit;
    // What was checked stays as it is; the part is one that came before.
    if (found.state !== 'receiving') return found;
    await keepPart(tx, tenant, { id, part, bytes });
    return { ...found, writes: found.writes + 1 };
  });
  if (taken instanceof Failure) throw taken;
  return settled(backend, tenant, taken);
}
