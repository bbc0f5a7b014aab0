import type { NotificationDraft } from '@heed/contract';
import { clocks, type Law } from '../clocks/laws.js';
import { Failure, type Misfit } from '../http/failure.js';
import type { Standing } from '../incidents/rules.js';
import { moment } from '../tasks/rules.js';

/** How far clocks of people may be ahead of ours. */
const aheadMs = 5 * 60_000;

/** The refusal of whoever may not see what is sent (CLK-1, NTF-2); undefined when they may. */
export function refusal(
  { mayHandle, isAuditor }: Standing,
  act: 'read' | 'record',
): Failure | undefined {
  if (mayHandle || (isAuditor && act === 'read')) return undefined;
  return new Failure(
    'forbidden',
    act === 'read'
      ? 'What the laws ask for is for those who handle the report.'
      : 'What was sent is recorded by those who handle the report. Nothing was recorded.',
  );
}

/** What of a notification does not fit together (NTF-3). */
export function misfits(
  { clock, sentAt }: NotificationDraft,
  laws: readonly { id: Law }[],
  now: Date,
): Misfit[] {
  const law = clocks.find(({ id }) => id === clock)?.law;
  const at = moment(sentAt);
  const isAhead = at !== undefined && Date.parse(at) > now.getTime() + aheadMs;
  return [
    ...(laws.some(({ id }) => id === law)
      ? []
      : [{ pointer: '/clock', message: 'The report has no such clock' }]),
    ...(at === undefined ? [{ pointer: '/sentAt', message: 'There is no such moment' }] : []),
    ...(isAhead ? [{ pointer: '/sentAt', message: 'That has not come yet' }] : []),
  ];
}
