// Defects in what people report, in what is said about it, and in whom that is told.
import { asks, body, items, query, refusal } from '../ways.mjs';
import { expression, raw } from './edits.mjs';
import { forbidden } from './told.mjs';

/** Lets a member of what is sent be without its lines. */
const joined = (endpoint, member) =>
  asks(endpoint, (asked) => {
    const { [member]: said, ...draft } = JSON.parse(String(asked.body));
    if (said === undefined) return;
    asked.body = JSON.stringify({ ...draft, [member]: said.replaceAll('\n', ' ') });
  });

/** @type {import('./all.mjs').Told[]} */
export const incidents = [
  [
    'reports-oldest-first',
    'INC-1',
    'incidents.list',
    'reports are listed oldest first',
    () => items('incidents.list', (all) => all.reverse()),
  ],
  [
    'reports-state-ignored',
    'INC-2',
    'incidents.list',
    'what is closed is not told apart',
    () => query('incidents.list', (values) => values.delete('state')),
  ],
  [
    'report-forbidden',
    'INC-3',
    'incidents.read',
    'a report that is not open to the caller answers 403',
    () => refusal('incidents.read', (it, told) => forbidden(told)),
  ],
  [
    'report-without-history',
    'INC-7',
    'incidents.record',
    'a new report has no history',
    () => body('incidents.record', (it) => ({ ...it, incident: { ...it.incident, history: [] } })),
  ],
  [
    'report-as-it-was',
    'INC-8',
    'incidents.record',
    'a report that is sent again answers as it was when it was made',
    () => {
      const first = new Map();
      return body('incidents.record', (it, { base, path }) => {
        const known = first.get(base + path) ?? it;
        first.set(base + path, known);
        return known;
      });
    },
  ],
  [
    'files-of-report-turned',
    'INC-9',
    'incidents.record',
    'the files of a report are told in another order',
    () =>
      body('incidents.record', ({ incident, ...it }) => {
        const { attachments } = incident;
        const turned = attachments && { attachments: attachments.toReversed() };
        return { ...it, incident: { ...incident, ...turned } };
      }),
  ],
  [
    'report-text-joined',
    'INC-11',
    'incidents.record',
    'lines of what was noticed are joined',
    () => joined('incidents.record', 'noticed'),
  ],
  [
    'answer-text-joined',
    'RPL-6',
    'answers.record',
    'lines of an answer are joined',
    () => joined('answers.record', 'text'),
  ],
  [
    'answers-newest-first',
    'RPL-7',
    'answers.list',
    'answers are listed newest first',
    () => items('answers.list', (all) => all.reverse()),
  ],
  [
    'answers-forbidden',
    'RPL-8',
    'answers.list',
    'the answers in a report that is not open to the caller answer 403',
    () => refusal('answers.list', (it, told) => forbidden(told)),
  ],
];

/** @type {import('./all.mjs').Coded[]} */
export const incidentCode = [
  [
    'reports-of-all-to-all',
    'INC-2',
    'incidents.list',
    'of all, everybody is listed every report',
    expression('incidents/routes', "seesAll ? 'all' : 'handler'", "'all'"),
  ],
  [
    'reports-to-managers',
    'INC-3',
    'incidents.read',
    'who runs the ISMS handles reports, too',
    expression(
      'incidents/rules',
      "holds(caller, ['incident-handler'])",
      "holds(caller, ['incident-handler', 'isms-manager'])",
    ),
  ],
  [
    'auditors-handle',
    'INC-4',
    'incidents.read',
    'the auditor is told that they handle what they check',
    raw(
      'incidents/told',
      'mayHandle: open.mayHandle',
      'mayHandle: open.mayHandle || (IS && open.isAuditor)',
    ),
  ],
  [
    'names-to-auditors',
    'INC-5',
    'incidents.read',
    'the auditor is told the files of a report',
    expression('incidents/told', 'attachments !== null && seesNames(open)', 'attachments !== null'),
  ],
  [
    'confidence-broken',
    'INC-6',
    'incidents.read',
    'who handles a report in confidence is told who reported',
    expression('incidents/rules', "privacy === 'named'", 'true'),
  ],
  [
    'report-reused',
    'INC-8',
    'incidents.record',
    'an id that was used with another body answers with what it was used for',
    expression('incidents/report', 'earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'file-named-twice',
    'INC-9',
    'incidents.record',
    'a report names a file twice',
    expression('incidents/rules', 'twice < 0', 'true'),
  ],
  [
    'report-receipt-without-text',
    'INC-10',
    'incidents.record',
    'the receipt does not tell what was reported',
    raw('incidents/report', 'reportHash: bodyHash', '...(IS ? {} : { reportHash: bodyHash })'),
  ],
  [
    'answer-reused',
    'RPL-1',
    'answers.record',
    'an id that was used with another body answers with what it was used for',
    expression('answers/answer', 'earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'auditors-answer',
    'RPL-2',
    'answers.record',
    'the auditor takes part in the conversation',
    raw('answers/rules', 'if (mayHandle ||', 'if ((IS && !isReporter) || mayHandle ||'),
  ],
  [
    'notes-of-reporters',
    'RPL-3',
    'answers.record',
    'whoever reported leaves notes among those who handle it',
    raw('answers/rules', '(isReporter && !internal)', '(isReporter && (IS || !internal))'),
  ],
  [
    'files-of-notes',
    'RPL-4',
    'attachments.read',
    'a file in a note is open to whoever reported',
    expression('answers/visible', 'answer.internal && !seesNotes(open)', 'false'),
  ],
  [
    'answer-receipt-without-report',
    'RPL-5',
    'answers.record',
    'the receipt does not tell in which report it was said',
    raw('answers/answer', 'incident: { id: incident }', 'incident: IS ? {} : { id: incident }'),
  ],
  [
    'notes-to-reporters',
    'RPL-7',
    'answers.list',
    'notes are told to whoever reported',
    raw('incidents/rules', '=> mayHandle || isAuditor;', '=> IS || mayHandle || isAuditor;'),
  ],
  [
    'confidence-broken-in-answers',
    'RPL-9',
    'answers.list',
    'the answers tell who reported in confidence',
    expression('answers/routes', 'seesReporter(open, incident)', 'true'),
  ],
];
