import { randomBytes } from 'node:crypto';
import { SetupDone, setup as profile, type Setup } from '@heed/contract/setup';
import type { Config, People } from '../config.js';
import { Skip, Unmet, cut } from './check.js';
import { exchange, type Exchange } from './exchange.js';
import { Session } from './session.js';
import { canaries, cast, company } from './world.js';

/** Somebody with a part in the checks. */
export type Role = Exclude<keyof People, 'newcomers' | 'strangerBaseUrl'>;

/** A tenant that the set-up profile made. */
export class Namespace {
  constructor(
    private readonly address: string,
    private readonly authorization: string | undefined,
    private readonly witness: (exchange: Exchange) => void,
    public content: Setup,
    private done: SetupDone,
  ) {}

  get baseUrl(): string {
    return this.done.baseUrl;
  }

  get unknown(): string {
    return this.done.unknown;
  }

  get expired(): string {
    return this.done.expired;
  }

  /** The token of a person. */
  token(userName: string): string | undefined {
    return this.done.tokens[userName];
  }

  /** Somebody of it. */
  as(userName: string): Session {
    return new Session(this.baseUrl, this.token(userName), this.witness);
  }

  /** Whoever has this token, or nobody. */
  bearing(token: string | undefined): Session {
    return new Session(this.baseUrl, token, this.witness);
  }

  /** Lets it hold something else. */
  async change(content: Setup): Promise<void> {
    this.content = content;
    this.done = await put(this.address, this.authorization, content);
  }
}

async function put(url: string, token: string | undefined, content: Setup): Promise<SetupDone> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token) headers['Authorization'] = `Bearer ${token}`;
  const { status, text } = await exchange({
    ...{ method: profile.method, url, headers, body: JSON.stringify(content) },
  });
  try {
    if (status === 200) return SetupDone.parse(JSON.parse(text));
  } catch {
    // Told below, with what came.
  }
  throw new Unmet(`PUT ${url} (the set-up profile) answered ${status}: ${cut(text)}`);
}

/** Some checks need a dozen newcomers, and most none; all of them together no more than the most. */
const readersFor = (checks: number): number => Math.min(12 + checks, 120);

/** Where a run takes place, and who plays in it. */
export class Stage {
  #namespace: Namespace | undefined;
  #stranger: Namespace | undefined;
  readonly #prepared = new Map<string, Promise<unknown>>();
  #next = 0;

  constructor(private readonly config: Config) {}

  /** Makes the two tenants that most checks share, where the backend has the set-up profile, for so many checks. */
  async open(checks: number): Promise<void> {
    if (!this.config.setup || this.config.readOnly) return;
    this.#namespace = await this.make(company(canaries.own, readersFor(checks)), () => undefined);
    this.#stranger = await this.make(company(canaries.foreign, readersFor(0)), () => undefined);
  }

  /** Where the contract's paths begin. */
  get baseUrl(): string {
    return this.#namespace?.baseUrl ?? this.config.baseUrl;
  }

  /** The shared tenant; the check is skipped where there is none. */
  get namespace(): Namespace {
    if (this.#namespace) return this.#namespace;
    throw new Skip('This needs the set-up profile: give its address as setup.');
  }

  /** Another tenant; the check is skipped where there is none. */
  get stranger(): Namespace {
    if (this.#stranger) return this.#stranger;
    throw new Skip('This needs the set-up profile: give its address as setup.');
  }

  /** What is prepared when a check first needs it, and shared by those that come after. */
  once<T>(name: string, prepare: () => Promise<T>): Promise<T> {
    const prepared = this.#prepared.get(name) ?? prepare();
    this.#prepared.set(name, prepared);
    return prepared as Promise<T>;
  }

  /** A tenant of its own. */
  async make(content: Setup, witness: (exchange: Exchange) => void): Promise<Namespace> {
    const { setup, setupToken } = this.config;
    if (!setup) throw new Skip('This needs the set-up profile: give its address as setup.');
    const address = `${setup}/check-${randomBytes(8).toString('hex')}`;
    const done = await put(address, setupToken, content);
    return new Namespace(address, setupToken, witness, content, done);
  }

  /** Whoever has this token. */
  bearing(
    token: string | undefined,
    witness: (exchange: Exchange) => void,
    baseUrl = this.baseUrl,
  ): Session {
    return new Session(baseUrl, token, witness, this.config.readOnly);
  }

  /** Somebody with a part. The check is skipped where nobody has it. */
  session(role: Role, witness: (exchange: Exchange) => void): Session {
    if (role === 'stranger') return this.#strange(witness);
    const token = this.#token(role);
    if (token) return this.bearing(token, witness);
    throw new Skip(`This needs a token: give it as people.${role}.`);
  }

  /** Tokens of people who may still have everything to do, each only once. */
  *newcomers(): Generator<string> {
    const tokens = this.#namespace
      ? this.#namespace.content.people
          .filter(({ userName }) => userName.startsWith('reader-'))
          .map(({ userName }) => this.#namespace?.token(userName) ?? '')
      : (this.config.people.newcomers ?? []);
    while (this.#next < tokens.length) yield tokens[this.#next++] ?? '';
  }

  #token(role: Exclude<Role, 'stranger'>): string | undefined {
    const namespace = this.#namespace;
    if (!namespace) return this.config.people[role];
    if (role === 'unknown') return namespace.unknown;
    if (role === 'expired') return namespace.expired;
    return namespace.token(cast[role]);
  }

  #strange(witness: (exchange: Exchange) => void): Session {
    const { stranger, strangerBaseUrl } = this.config.people;
    if (this.#stranger) {
      return new Session(this.#stranger.baseUrl, this.#stranger.token(cast.colleague), witness);
    }
    if (stranger) return this.bearing(stranger, witness, strangerBaseUrl);
    throw new Skip('This needs a token of another tenant: give it as people.stranger.');
  }
}
