import type { Person } from '@heed/contract';
import type { Backend } from '../backend.js';
import { belongs } from '../audiences/rules.js';
import { findCompletions } from '../completions/records.js';
import type { Digests } from '../digests/send.js';
import { findMessages } from '../messages/records.js';
import { findParts } from '../parts/records.js';
import { findPeople } from '../people/records.js';
import { findTasks, type StoredTask } from '../tasks/records.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { mailOf, type About } from './mail.js';
import { connections, type Mailer } from './mailer.js';
import type { MailStyle } from './page.js';
import { endNotice, postponeNotice, takeNotices, type Notice } from './records.js';
import { afterFault, leaseMs } from './rules.js';
import { taskMailOf } from './task-mail.js';

/** What a delivery works with. */
export interface DeliveryOptions extends Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'> {
  mailer: Mailer;
  style: MailStyle;
  log: OperatorLog;
  /** What goes out when no alert waits. */
  digests?: Digests | undefined;
  /** How often what waits is looked for, in milliseconds. */
  everyMs?: number;
}

/** Sends the notices of a tenant. */
export interface Delivery {
  /** Lets those that are being sent end, for at most 20 seconds. */
  close(): Promise<void>;
}

const mailAbout = ({ about, person }: Told, style: MailStyle) =>
  'message' in about ? mailOf(about, person, style) : taskMailOf(about, person, style);

const farewellMs = 20_000;

/** What a notice tells, and whom. */
interface Told {
  about: About | StoredTask;
  person: Person;
}

/** Looks for notices that are due, and sends them. Several processes share the work: each notice is one's at a time. */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { db, tenant, clock, mailer, style, log, everyMs = 2000 } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const later = (ms: number) => new Date(clock().getTime() + ms).toISOString();

  /** What each notice tells whom; nothing where it is of no use any more. */
  async function read(due: readonly Notice[]): Promise<(Told | undefined)[]> {
    const catalogue = await options.catalogue();
    const ids = [...new Set(due.map(({ message }) => message))];
    const people = [...new Set(due.map(({ person }) => person))];
    const [messages, known, done, tasks, parts] = await Promise.all([
      findMessages(db, tenant, ids),
      findPeople(db, tenant, people),
      findCompletions(db, tenant, ids, people),
      findTasks(db, tenant, ids),
      findParts(db, tenant, ids, people),
    ]);
    const ofTask = (notice: Notice) => {
      const task = tasks.find(({ id }) => id === notice.message);
      const person = known.get(notice.person);
      const part = parts.find((one) => one.task === task?.id && one.person === person?.id);
      const isOpen = task?.closedAt === null && part?.state === 'open';
      return isOpen && person ? { person, about: task } : undefined;
    };
    return due.map((notice) => {
      if (notice.kind === 'task') return ofTask(notice);
      const message = messages.find(({ id }) => id === notice.message);
      const person = known.get(notice.person);
      const channel = catalogue.channels.find(({ id }) => id === message?.channel);
      const isDone = done.some((one) => one.message === message?.id && one.person === person?.id);
      if (!message?.action || !person || !channel || isDone) return undefined;
      const audience = catalogue.audiences.get(channel.audience);
      if (!audience || !belongs(audience, person)) return undefined;
      return { person, about: { message, channel: channel.title, audience: audience.title } };
    });
  }

  async function deliver(notice: Notice, told: Told | undefined): Promise<void> {
    const mail = told && mailAbout(told, style);
    if (!mail) return endNotice(db, tenant, notice, 'dropped', later(0));
    const fault = await mailer.send(mail);
    if (!fault) return endNotice(db, tenant, notice, 'sent', later(0));
    const ageMs = clock().getTime() - Date.parse(notice.createdAt);
    const after = afterFault({ attempts: notice.attempts, ageMs }, fault);
    if ('waitMs' in after) {
      log('warn', 'mail-delayed', { code: fault.code });
      return postponeNotice(db, tenant, notice, later(after.waitMs));
    }
    log('error', `mail-${after.ending}`, { message: notice.message, code: fault.code });
    return endNotice(db, tenant, notice, after.ending, later(0));
  }

  async function work(): Promise<void> {
    while (!closed) {
      const times = { now: later(0), until: later(leaseMs), limit: connections };
      const due = await takeNotices(db, tenant, times);
      if (due.length === 0) {
        if (await options.digests?.round(mailer)) continue;
        return;
      }
      const told = await read(due);
      const sent = await Promise.allSettled(due.map((notice, at) => deliver(notice, told[at])));
      const failed = sent.find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    }
  }

  function plan(): void {
    if (closed) return;
    timer = setTimeout(() => {
      running = work()
        // The storage is away: what was taken is tried again when its time is over.
        .catch(() => log('warn', 'mail-waits', {}))
        .finally(plan);
    }, everyMs);
    timer.unref();
  }

  plan();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      let patience: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, farewellMs);
      });
      await Promise.race([running, enough]);
      clearTimeout(patience);
      mailer.close();
    },
  };
}
