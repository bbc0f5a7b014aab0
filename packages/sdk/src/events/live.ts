import type { Shape, WireOf } from '@heed/contract/wire';
import { prepare } from '../calls.js';
import type { IsmsError } from '../errors/errors.js';
import { NetworkError } from '../errors/network-error.js';
import { backOff, isFinal, retryAt } from '../outbox/back-off.js';
import { Identity } from '../outbox/identity.js';
import { watchPage } from '../outbox/wake.js';
import type { Transport } from '../transport.js';
import { Connection, type End } from './connection.js';
import { Listener } from './listener.js';
import type { LiveEvent } from './live-event.js';
import { Place } from './place.js';
import type { SharedConnection } from './shared.js';
import type { Tabs } from './tabs.js';

/** Milliseconds in which a connection may be replaced without a word. */
const UNNOTICED = 3000;
/** Milliseconds that a connection must have lasted to be replaced without waiting. */
const LASTED = 5000;
/** Milliseconds between two `reset` where a proxy keeps the stream to itself. */
const ASKING = 15_000;
/** Failures in a row after which the waits grow no longer: half a minute. */
const MOST_FAILURES = 5;

/** What all iterators of a client share: one connection, and how it stands with it. */
export class Live {
  #listeners = new Set<Listener>();
  #identity: Identity;
  #url: string;
  #shape: Shape;
  /** Aborts when the last listener has left. */
  #running: AbortController | undefined;
  #connection: Connection | SharedConnection | undefined;
  /** How tabs find each other: nothing where the client is to keep to its page, or the code could not be loaded. */
  #finding: Promise<typeof import('./tabs.js') | undefined> | undefined;
  /** The other tabs of this person. */
  #tabs: Tabs | undefined;
  /** Ends the wait for the next connection. */
  #wake: (() => void) | undefined;
  #person: string | undefined;
  #place = new Place();
  #lost: IsmsError | undefined;
  #unnoticed: ReturnType<typeof setTimeout> | undefined;
  #asking: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly baseUrl: string,
    wire: WireOf<'events' | 'messages'>,
    private readonly closed: AbortSignal,
  ) {
    this.#identity = new Identity(transport, baseUrl);
    this.#url = prepare(baseUrl, wire.events.stream).url;
    this.#shape = wire.messages.read.answers[200] as Shape;
    const wake = () => {
      this.#connection?.comeBack();
      this.#wake?.();
    };
    if (transport.device.baseUrl) this.#finding = import('./tabs.js').catch(() => undefined);
    // Whoever listens may say something, also where there is no network by then.
    import('../outbox/said.js').catch(() => undefined);
    watchPage(wake, () => undefined, closed);
    closed.addEventListener('abort', () => {
      for (const listener of [...this.#listeners]) listener.end();
    });
  }

  /** One more iterator. */
  join(signal?: AbortSignal): Listener {
    const abort = () => listener.end({ reason: signal?.reason }, true);
    const listener = new Listener(() => {
      signal?.removeEventListener('abort', abort);
      this.#leave(listener);
    });
    if (signal?.aborted) abort();
    else if (this.closed.aborted) listener.end();
    else {
      signal?.addEventListener('abort', abort);
      this.#listeners.add(listener);
      if (this.#running) {
        listener.push({ type: 'reset' });
        if (this.#lost) listener.push({ type: 'lost', error: this.#lost });
      } else {
        this.#running = new AbortController();
        void this.#run(this.#running.signal);
      }
    }
    return listener;
  }

  #leave(listener: Listener): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
    // Whoever comes next begins anew.
    this.#running?.abort();
    this.#tabs?.close();
    this.#running = this.#tabs = this.#person = this.#lost = undefined;
    this.#place = new Place();
    clearTimeout(this.#unnoticed);
    this.#stopAsking();
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let silences = 0;
    while (!signal.aborted) {
      const from = Date.now();
      let isAlive = false;
      let error: IsmsError | undefined;
      const alive = () => {
        isAlive = true;
        silences = 0;
        this.#stopAsking();
        this.#find();
      };
      const end = await this.transport
        .authorised((token) => this.#connect(token, signal, alive), signal)
        .catch((thrown: IsmsError) => void (error = thrown));
      if (signal.aborted) return;
      failures = isAlive && Date.now() - from > LASTED ? 0 : Math.min(failures + 1, MOST_FAILURES);
      if (isAlive) {
        this.#replace(error);
        if (failures > 0) await this.#wait(backOff(failures - 1), signal);
      } else if (end === 'silent') {
        silences += 1;
        this.#ask(silences > 1);
        await this.#wait(backOff(failures), signal);
      } else {
        error ??= new NetworkError();
        const isRefused = error.kind === 'problem' && error.status === 403;
        if (isRefused || isFinal(error)) return this.#end(error);
        this.#stopAsking();
        this.#lose(error);
        await this.#wait(retryAt(failures, error) - Date.now(), signal, !error.retryAfter);
      }
    }
  }

  async #connect(token: string | undefined, signal: AbortSignal, alive: () => void): Promise<End> {
    const person = await this.#identity.of(token);
    signal.throwIfAborted();
    if (this.#person !== person) await this.#become(person, signal);
    const place = this.#place;
    const way = { url: this.#url, shape: this.#shape, token, person, place, signal };
    const given = [this.transport, this.#identity, way] as const;
    this.#connection = this.#tabs?.connection(...given) ?? new Connection(...given);
    return this.#connection.read({
      alive,
      opened: () => clearTimeout(this.#unnoticed),
      told: (event, id) => {
        if (event) this.#tell(event);
        if (id) place.move(id);
      },
    });
  }

  /** Somebody has signed in, or somebody else. */
  async #become(person: string, signal: AbortSignal): Promise<void> {
    const tabs = await (await this.#finding)?.Tabs.of(this.baseUrl, person, () => this.#wake?.());
    if (signal.aborted) tabs?.close();
    signal.throwIfAborted();
    this.#tabs?.close();
    this.#tabs = tabs;
    if (this.#person !== undefined) {
      this.#place = new Place();
      this.#tell({ type: 'reset' });
    }
    this.#person = person;
  }

  /** What has worked may break off and come back without a word. */
  #replace(error = new NetworkError() as IsmsError): void {
    clearTimeout(this.#unnoticed);
    this.#unnoticed = setTimeout(() => this.#lose(error), UNNOTICED);
  }

  #lose(error: IsmsError): void {
    clearTimeout(this.#unnoticed);
    if (this.#lost) return;
    this.#lost = error;
    this.#tell({ type: 'lost', error });
  }

  #find(): void {
    if (!this.#lost) return;
    this.#lost = undefined;
    this.#tell({ type: 'resumed' });
  }

  /** The backend is there, and somebody keeps its stream: what is shown has to be asked for. */
  #ask(isAgain: boolean): void {
    this.#find();
    const ask = () => this.#tell({ type: 'reset' });
    if (this.#asking === undefined) ask();
    if (isAgain) this.#asking ??= setInterval(ask, ASKING);
  }

  #stopAsking(): void {
    clearInterval(this.#asking);
    this.#asking = undefined;
  }

  #wait(milliseconds: number, signal: AbortSignal, mayWake = true): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', over);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      signal.addEventListener('abort', over);
      if (mayWake) this.#wake = over;
    });
  }

  #tell(event: LiveEvent): void {
    for (const listener of [...this.#listeners]) listener.push(event);
  }

  #end(reason: IsmsError): void {
    for (const listener of [...this.#listeners]) listener.end({ reason });
  }
}
