import { createHash } from 'node:crypto';
import type { Backend } from '../backend.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { postHook } from './post.js';
import { endDelivery, postponeDelivery, takeDeliveries, type HookDelivery } from './records.js';
import { afterFault, leaseMs, type HookFault, type Webhook } from './rules.js';
import { keyOf, signedHeaders } from './sign.js';
import { bodiesOf, type HookLinks } from './told.js';

/** What webhooks are told with. */
export interface HookOptions
  extends Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'>, HookLinks {
  /** The environment, which has the secrets. */
  secrets: Readonly<Record<string, string | undefined>>;
  log: OperatorLog;
  /** How often what waits is looked for, in milliseconds. */
  everyMs?: number;
}

/** Tells webhooks what was posted. */
export interface HookDeliveries {
  /** Lets what is under way end. */
  close(): Promise<void>;
}

/** What the receiver knows a repeated delivery by. */
const idOf = ({ hook, message }: HookDelivery) =>
  `msg_${createHash('sha256').update(`${hook} ${message}`).digest('base64url').slice(0, 27)}`;

/** Of one hook at once. */
const atOnce = 3;

/**
 * Looks for what is to be told to webhooks, and tells it. Several processes share the work. A hook that is slow or away
 * holds up no other.
 */
export function startHooks(options: HookOptions): HookDeliveries {
  const { db, tenant, clock, secrets, link, taskLink, log, everyMs = 1000 } = options;
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let closed = false;
  const later = (ms: number) => new Date(clock().getTime() + ms).toISOString();

  async function tell(
    hook: Webhook,
    one: HookDelivery,
    body: string,
  ): Promise<HookFault | undefined> {
    const key = keyOf(secrets[hook.secret]);
    if (!key) return { code: 'no-secret' };
    const timestamp = Math.floor(clock().getTime() / 1000);
    return postHook(hook.url, {
      headers: signedHeaders(key, { id: idOf(one), timestamp, body }),
      body,
    });
  }

  async function deliver(
    hook: Webhook,
    one: HookDelivery,
    body: string | undefined,
  ): Promise<void> {
    if (body === undefined) {
      return endDelivery(db, tenant, one, { state: 'dropped', at: later(0) });
    }
    const fault = await tell(hook, one, body);
    if (!fault) return endDelivery(db, tenant, one, { state: 'sent', at: later(0) });
    const after = afterFault(one.attempts, fault, Math.random());
    const { code } = fault;
    if (after !== 'dead') {
      log('warn', 'hook-delayed', { hook: hook.id, code });
      return postponeDelivery(db, tenant, one, { at: later(after.waitMs), fault: code });
    }
    log('error', 'hook-dead', { hook: hook.id, message: one.message, code });
    return endDelivery(db, tenant, one, { state: 'dead', at: later(0), fault: code });
  }

  async function work(hook: Webhook): Promise<void> {
    while (!closed) {
      const times = { now: later(0), until: later(leaseMs), limit: atOnce };
      const due = await takeDeliveries(db, tenant, hook.id, times);
      if (due.length === 0) return;
      const bodies = await bodiesOf(db, tenant, due, await options.catalogue(), { link, taskLink });
      const told = await Promise.allSettled(
        due.map((one) => deliver(hook, one, bodies.get(one.message))),
      );
      const failed = told.find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    }
  }

  async function look(): Promise<void> {
    for (const hook of (await options.catalogue()).webhooks) {
      if (running.has(hook.id) || closed) continue;
      const ended = work(hook)
        // The storage is away: what was taken is tried again when its time is over.
        .catch(() => log('warn', 'hook-waits', {}))
        .finally(() => running.delete(hook.id));
      running.set(hook.id, ended);
    }
  }

  function plan(): void {
    if (closed) return;
    timer = setTimeout(() => {
      looking = look()
        .catch(() => log('warn', 'hook-waits', {}))
        .finally(plan);
    }, everyMs);
    timer.unref();
  }

  plan();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(running.values());
    },
  };
}
