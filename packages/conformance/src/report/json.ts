import { contractVersion } from '@heed/contract';
import { requirement } from '../kit/requirements.js';
import { count, type Run } from '../kit/result.js';
import { redacted } from './redacted.js';

/** `result.json`: the whole run, for programs. Without tokens. */
export function jsonReport(run: Run): string {
  const { outcomes, ...about } = run;
  const report = {
    format: 'conformance-result/1',
    contract: contractVersion,
    ...about,
    counts: count(outcomes),
    checks: outcomes.map(({ exchanges, requirements, ...outcome }) => ({
      ...outcome,
      requirements: requirements.map((id) => ({ id, must: requirement(id).must })),
      exchanges: redacted(exchanges),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
