// Defects in legal clocks, and in what is recorded of what was sent.
import { asks, body, items, refusal } from '../ways.mjs';
import { expression } from './edits.mjs';
import { forbidden } from './told.mjs';

/** @type {import('./all.mjs').Told[]} */
export const clocks = [
  [
    'clocks-forbidden',
    'CLK-1',
    'clocks.read',
    'the clocks of a report that is not open to the caller answer 403',
    () => refusal('clocks.read', (it, told) => forbidden(told)),
  ],
  [
    'clocks-without-progress',
    'CLK-2',
    'clocks.read',
    'a law has not all of its clocks',
    () =>
      body('clocks.read', (it) => ({
        ...it,
        clocks: it.clocks.filter(({ id }) => id !== 'nis2-progress'),
      })),
  ],
  [
    'notification-text-joined',
    'NTF-5',
    'notifications.record',
    'lines of a text are joined',
    () =>
      asks('notifications.record', (asked) => {
        const { text: said, ...draft } = JSON.parse(String(asked.body));
        if (said === undefined) return;
        asked.body = JSON.stringify({ ...draft, text: said.replaceAll('\n', ' ') });
      }),
  ],
  [
    'notifications-newest-first',
    'NTF-6',
    'notifications.list',
    'what was sent last is listed first',
    () => items('notifications.list', (all) => all.reverse()),
  ],
];

/** @type {import('./all.mjs').Coded[]} */
export const clockCode = [
  [
    'clock-capped-for-ever',
    'CLK-3',
    'clocks.read',
    'what was classified after 24 hours was due before that',
    expression('clocks/rules', 'startedAt <= most && most < dueAt', 'most < dueAt'),
  ],
  [
    'clock-from-the-first-report',
    'CLK-4',
    'clocks.read',
    'a final report is due after the first intermediate one',
    expression('clocks/rules', "which === 'first'", 'true'),
  ],
  [
    'clock-before-its-start',
    'CLK-5',
    'clocks.read',
    'feedback is due before the acknowledgement was sent or its days were over',
    expression('clocks/rules', 'begun || now > end', 'true'),
  ],
  [
    'clock-past-the-month',
    'CLK-6',
    'clocks.read',
    'a month from the 31st ends in the month after',
    expression('clocks/periods', 'Math.min(from.getUTCDate(), last)', 'from.getUTCDate()'),
  ],
  [
    'clock-sent-is-sent',
    'CLK-7',
    'clocks.read',
    'what was sent late is called sent',
    expression('clocks/rules', 'due && sentAt > due.dueAt', 'false'),
  ],
  [
    'clock-of-every-law',
    'CLK-8',
    'clocks.read',
    'what the report is to the laws decides nothing',
    expression('clocks/rules', 'facts.judged[clock.when] === false', 'false'),
  ],
  [
    'next-due-to-all',
    'CLK-9',
    'clocks.read',
    'whoever reported is told what is due next',
    expression('clocks/next-due', "refusal(open, 'read') === undefined", 'true'),
  ],
  [
    'notification-told-again',
    'NTF-1',
    'notifications.record',
    'an id that was used with another body answers with what it was used for',
    expression('notifications/notify', 'earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'auditors-notify',
    'NTF-2',
    'notifications.record',
    'the auditor records what was sent',
    expression('notifications/rules', "isAuditor && act === 'read'", 'isAuditor'),
  ],
  [
    'notification-ahead',
    'NTF-3',
    'notifications.record',
    'what comes in an hour was sent',
    expression('notifications/rules', 'Date.parse(at) > now.getTime() + aheadMs', 'false'),
  ],
  [
    'notification-receipt-of-nothing',
    'NTF-4',
    'notifications.record',
    'the receipt does not hold what was sent',
    expression('notifications/notify', 'hashOf(text)', "hashOf('')"),
  ],
];
