import { wire as reports } from '@heed/contract/wire-reports';
import type { Wire } from '@heed/contract/wire';
import { prepare, type CallOptions } from './calls.js';
import { Tokens } from './tokens.js';
import { Transport, type Call } from './transport.js';

/** Calls an endpoint of reports: without a name where it is for that. A change names the revision that it changes. */
export function ask(
  transport: Transport,
  baseUrl: string,
  [noun, verb]: readonly [noun: string, verb: string],
  input?: object,
  options?: CallOptions,
): Promise<unknown> {
  const wire = (reports as unknown as Record<string, Record<string, Wire>>)[noun]?.[verb];
  if (!wire) throw new TypeError(`The contract has no ${noun}.${verb}.`);
  return (wire.anonymous ? unnamed(transport) : transport).request(
    callOf(baseUrl, wire, input, options),
  );
}

/** Sends nothing that leads to the person: no token, no cookie, no referrer, and nothing that hooks would add. */
function unnamed({ device, fetch = globalThis.fetch }: Transport): Transport {
  return new Transport(new Tokens(undefined), device, {
    fetch: (input, init) =>
      fetch(new Request(input, { credentials: 'omit', referrerPolicy: 'no-referrer' }), init),
  });
}

function callOf(baseUrl: string, wire: Wire, input?: object, options?: CallOptions): Call {
  if (!wire.guarded) return prepare(baseUrl, wire, input, options);
  const { revision, ...rest } = { revision: '', ...input };
  return { ...prepare(baseUrl, wire, rest, options), match: `"${revision}"` };
}
