import type { Audience } from '../audiences/rules.js';
import type { ImportedAudience, ImportedPack } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import type { Pack } from '../packs/records.js';
import type { Queryable } from '../storage/database.js';
import { missingFrom, store, storedIn, type Change, type Definition } from './definitions.js';
import { canonicalText, hashOf } from './hashes.js';
import { incompleteNote, named } from './incomplete.js';

function packOf(pack: ImportedPack): Pack {
  const { statement: texts, due = {}, ...rest } = pack;
  const statement = { hash: hashOf(canonicalText(texts)), texts };
  return { ...rest, due, ...(Object.keys(texts).length > 0 && { statement }) };
}

async function keepAskedSince(
  tx: Queryable,
  tenant: string,
  packs: readonly Pack[],
  at: string,
): Promise<void> {
  const asked = packs.flatMap(({ id, policies }) =>
    policies.map((policy) => ({ pack: id, policy })),
  );
  await tx.query(
    `delete from pack_policies where tenant = $1 and not exists (
       select from jsonb_to_recordset($2::jsonb) as a(pack text, policy text)
       where a.pack = pack_policies.pack and a.policy = pack_policies.policy)`,
    [tenant, JSON.stringify(asked)],
  );
  await tx.query(
    `insert into pack_policies (tenant, pack, policy, added_at)
     select $1, pack, policy, $2::timestamptz
     from jsonb_to_recordset($3::jsonb) as a(pack text, policy text)
     on conflict do nothing`,
    [tenant, at, JSON.stringify(asked)],
  );
}

/** A pack of which some may not have been read goes on asking for what it asked for. */
function asBefore(pack: Pack, stored: Pack | undefined): Pack {
  const kept = stored?.policies ?? [];
  return { ...pack, policies: [...kept, ...pack.policies.filter((id) => !kept.includes(id))] };
}

/**
 * Makes the tenant's audiences and packs those of the import: what is missing there asks nothing any more. While
 * some of it is `incomplete`, they are added and changed only.
 */
export async function publishPacks(
  tx: Queryable,
  tenant: string,
  imported: { audiences: readonly ImportedAudience[]; packs: readonly ImportedPack[] },
  at: string,
  incomplete: readonly string[] = [],
): Promise<{ events: LogEvent[]; notes: string[] }> {
  const audiences: readonly Audience[] = imported.audiences;
  const packs = imported.packs.map(packOf);
  const before = {
    audiences: await storedIn<Audience>(tx, tenant, 'audiences'),
    packs: await storedIn<Pack>(tx, tenant, 'packs'),
  };
  const missing = {
    audiences: missingFrom(audiences, before.audiences),
    packs: missingFrom(packs, before.packs),
  };
  const whole = incomplete.length === 0;
  const wanted = whole ? packs : packs.map((pack) => asBefore(pack, before.packs.get(pack.id)));
  const kept = whole ? [] : missing.packs.flatMap((id) => before.packs.get(id) ?? []);
  const change = (of: 'audiences' | 'packs', now: readonly Definition[]): Change => ({
    wanted: now,
    stored: before[of],
    gone: whole ? missing[of] : [],
  });
  const events = [
    ...(await store(tx, tenant, 'audiences', change('audiences', audiences), at)),
    ...(await store(tx, tenant, 'packs', change('packs', wanted), at)),
  ];
  await keepAskedSince(tx, tenant, [...wanted, ...kept], at);
  if (whole) return { events, notes: [] };
  const stay = [...missing.audiences, ...missing.packs];
  const what = `no audience and no pack was removed${stay.length > 0 ? ` (${named(stay)})` : ''}`;
  return { events, notes: [incompleteNote(incomplete, what)] };
}
