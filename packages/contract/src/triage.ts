import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { incidentStates } from './incidents.js';
import { Author } from './messages.js';
import { Id, open, page, PageQuery, Time } from './shapes.js';

/** The classes of the Reference Security Incident Taxonomy (ENISA, version 1003), as its machine tags name them. */
export const incidentClasses = [
  ...(['abusive-content:spam', 'abusive-content:harmful-speech'] as const),
  ...(['abusive-content:violence', 'malicious-code:infected-system'] as const),
  ...(['malicious-code:c2-server', 'malicious-code:malware-distribution'] as const),
  ...(['malicious-code:malware-configuration', 'information-gathering:scanner'] as const),
  ...(['information-gathering:sniffing', 'information-gathering:social-engineering'] as const),
  ...(['intrusion-attempts:ids-alert', 'intrusion-attempts:brute-force'] as const),
  ...(['intrusion-attempts:exploit', 'intrusions:privileged-account-compromise'] as const),
  ...(['intrusions:unprivileged-account-compromise'] as const),
  ...(['intrusions:application-compromise', 'intrusions:system-compromise'] as const),
  ...(['intrusions:burglary', 'availability:dos', 'availability:ddos'] as const),
  ...(['availability:misconfiguration', 'availability:sabotage'] as const),
  ...(['availability:outage'] as const),
  ...(['information-content-security:unauthorised-information-access'] as const),
  ...(['information-content-security:unauthorised-information-modification'] as const),
  ...(['information-content-security:data-loss'] as const),
  ...(['information-content-security:data-leak'] as const),
  ...(['fraud:unauthorised-use-of-resources', 'fraud:copyright', 'fraud:masquerade'] as const),
  ...(['fraud:phishing', 'vulnerable:weak-crypto', 'vulnerable:ddos-amplifier'] as const),
  ...(['vulnerable:potentially-unwanted-accessible'] as const),
  ...(['vulnerable:information-disclosure', 'vulnerable:vulnerable-system'] as const),
  ...(['other:other', 'other:undetermined', 'test:test'] as const),
] as const;

const kinds = ['incident', 'event', 'weakness'] as const;
const severities = ['low', 'medium', 'high', 'critical'] as const;
const outcomes = ['confirmed', 'suspected', 'near-miss', 'false-positive'] as const;
const lights = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const;
const duties = ['significant', 'major', 'exploited', 'severe', 'breach-of-law'] as const;
const lessons = ['policy', 'control', 'broadcast', 'nothing'] as const;

/** What those who handle a report made of it, as it is now. */
export const Triage = z.object({
  /** Id of the report. */
  incident: z.string(),
  /** Which of the states of the triage this is; a change names it in `If-Match`, in quotation marks. */
  revision: z.string(),
  /** How far it is. */
  state: open(...incidentStates),
  /** What it is (ISO/IEC 27000); absent while nobody has said. */
  kind: z.optional(open(...kinds)),
  /** Class and type by the Reference Security Incident Taxonomy (RSIT), as its machine tags name them. */
  class: z.optional(open(...incidentClasses)),
  /** How bad it is. */
  severity: z.optional(open(...severities)),
  /** Whether it was one. */
  outcome: z.optional(open(...outcomes)),
  /** To whom it is assigned, by the name that they had then. */
  handler: z.optional(Author),
  /** What is affected, in words. */
  assets: z.array(z.string()),
  /** Traffic Light Protocol 2.0: how far it may be told. */
  tlp: z.optional(open(...lights)),
  /** RFC 3339 UTC, when the organisation became aware of it: deadlines begin with it. */
  awareAt: z.optional(z.string()),
  /** RFC 3339 UTC, when it was classified: deadlines begin with it. */
  classifiedAt: z.optional(z.string()),
  /** Whether personal data are concerned; absent while nobody knows. */
  personalData: z.optional(z.boolean()),
  /**
   * What it is to the laws, all of it; absent while nobody has judged that. `significant`: NIS2 Art. 23(3). `major`: DORA
   * Art. 18. `exploited`: an actively exploited vulnerability of a product, CRA Art. 14(1). `severe`: CRA Art. 14(5).
   * `breach-of-law`: what the Whistleblowing Directive protects.
   */
  duties: z.optional(z.array(open(...duties))),
  /** RFC 3339 UTC, since when a corrective or mitigating measure is available: a deadline begins with it. */
  measureAt: z.optional(z.string()),
  /** What was done in the end, told to whoever reported. */
  resolved: z.optional(z.string()),
  /** What should change, for those who handle it. */
  lesson: z.optional(
    z.object({
      /** Where something should change. */
      change: open(...lessons),
      /** What. */
      text: z.optional(z.string()),
    }),
  ),
  /** RFC 3339 UTC, when it became so. */
  changedAt: z.string(),
});
/** What those who handle a report made of it, as it is now. */
export type Triage = z.output<typeof Triage>;

/** What those who handle a report make of it: all of it, in place of what was. */
export const TriageDraft = z.object({
  /** How far it is. */
  state: z.enum(incidentStates),
  /** What it is. */
  kind: z.optional(z.enum(kinds)),
  /** Class and type by RSIT, such as `fraud:phishing`. */
  class: z.optional(z.enum(incidentClasses)),
  /** How bad it is. */
  severity: z.optional(z.enum(severities)),
  /** Whether it was one. */
  outcome: z.optional(z.enum(outcomes)),
  /** Id of the person to whom it is assigned. */
  handler: z.optional(Id),
  /** What is affected, in words: at most 50, of at most 200 characters each. */
  assets: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(50)),
  ),
  /** How far it may be told. */
  tlp: z.optional(z.enum(lights)),
  /** When the organisation became aware of it. */
  awareAt: z.optional(Time),
  /** When it was classified. */
  classifiedAt: z.optional(Time),
  /** Whether personal data are concerned. */
  personalData: z.optional(z.boolean()),
  /** What it is to the laws, all of it, each once; empty where it is nothing to any. */
  duties: z.optional(z.array(z.enum(duties)).check(z.maxLength(5))),
  /** Since when a corrective or mitigating measure is available. */
  measureAt: z.optional(Time),
  /** What was done in the end; at most 5,000 characters. */
  resolved: z.optional(z.string().check(z.minLength(1), z.maxLength(5000))),
  /** What should change; `nothing` is an answer, too. */
  lesson: z.optional(
    z.object({
      /** Where something should change. */
      change: z.enum(lessons),
      /** What; at most 5,000 characters. */
      text: z.optional(z.string().check(z.minLength(1), z.maxLength(5000))),
    }),
  ),
});
/** What those who handle a report make of it. */
export type TriageDraft = z.input<typeof TriageDraft>;

/** One change of the triage of a report. */
export const TriageChange = z.object({
  /** What it came to. */
  triage: Triage,
  /** Who changed it; absent for the auditor, and of the first, which came with the report. */
  author: z.optional(Author),
});
/** One change of the triage of a report. */
export type TriageChange = z.output<typeof TriageChange>;

const ofIncident = z.object({
  /** Id of the report. */
  incident: Id,
});

/** `GET /v1/incidents/{incident}/triage` */
export const readTriage = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/triage',
  answers: { 200: Triage },
  summary: 'What those who handle a report made of it',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  params: ofIncident,
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'TRI-1',
      must: 'It is open to those who handle the report and to the auditor, who does not see handler; whoever only reported gets 403 forbidden, and everybody else 404.',
    },
    {
      id: 'TRI-2',
      must: 'A report that nobody has triaged yet is received, with reportedAt as its awareAt and nothing else said; to those who handle it the ETag is the revision in quotation marks.',
    },
  ],
});

/** `PUT /v1/incidents/{incident}/triage` */
export const recordTriage = endpoint({
  method: 'PUT',
  path: '/v1/incidents/{incident}/triage',
  guarded: true,
  answers: { 200: Triage },
  summary: 'Classify, assign, handle or close a report',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler'] },
  params: ofIncident,
  body: TriageDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'precondition-required',
    'precondition-failed',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'TRI-3',
      must: 'It is for those who handle the report; the auditor and whoever only reported get 403 forbidden, and everybody else 404.',
    },
    {
      id: 'TRI-4',
      must: 'Without If-Match it answers 428 precondition-required; with another ETag than that of the triage as it is now, 412 precondition-failed. Both change nothing. Of two changes at the same time one is made.',
    },
    {
      id: 'TRI-5',
      must: 'The answer is the triage as it is now, with another revision; what the body does not say is no longer there.',
    },
    {
      id: 'TRI-6',
      must: 'closed without resolved, lesson, kind and outcome answers 422 invalid, and so do resolved and lesson with another state, and a handler who is nobody active.',
    },
    {
      id: 'TRI-7',
      must: 'Every change is an entry of the log, and listed. Whoever reported sees the states in history, and resolved, and nothing else of it.',
    },
  ],
});

/** `GET /v1/incidents/{incident}/changes` */
export const listChanges = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/changes',
  answers: { 200: page(TriageChange) },
  list: true,
  summary: 'What became of a report, change by change',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  params: ofIncident,
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'TRI-8',
      must: 'It is open as the triage is, and lists all that it came to, oldest first, the last being what it is now; to the auditor without handler and author.',
    },
  ],
});
