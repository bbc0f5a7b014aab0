import type { TaskDraft } from '@heed/contract';
import type { Backend } from '../backend.js';
import { activePeople } from '../people/records.js';
import { ask } from './ask.js';
import { findTasks } from './records.js';

const day = 86_400_000;

/** What the ISMS manager of the starter asks, in so many days. */
const asked: readonly { id: string; days: number; draft: Omit<TaskDraft, 'dueAt'> }[] = [
  {
    id: 'starter-key-card',
    days: 4,
    draft: {
      language: 'en',
      title: 'Return the old key card',
      text: 'The locks in the Berlin office change at the weekend. **Bring the grey card** to the front desk and take a blue one.\n\nIf yours is gone, say so here: then it is blocked at once.',
      audience: 'berlin',
    },
  },
  {
    id: 'starter-shared-folders',
    days: 12,
    draft: {
      language: 'en',
      title: 'Look through your shared folders',
      text: 'Take away the links to customers and suppliers that nobody needs any more, and say here that it is done.',
      audience: 'everyone-here',
    },
  },
];

/** Asks what the starter asks of its people, once. */
export async function askStarterTasks(
  backend: Pick<Backend, 'db' | 'log' | 'catalogue' | 'tenant' | 'clock'>,
): Promise<void> {
  const { db, tenant, clock } = backend;
  const { audiences } = await backend.catalogue();
  const person = (await activePeople(db, tenant)).find(({ roles }) =>
    roles.includes('isms-manager'),
  );
  const ids = asked.map(({ id }) => id);
  if (!person || (await findTasks(db, tenant, ids)).length > 0) return;
  const caller = { tenant, person, authentication: { issuer: 'starter' } };
  for (const { id, days, draft } of asked) {
    if (draft.audience === undefined || !audiences.has(draft.audience)) continue;
    const dueAt = `${new Date(clock().getTime() + days * day).toISOString().slice(0, 10)}T16:00:00.000Z`;
    await ask(backend, { caller, id, draft: { ...draft, dueAt } });
  }
}
