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

  /** Id of the person the token belongs to; without a network, of the one before. */
  async of(token: string | undefined): Promise<string> {
    if (!this.person || token === undefined || (token && token !== this.#token)) {
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
