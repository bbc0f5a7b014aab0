import { randomBytes, scrypt } from 'node:crypto';
import type { Queryable } from '../storage/database.js';

/** About a tenth of a second and 32 MB: nobody tries ten thousand million millions of codes. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 };

/** What the codes of the tenant are hashed with; one for all of them, so that a code is found without a name. */
async function saltOf(db: Queryable, tenant: string): Promise<Uint8Array> {
  const find = () =>
    db.query<{ salt: Uint8Array }>('select salt from incident_claim_salts where tenant = $1', [
      tenant,
    ]);
  const [known] = await find();
  if (known) return known.salt;
  await db.query(
    'insert into incident_claim_salts (tenant, salt) values ($1, $2) on conflict do nothing',
    [tenant, randomBytes(32)],
  );
  // Another process may have been first.
  const [made] = await find();
  if (made) return made.salt;
  throw new Error('The salt of the claim codes cannot be stored.');
}

/** The slow hash of a claim code, the only thing that is kept of it. */
export async function hashOfCode(db: Queryable, tenant: string, code: string): Promise<Uint8Array> {
  const salt = await saltOf(db, tenant);
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
