import type { OperatorLog } from './operator-log.js';

/**
 * Tells of some events a line at once when they begin, and one every ten seconds with the number of `times` since, for as
 * long as they go on; a limit counts by itself. A flood of requests must not become a flood of lines.
 *
 * @param events what comes with every request when it comes at all.
 */
export function seldom(
  log: OperatorLog,
  events: readonly string[],
  milliseconds = 10_000,
): OperatorLog {
  /** Times since the last line, by event and limit; absent when there was none lately. */
  const since = new Map<string, number>();
  return (level, event, facts) => {
    if (!events.includes(event)) return log(level, event, facts);
    const { limit } = facts;
    const kind = `${event} ${limit?.toString() ?? ''}`;
    const wait = () => {
      since.set(kind, 0);
      setTimeout(() => {
        const times = since.get(kind);
        since.delete(kind);
        if (!times) return;
        log(level, event, { limit, times });
        wait();
      }, milliseconds).unref?.();
    };
    const times = since.get(kind);
    if (times !== undefined) return void since.set(kind, times + 1);
    log(level, event, { ...facts, times: 1 });
    wait();
  };
}
