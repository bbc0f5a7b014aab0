import type { Audience } from './audiences/rules.js';
import { belongs } from './audiences/rules.js';
import { listAudiences } from './audiences/records.js';
import { listLaws, type StoredLaw } from './clocks/records.js';
import type { Person } from '@heed/contract';
import { listChannels, type StoredChannel } from './channels/records.js';
import { listPacks, type StoredPack } from './packs/records.js';
import { publishedPolicies, type PublishedPolicy } from './policies/records.js';
import type { Queryable } from './storage/database.js';
import { listWebhooks } from './webhooks/records.js';
import type { Webhook } from './webhooks/rules.js';
import { listTerms, type StoredTerm } from './terms/records.js';

/** Everything a tenant has published, as of one revision. */
export interface Catalogue {
  revision: number;
  policies: ReadonlyMap<string, PublishedPolicy>;
  packs: readonly StoredPack[];
  audiences: ReadonlyMap<string, Audience>;
  terms: readonly StoredTerm[];
  channels: readonly StoredChannel[];
  webhooks: readonly Webhook[];
  laws: readonly StoredLaw[];
}

const byId = <T extends { id: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id, item]));

async function load(db: Queryable, tenant: string, revision: number): Promise<Catalogue> {
  const [policies, packs, audiences, terms, channels, webhooks, laws] = await Promise.all([
    publishedPolicies(db, tenant),
    listPacks(db, tenant),
    listAudiences(db, tenant),
    listTerms(db, tenant),
    listChannels(db, tenant),
    listWebhooks(db, tenant),
    listLaws(db, tenant),
  ]);
  return {
    revision,
    policies: byId(policies),
    packs,
    audiences: byId(audiences),
    terms,
    channels,
    webhooks,
    laws,
  };
}

/** The revision of the tenant's content; 0 before anything was published. */
export async function revisionOf(db: Queryable, tenant: string): Promise<number> {
  const rows = await db.query<{ revision: number }>(
    'select revision from contents where tenant = $1',
    [tenant],
  );
  return rows[0]?.revision ?? 0;
}

/** Reads the catalogue. */
export interface ReadCatalogue {
  /** As of now. */
  (): Promise<Catalogue>;
  /** As of a moment ago: for what is only shown. */
  recent(): Promise<Catalogue>;
  /** The last one that was read, for those who find out by themselves whether it still holds. */
  remembered(): Promise<Catalogue>;
}

/**
 * The current catalogue. Read again only when the stored revision has moved, so that a process sees
 * what another one published with its very next request.
 *
 * @param recentMs how old `recent` may be, in milliseconds. A process that serves thousands asks for the revision once
 *   in this time instead of once a request.
 */
export function rememberCatalogue(db: Queryable, tenant: string, recentMs = 0): ReadCatalogue {
  let latest: Promise<Catalogue> | undefined;
  let remembered = -1;
  let askedAt = -Infinity;
  let asking: Promise<Catalogue> | undefined;
  const read = async (): Promise<Catalogue> => {
    const beganAt = performance.now();
    const revision = await revisionOf(db, tenant);
    askedAt = beganAt;
    if (latest && remembered === revision) return latest;
    remembered = revision;
    // The revision is read first: rows that are newer than it are only read once more.
    latest = load(db, tenant, revision);
    latest.catch(() => (latest = undefined));
    return latest;
  };
  const recent = (): Promise<Catalogue> => {
    if (recentMs === 0) return read();
    if (latest && performance.now() - askedAt < recentMs) return latest;
    asking ??= read().finally(() => (asking = undefined));
    return asking;
  };
  return Object.assign(read, { recent, remembered: () => latest ?? read() });
}

/** The packs whose audience the person belongs to now. */
export function packsOf(catalogue: Catalogue, person: Person): StoredPack[] {
  return catalogue.packs.filter((pack) => {
    const audience = catalogue.audiences.get(pack.audience);
    return audience !== undefined && belongs(audience, person);
  });
}

const assigned = new WeakMap<Catalogue, WeakMap<Person, ReadonlySet<string>>>();

/** The ids of the policies that some pack asks of the person now: worked out once for each reading of either. */
export function assignedPolicies(catalogue: Catalogue, person: Person): ReadonlySet<string> {
  const known = assigned.get(catalogue) ?? new WeakMap<Person, ReadonlySet<string>>();
  assigned.set(catalogue, known);
  const before = known.get(person);
  if (before) return before;
  const policies = new Set(packsOf(catalogue, person).flatMap((pack) => pack.policies));
  known.set(person, policies);
  return policies;
}
