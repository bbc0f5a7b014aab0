import type { RawPerson } from './person.js';

/** The enterprise extension of RFC 7643, section 4.3. */
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** Heed's own extension: location, products, relation, roles, joined, left. */
export const HEED = 'urn:heed:params:scim:schemas:extension:2.0:User';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = (value: unknown): Bag => (isBag(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
/** An attribute by its name, whose case makes no difference (RFC 7643, 2.1). */
const named = (from: Bag, name: string): unknown =>
  Object.entries(from).find(([key]) => key.toLowerCase() === name)?.[1] ?? undefined;
/** The word for a value that decides access: one of the wrong kind is refused later, and not overlooked here. */
const word = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? text(value) : JSON.stringify(value);
const texts = (value: unknown): string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

/** A group and the ids of its members. */
export interface ScimGroup {
  name: string;
  members: string[];
}

/** What a SCIM file holds. */
export interface ScimContent {
  users: Bag[];
  groups: ScimGroup[];
  /** How many resources are neither. */
  others: number;
}

/** The resources of a SCIM `ListResponse`, a list of resources or one resource (RFC 7643, RFC 7644). */
export function readScim(value: unknown): ScimContent | undefined {
  const resources = Array.isArray(value)
    ? (value as unknown[])
    : isBag(value) && Array.isArray(value.Resources)
      ? list(value.Resources)
      : [value];
  const all = resources.filter(isBag);
  const users = all.filter((one) => texts(one.schemas).includes(USER));
  const groups = all.filter((one) => texts(one.schemas).includes(GROUP));
  if (users.length + groups.length === 0) return undefined;
  return {
    users,
    others: resources.length - users.length - groups.length,
    groups: groups.map((group) => ({
      name: text(group.displayName) ?? '',
      members: list(group.members).flatMap((member) => text(bag(member).value) ?? []),
    })),
  };
}

function emailsOf(user: Bag): string[] {
  const emails = list(user.emails).map(bag);
  const work = emails.filter((email) => email.type !== 'home');
  const chosen = work.sort((a, b) => Number(b.primary === true) - Number(a.primary === true));
  return chosen.flatMap((email) => text(email.value) ?? []);
}

/**
 * Picks what Heed knows of a person from a SCIM user. Everything else (addresses, phone numbers,
 * photos, private mail, extensions of others) is never looked at.
 */
export function personFromScim(user: Bag, file: string): RawPerson {
  const enterprise = bag(user[ENTERPRISE]);
  const ours = bag(user[HEED]);
  const name = bag(user.name);
  const full = [name.givenName, name.familyName].flatMap((part) => text(part) ?? []).join(' ');
  const one = {
    userName: text(user.userName),
    externalId: text(user.externalId),
    displayName: text(user.displayName) ?? text(full) ?? text(name.formatted),
    title: text(user.title),
    preferredLanguage: text(user.preferredLanguage),
    department: text(enterprise.department),
    division: text(enterprise.division),
    costCenter: text(enterprise.costCenter),
    organization: text(enterprise.organization),
    manager: text(bag(enterprise.manager).value),
    location: text(ours.location),
    relation: word(named(ours, 'relation')),
    joined: text(ours.joined),
    left: text(ours.left),
  };
  const set = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
  const ref = text(user.id);
  const active = word(named(user, 'active'));
  return {
    file,
    ...(ref !== undefined && { ref }),
    one: set,
    many: {
      emails: emailsOf(user),
      groups: list(user.groups).flatMap((group) => text(bag(group).display) ?? []),
      products: texts(ours.products),
      roles: texts(ours.roles),
    },
    // RFC 7643, 4.1.1: what `active` means when absent is up to us; a listed person is active.
    ...(active !== undefined && { active }),
  };
}

const CORE =
  'schemas id externalId meta userName displayName name title preferredLanguage emails groups active';
const TAKEN: Record<string, Set<string>> = {
  '': new Set([...CORE.split(' '), ENTERPRISE, HEED]),
  [ENTERPRISE]: new Set('department division costCenter organization manager'.split(' ')),
  [HEED]: new Set('location products relation roles joined left'.split(' ')),
};

/** Names of attributes a user has that are not taken, for the report; their values are not read. */
export function notTaken(user: Bag): string[] {
  return Object.entries(TAKEN).flatMap(([schema, taken]) =>
    Object.keys(schema === '' ? user : bag(user[schema])).filter((name) => !taken.has(name)),
  );
}
