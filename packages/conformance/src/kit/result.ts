import type { Profile } from '@heed/contract';
import type { Exchange } from './exchange.js';

/**
 * What came of a check. `fail`: a requirement does not hold. `error`: the backend did not answer, or the kit is at fault.
 * `skipped`: something that it needs was not given. `unsupported`: about a profile that the backend does not declare.
 */
export type Status = 'pass' | 'fail' | 'error' | 'skipped' | 'unsupported';

/** What came of one check. */
export interface Outcome {
  id: string;
  title: string;
  requirements: readonly string[];
  /** Of the profiles that it is about, the one that builds on the others. */
  profile: Profile;
  status: Status;
  /** Why, unless it passed. */
  reason?: string;
  ms: number;
  /** What was sent and what came, in order; kept where the check did not pass. */
  exchanges: readonly Exchange[];
}

/** What came of a run. */
export interface Run {
  baseUrl: string;
  /** RFC 3339 UTC. */
  startedAt: string;
  ms: number;
  /** Profiles that the discovery document names. */
  declared: readonly string[];
  /** Something that concerns the whole run, such as a backend that does not answer. */
  trouble?: string;
  outcomes: readonly Outcome[];
}

/** How many checks have each status. */
export function count(outcomes: readonly Outcome[]): Record<Status, number> {
  const counts = { pass: 0, fail: 0, error: 0, skipped: 0, unsupported: 0 };
  for (const { status } of outcomes) counts[status]++;
  return counts;
}
