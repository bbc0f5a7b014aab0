import { requirement } from '../kit/requirements.js';
import { visible } from './visible.js';
import { count, type Outcome, type Run } from '../kit/result.js';

const marks = { pass: '✓', fail: '✗', error: '!', skipped: '-', unsupported: ' ' } as const;

/** One line for a check as soon as it is done. */
export function line({ status, id, title, ms }: Outcome, done: number, of: number): string {
  return `${marks[status]} [${String(done).padStart(String(of).length)}/${of}] ${id}: ${title}${ms >= 1000 ? ` (${(ms / 1000).toFixed(1)} s)` : ''}`;
}

function told({ id, title, reason = '', requirements, status }: Outcome): string {
  const musts = requirements.map((each) => `    ${each}  ${requirement(each).must}`);
  return [`${marks[status]} ${id}: ${title}`, `    ${visible(reason)}`, ...musts].join('\n');
}

function listed(title: string, outcomes: readonly Outcome[]): string[] {
  return outcomes.length > 0 ? ['', `${title}:`, '', outcomes.map(told).join('\n\n')] : [];
}

/** What is said at the end: what failed and what it means, what was left out and why, and the sums. */
export function summary(run: Run): string {
  const { outcomes, declared, trouble, ms } = run;
  if (trouble !== undefined) return `The run could not begin. ${trouble}`;
  const of = (status: Outcome['status']) => outcomes.filter((each) => each.status === status);
  const reasons = new Map<string, number>();
  for (const { reason = '' } of [...of('skipped'), ...of('unsupported')]) {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const counts = count(outcomes);
  const sums = [
    ...[`${counts.pass} passed`, `${counts.fail} failed`, `${counts.error} without an answer`],
    ...[`${counts.skipped} skipped`, `${counts.unsupported} of profiles that are not declared`],
  ];
  return [
    ...listed('What failed', of('fail')),
    ...listed('What could not be tried', of('error')),
    ...(reasons.size > 0 ? ['', 'What was left out:', ''] : []),
    ...[...reasons].map(([reason, times]) => `- ${times} × ${reason}`),
    '',
    `${run.baseUrl} declares ${declared.join(', ') || 'nothing'}. ${(ms / 1000).toFixed(1)} s.`,
    sums.join(', '),
  ].join('\n');
}
