import type { Backend } from '../backend.js';
import type { Cadence } from '../digests/rules.js';
import { findPerson } from '../people/records.js';
import { findDigestChoice, storeDigestChoice } from './records.js';

/** Where somebody chose: signed in, or by the link of a mail. */
export type Way = 'signed-in' | 'mail';

/**
 * Records how often a person wants a digest, in the log too; the same again records nothing. Resolves with false when they
 * are no longer known.
 */
export async function chooseDigest(
  { log, tenant }: Pick<Backend, 'log' | 'tenant'>,
  id: string,
  { digest, way }: { digest: Cadence; way: Way },
): Promise<boolean> {
  const { result } = await log.write(tenant, async (tx, at) => {
    const person = await findPerson(tx, tenant, id);
    if (!person?.active) return { result: false, events: [] };
    if ((await findDigestChoice(tx, tenant, id)) === digest) return { result: true, events: [] };
    await storeDigestChoice(tx, tenant, id, { digest, at });
    const { userName, displayName } = person;
    const record = {
      ...{ tenant, person: { id, userName, displayName }, digest, way, recordedAt: at },
    };
    const event = { type: 'isms.preferences.recorded', record, personId: id, subject: id };
    return { result: true, events: [event] };
  });
  return result;
}
