import type { Backend } from '../backend.js';
import { connections, type Mailer } from '../notices/mailer.js';
import { afterFault, leaseMs } from '../notices/rules.js';
import { findPeople } from '../people/records.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { digestMailOf, type DigestStyle } from './mail.js';
import { newsFor } from './news.js';
import { endDigest, planDigests, postponeDigest, takeDigests, type Digest } from './records.js';
import { firstMs, settledMs, slotsAt, type Cadence, type Hours } from './rules.js';

/** What digests are made with. */
export interface DigestOptions extends Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'> {
  style: DigestStyle;
  hours: Hours;
  /** How often those get one who chose nothing. */
  cadence: Cadence;
  log: OperatorLog;
}

/** Sends digests, a few at a time. */
export interface Digests {
  /** Sends as many as there are connections to the mail server. Resolves with false when nothing is due. */
  round(mailer: Mailer): Promise<boolean>;
}

/** How often those are looked for whose day came later: new people, and whom somebody was just writing to. */
const planEveryMs = 10 * 60_000;

/** Digests of a tenant. Several processes share the work: each digest is one's at a time. */
export function createDigests(options: DigestOptions): Digests {
  const { db, tenant, clock, style, hours, cadence, log } = options;
  const later = (ms: number) => new Date(clock().getTime() + ms).toISOString();
  let planned = { slot: '', at: -Infinity };

  async function deliver(digest: Digest, mailer: Mailer): Promise<void> {
    const person = (await findPeople(db, tenant, [digest.person])).get(digest.person);
    const isWanted = person?.active && digest.cadence !== 'never';
    if (!isWanted) return endDigest(db, tenant, digest, 'dropped', later(0));
    const catalogue = await options.catalogue();
    const news = await newsFor(db, tenant, person, catalogue, digest, later(0));
    const mail = digestMailOf(news, person, digest, style);
    if (!mail) return endDigest(db, tenant, digest, 'dropped', later(0));
    const fault = await mailer.send(mail);
    if (!fault) return endDigest(db, tenant, digest, 'sent', later(0));
    // It is never too old: what cannot be sent today is told with the next one.
    const after = afterFault({ attempts: digest.attempts, ageMs: 0 }, fault);
    if ('waitMs' in after) {
      log('warn', 'mail-delayed', { code: fault.code });
      return postponeDigest(db, tenant, digest, later(after.waitMs));
    }
    log('error', 'mail-refused', { code: fault.code });
    return endDigest(db, tenant, digest, 'refused', later(0));
  }

  return {
    async round(mailer) {
      const slots = slotsAt(clock(), hours);
      if (!slots) return false;
      const at = clock().getTime();
      if (planned.slot !== slots.daily || at - planned.at >= planEveryMs) {
        const times = { now: later(0), upto: later(-settledMs), first: later(-firstMs) };
        await planDigests(db, tenant, { slots, cadence, ...times });
        planned = { slot: slots.daily, at };
      }
      const times = { now: later(0), until: later(leaseMs), limit: connections };
      const due = await takeDigests(db, tenant, { ...times, cadence });
      const sent = await Promise.allSettled(due.map((digest) => deliver(digest, mailer)));
      const failed = sent.find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
      return due.length > 0;
    },
  };
}
