import type { Assignment, Client, IsmsError } from '@heed/sdk';
import { connected } from '../asked/connected.js';
import type { Session } from '../session.js';
import { byUrgency, ofAlert, ofAssignment, ofTask, type InboxItem } from './item.js';

const isDone = ({ state }: Assignment): boolean =>
  state === 'displayed' || state === 'acknowledged';
const isOpen = ({ state }: Assignment): boolean =>
  !isDone({ state } as Assignment) && state !== 'exempted' && state !== 'superseded';

/** What was found: everything that is asked, what was done last, and what went wrong. */
export interface Found {
  items: InboxItem[];
  /** The policy that was done last. */
  last?: Assignment | undefined;
  /** Why some of it could not be asked for. */
  error?: IsmsError | undefined;
}

/**
 * Asks for everything that is asked of the person: of each source what it has, whatever becomes of the others. A source of
 * a profile that the backend does not have has nothing.
 *
 * @param before what is kept of a source that cannot be asked.
 */
export async function findAsked(
  client: Client,
  session: Session,
  before: readonly InboxItem[],
  signal: AbortSignal,
): Promise<Found> {
  const found: Found = { items: [] };
  const ask = async (kind: InboxItem['kind'], list: () => Promise<InboxItem[]>): Promise<void> => {
    try {
      found.items.push(...(await list()));
    } catch (error) {
      found.error ??= error as IsmsError;
      found.items.push(...before.filter((item) => item.kind === kind));
    }
  };
  const offered = async (profile: string): Promise<boolean> => {
    await connected(session);
    // Where it is not known, there was nobody to ask.
    return !!session.discovery && session.offers(profile);
  };
  await Promise.all([
    ask('policy', async () => {
      const all: Assignment[] = [];
      for await (const one of client.assignments.list({}, { signal })) all.push(one);
      [found.last] = all.filter(isDone).sort((a, b) => (a.since < b.since ? 1 : -1));
      return all.filter(isOpen).map(ofAssignment);
    }),
    ask('alert', async () => {
      const items: InboxItem[] = [];
      if (await offered('comms'))
        for await (const one of client.alerts.list({}, { signal })) items.push(ofAlert(one));
      return items;
    }),
    ask('task', async () => {
      const items: InboxItem[] = [];
      if (await offered('tasks'))
        for await (const one of client.tasks.list({}, { signal })) items.push(ofTask(one));
      return items;
    }),
  ]);
  found.items.sort(byUrgency);
  return found;
}
