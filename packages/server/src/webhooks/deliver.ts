import { createHash } from 'node:crypto';
import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { findMessages, type StoredMessage } from '../messages/records.js';
import { linkTo } from '../notices/page.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { postHook } from './post.js';
import { endDelivery, postponeDelivery, takeDeliveries, type HookDelivery } from './records.js';
import { afterFault, leaseMs, tellableOf, type HookFault, type Webhook } from './rules.js';
import { keyOf, signedHeaders } from './sign.js';

/** What webhooks are told with. */
export interface HookOptions extends Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue'> {
  /** The environment, which has the secrets. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** Address of the portal's page, with `{channel}` and `{message}` in it; without one nothing says where to look. */
  link?: string | undefined;
  log: OperatorLog;
  /** How often what waits is looked for, in milliseconds. */
  everyMs?: number;
}

/** Tells webhooks what was posted. */
export interface HookDeliveries {
  /** Lets what is under way end. */
  close(): Promise<void>;
}

/** What is told: where to look, and nothing of what was said but its title. */
function bodyOf(message: StoredMessage, { channels }: Catalogue, link: string | undefined): string {
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
  const { db, tenant, clock, secrets, link, log, everyMs = 1000 } = options;
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
    message: StoredMessage | undefined,
  ): Promise<void> {
    if (!message || message.withdrawnAt !== null) {
      return endDelivery(db, tenant, one, { state: 'dropped', at: later(0) });
    }
    const fault = await tell(hook, one, bodyOf(message, await options.catalogue(), link));
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
      const found = await findMessages(
        db,
        tenant,
        due.map(({ message }) => message),
      );
      const told = await Promise.allSettled(
        due.map((one) =>
          deliver(
            hook,
            one,
            found.find(({ id }) => id === one.message),
          ),
        ),
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
