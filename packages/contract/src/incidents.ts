import * as z from 'zod/mini';
import { Attached } from './attachments.js';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, Language, open, page, PageQuery, Time } from './shapes.js';

/** The words in which staff say what something seems to be; the handler classifies it later. */
const seeming = [
  ...(['phishing', 'lost-device', 'wrong-recipient', 'malware'] as const),
  ...(['access', 'weakness', 'other'] as const),
] as const;

/** How far it is with a report: `received`, nobody has looked at it yet; then it is assessed, handled, and closed. */
export const incidentStates = ['received', 'assessing', 'handling', 'closed'] as const;

/** An information security event, incident or weakness that somebody noticed, as they told it. */
export const Incident = z.object({
  /** Chosen by the device of whoever reports. */
  id: z.string(),
  /** BCP 47, as it was told. */
  language: z.string(),
  /** What it seems to be, in the words of staff; absent where they did not say. */
  seems: z.optional(open(...seeming)),
  /** What they noticed, plain text in which lines are kept. */
  noticed: z.string(),
  /** RFC 3339 UTC, when they noticed it; absent where they did not say. */
  noticedAt: z.optional(z.string()),
  /** Whether they feel safe to go on working; absent where they did not say. */
  safe: z.optional(open('yes', 'no', 'unsure')),
  /** What they did about it already, plain text. */
  did: z.optional(z.string()),
  /** Files that stand in it, as the report named them; absent where there are none, and for the auditor. */
  attachments: z.optional(z.array(Attached)),
  /**
   * `named`: whoever handles it sees who reported. `confidential`: only after an unlock. `anonymous`: nobody knows, and
   * whoever holds the claim code goes on with it.
   */
  privacy: open('named', 'confidential', 'anonymous'),
  /** Who reported, where the caller sees that (INC-6). */
  reporter: z.optional(Author),
  /** RFC 3339 UTC, when it was recorded. */
  reportedAt: z.string(),
  /** How far it is. */
  state: open(...incidentStates),
  /** The states that it had, in their order, each from when on; the first is `received`. */
  history: z.array(
    z.object({
      /** Which. */
      state: open(...incidentStates),
      /** RFC 3339 UTC, since when. */
      at: z.string(),
    }),
  ),
  /** What was done in the end, told to whoever reported; absent while it is not closed. */
  resolved: z.optional(z.string()),
  /** How many answers are open to the caller. */
  answers: z.int(),
  /** RFC 3339 UTC, when the newest of them came. */
  answeredAt: z.optional(z.string()),
  /** What has to be sent next because of it, passed or not, for those who handle it and the auditor; absent where nothing is. */
  nextDue: z.optional(
    z.object({
      /** Id of the clock. */
      clock: z.string(),
      /** RFC 3339 UTC. */
      dueAt: z.string(),
    }),
  ),
  /** Whether the caller reported it. */
  mine: z.boolean(),
  /** Whether the caller handles it: reads everything, answers, triages. */
  mayHandle: z.boolean(),
});
/** An information security event, incident or weakness that somebody noticed, as they told it. */
export type Incident = z.output<typeof Incident>;

/** What somebody tells of it, however they report. */
export const reported = {
  /** BCP 47. */
  language: Language,
  /** What it seems to be. */
  seems: z.optional(z.enum(seeming)),
  /** What they noticed; at most 10,000 characters. */
  noticed: z.string().check(z.minLength(1), z.maxLength(10_000)),
  /** When they noticed it. */
  noticedAt: z.optional(Time),
  /** Whether they feel safe to go on. */
  safe: z.optional(z.enum(['yes', 'no', 'unsure'])),
  /** What they did about it already; at most 5,000 characters. */
  did: z.optional(z.string().check(z.minLength(1), z.maxLength(5000))),
};

/** What somebody reports under their name. */
export const IncidentDraft = z.object({
  ...reported,
  /** Ids of attachments of theirs that are ready and stand nowhere yet; at most 10, each once. */
  attachments: z.optional(z.array(Id).check(z.maxLength(10))),
  /** Whether those who handle it see who reported only after an unlock. */
  confidential: z.optional(z.boolean()),
});
/** What somebody reports under their name. */
export type IncidentDraft = z.input<typeof IncidentDraft>;

/** That a report was recorded. */
export const IncidentRecorded = z.object({
  /** As it is now. */
  incident: Incident,
  /**
   * The receipt (see the evidence page). The record has these members at least: `tenant`; `person` with `id`, `userName`
   * and `displayName`, who reported; `incident` with `id` and `privacy`; `reportHash`, which is `sha256:` and the hash of the
   * canonical JSON (RFC 8785) of the body as it was sent, of the members of the schema; and `recordedAt`.
   */
  receipt: z.string(),
});
/** That a report was recorded. */
export type IncidentRecorded = z.output<typeof IncidentRecorded>;

/** `GET /v1/incidents` */
export const listIncidents = endpoint({
  method: 'GET',
  path: '/v1/incidents',
  answers: { 200: page(Incident) },
  list: true,
  summary: 'What the caller reported, or handles',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** `me`: what the caller reported. `all`: whatever else is open to them. */
    of: z._default(z.enum(['me', 'all']), 'me'),
    /** `open`: what is not closed yet. `closed`: the rest. Both when absent. */
    state: z.optional(z.enum(['open', 'closed'])),
  }),
  cache: 'revalidate',
  requirements: [
    {
      id: 'INC-1',
      must: 'Of me, exactly the reports are listed that the caller made under their name, confidential ones included; the last one first.',
    },
    {
      id: 'INC-2',
      must: 'Of all, for incident-handler and auditor every report is listed, and for everybody else those that were assigned to them: none, where there are none. With state, only those in it.',
    },
  ],
});

/** `GET /v1/incidents/{incident}` */
export const readIncident = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}',
  answers: { 200: Incident },
  summary: 'One report',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  params: z.object({
    /** Id of the report. */
    incident: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'INC-3',
      must: 'A report is open to whoever reported it under their name, to incident-handler, to whom it is assigned and to auditor; to everybody else, isms-manager among them, it answers 404.',
    },
    {
      id: 'INC-4',
      must: 'mine is true for whoever reported it, mayHandle for incident-handler and for whom it is assigned; for nobody else.',
    },
    {
      id: 'INC-5',
      must: 'To the auditor it has neither reporter nor attachments, unless they reported or handle it.',
    },
    {
      id: 'INC-6',
      must: 'reporter stands there for whoever reported, and for who handles it where it is named, or was unlocked by the caller; never of an anonymous report.',
    },
    {
      id: 'INC-7',
      must: 'history begins with received at reportedAt, and has every state that it came to since, in their order; the last of them is its state.',
    },
  ],
});

/** `PUT /v1/incidents/{incident}` */
export const recordIncident = endpoint({
  method: 'PUT',
  path: '/v1/incidents/{incident}',
  answers: { 200: IncidentRecorded },
  summary: 'Report an event, an incident or a weakness, by name or in confidence',
  profile: 'incidents',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each report. */
    incident: Id,
  }),
  body: IncidentDraft,
  cache: 'none',
  problems: [
    'malformed',
    'not-found',
    'not-open-for-this',
    'message-reused',
    'too-large',
    'unsupported-media-type',
  ],
  requirements: [
    {
      id: 'INC-8',
      must: 'The same id with the same body (equal members of the schema), sent again at any time, is one report, and answers with that report as it is now and its receipt; with another body it answers 422 message-reused, of somebody else 404. Both change nothing.',
    },
    {
      id: 'INC-9',
      must: 'With attachments the report names them in that order. One that is not the caller’s answers 404; one that is not ready or stands in something else answers 409 not-open-for-this; one named twice answers 422 invalid. All of them, or nothing is recorded.',
    },
    {
      id: 'INC-10',
      must: 'Every report is an entry of the log, and the receipt proves it with a record that has the members named there.',
    },
    {
      id: 'INC-11',
      must: 'noticed and did come back as they were sent, every Unicode character of them.',
    },
  ],
});
