import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { startProcess } from '../../../../test/setup/processes.mjs';
import { openDatabase } from './database.js';
import { lockFolder } from './folder-lock.js';

describe('folder lock', () => {
  test('a second process is refused and told what to do; after kill -9 the folder is free', async () => {
    const folder = temporaryFolder();
    const holder = startProcess('holding-process.mjs', folder);
    assert.equal(await holder.line(0), 'open');
    const refused = startProcess('holding-process.mjs', folder);
    const message = (await refused.line(0)) ?? '';
    assert.match(message, /^refused: The data folder .* is in use by process \d+/);
    assert.ok(message.includes(folder));
    assert.ok(message.includes(`process ${holder.pid}.`));
    assert.match(message, /DATABASE_URL/);
    assert.equal(await refused.ended(), 1);
    await holder.kill();
    const db = await openDatabase({ folder });
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    await db.close();
  });

  test('of many tries at once exactly one succeeds', async () => {
    const folder = temporaryFolder();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const winners = tries.filter((one) => one.status === 'fulfilled');
    assert.equal(winners.length, 1);
    await winners[0]?.value();
    await (
      await lockFolder(folder)
    )();
  });

  test('works in a folder with a very long path', async () => {
    const folder = path.join(temporaryFolder(), 'long'.repeat(40));
    fs.mkdirSync(folder);
    const release = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), /in use/);
    await release();
  });

  test('a socket file left by a killed process does not lock', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'lock.sock'), '');
    await (
      await lockFolder(folder)
    )();
  });
});
