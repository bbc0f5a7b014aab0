import type { Contract, Endpoint, Output } from '@heed/contract';
import { wire, type Wire } from '@heed/contract/wire';
import { prepare, type CallOptions, type Given } from './calls.js';
import type { Upload } from './attachments/upload.js';
import type { Hooks } from './hooks.js';
import { Device } from './device/device.js';
import type { Stream } from './events/live-event.js';
import { streamOf } from './events/stream.js';
import { list, type List } from './lists.js';
import { loaded } from './loaded.js';
import { Outbox } from './outbox/outbox.js';
import { Tokens, type GetToken } from './tokens.js';
import { Transport } from './transport.js';

/** What a client is made of. */
export interface ClientOptions {
  /** Where the backend lives; relative to the page, and the origin of the page when empty. */
  baseUrl: string;
  /** Asks the host for the access token of the person who is signed in. */
  getToken?: GetToken | undefined;
  /** Stands in for the global fetch. */
  fetch?: typeof fetch | undefined;
  hooks?: Hooks | undefined;
  /** `memory` keeps the outbox in this page only, and no copies; the default is IndexedDB where there is one. */
  storage?: 'device' | 'memory' | undefined;
}

/** One endpoint as a method. */
export type Method<E extends Endpoint> = E extends { list: true }
  ? List<E>
  : E['answers'] extends { 200: 'events' }
    ? Stream
    : (...given: Given<E>) => Promise<Output<E>>;

/** Every endpoint of the contract as a method, by noun and verb, and the outbox. */
export type Client = {
  readonly [Noun in keyof Contract]: {
    readonly [Verb in keyof Contract[Noun]]: Contract[Noun][Verb] extends Endpoint
      ? Method<Contract[Noun][Verb]>
      : never;
  };
} & {
  readonly attachments: {
    /** Sends a file in parts, and goes on where it was interrupted. */
    readonly upload: Upload;
  };
  /** Absolute, without a final slash. */
  readonly baseUrl: string;
  /** What waits on this device to be recorded. */
  readonly outbox: Outbox;
  /** What is kept on this device of the backend's answers, for when it cannot be reached. */
  readonly device: Device;
  /** Stops everything that happens by itself; what is queued stays on the device. */
  close(): void;
};

/** A client for the backend at `baseUrl`. It asks nothing until a method is called. */
export function createClient(options: ClientOptions): Client {
  const base = new URL(options.baseUrl || '/', globalThis.location?.href);
  const baseUrl = base.href.replace(/\/+$/, '');
  const device = new Device(options.storage !== 'memory' && baseUrl);
  const transport = new Transport(new Tokens(options.getToken), device, options);
  const method = (noun: string, verb: string, known?: Wire) => {
    const call = async (input?: object, given?: CallOptions) => {
      if (known) return transport.request(prepare(baseUrl, known, input, given));
      const { ask } = await loaded(import('./seldom.js'));
      return ask(transport, baseUrl, [noun, verb], input, given);
    };
    return /^(list|entries)$/.test(verb) ? list(call) : call;
  };
  /** The methods of a noun; of one that few pages ask for they are told by their names, and loaded with the first call. */
  const methods = (noun: string, verbs: Record<string, Wire> = {}) =>
    byName((verb) => method(noun, verb, verbs[verb]));
  const outbox = new Outbox(transport, baseUrl, options.storage === 'memory');
  const closed = new AbortController();
  const often: Record<string, Record<string, Wire>> = wire;
  return byName((noun) => methods(noun, often[noun]), {
    events: { stream: streamOf(transport, baseUrl, closed.signal) },
    baseUrl,
    outbox,
    device,
    close() {
      outbox.close();
      closed.abort();
    },
  }) as Client;
}

/** What nouns and verbs look like; nothing that others ask an object for (`then`, `nodeType`, what lit marks its own with). */
const named = /^(?!then$)[a-z]+$/;

/** An object whose members are made when they are asked for. */
const byName = (make: (name: string) => unknown, made: Record<string, unknown> = {}): object =>
  new Proxy(made, {
    get: (_, name: string) =>
      made[name] ?? (named.test(String(name)) ? (made[name] = make(name)) : undefined),
  });
