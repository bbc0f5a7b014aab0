/** Milliseconds of work in one go: half a frame. */
const slice = 8;

/** Resolves in a later task. A message is never slowed down as timers are. */
const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Wait for the result between two steps of a long work: it lets the page answer every few milliseconds. */
export function turns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < slice) return undefined;
    return task().then(() => {
      began = performance.now();
    });
  };
}
