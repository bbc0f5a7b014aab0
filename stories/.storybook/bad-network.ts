import { createClient, type Client } from '@heed/sdk';
import { tokenOf } from './sign-in.js';

/** What the network does to a request: an answer in place of the backend's, or nothing to let it through. */
export type Weather = (request: Request) => Response | Promise<Response> | undefined;

/** The request leaves and no answer ever comes. */
export const silence: Weather = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** There is no network. */
export const cut: Weather = () => Promise.reject(new TypeError('Failed to fetch'));

/** The weather for requests whose path begins so, by method; fair for all others. */
export const only =
  (method: string, path: string, weather: Weather): Weather =>
  (request) =>
    request.method === method && new URL(request.url).pathname.startsWith(path)
      ? weather(request)
      : undefined;

/** A client of the real backend on a network with this weather. It keeps nothing on the device. */
export function clientIn(weather: Weather, userName: string): Client {
  return createClient({
    baseUrl: '/',
    getToken: () => tokenOf(userName),
    storage: 'memory',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return (await weather(request)) ?? fetch(request);
    },
  });
}
