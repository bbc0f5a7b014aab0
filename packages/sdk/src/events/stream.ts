import { readSeldom } from '@heed/contract/wire';
import { loaded } from '../loaded.js';
import type { Transport } from '../transport.js';
import type { Live } from './live.js';
import type { Stream } from './live-event.js';

/** The live events of a client; what they are made of is loaded with the first iterator. */
export function streamOf(transport: Transport, baseUrl: string, closed: AbortSignal): Stream {
  let live: Promise<Live> | undefined;
  const load = async () => {
    const [module, wire] = await loaded(Promise.all([import('./live.js'), readSeldom()]));
    return new module.Live(transport, baseUrl, wire, closed);
  };
  return ({ signal } = {}) => ({
    [Symbol.asyncIterator]() {
      live ??= load();
      live.catch(() => (live = undefined));
      const joined = live.then((one) => one.join(signal));
      return {
        next: () => joined.then((one) => one.next()),
        return: () => joined.then((one) => one.return()),
      };
    },
  });
}
