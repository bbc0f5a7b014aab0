import type { OperatorLog } from './operator-log.js';

/** Tells the operator that a request met a limit. */
export type TellOfLimit = (limit: string, requestId: string) => void;

/**
 * A line at once when a limit begins to refuse, and one every ten seconds with the number of those refused since, for
 * as long as there are any. A flood of requests must not become a flood of lines.
 */
export function tellOfLimits(log: OperatorLog, milliseconds = 10_000): TellOfLimit {
  /** Refused since the last line, by limit; absent when nothing was refused lately. */
  const since = new Map<string, number>();
  const wait = (limit: string) => {
    since.set(limit, 0);
    setTimeout(() => {
      const refused = since.get(limit);
      since.delete(limit);
      if (!refused) return;
      log('warn', 'rate-limited', { limit, refused });
      wait(limit);
    }, milliseconds).unref?.();
  };
  return (limit, requestId) => {
    const refused = since.get(limit);
    if (refused !== undefined) return void since.set(limit, refused + 1);
    log('warn', 'rate-limited', { requestId, limit, refused: 1 });
    wait(limit);
  };
}
