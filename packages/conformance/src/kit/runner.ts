import type { Profile } from '@heed/contract';
import { EvidenceError } from '@heed/evidence';
import type { Config } from '../config.js';
import { all } from '../all.js';
import { Skip, Unmet, type Check } from './check.js';
import { Unreachable } from './exchange.js';
import { requirement } from './requirements.js';
import type { Outcome, Run, Status } from './result.js';
import { Stage } from './stage.js';
import { Trial } from './trial.js';

/** Called with each outcome as it comes, and how many checks there are. */
export type Progress = (outcome: Outcome, done: number, of: number) => void;

function isWanted({ requirements, id }: Check, only: readonly string[]): boolean {
  if (only.length === 0) return true;
  return only.some(
    (one) =>
      id === one || requirements.some((each) => each === one || requirement(each).of === one),
  );
}

const statusOf = (error: unknown): Status => {
  // What was served does not verify, or is not of its format.
  if (error instanceof Unmet || error instanceof EvidenceError) return 'fail';
  return error instanceof Skip ? 'skipped' : 'error';
};

function reasonOf(error: unknown): string {
  if ([Unmet, Skip, Unreachable, EvidenceError].some((known) => error instanceof known)) {
    return (error as Error).message;
  }
  return `The kit is at fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** In which order profiles build on each other, after the core. */
const order = Object.keys({
  evidence: 1,
  comms: 2,
  tasks: 3,
  incidents: 4,
  live: 5,
} satisfies Record<Exclude<Profile, 'core'>, number>) as Exclude<Profile, 'core'>[];

/** What a backend has to declare besides the core: every backend has that, and one that does not say so is wrong. */
function profilesOf({ requirements }: Check): Profile[] {
  const about = requirements.map((each) => requirement(each).profile);
  return order.filter((profile) => about.includes(profile));
}

async function take(
  check: Check,
  stage: Stage,
  config: Config,
  declared: readonly string[],
): Promise<Outcome> {
  const { id, title, requirements } = check;
  const needed = profilesOf(check);
  const about = { id, title, requirements, profile: needed.at(-1) ?? 'core' };
  const missing = needed.filter((each) => !declared.includes(each));
  if (missing.length > 0) {
    const reason = `The backend does not declare the profile ${missing.join(', ')}.`;
    return { ...about, status: 'unsupported', reason, ms: 0, exchanges: [] };
  }
  if (check.writes && config.readOnly) {
    return { ...about, status: 'skipped', reason: 'It records something.', ms: 0, exchanges: [] };
  }
  const trial = new Trial(stage);
  const from = performance.now();
  const ms = () => Math.round(performance.now() - from);
  try {
    await check.run(trial);
    return { ...about, status: 'pass', ms: ms(), exchanges: [] };
  } catch (error) {
    const { exchanges } = trial;
    return { ...about, status: statusOf(error), reason: reasonOf(error), ms: ms(), exchanges };
  } finally {
    await trial.end();
  }
}

/** Core where the discovery document cannot be read: then that is what is failing. */
async function declaredBy(stage: Stage): Promise<readonly string[]> {
  const answer = await new Trial(stage).anyone.ask('discovery.read', {});
  try {
    return answer.success().profiles;
  } catch {
    return ['core'];
  }
}

/** Runs every check that is wanted, in turn; those that wait, beside the others. Resolves whatever the backend does. */
export async function run(config: Config, progress: Progress = () => undefined): Promise<Run> {
  const startedAt = new Date().toISOString();
  const from = performance.now();
  const about = { baseUrl: config.baseUrl, startedAt };
  const stage = new Stage(config);
  const wanted = all.filter((check) => isWanted(check, config.only));
  let declared: readonly string[] = [];
  const outcomes: Outcome[] = [];
  try {
    await stage.open(wanted.length);
    declared = await declaredBy(stage);
  } catch (error) {
    const trouble = reasonOf(error);
    return { ...about, ms: Math.round(performance.now() - from), declared, trouble, outcomes };
  }
  const begin = (check: Check) => take(check, stage, config, declared);
  const waiting = new Map(wanted.filter(({ waits }) => waits).map((one) => [one, begin(one)]));
  for (const check of wanted) {
    const outcome = await (waiting.get(check) ?? begin(check));
    outcomes.push(outcome);
    progress(outcome, outcomes.length, wanted.length);
  }
  return { ...about, ms: Math.round(performance.now() - from), declared, outcomes };
}
