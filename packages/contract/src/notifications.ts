import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Author } from './messages.js';
import { Id, page, PageQuery, Time } from './shapes.js';

/** That something was sent because a law asks for it: to an authority, or to whoever reported. */
export const Notification = z.object({
  /** Chosen by the device. */
  id: z.string(),
  /** Id of the report. */
  incident: z.string(),
  /** Id of the clock that it was sent for. */
  clock: z.string(),
  /** To whom it was sent. */
  authority: z.string(),
  /** RFC 3339 UTC, when it was sent. */
  sentAt: z.string(),
  /** What the authority calls it, such as a file number. */
  reference: z.optional(z.string()),
  /** What was sent, or what is to be said about it; plain text in which lines are kept. */
  text: z.optional(z.string()),
  /** Who recorded it; absent for the auditor. */
  author: z.optional(Author),
  /** RFC 3339 UTC, when it was recorded here. */
  recordedAt: z.string(),
});
/** That something was sent because a law asks for it. */
export type Notification = z.output<typeof Notification>;

/** What was sent, when and to whom. */
export const NotificationDraft = z.object({
  /** Id of the report. */
  incident: Id,
  /** Id of the clock that it was sent for. */
  clock: Id,
  /** To whom it was sent; at most 200 characters. */
  authority: z.string().check(z.minLength(1), z.maxLength(200)),
  /** When it was sent. */
  sentAt: Time,
  /** What the authority calls it; at most 200 characters. */
  reference: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** What was sent, or what is to be said about it; at most 20,000 characters. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(20_000))),
});
/** What was sent, when and to whom. */
export type NotificationDraft = z.input<typeof NotificationDraft>;

/** That it was recorded that something was sent. */
export const NotificationRecorded = z.object({
  /** As it is listed. */
  notification: Notification,
  /**
   * The receipt (see the evidence page). The record has these members at least: `tenant`; `person` with `id`, `userName`
   * and `displayName`, who recorded it; `incident` with `id`; `notification` with `id`, `clock`, `authority`, `sentAt`, and
   * `reference` where it has one; `textHash`, which is `sha256:` and the hash of the text in UTF-8, where it has one; and
   * `recordedAt`.
   */
  receipt: z.string(),
});
/** That it was recorded that something was sent. */
export type NotificationRecorded = z.output<typeof NotificationRecorded>;

/** `PUT /v1/notifications/{notification}` */
export const recordNotification = endpoint({
  method: 'PUT',
  path: '/v1/notifications/{notification}',
  answers: { 200: NotificationRecorded },
  summary: 'Record what was sent to whom because a law asks for it',
  profile: 'incidents',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each notification. */
    notification: Id,
  }),
  body: NotificationDraft,
  cache: 'none',
  problems: ['malformed', 'not-found', 'message-reused', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'NTF-1',
      must: 'The same id with the same body, sent again at any time, is one notification, and answers with it and its receipt; with another body it answers 422 message-reused, of somebody else 404. Both change nothing.',
    },
    {
      id: 'NTF-2',
      must: 'It is for those who handle the report; the auditor and whoever only reported get 403 forbidden, and everybody else 404.',
    },
    {
      id: 'NTF-3',
      must: 'A clock that the report does not have, and a sentAt that is more than five minutes ahead, answer 422 invalid.',
    },
    {
      id: 'NTF-4',
      must: 'Every notification is an entry of the log, and the receipt proves it with a record that has the members named there.',
    },
    {
      id: 'NTF-5',
      must: 'authority, reference and text come back as they were sent, every Unicode character of them.',
    },
  ],
});

/** `GET /v1/incidents/{incident}/notifications` */
export const listNotifications = endpoint({
  method: 'GET',
  path: '/v1/incidents/{incident}/notifications',
  answers: { 200: page(Notification) },
  list: true,
  summary: 'What was sent to whom because of a report',
  profile: 'incidents',
  access: { who: 'person', others: ['incident-handler', 'auditor'] },
  params: z.object({
    /** Id of the report. */
    incident: Id,
  }),
  query: z.object(PageQuery),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'NTF-6',
      must: 'Every notification is listed in the order in which they were recorded, oldest first. It is open as the clocks are, to the auditor without author.',
    },
  ],
});
