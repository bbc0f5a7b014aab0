/** Opens the database named by the first argument and brings it up to date: `node --import tsx … <url>` */
import { openDatabase } from '../../packages/server/src/storage/database.ts';
import { migrate } from '../../packages/server/src/storage/migrate.ts';

const database = await openDatabase({ url: process.argv[2] ?? '' });
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
await migrate(database);
await database.close();
process.stdin.destroy();
