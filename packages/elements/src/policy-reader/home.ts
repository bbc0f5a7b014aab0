import type { Session } from '../session.js';

/** The policy and version that the page has put up, while links of the text may lead on from there. */
export class Home {
  #policy: string | undefined;
  #version: number | undefined;
  #followed: string | undefined;

  /** Takes what the reader is to show; true when it is another policy that the page has put up. */
  put(
    policy: string | undefined,
    version: number | undefined,
    session: Session | undefined,
  ): boolean {
    const another = policy !== this.#followed;
    if (another) {
      this.tell(session, false);
      this.#policy = this.#followed = policy;
    }
    if (policy === this.#policy) this.#version = version;
    return another;
  }

  /** A link leads to a policy; gives the version to show of it, which at home is the page's. */
  follow(policy: string): number | undefined {
    this.#followed = policy;
    return this.isLeft(policy) ? undefined : this.#version;
  }

  /** Whether this is another policy than the one that the page has put up. */
  isLeft(policy: string | undefined): boolean {
    return policy !== this.#policy;
  }

  /** Tells other elements whether something else stands in its place. */
  tell(session: Session | undefined, away: boolean): void {
    if (this.#policy) session?.turn(this.#policy, away);
  }
}
