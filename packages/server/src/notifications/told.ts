import type { Notification } from '@heed/contract';
import type { StoredNotification } from './records.js';

/** A notification as the contract tells it, with who recorded it or without. */
export function toldNotification(
  { id, incident, clock, authority, sentAt, ...rest }: StoredNotification,
  withNames: boolean,
): Notification {
  const { reference, text, person, authorName, recordedAt } = rest;
  return {
    ...{ id, incident, clock, authority, sentAt },
    ...(reference !== null && { reference }),
    ...(text !== null && { text }),
    ...(withNames && { author: { id: person, displayName: authorName } }),
    recordedAt,
  };
}
