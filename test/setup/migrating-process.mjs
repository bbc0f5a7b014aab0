/** Opens the database named by the first argument and brings it up to date. */
import { openDatabase } from '../../packages/server/dist/storage/database.js';
import { migrate } from '../../packages/server/dist/storage/migrate.js';

const database = await openDatabase({ url: process.argv[2] ?? '' });
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
await migrate(database);
await database.close();
process.stdin.destroy();
