import type { OutboxEntry } from '@heed/sdk';
import type { InboxItem } from './item.js';

/** Which thing in the inbox an act on this device settles, once it is recorded; none for anything else. */
export function subjectOf({ kind, body }: OutboxEntry): InboxItem['id'] | undefined {
  if (kind === 'acknowledgement') return `policy ${body.policy}`;
  if (kind === 'completion') return `alert ${body.message}`;
  if (kind === 'step' && (body.kind === 'done' || body.kind === 'declined'))
    return `task ${body.task}`;
  return undefined;
}
