/** A running OpenID Connect provider. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  /** Walks the authorization code flow with PKCE; gives an access token that is valid for `seconds` (600). */
  signIn(userName: string, options?: { seconds?: number }): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the provider on a free loopback port. */
export function startIdentityProvider(options?: { audience?: string }): Promise<IdentityProvider>;
