// What happens to a person, their device, the network and the machine room, drawn from a seed.
import fc from 'fast-check';
import { networkFaults } from './network.mjs';

const small = fc.nat({ max: 2 });
const step = (name, ...parts) => fc.tuple(fc.constant(name), ...parts);
const hour = 3_600_000;
/** How far an act has come, seen from the tab that sends it; oftener where there is most to lose. */
const killed = fc.constantFrom('sending', 'leaving', 'leaving', 'arriving', 'recorded');
const crashed = fc.constantFrom('sending', 'leaving', 'arriving', 'recorded', 'recorded');

/** One step: its name and what it needs. Everything in it is JSON, so that a schedule can be printed and replayed. */
const steps = fc.oneof(
  { weight: 9, arbitrary: step('press', small, small) },
  { weight: 3, arbitrary: step('read', small) },
  { weight: 6, arbitrary: step('wait', fc.integer({ min: 1, max: 120 })) },
  {
    weight: 12,
    arbitrary: step(
      'network',
      fc.constantFrom(...networkFaults),
      fc.integer({ min: 1, max: 3 }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
    ),
  },
  { weight: 2, arbitrary: step('clock', fc.constantFrom(hour, -hour)) },
  { weight: 2, arbitrary: step('open tab') },
  { weight: 2, arbitrary: step('kill tab', small) },
  { weight: 6, arbitrary: step('press, kill tab', small, small, killed) },
  { weight: 2, arbitrary: step('freeze tab', small) },
  { weight: 2, arbitrary: step('thaw tabs') },
  { weight: 2, arbitrary: step('sign in', fc.nat({ max: 1 })) },
  { weight: 3, arbitrary: step('storage', fc.constantFrom('full', 'refused', 'cleared', 'fine')) },
  { weight: 1, arbitrary: step('revise', small) },
  { weight: 1, arbitrary: step('withdraw', small) },
  { weight: 1, arbitrary: step('move') },
  { weight: 1, arbitrary: step('crash backend') },
  { weight: 1, arbitrary: step('crash database') },
  {
    weight: 6,
    arbitrary: step(
      'press, crash',
      ...[small, small],
      fc.constantFrom('backend', 'database'),
      crashed,
    ),
  },
);

/** A schedule: it begins with somebody pressing the button, since nothing before that can be lost. */
export const schedules = fc
  .tuple(step('press', small, small), fc.array(steps, { minLength: 3, maxLength: 14 }))
  .map(([first, rest]) => [first, ...rest]);

/** A schedule in a few lines, for people. */
export const tell = (schedule) => schedule.map((one) => `  ${one.join(' · ')}`).join('\n');
