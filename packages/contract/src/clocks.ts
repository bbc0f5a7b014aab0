import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, open } from './shapes.js';

/** A legal deadline of a report. */
export const Clock = z.object({
  /**
   * Which: `nis2-early-warning`, `nis2-notification`, `nis2-progress`, `nis2-final`, `gdpr-notification`, `dora-initial`,
   * `dora-intermediate`, `dora-final`, `cra-exploited-early-warning`, `cra-exploited-notification`, `cra-exploited-final`,
   * `cra-severe-early-warning`, `cra-severe-notification`, `cra-severe-final`, `whistleblowing-acknowledgement`,
   * `whistleblowing-feedback`, or one of the backend’s own.
   */
  id: z.string(),
  /** The law that it comes from. */
  law: open('nis2', 'gdpr', 'dora', 'cra', 'whistleblowing'),
  /** Where it stands there, such as `Art. 33(1)`. */
  article: z.string(),
  /** What has to be sent, in English. */
  title: z.string(),
  /** Who gets it, as the organisation calls them, or in general words. */
  authority: z.string(),
  /**
   * `waiting`: what it starts with has not happened. `running`. `sent`: in time. `late`: its time is over, whether it was
   * sent after that (then `sent` is there) or not. `not-applicable`: nothing has to be sent.
   */
  state: open('waiting', 'running', 'sent', 'late', 'not-applicable'),
  /** RFC 3339 UTC, when it started; absent while it waits and where it does not apply, as are the two after it. */
  startedAt: z.optional(z.string()),
  /** RFC 3339 UTC, the last moment of its time. */
  dueAt: z.optional(z.string()),
  /** RFC 3339 UTC, from when on those who handle the report are warned. */
  warnAt: z.optional(z.string()),
  /** What was sent for it first; absent where nothing was. */
  sent: z.optional(
    z.object({
      /** Id of the notification. */
      notification: z.string(),
      /** RFC 3339 UTC. */
      sentAt: z.string(),
      /** To whom. */
      authority: z.string(),
      /** Who recorded it; absent for the auditor. */
      author: z.optional(Author),
    }),
  ),
});
/** A legal deadline of a report. */
export type Clock = z.output<typeof Clock>;

/** The legal deadlines of a report, as of now. */
export const Clocks = z.object({
  /** Id of the report. */
  incident: z.string(),
  /** IANA name of the zone in whose calendar days and months are counted, such as `Europe/Berlin`. */
  timeZone: z.string(),
  /** The laws that the organisation is under. */
  laws: z.array(open('nis2', 'gdpr', 'dora', 'cra', 'whistleblowing')),
  /** Their clocks. */
  clocks: z.array(Clock),
});
/** The legal deadlines of a report, as of now. */
export type Clocks = z.output<typeof Clocks>;

/** `GET /v1/incidents/{incident}/clocks` */
export const readClocks = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/clocks',
  answers: { 200: Clocks },
  summary: 'What the laws ask for because of a report, and until when',
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
      id: 'CLK-1',
      must: 'They are open to those who handle the report and to the auditor, who does not see author; whoever only reported gets 403 forbidden, and everybody else 404.',
    },
    {
      id: 'CLK-2',
      must: 'clocks are those of laws, each once: of nis2 early-warning, notification, progress and final, of gdpr notification, of dora initial, intermediate and final, of cra early-warning, notification and final of exploited and of severe, of whistleblowing acknowledgement and feedback.',
    },
    {
      id: 'CLK-3',
      must: 'From awareAt of the triage, the early warnings of nis2 and cra are due 24 hours later and the notifications of nis2, gdpr and cra 72 hours later, as hours pass; from classifiedAt, dora-initial 4 hours later, but at most 24 hours after awareAt where it was classified within them.',
    },
    {
      id: 'CLK-4',
      must: 'From the first notification that was sent, nis2-progress, nis2-final and cra-severe-final are due one month later, from the last intermediate report dora-final one month, and from the first initial notification dora-intermediate 72 hours. After a progress report, nis2-final is due one month after the report was closed.',
    },
    {
      id: 'CLK-5',
      must: 'From measureAt of the triage, cra-exploited-final is due 14 days later; from reportedAt, whistleblowing-acknowledgement 7 days later; from an acknowledgement in these days, whistleblowing-feedback 3 months later, else 3 months after they are over.',
    },
    {
      id: 'CLK-6',
      must: 'Days and months are those of timeZone: the day of the start is not counted, and dueAt is the last millisecond of the last day; a month ends on the same date, or on the last day of the month when it has no such date. Nothing is prolonged.',
    },
    {
      id: 'CLK-7',
      must: 'A clock is waiting without startedAt, running until dueAt, and late after it; once something was sent for it, it is sent if that was not after dueAt, and late otherwise, and sent has it.',
    },
    {
      id: 'CLK-8',
      must: 'Where the triage has duties, exactly their clocks of nis2 (significant), dora (major), cra (exploited, severe) and whistleblowing (breach-of-law) apply; where it has none yet, all of them do, but those of whistleblowing alone where outcome is false-positive or near-miss. gdpr applies unless personalData is false or outcome is one of these two. What does not apply is not-applicable, unless something was sent for it.',
    },
    {
      id: 'CLK-9',
      must: 'nextDue of the report is, to those who handle it and the auditor and to nobody else, the clock that is due first of those for which nothing was sent; absent where there is none.',
    },
  ],
});
