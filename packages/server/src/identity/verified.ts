import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';

/** The claims of a token that was verified. */
export type Claims = JWTPayload & { iss: string };

const mostTokens = 20_000;

/** A key that its provider withdraws stops counting after this time at the latest, in milliseconds. */
const keptMs = 60_000;

/**
 * Remembers which tokens were verified, because a page sends the same one twenty times and a signature costs more than
 * the answer. Keeps a hash of the token and its claims, never the token; none beyond its own end.
 */
export class VerifiedTokens {
  readonly #kept = new Map<string, { claims: Claims; until: number }>();

  /** The claims of a token that was verified a moment ago. */
  get(token: string): Claims | undefined {
    const kept = this.#kept.get(digest(token));
    return kept && kept.until > Date.now() ? kept.claims : undefined;
  }

  /** Remembers a token that was verified just now. */
  add(token: string, claims: Claims): void {
    const until = Math.min(Date.now() + keptMs, (claims.exp ?? 0) * 1000);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostTokens && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(digest(token), { claims, until });
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
