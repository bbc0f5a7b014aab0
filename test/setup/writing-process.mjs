/**
 * Writes to the log of the data folder named by the first argument until it is killed, and prints every id after
 * its write was confirmed: what was printed must be there afterwards.
 */
import { writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createLogWriter } from '../../packages/server/dist/log/writer.js';
import { openDatabase } from '../../packages/server/dist/storage/database.js';

const database = await openDatabase({ folder: process.argv[2] ?? '' });
const writer = createLogWriter(database);
writeSync(1, 'open\n');

async function keepWriting() {
  for (;;) {
    const id = randomUUID();
    await writer.write('acme', async (tx, at) => {
      await tx.query('insert into deeds values ($1, $2, $3)', ['acme', id, at]);
      return { result: id, events: [{ type: 'heed.test.done', record: { id }, subject: id }] };
    });
    writeSync(1, `${id}\n`);
  }
}
await Promise.all(Array.from({ length: 16 }, keepWriting));
