// The whole log against its own checkpoint and the rows: nothing there that the other does not have.
import { createHash } from 'node:crypto';
import { openCheckpoint, parseVerifierKey } from '@heed/evidence';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The root of a list of leaf hashes, as RFC 6962 §2.1 defines it and nobody would build it: from the definition. */
function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/**
 * Reads every entry, computes the root from them and holds it against the signed checkpoint; counts the entries of
 * acknowledgements against the rows.
 *
 * @throws {Error} naming what does not fit.
 */
export async function checkLog(backend) {
  const token = await backend.tokenOf('auditor');
  const ask = (path) =>
    fetch(backend.url + path, { headers: { authorization: `Bearer ${token}` } });
  const all = async function* (path) {
    let next;
    do {
      const query = next ? `&cursor=${encodeURIComponent(next)}` : '';
      const page = await (await ask(`${path}limit=200${query}`)).json();
      yield* page.items;
      next = page.next;
    } while (next);
  };
  const { log } = await (await ask('/.well-known/isms')).json();
  const signed = await (await ask('/v1/log/checkpoint')).text();
  const checkpoint = await openCheckpoint(signed, [await parseVerifierKey(log.key)]);
  const leaves = [];
  let acts = 0;
  for await (const { entry } of all('/v1/log/entries?')) {
    leaves.push(sha256(Buffer.of(0), entry));
    if (JSON.parse(entry).type === 'isms.acknowledgement.recorded') acts += 1;
  }
  if (leaves.length !== checkpoint.size) {
    throw new Error(
      `The checkpoint is of ${checkpoint.size} entries, and there are ${leaves.length}.`,
    );
  }
  if (!rootOf(leaves).equals(Buffer.from(checkpoint.root))) {
    throw new Error('The root of the entries is not the one that was signed.');
  }
  const rows = new Set();
  for await (const { id } of all('/v1/acknowledgements?person=*&')) rows.add(id);
  if (rows.size !== acts) {
    throw new Error(`${rows.size} acknowledgements, and ${acts} of them in the log.`);
  }
  return { entries: leaves.length, acts };
}
