const EVENTS = ['online', 'focus', 'pageshow', 'visibilitychange', 'pagehide'];

/** Calls `wake` when the page or the network comes back, and `leave` when the page may be going. */
export function watchPage(wake: () => void, leave: () => void, signal: AbortSignal): void {
  // Absent outside browsers.
  const page = globalThis as Partial<Pick<Window, 'addEventListener' | 'document'>>;
  const listener = (event: Event) =>
    event.type === 'pagehide' || (event.type === 'visibilitychange' && page.document?.hidden)
      ? leave()
      : wake();
  for (const event of EVENTS) page.addEventListener?.(event, listener, { signal });
}
