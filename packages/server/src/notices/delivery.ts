import type { Backend } from '../backend.js';
import type { Warnings } from '../clocks/warnings.js';
import type { Digests } from '../digests/send.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { clockMailOf } from './clock-mail.js';
import { mailOf } from './mail.js';
import { connections, type Mailer } from './mailer.js';
import type { MailStyle } from './page.js';
import { endNotice, postponeNotice, takeNotices, type Notice } from './records.js';
import { afterFault, leaseMs } from './rules.js';
import { taskMailOf } from './task-mail.js';
import { toldBy, type Told } from './told.js';

/** What a delivery works with. */
export interface DeliveryOptions extends Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'> {
  mailer: Mailer;
  style: MailStyle;
  log: OperatorLog;
  /** Writes down who is warned of legal deadlines. */
  warnings?: Warnings | undefined;
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

function mailAbout({ about, person }: Told, style: MailStyle) {
  if ('message' in about) return mailOf(about, person, style);
  if ('due' in about) return clockMailOf(about, person, style);
  return taskMailOf(about, person, style);
}

const farewellMs = 20_000;

/** Looks for notices that are due, and sends them. Several processes share the work: each notice is one's at a time. */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { db, tenant, clock, mailer, style, log, everyMs = 2000 } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const later = (ms: number) => new Date(clock().getTime() + ms).toISOString();

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
    await options.warnings?.plan();
    while (!closed) {
      const times = { now: later(0), until: later(leaseMs), limit: connections };
      const due = await takeNotices(db, tenant, times);
      if (due.length === 0) {
        if (await options.digests?.round(mailer)) continue;
        return;
      }
      const told = await toldBy({ ...options, timeZone: style.timeZone }, due);
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
