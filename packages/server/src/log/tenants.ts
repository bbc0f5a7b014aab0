import { formatCheckpoint, formatVerifierKey, generateSigningKey, signNote } from '@heed/evidence';
import type { Database } from '../storage/database.js';
import { treeHasher } from './tree.js';

const epoch = '1970-01-01T00:00:00.000Z';

/**
 * Makes sure that a tenant exists, with an empty log and its signing key. Safe to call at every start and from
 * several processes at once.
 *
 * @param origin name of the tenant's log (C2SP tlog-checkpoint), such as `isms.example.com/log`. It is part of the
 *   key and of every entry, so an existing tenant keeps the one it has.
 */
export async function ensureTenant(
  database: Database,
  tenant: string,
  origin: string,
): Promise<void> {
  const [known] = await database.query('select 1 from tenants where tenant = $1', [tenant]);
  if (known) return;
  const { privateKey, signer } = await generateSigningKey(origin);
  // A log that nothing was written to yet has a checkpoint too, so that a verifier can start from it.
  const empty = formatCheckpoint({ origin, size: 0, root: treeHasher.empty() });
  const note = await signNote(empty, signer);
  await database.transaction(async (tx) => {
    const now = new Date();
    const [created] = await tx.query(
      `insert into tenants (tenant, origin, created_at) values ($1, $2, $3)
        on conflict do nothing returning tenant`,
      [tenant, origin, now],
    );
    if (!created) return; // another process was faster; its key counts
    await tx.query(
      'insert into log_keys (tenant, verifier_key, private_key, created_at) values ($1, $2, $3, $4)',
      [tenant, formatVerifierKey(signer.key), privateKey, now],
    );
    await tx.query('insert into log_heads (tenant, size, frontier, time) values ($1, 0, $2, $3)', [
      tenant,
      new Uint8Array(),
      epoch,
    ]);
    await tx.query('insert into log_checkpoints (tenant, size, note) values ($1, 0, $2)', [
      tenant,
      note,
    ]);
  });
}
