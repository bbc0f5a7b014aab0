import { isDay } from './fields.js';
import { canonicalLanguage } from './language.js';
import { oneLine } from './line.js';
import type { ImportedPerson } from './types.js';
import { yesOrNo } from './yes-no.js';

/** A person as a source gives it: words by name of our attribute, lists where there may be several. */
export interface RawPerson {
  file: string;
  /** Line in the file, from 1, where the source has lines. */
  line?: number;
  /** How other entries of the same source refer to this person. */
  ref?: string;
  /** Words by attribute; only attributes of {@link ImportedPerson}. */
  one: Partial<Record<OneName, string>>;
  many: Partial<Record<ManyName, string[]>>;
  /** The word of the source for whether they are active; a listed person without one is. */
  active?: string;
}

/** Attributes that hold one value. */
export const ONE = [
  'userName',
  'externalId',
  'displayName',
  'department',
  'division',
  'title',
  'costCenter',
  'organization',
  'location',
  'manager',
  'preferredLanguage',
  'relation',
  'joined',
  'left',
] as const;
type OneName = (typeof ONE)[number];

/** Attributes that hold several values. */
export const MANY = ['emails', 'groups', 'products', 'roles'] as const;
type ManyName = (typeof MANY)[number];

/** What a person may be to the organisation. */
export const RELATIONS = ['employee', 'contractor', 'supplier', 'customer'] as const;
/** What a person may do in Heed beyond what everyone does. */
export const ROLES = ['isms-manager', 'incident-handler', 'auditor'] as const;

const MAX_LENGTH = 200;

/** Words on one line, at most 200 characters: what comes in is shown in lists. */
const tidy = (text: string): string => [...oneLine(text)].slice(0, MAX_LENGTH).join('');

type Complain = (message: string) => void;

/** What decides access and is not understood never opens anything: an unknown relation sees what a customer sees. */
function relationOf(word: string | undefined, complain: Complain): ImportedPerson['relation'] {
  if (word === undefined) return 'employee';
  const relation = RELATIONS.find((known) => known === word.toLowerCase());
  if (relation !== undefined) return relation;
  complain(`relation “${word}” is not one of ${RELATIONS.join(', ')}; it was taken as customer.`);
  return 'customer';
}

function activeOf(word: string | undefined, complain: Complain): boolean {
  if (word === undefined) return true;
  const active = yesOrNo(word);
  if (active === undefined) {
    complain(`active “${tidy(word)}” is neither yes nor no; the person was taken as inactive.`);
  }
  return active ?? false;
}

/** A date as in RFC 3339 or, which means no other day, as in German (`1.2.2024`); with slashes it could mean two. */
const day = (text: string | undefined): string | undefined => {
  const [, d = '', m = '', year] = /^(\d\d?)\.(\d\d?)\.(\d{4})\b/.exec(text ?? '') ?? [];
  const german = year && `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = german ?? text?.slice(0, 10);
  return date !== undefined && isDay(date) ? date : undefined;
};

/**
 * A person with every value checked. What is not valid is passed to `complain` and left away. The
 * manager is still the reference of the source.
 */
export function checkPerson(raw: RawPerson, complain: Complain): ImportedPerson {
  const one = (name: OneName): string | undefined => tidy(raw.one[name] ?? '') || undefined;
  const many = (name: ManyName): string[] => [
    ...new Set((raw.many[name] ?? []).map(tidy).filter((value) => value !== '')),
  ];
  const refuse = (name: string, value: string | undefined): undefined => {
    if (value !== undefined) complain(`${name} “${value}” is not valid; it was not taken.`);
    return undefined;
  };
  const userName = one('userName') ?? '';
  const language = one('preferredLanguage');
  const roles = many('roles').flatMap(
    (role) => ROLES.find((known) => known === role) ?? refuse('role', role) ?? [],
  );
  const joined = day(one('joined')) ?? refuse('joined', one('joined'));
  const left = day(one('left')) ?? refuse('left', one('left'));
  const tag = language === undefined ? undefined : canonicalLanguage(language.replace('_', '-'));
  if (tag === undefined) refuse('preferredLanguage', language);
  const optional = {
    externalId: one('externalId'),
    department: one('department'),
    division: one('division'),
    title: one('title'),
    costCenter: one('costCenter'),
    organization: one('organization'),
    location: one('location'),
    manager: one('manager'),
    preferredLanguage: tag,
    joined,
    left,
  };
  const set = Object.fromEntries(Object.entries(optional).filter(([, v]) => v !== undefined));
  return {
    userName,
    displayName: one('displayName') ?? userName,
    emails: many('emails').filter((email) => /^[^@\s]+@[^@\s]+$/.test(email)),
    ...set,
    groups: many('groups'),
    products: many('products'),
    relation: relationOf(one('relation'), complain),
    roles,
    active: activeOf(raw.active, complain),
    file: raw.file,
  };
}
