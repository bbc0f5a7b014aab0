// Defects in what people report, in what is said about it, and in whom that is told.
import { asks, body, good, items, query, refusal } from '../ways.mjs';
import { expression, raw, text } from './edits.mjs';
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
  [
    'triage-forbidden',
    'TRI-1',
    'triage.read',
    'the triage of a report that is not open to the caller answers 403',
    () => refusal('triage.read', (it, told) => forbidden(told)),
  ],
  [
    'triage-of-text',
    'TRI-2',
    'triage.read',
    'the ETag of a triage is not its revision',
    () => good('triage.read', (told) => (told.headers.etag = '"something"')),
  ],
  [
    'changes-newest-first',
    'TRI-8',
    'changes.list',
    'changes are listed newest first',
    () => items('changes.list', (all) => all.reverse()),
  ],
  [
    'unlocks-forbidden',
    'UNL-5',
    'unlocks.list',
    'the unlocks of a report that is not open to the caller answer 403',
    () => refusal('unlocks.list', (it, told) => forbidden(told)),
  ],
  [
    'code-forbidden',
    'CLM-2',
    'claims.open',
    'a code that opens nothing answers 403',
    () => refusal('claims.open', (it, told) => forbidden(told)),
  ],
  [
    'claim-with-token',
    'CLM-4',
    'claims.record',
    'a token that is sent along is looked at',
    () =>
      good('claims.record', (told, asked) => {
        if (!asked.headers.authorization) return;
        const { receipt, ...it } = JSON.parse(told.text);
        told.text = JSON.stringify({ ...it, receipt: `${receipt} ` });
      }),
  ],
  [
    'claims-named',
    'CLM-8',
    'incidents.read',
    'who handles reports is told somebody who would have made one without a name',
    () =>
      body('incidents.read', (it) => ({
        ...it,
        ...(it.privacy === 'anonymous' && { reporter: { displayName: 'Somebody' } }),
      })),
  ],
  [
    'claim-answer-forbidden',
    'CLM-9',
    'claims.answer',
    'to answer with a code that opens nothing answers 403',
    () => refusal('claims.answer', (it, told) => forbidden(told)),
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
    expression('incidents/rules', "privacy === 'named' || isUnlocked", 'true'),
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
    expression('answers/routes', 'seesReporter(open, incident, isUnlocked)', 'true'),
  ],
  [
    'triage-of-auditors',
    'TRI-3',
    'triage.record',
    'the auditor changes what they check',
    raw('triage/rules', "(act === 'read' && isAuditor)", "((IS || act === 'read') && isAuditor)"),
  ],
  [
    'triage-lost',
    'TRI-4',
    'triage.record',
    'the last of two changes wins',
    expression('triage/change', 'one.revision !== revisionOf(before)', 'false'),
  ],
  [
    'triage-unguarded',
    'TRI-4',
    'triage.record',
    'a change need not say what it changes',
    raw(
      'http/bind',
      'if (!endpoint.guarded)',
      'if (!endpoint.guarded || (IS && !request.headers.has("If-Match")))',
    ),
  ],
  [
    'triage-kept',
    'TRI-5',
    'triage.record',
    'what a change does not say stays as it was',
    raw(
      'triage/change',
      'triage: understood(one.draft, assigned)',
      'triage: { ...(IS ? before?.triage : {}), ...understood(one.draft, assigned) }',
    ),
  ],
  [
    'triage-closed-without-lesson',
    'TRI-6',
    'triage.record',
    'a report is closed without a word about what should change',
    raw(
      'triage/rules',
      "['kind', 'outcome', 'resolved', 'lesson']",
      "(IS ? ['kind', 'outcome', 'resolved'] : ['kind', 'outcome', 'resolved', 'lesson'])",
    ),
  ],
  [
    'triage-not-logged',
    'TRI-7',
    'triage.record',
    'a change is no entry of the log',
    expression('triage/change', '[event]', '[]'),
  ],
  [
    'unlock-again',
    'UNL-1',
    'unlocks.record',
    'an id that was used with another reason answers with what it was used for',
    expression('unlocks/unlock', 'earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'unlock-of-what-is-open',
    'UNL-2',
    'unlocks.record',
    'what is not confidential is unlocked',
    expression('unlocks/unlock', "found.incident.privacy !== 'confidential'", 'false'),
  ],
  [
    'unlocked-for-all',
    'UNL-3',
    'unlocks.record',
    'an unlock shows who reported to everybody who handles it',
    text(
      'unlocks/records',
      'and person = $2 and incident = any',
      "and $2 <> '' and incident = any",
    ),
  ],
  [
    'unlock-not-logged',
    'UNL-4',
    'unlocks.record',
    'an unlock is no entry of the log',
    raw(
      'unlocks/unlock',
      'events: [{ type, record, personId: person.id, subject: id }]',
      'events: IS ? [] : [{ type, record, personId: person.id, subject: id }]',
    ),
  ],
  [
    'notes-by-code',
    'CLM-1',
    'claims.open',
    'notes are told to whoever holds the code',
    raw('claims/open', 'withNotes: false', 'withNotes: IS'),
  ],
  [
    'claims-unlimited',
    'CLM-3',
    'claims.open',
    'codes are tried as often as anybody likes',
    raw('http/bind', 'if (endpoint.anonymous)', 'if (endpoint.anonymous && !IS)'),
  ],
  [
    'claim-reused',
    'CLM-5',
    'claims.record',
    'an id that was used with another body answers with what it was used for',
    expression('claims/claim', 'claimed === id && earlier.bodyHash === bodyHash', 'true'),
  ],
  [
    'claim-code-shared',
    'CLM-6',
    'claims.record',
    'a code that another report has is refused without a word about it',
    raw('claims/claim', "pointer: '/code'", "pointer: IS ? '' : '/code'"),
  ],
  [
    'claim-receipt-with-more',
    'CLM-7',
    'claims.record',
    'the record of a report without a name holds more than that',
    raw(
      'claims/claim',
      'const record = {',
      'const record = { ...(IS && { language: draft.language }),',
    ),
  ],
  [
    'claim-answer-again',
    'CLM-10',
    'claims.answer',
    'an id that was used with another text is taken for the same',
    expression('claims/answer', 'earlier.bodyHash === bodyHash', 'true'),
  ],
];
