/**
 * Custom elements that show each person what is asked of them and record that they did it. Importing
 * this defines nothing: call `define()` of a class, or import `@heed/elements/define/<tag>`.
 *
 * @packageDocumentation
 */
export { clientContext, languageContext } from './contexts.js';
export { AckButton } from './ack-button/ack-button.js';
export type { AckState } from './ack-button/acknowledging.js';
export {
  AcknowledgementQueuedEvent,
  AcknowledgementRejectedEvent,
  PolicyAcknowledgedEvent,
} from './ack-button/ack-button.events.js';
export { CommsFeed, type FeedState } from './comms-feed/comms-feed.js';
export {
  AlertCompletedEvent,
  ChannelSelectedEvent,
  MessagePostedEvent,
  MessageWithdrawnEvent,
} from './comms-feed/comms-feed.events.js';
export { IncidentReport, type ReportState } from './incident-report/incident-report.js';
export {
  IncidentAnsweredEvent,
  IncidentReportedEvent,
} from './incident-report/incident-report.events.js';
export { IsmsInbox, type InboxState } from './isms-inbox/isms-inbox.js';
export { InboxChangedEvent, ItemOpenedEvent } from './isms-inbox/isms-inbox.events.js';
export type { InboxItem } from './isms-inbox/item.js';
export { IsmsProvider } from './isms-provider/isms-provider.js';
export { ConnectionChangedEvent } from './isms-provider/isms-provider.events.js';
export { PolicyList, type ListState } from './policy-list/policy-list.js';
export { PolicyOpenedEvent } from './policy-list/policy-list.events.js';
export { PolicyReader } from './policy-reader/policy-reader.js';
export type { ReaderState } from './policy-reader/states.js';
export {
  EndReachedEvent,
  PlaceChangedEvent,
  PolicyDisplayedEvent,
} from './policy-reader/policy-reader.events.js';
export { TaskList, type TaskListState } from './task-list/task-list.js';
export { TaskCommentedEvent, TaskEndedEvent } from './task-list/task-list.events.js';
export { TaskAskedEvent, TaskChangedEvent } from './task-list/asking/asking.events.js';
export { sessionOf, type Display, type Session, type SessionState } from './session.js';
