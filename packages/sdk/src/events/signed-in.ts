import type { Identity } from '../outbox/identity.js';
import type { Transport } from '../transport.js';

/**
 * Whether it is still this person who is signed in: they may have signed out meanwhile, or somebody else in.
 *
 * @param token what was theirs.
 */
export async function isSignedIn(
  { tokens }: Transport,
  identity: Identity,
  person: string,
  token: string | undefined,
): Promise<boolean> {
  const now = await tokens.current();
  // Where the host has failed to give one, nobody knows.
  if (now === token || now === '') return true;
  return !!now && (await identity.of(now).catch(() => person)) === person;
}
