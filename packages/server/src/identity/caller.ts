import type { Person, Role } from '@heed/contract';

/** How the caller proved who they are, as the identity provider says. */
export interface Authentication {
  /** The issuer of the verified token. */
  issuer: string;
  /** When the person signed in (`auth_time`), RFC 3339 UTC. */
  at?: string;
  /** How they signed in (RFC 8176), for example `["pwd","otp"]`. */
  amr?: string[];
}

/** The active person whom a verified token names. */
export interface Caller {
  tenant: string;
  person: Person;
  authentication: Authentication;
  /** When the token ends, in milliseconds since the epoch. */
  expiresAt?: number | undefined;
}

/** Whether the caller holds one of the roles. */
export function holds(caller: Pick<Caller, 'person'>, roles: readonly Role[]): boolean {
  return roles.some((role) => caller.person.roles.includes(role));
}

/** The roles that see rows of other people. */
export const overseers = ['isms-manager', 'auditor'] as const satisfies readonly Role[];
