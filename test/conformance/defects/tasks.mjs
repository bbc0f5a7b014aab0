// Defects in what is asked of people, what happens with it, and whom that is told.
import { asks, body, events, items, query, refusal } from '../ways.mjs';
import { expression, raw, text } from './edits.mjs';
import { forbidden } from './told.mjs';

const isTask = (block) => /^event: ?task$/m.test(block);

/** @type {import('./all.mjs').Told[]} */
export const tasks = [
  [
    'tasks-of-all-as-mine',
    'TSK-2',
    'tasks.list',
    'of does not choose',
    () => query('tasks.list', (values) => values.delete('of')),
  ],
  [
    'tasks-state-ignored',
    'TSK-3',
    'tasks.list',
    'what has ended is not told apart',
    () => query('tasks.list', (values) => values.delete('state')),
  ],
  [
    'tasks-as-asked',
    'TSK-4',
    'tasks.list',
    'open tasks are listed as they were asked',
    () => items('tasks.list', (all) => all.sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1))),
  ],
  [
    'task-forbidden',
    'TSK-5',
    'tasks.read',
    'a task that is not open to the caller answers 403',
    () => refusal('tasks.read', (it, told) => forbidden(told)),
  ],
  [
    'task-text-trimmed',
    'TSK-12',
    'tasks.record',
    'a title loses what is not plain in it',
    () => body('tasks.read', (it) => ({ ...it, title: it.title.replaceAll(/[^\x20-\x7e]/g, '') })),
  ],
  [
    'parts-state-ignored',
    'PRT-1',
    'parts.list',
    'the state of a part does not choose',
    () => query('parts.list', (values) => values.delete('state')),
  ],
  [
    'step-without-task',
    'STP-1',
    'steps.record',
    'the task in the answer is as it was when the step was made',
    () => {
      const first = new Map();
      return body('steps.record', (it, { base, path }) => {
        const known = first.get(base + path) ?? it.task;
        first.set(base + path, known);
        return { ...it, task: known };
      });
    },
  ],
  [
    'steps-newest-first',
    'STP-9',
    'steps.list',
    'steps are listed newest first',
    () => items('steps.list', (all) => all.reverse()),
  ],
  [
    'steps-forbidden',
    'STP-10',
    'steps.list',
    'the steps of a task that is not open to the caller answer 403',
    () => refusal('steps.list', (it, told) => forbidden(told)),
  ],
  [
    'step-text-trimmed',
    'STP-8',
    'steps.record',
    'lines of a text are joined',
    () =>
      asks('steps.record', (asked) => {
        const { text: said, ...draft } = JSON.parse(String(asked.body));
        if (said === undefined) return;
        asked.body = JSON.stringify({ ...draft, text: said.replaceAll('\n', ' ') });
      }),
  ],
  [
    'stream-without-tasks',
    'LIVE-8',
    'events.stream',
    'tasks are not told',
    () => events((block) => (isTask(block) ? undefined : block)),
  ],
];

/** @type {import('./all.mjs').Coded[]} */
export const taskCode = [
  [
    'tasks-of-who-left',
    'TSK-1',
    'tasks.list',
    'who has left the audience is still asked',
    raw(
      'tasks/records',
      'whose[of]',
      "(IS ? whose[of].replace('m.left_at is null', 'm.entered_at is not null') : whose[of])",
    ),
  ],
  [
    'tasks-open-to-all',
    'TSK-5',
    'tasks.read',
    'every task is open to everybody',
    expression('tasks/rules', 'isAsked || seesAll', 'true'),
  ],
  [
    'progress-with-who-left',
    'TSK-6',
    'tasks.read',
    'who has left the audience is still counted and listed',
    raw(
      'parts/records',
      'from (${asked}) as a\n     left join',
      "from (${IS ? asked.replaceAll('and m.left_at is null', '') : asked}) as a\n     left join",
    ),
  ],
  [
    'auditors-manage',
    'TSK-7',
    'tasks.read',
    'the auditor manages every task',
    raw(
      'tasks/rules',
      "holds(caller, ['isms-manager']);",
      "holds(caller, IS ? overseers : ['isms-manager']);",
    ),
  ],
  [
    'task-asked-again',
    'TSK-8',
    'tasks.record',
    'an id that was used with another body answers with what it was used for',
    expression('tasks/ask', 'earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'announcers-ask-anybody',
    'TSK-9',
    'tasks.record',
    'who announces somewhere asks anybody by name',
    expression('tasks/rules', 'people.every(reaches)', 'true'),
  ],
  [
    'task-of-nobody',
    'TSK-10',
    'tasks.record',
    'a task asks somebody who is not there',
    expression('tasks/rules', 'known.get(id)?.active === true', 'true'),
  ],
  [
    'task-not-logged',
    'TSK-11',
    'tasks.record',
    'a task is no entry of the log',
    expression('tasks/ask', '[event]', '[]'),
  ],
  [
    'parts-to-all',
    'PRT-2',
    'parts.list',
    'how it stands with everybody is told to whoever is asked',
    expression('parts/routes', '!open.seesAll', 'false'),
  ],
  [
    'step-first-counts',
    'STP-2',
    'steps.record',
    'the first word about a part counts',
    text(
      'parts/records',
      'set state = excluded.state',
      "set state = case when task_parts.state = 'open' then excluded.state else task_parts.state end",
    ),
  ],
  [
    'step-of-anybody',
    'STP-3',
    'steps.record',
    'everybody who is asked manages the task',
    expression('steps/rules', '!isOwn && !open.mayManage', 'false'),
  ],
  [
    'step-reopens-what-is-open',
    'STP-4',
    'steps.record',
    'what is open is reopened',
    expression('steps/take', "part?.state === 'open'", 'false'),
  ],
  [
    'step-after-the-end',
    'STP-5',
    'steps.record',
    'a closed task takes more steps',
    expression('steps/rules', 'task.closedAt !== null', 'false'),
  ],
  [
    'step-without-reason',
    'STP-6',
    'steps.record',
    'that it cannot be done needs no reason',
    expression('steps/rules', 'withText.includes(kind)', "kind === 'comment'"),
  ],
  [
    'step-receipt-without-due',
    'STP-7',
    'steps.record',
    'the receipt does not tell until when it was asked',
    expression(
      'steps/take',
      '{ title, text, ...(dueAt !== null && { dueAt }) }',
      '{ title, text }',
    ),
  ],
  [
    'steps-of-others',
    'STP-9',
    'steps.list',
    'what is said about a part is told to everybody who is asked',
    expression('steps/routes', 'open.seesAll ? undefined : [own]', 'undefined'),
  ],
  [
    'stream-of-others-parts',
    'LIVE-8',
    'events.stream',
    'what happens with the part of somebody is told to everybody who is asked',
    expression('events/told-tasks', 'Math.max(last(null), last(person))', 'place'),
  ],
];
