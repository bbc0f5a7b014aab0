import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '../storage/migrate.js';
import { openDatabase, StorageError } from '../storage/database.js';
import { listDeadLetters, reviveDeadLetters } from './records.js';

/**
 * Runs `heed webhooks`, which lists what was given up, and `heed webhooks retry [HOOK]`, which has it sent again by the server.
 *
 * @param args what follows the command on the command line.
 * @param databaseUrl the PostgreSQL database; the folder of `--data` when absent.
 * @throws {StorageError} saying what to do instead, also while a server has the folder.
 */
export async function runWebhooksCommand(
  args: readonly string[],
  { databaseUrl, tenant }: { databaseUrl: string | undefined; tenant: string },
  say: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const [what, hook, more] = positionals;
  if ((what !== undefined && what !== 'retry') || more !== undefined) {
    throw new StorageError(
      'Say heed webhooks to list what was given up, or heed webhooks retry [HOOK] to send it again. Nothing was done.',
    );
  }
  const db = await openDatabase(
    databaseUrl ? { url: databaseUrl } : { folder: path.resolve(values.data ?? 'heed-data') },
  );
  try {
    await migrate(db);
    if (what === 'retry') {
      const count = await reviveDeadLetters(db, tenant, { hook, at: new Date().toISOString() });
      return say(`${count} will be sent again${count > 0 ? ' by the server' : ''}.`);
    }
    const dead = await listDeadLetters(db, tenant);
    for (const { hook: of, message, createdAt, settledAt, attempts, fault } of dead) {
      say(
        `${of}  ${message}  of ${createdAt}, given up ${settledAt} (${fault}, tried ${attempts}×)`,
      );
    }
    say(dead.length === 0 ? 'Nothing was given up.' : `${dead.length} given up.`);
  } finally {
    await db.close();
  }
}
