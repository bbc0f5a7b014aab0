import { decodeJwt, errors, jwtVerify } from 'jose';
import { Failure } from '../http/failure.js';
import type { Issuer } from './issuer.js';
import { VerifiedTokens, type Claims } from './verified.js';

/** Asymmetric signatures only: with a shared secret, whoever can verify could also issue. */
const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'];

const refused = (detail: string) =>
  new Failure('not-signed-in', detail, {
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  });

function bearer(request: Request): string {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(
    request.headers.get('Authorization') ?? '',
  )?.[1];
  if (token) return token;
  throw new Failure(
    'not-signed-in',
    'Send the header Authorization: Bearer with an access token.',
    {
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  );
}

function unverifiedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** The provider's keys could not be read: it is down, or answers with something else. */
function saysNothingOfTheToken(error: unknown): boolean {
  return (
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === errors.JOSEError.code
  );
}

function reason(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof errors.JWTExpired) {
    return refused('The access token has expired. Ask the identity provider for a new one.');
  }
  if (saysNothingOfTheToken(error)) {
    return new Failure(
      'unavailable',
      'The keys of the identity provider cannot be read, so nobody can be recognised. Try again in a moment.',
      { headers: { 'Retry-After': '5' } },
    );
  }
  return refused(
    'The access token is not valid here: its issuer, audience, signature or time does not fit.',
  );
}

/**
 * The claims of the request's bearer token (RFC 6750), after its signature, issuer, audience and times
 * were verified (RFC 7519), with 5 seconds of tolerance between clocks. Fails with not-signed-in or unavailable.
 *
 * @param verified what was verified before.
 */
export async function verifiedClaims(
  request: Request,
  issuers: readonly Issuer[],
  verified: VerifiedTokens = new VerifiedTokens(),
): Promise<Claims> {
  const token = bearer(request);
  const before = verified.get(token);
  if (before) return before;
  const claimed = unverifiedIssuer(token);
  const known = issuers.find(({ issuer }) => issuer === claimed);
  if (!known) throw refused('The access token is of an issuer that is not trusted here.');
  try {
    const { payload } = await jwtVerify(token, known.keys, {
      issuer: known.issuer,
      audience: known.audience,
      algorithms,
      clockTolerance: 5,
      requiredClaims: ['exp'],
    });
    const claims = { ...payload, iss: known.issuer };
    verified.add(token, claims);
    return claims;
  } catch (error) {
    throw reason(error);
  }
}
