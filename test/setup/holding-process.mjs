/** Opens the data folder named by the first argument and holds it until it is ended. */
import { openDatabase } from '../../packages/server/dist/storage/database.js';

try {
  await openDatabase({ folder: process.argv[2] ?? '' });
  process.stdout.write('open\n');
} catch (error) {
  process.stdout.write(`refused: ${error.message}\n`);
  process.exit(1);
}
