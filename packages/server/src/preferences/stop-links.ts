import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Backend } from '../backend.js';
import { linkKey } from './records.js';

/** Makes and reads what stands in the link that ends somebody's digest. It is good for nothing else, and for ever. */
export interface StopLinks {
  /** The token of a person. */
  tokenFor(person: string): string;
  /** The person of a token; undefined when we have not made it. */
  personOf(token: string): string | undefined;
}

const purpose = 'stop-digest';

/** The tokens of a tenant, signed with a key that only its database has. */
export async function openStopLinks({
  db,
  tenant,
}: Pick<Backend, 'db' | 'tenant'>): Promise<StopLinks> {
  const key = await linkKey(db, tenant, purpose, randomBytes(32));
  const mac = (person: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, tenant, person]))
      .digest();
  return {
    tokenFor: (person) =>
      `${Buffer.from(person).toString('base64url')}.${mac(person).toString('base64url')}`,
    personOf(token) {
      const [name = '', sent = ''] = token.split('.');
      const person = Buffer.from(name, 'base64url').toString();
      const given = Buffer.from(sent, 'base64url');
      const right = mac(person);
      return given.length === right.length && timingSafeEqual(given, right) ? person : undefined;
    },
  };
}
