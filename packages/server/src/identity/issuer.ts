import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { Failure } from '../http/failure.js';

/** An identity provider whose tokens are accepted, for one audience. */
export interface Issuer {
  /** The exact `iss` of its tokens. */
  issuer: string;
  /** The `aud` that names this backend. */
  audience: string;
  /** The key that verifies a token. Fails with unavailable while the provider cannot be asked. */
  keys: JWTVerifyGetKey;
}

/** An issuer whose public keys are known in this process. */
export function localIssuer(issuer: string, audience: string, keys: JSONWebKeySet): Issuer {
  return { issuer, audience, keys: createLocalJWKSet(keys) };
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function keySetAddress(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const { issuer: named, jwks_uri: keySet } = (await response.json()) as Record<string, unknown>;
  // OpenID Connect Discovery 1.0, 4.3: a document that names another issuer is not this issuer's.
  if (named !== issuer) throw new Error(`${address} names the issuer ${String(named)}`);
  const url = new URL(String(keySet));
  if (url.protocol !== 'https:' && !isLoopback(url)) throw new Error('jwks_uri is not https');
  return url;
}

/**
 * An OpenID Connect issuer, found by its discovery document when the first token arrives. A provider
 * that is down then is asked again with the next token.
 */
export function remoteIssuer(issuer: string, audience: string): Issuer {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const discover = async () => {
    keySet ??= keySetAddress(issuer).then((url) => createRemoteJWKSet(url));
    try {
      return await keySet;
    } catch {
      keySet = undefined;
      throw new Failure(
        'unavailable',
        'The identity provider does not answer, so nobody can be recognised. Try again in a moment.',
        { headers: { 'Retry-After': '5' } },
      );
    }
  };
  return { issuer, audience, keys: async (header, token) => (await discover())(header, token) };
}
