// Runs seeds on one engine: `node test/faults/run.mjs --engine postgresql --count 40 --seed 1`, or one schedule as
// often: `--schedule JSON --count 5`. Exit code 1 when one fails.
import { parseArgs } from 'node:util';
import { runSeeds, summary } from './seeds.mjs';

const { values } = parseArgs({
  options: {
    where: { type: 'string', default: 'node' },
    engine: { type: 'string', default: 'embedded' },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    schedule: { type: 'string' },
    // At once, without looking for the shortest schedule.
    quick: { type: 'boolean', default: false },
  },
});
const { where, engine, quick } = values;
const schedule = values.schedule && JSON.parse(values.schedule);
const [count, seed] = [Number(values.count), Number(values.seed)];
const result = await runSeeds({ where, engine, count, seed, schedule, quick, report: console.log });
console.log(`${count} schedules of seed ${seed} in ${where} on ${engine}`);
console.log(summary(result));
if (result.failure) console.log(`\n${result.failure}`);
process.exit(result.failure ? 1 : 0);
