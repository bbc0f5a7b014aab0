/**
 * A server process under load: 64 people acknowledge at once until it is killed. It prints every id after its
 * acknowledgement was confirmed: what was printed must be there afterwards.
 *
 *     node --import tsx … <url> <people> <number of the first act>
 */
import { writeSync } from 'node:fs';
import { actTogether, gather } from './crowd.mts';

const [url = '', people, from] = process.argv.slice(2);
const crowd = await gather({ url }, Number(people));
writeSync(1, 'open\n');
const done = (id: string) => void writeSync(1, `${id}\n`);
await actTogether(crowd, { writers: 64, from: Number(from), until: () => false, done });
writeSync(1, 'used up\n');
