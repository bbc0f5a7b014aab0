import type { JWTPayload } from 'jose';
import type { Backend } from '../backend.js';
import type { Identify } from '../http/bind.js';
import { isStorable } from '../http/body.js';
import { Failure } from '../http/failure.js';
import { findByClaim } from '../people/records.js';
import { rememberPeople } from '../people/remembered.js';
import type { Authentication } from './caller.js';
import type { Issuer } from './issuer.js';
import { verifiedClaims } from './tokens.js';
import { VerifiedTokens } from './verified.js';

/** Whose tokens are accepted, and how they name a person. */
export interface Identity {
  issuers: readonly Issuer[];
  /**
   * The claim that holds a userName or externalId. Absent: `preferred_username`, then a verified `email`, then
   * `sub`. Name one that people cannot change themselves when the provider lets them edit the others.
   */
  personClaim?: string | undefined;
}

function names(claims: JWTPayload, personClaim: string | undefined): string[] {
  const isVerified = [true, 'true'].includes(claims['email_verified'] as boolean | string);
  const email = isVerified ? claims['email'] : undefined;
  const candidates = personClaim
    ? [claims[personClaim]]
    : [claims['preferred_username'], email, claims.sub];
  return candidates.filter(
    (value) => typeof value === 'string' && value !== '' && isStorable(value),
  ) as string[];
}

function authentication(claims: JWTPayload & { iss: string }): Authentication {
  const { auth_time: time, amr } = claims;
  return {
    issuer: claims.iss,
    ...(isTime(time) && { at: new Date(time * 1000).toISOString() }),
    ...(Array.isArray(amr) && { amr: amr.map(String) }),
  };
}

function isTime(seconds: unknown): seconds is number {
  return typeof seconds === 'number' && !Number.isNaN(new Date(seconds * 1000).getTime());
}

/** Finds the active person whom a verified token names (ME-1, ME-2): for an act always as the database has them. */
export function identifyBy(
  { db, tenant, catalogue }: Pick<Backend, 'db' | 'tenant' | 'catalogue'>,
  identity: Identity,
): Identify {
  const verified = new VerifiedTokens();
  const remembered = rememberPeople(db, tenant, catalogue);
  return async (request) => {
    const claims = await verifiedClaims(request, identity.issuers, verified);
    const isRead = ['GET', 'HEAD'].includes(request.method);
    for (const name of names(claims, identity.personClaim)) {
      const person = await (isRead ? remembered(name) : findByClaim(db, tenant, name));
      if (person?.active) {
        const expiresAt = claims.exp === undefined ? undefined : claims.exp * 1000;
        return { tenant, person, authentication: authentication(claims), expiresAt };
      }
      if (person) break;
    }
    throw new Failure(
      'unknown-person',
      'Your sign-in is valid, but no active person here has this name. Ask whoever runs this service.',
    );
  };
}
