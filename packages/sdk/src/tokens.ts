/**
 * Gives the access token of the person who is signed in; nothing when nobody is. With `refresh` the
 * last one was refused and a new one is needed. When it fails, for want of a network perhaps, it is not known who
 * is signed in: what this device has kept is shown while the backend cannot be asked either.
 */
export type GetToken = (request: {
  refresh: boolean;
}) => string | undefined | null | Promise<string | undefined | null>;

/** Asks the host for tokens. Holds at most the latest replacement, in memory. */
export class Tokens {
  /** Why the host could not give a token the last time that it could not. */
  failure: unknown;
  #getToken: GetToken | undefined;
  #replaced: { refused: string | undefined; token: Promise<string | undefined> } | undefined;

  constructor(getToken: GetToken | undefined) {
    this.#getToken = getToken;
  }

  /** The token to use now, empty where the host has failed to give one; a replacement stands in as long as the host still gives the refused one. */
  async current(): Promise<string | undefined> {
    const token = await this.#ask(false);
    return token && token === this.#replaced?.refused ? this.#replaced.token : token;
  }

  /** A token instead of the refused one; everybody who was refused with it shares one question. */
  replace(refused: string | undefined): Promise<string | undefined> {
    if (!this.#replaced || this.#replaced.refused !== refused) {
      const replaced = { refused, token: this.#ask(true) };
      this.#replaced = replaced;
      void replaced.token.then((token) => {
        if (token === '' && this.#replaced === replaced) this.forget();
      });
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
      this.failure = cause;
      return '';
    }
  }
}
