import type { Catalogue } from '../catalogue.js';
import { findMessages, type StoredMessage } from '../messages/records.js';
import { linkTo } from '../notices/page.js';
import type { Queryable } from '../storage/database.js';
import { findTasks, type StoredTask } from '../tasks/records.js';
import type { HookDelivery } from './records.js';
import { tellableOf } from './rules.js';

/** Where the links lead that webhooks are told; without one nothing says where to look. */
export interface HookLinks {
  /** Address of the portal's page, with `{channel}` and `{message}` in it. */
  link?: string | undefined;
  /** The same of its page with tasks, with `{task}` in it. */
  taskLink?: string | undefined;
}

/** What is told of a message: where to look, and nothing of what was said but its title. */
function ofMessage(message: StoredMessage, { channels }: Catalogue, { link }: HookLinks): string {
  const { id, channel, thread, title, authorName, postedAt } = message;
  const channelTitle = channels.find((one) => one.id === channel)?.title ?? channel;
  const open = thread ?? id;
  return JSON.stringify({
    type: `${tellableOf(message)}.posted`,
    timestamp: postedAt,
    data: {
      ...{ id, ...(thread !== null && { thread }), channel: { id: channel, title: channelTitle } },
      ...{ ...(title !== null && { title }), author: { displayName: authorName } },
      ...(link !== undefined && { link: linkTo({ link }, { id: open, channel }) }),
    },
  });
}

/** What is told of a task: what is to be done, and where to look. */
function ofTask(task: StoredTask, { audiences }: Catalogue, { taskLink }: HookLinks): string {
  const { id, title, authorName, askedAt, dueAt, audience } = task;
  return JSON.stringify({
    type: 'task.asked',
    timestamp: askedAt,
    data: {
      id,
      ...(audience !== null && {
        audience: { id: audience, title: audiences.get(audience)?.title ?? audience },
      }),
      ...{ title, author: { displayName: authorName }, ...(dueAt !== null && { dueAt }) },
      ...(taskLink !== undefined && {
        link: taskLink.replaceAll('{task}', encodeURIComponent(id)),
      }),
    },
  });
}

/** What is told by deliveries, by what they are about. Nothing is told any more of what was withdrawn or closed. */
export async function bodiesOf(
  db: Queryable,
  tenant: string,
  due: readonly HookDelivery[],
  catalogue: Catalogue,
  links: HookLinks,
): Promise<Map<string, string>> {
  const ids = (wanted: HookDelivery['kind']) =>
    due.filter(({ kind }) => kind === wanted).map(({ message }) => message);
  const [messages, tasks] = [ids('message'), ids('task')];
  const said = messages.length > 0 ? await findMessages(db, tenant, messages) : [];
  const asked = tasks.length > 0 ? await findTasks(db, tenant, tasks) : [];
  return new Map([
    ...said
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((one) => [one.id, ofMessage(one, catalogue, links)] as const),
    ...asked
      .filter(({ closedAt }) => closedAt === null)
      .map((one) => [one.id, ofTask(one, catalogue, links)] as const),
  ]);
}
