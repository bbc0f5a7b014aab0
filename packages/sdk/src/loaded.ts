import { NetworkError } from './errors/network-error.js';

/** Code that is loaded when it is needed. Rejects with NetworkError where it cannot be. */
export const loaded = <T>(code: Promise<T>): Promise<T> =>
  code.catch((cause: unknown) => {
    throw new NetworkError({ cause });
  });
