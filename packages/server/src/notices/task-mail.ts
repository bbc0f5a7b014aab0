import type { Person } from '@heed/contract';
import type { StoredTask } from '../tasks/records.js';
import { mailOf } from './mail.js';
import type { Mail } from './mailer.js';
import type { MailStyle } from './page.js';
import { deTask } from './words/de.js';
import { enTask } from './words/en.js';
import { esTask } from './words/es.js';
import { frTask } from './words/fr.js';
import { itTask } from './words/it.js';
import { nlTask } from './words/nl.js';

const spoken = { de: deTask, en: enTask, es: esTask, fr: frTask, it: itTask, nl: nlTask };

/** The mail that tells a person of a task, in their language; nothing where no page shows tasks. */
export function taskMailOf(
  { id, title, text, html, authorName, dueAt }: StoredTask,
  person: Person,
  { taskLink, timeZone }: MailStyle,
): Mail | undefined {
  if (taskLink === undefined) return undefined;
  const action = { text: title, ...(dueAt !== null && { dueAt }) };
  const message = { id, title, text, html, authorName, action, channel: '' };
  const link = taskLink.replaceAll('{task}', encodeURIComponent(id));
  return mailOf({ message, channel: '', audience: '' }, person, { link, timeZone }, spoken);
}
