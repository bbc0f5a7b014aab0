import { AuthError } from './errors/auth-error.js';

/**
 * Gives the access token of the person who is signed in; nothing when nobody is. With `refresh` the
 * last one was refused and a new one is needed.
 */
export type GetToken = (request: {
  refresh: boolean;
}) => string | undefined | null | Promise<string | undefined | null>;

/** Asks the host for tokens. Holds at most the latest replacement, in memory. */
export class Tokens {
  #getToken: GetToken | undefined;
  #replaced: { refused: string | undefined; token: Promise<string | undefined> } | undefined;

  constructor(getToken: GetToken | undefined) {
    this.#getToken = getToken;
  }

  /** The token to use now, empty where the host can give none for want of a network; a replacement stands in as long as the host still gives the refused one. */
  async current(): Promise<string | undefined> {
    const token = await this.#ask(false);
    return token && token === this.#replaced?.refused ? this.#replaced.token : token;
  }

  /** A token instead of the refused one; everybody who was refused with it shares one question. */
  replace(refused: string | undefined): Promise<string | undefined> {
    if (!this.#replaced || this.#replaced.refused !== refused) {
      const replaced = { refused, token: this.#ask(true) };
      this.#replaced = replaced;
      replaced.token.catch(() => this.#replaced === replaced && this.forget());
    }
    return this.#replaced.token;
  }

  /** Forgets the replacement: it was refused as well, so the next refusal asks again. */
  forget(): void {
    this.#replaced = undefined;
  }

  async #ask(refresh: boolean): Promise<string | undefined> {
    try {
      return (await this.#getToken?.({ refresh })) || undefined;
    } catch (cause) {
      // Without a network a token cannot be renewed, and nobody else can have signed in.
      if ((globalThis.navigator as Navigator | undefined)?.onLine === false) return '';
      throw new AuthError({ cause });
    }
  }
}
