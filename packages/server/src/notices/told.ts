import type { Person } from '@heed/contract';
import { belongs } from '../audiences/rules.js';
import type { Backend } from '../backend.js';
import { standingsIn } from '../clocks/standings.js';
import { isWarned, warnedOf } from '../clocks/warnings.js';
import { findCompletions } from '../completions/records.js';
import { findIncidents } from '../incidents/records.js';
import { standing } from '../incidents/rules.js';
import { findMessages } from '../messages/records.js';
import { findParts } from '../parts/records.js';
import { findPeople } from '../people/records.js';
import { findTasks, type StoredTask } from '../tasks/records.js';
import type { Due } from './clock-mail.js';
import type { About } from './mail.js';
import type { Notice } from './records.js';

/** What a notice tells, and whom. */
export interface Told {
  about: About | StoredTask | Due;
  person: Person;
}

/** What is known of notices by the time that they are sent. */
type From = Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'> & { timeZone: string };
type Known = ReadonlyMap<string, Person>;
/** What a notice tells; nothing where it is of no use any more. */
type Teller = (notice: Notice) => Told | undefined;

const idsOf = (notices: readonly Notice[]) => [...new Set(notices.map(({ message }) => message))];
const peopleOf = (notices: readonly Notice[]) => [...new Set(notices.map(({ person }) => person))];

async function ofAlerts(
  { db, tenant, catalogue: read }: From,
  notices: readonly Notice[],
  known: Known,
): Promise<Teller> {
  const ids = idsOf(notices);
  const [catalogue, messages, done] = await Promise.all([
    read(),
    findMessages(db, tenant, ids),
    findCompletions(db, tenant, ids, peopleOf(notices)),
  ]);
  return (notice) => {
    const message = messages.find(({ id }) => id === notice.message);
    const person = known.get(notice.person);
    const channel = catalogue.channels.find(({ id }) => id === message?.channel);
    const isDone = done.some((one) => one.message === message?.id && one.person === person?.id);
    if (!message?.action || !person || !channel || isDone) return undefined;
    const audience = catalogue.audiences.get(channel.audience);
    if (!audience || !belongs(audience, person)) return undefined;
    return { person, about: { message, channel: channel.title, audience: audience.title } };
  };
}

async function ofTasks(
  { db, tenant }: From,
  notices: readonly Notice[],
  known: Known,
): Promise<Teller> {
  const ids = idsOf(notices);
  const [tasks, parts] = await Promise.all([
    findTasks(db, tenant, ids),
    findParts(db, tenant, ids, peopleOf(notices)),
  ]);
  return (notice) => {
    const task = tasks.find(({ id }) => id === notice.message);
    const person = known.get(notice.person);
    const part = parts.find((one) => one.task === task?.id && one.person === person?.id);
    const isOpen = task?.closedAt === null && part?.state === 'open';
    return isOpen && person ? { person, about: task } : undefined;
  };
}

async function ofClocks(from: From, notices: readonly Notice[], known: Known): Promise<Teller> {
  const { db, tenant } = from;
  const ids = [...new Set(notices.map(({ message }) => warnedOf(message).incident))];
  const { laws } = await from.catalogue();
  const incidents = await findIncidents(db, tenant, ids);
  const all = await standingsIn(from, tenant, laws, incidents);
  return ({ message: id, ...notice }) => {
    const { incident, clock } = warnedOf(id);
    const found = incidents.find((one) => one.id === incident);
    const due = all.get(incident)?.standings.find((one) => one.clock.id === clock);
    const person = known.get(notice.person);
    if (!found || !due || !person?.active || !isWarned(due, from.clock())) return undefined;
    const handles = standing({ person }, found)?.mayHandle;
    return handles ? { person, about: { id, incident, due, laws } } : undefined;
  };
}

const tellers = { alert: ofAlerts, task: ofTasks, clock: ofClocks };

/** What each notice tells whom; nothing where it is of no use any more. */
export async function toldBy(from: From, due: readonly Notice[]): Promise<(Told | undefined)[]> {
  const known = await findPeople(from.db, from.tenant, peopleOf(due));
  const told = new Map<Notice['kind'], Teller>();
  for (const kind of ['alert', 'task', 'clock'] as const) {
    const some = due.filter((notice) => notice.kind === kind);
    if (some.length > 0) told.set(kind, await tellers[kind](from, some, known));
  }
  return due.map((notice) => told.get(notice.kind)?.(notice));
}
