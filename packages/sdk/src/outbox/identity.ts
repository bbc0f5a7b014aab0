import type { Person } from '@heed/contract';
import { wire } from '@heed/contract/wire';
import { prepare } from '../calls.js';
import type { Transport } from '../transport.js';

/** Whom a token belongs to. The backend decides; asked once per token. */
export class Identity {
  /** Id of the person last seen. */
  person: string | undefined;
  #token: string | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly baseUrl: string,
  ) {}

  /**
   * Id of the person the token belongs to. Without a network the host may have failed to give one (it is
   * empty then), and nobody else can have signed in.
   */
  async of(token: string | undefined): Promise<string> {
    const offline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
    if (offline && token === '' && this.person) return this.person;
    if (!token || token !== this.#token || !this.person) {
      const me = prepare(this.baseUrl, wire.me.read);
      this.person = ((await this.transport.send(me, token)) as Person).id;
      this.#token = token;
    }
    return this.person;
  }

  /** Id of the person who is signed in now. */
  current(): Promise<string> {
    return this.transport.authorised((token) => this.of(token));
  }
}
