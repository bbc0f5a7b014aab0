import type { StoredMessage } from '../messages/records.js';
import { isLoopbackHost } from '../identity/personas.js';

/** What a webhook can be told of. */
export const tellable = ['alert', 'broadcast', 'discussion', 'reply', 'task'] as const;

/** What a webhook can be told of. */
export type Tellable = (typeof tellable)[number];

/** An address of the organisation's own that is told what is posted. */
export interface Webhook {
  id: string;
  url: string;
  /** Name of the environment variable that has the secret. */
  secret: string;
  tells: readonly Tellable[];
  /** Ids of channels. */
  channels: readonly string[];
}

/** What a message is to a webhook. */
export const tellableOf = ({ kind, thread }: Pick<StoredMessage, 'kind' | 'thread'>): Tellable =>
  thread === null ? kind : 'reply';

/** The webhooks that are told of a message. */
export function hooksFor(
  hooks: readonly Webhook[],
  message: Pick<StoredMessage, 'kind' | 'thread' | 'channel'>,
): Webhook[] {
  return hooks.filter(
    ({ tells, channels }) =>
      channels.includes(message.channel) && tells.includes(tellableOf(message)),
  );
}

/** The webhooks that are told of a task: those of channels whose audience is asked. Who is asked by name is nobody else's business. */
export function hooksForTask(
  hooks: readonly Webhook[],
  channels: readonly { id: string; audience: string }[],
  audience: string | null,
): Webhook[] {
  const asked = channels.filter((channel) => channel.audience === audience).map(({ id }) => id);
  return hooks.filter(
    (hook) => hook.tells.includes('task') && hook.channels.some((id) => asked.includes(id)),
  );
}

/** Whether what is told may go there: over TLS, or within this machine. */
export function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(host));
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a delivery that is under way is nobody else's. */
export const leaseMs = 2 * minute;

/** How long a hook may take to answer. */
export const patienceMs = 15 * second;

/** The waits after each try, as Standard Webhooks recommends them. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour].concat(
  ...[14 * hour, 20 * hour, 24 * hour],
);

/** That a hook did not take something. */
export interface HookFault {
  /** An HTTP status, or a word. */
  code: string;
  /** How long it asked to be left alone, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/**
 * What becomes of a delivery that failed: it is dead, or is tried again so many milliseconds later.
 *
 * @param chance from 0 to 1: what failed together is not tried together.
 */
export function afterFault(
  attempts: number,
  { code, retryAfterMs = 0 }: HookFault,
  chance: number,
): 'dead' | { waitMs: number } {
  const wait = waits[attempts - 1];
  // 410 Gone: the hook wants no more.
  if (wait === undefined || code === '410') return 'dead';
  const waitMs = wait * (0.9 + 0.2 * chance);
  return { waitMs: Math.round(Math.max(waitMs, Math.min(retryAfterMs, 24 * hour))) };
}
