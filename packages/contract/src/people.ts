import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** A person: SCIM 2.0 user with the enterprise extension (RFC 7643), flattened, and what Heed adds. */
export const Person = z.object({
  /** Given by the backend; stays when a name changes. */
  id: z.string(),
  /** What people sign in with: unique in the tenant, and what a token says. */
  userName: z.string(),
  /** As colleagues know them. */
  displayName: z.string(),
  /** The first one is the one to write to. */
  emails: z.array(z.string()),
  /** As SCIM has it. */
  department: z.optional(z.string()),
  /** As SCIM has it. */
  division: z.optional(z.string()),
  /** What they do, such as `Software engineer`. */
  title: z.optional(z.string()),
  /** As SCIM has it. */
  costCenter: z.optional(z.string()),
  /** Where they work. */
  location: z.optional(z.string()),
  /** The id of the person's manager. */
  manager: z.optional(z.string()),
  /** BCP 47. */
  preferredLanguage: z.optional(z.string()),
  /** Names of the groups they are in. */
  groups: z.array(z.string()),
  /** Names of the products they work on. */
  products: z.array(z.string()),
  /** What they are to the organisation. */
  relation: open('employee', 'contractor', 'supplier', 'customer'),
  /** What they may do beyond their own rows; empty for most. */
  roles: z.array(open('isms-manager', 'incident-handler', 'auditor')),
  /** Whether they are still here. Who is not is refused with 403 unknown-person. */
  active: z.boolean(),
  /** RFC 3339 full-date. */
  joined: z.optional(z.string()),
  /** RFC 3339 full-date. */
  left: z.optional(z.string()),
});
/** A person of the organisation or an interested party's contact. */
export type Person = z.output<typeof Person>;

/** `GET /v1/me` */
export const readMe = endpoint({
  method: 'GET',
  path: '/v1/me',
  answers: { 200: Person },
  summary: 'The person the token belongs to',
  profile: 'core',
  access: { who: 'person' },
  cache: 'revalidate',
  requirements: [
    {
      id: 'ME-1',
      must: 'Answers the active person whom the verified token names, and nobody else.',
    },
    {
      id: 'ME-2',
      must: 'A valid token of somebody unknown or inactive answers 403 unknown-person.',
    },
  ],
});

/** `GET /v1/people` */
export const listPeople = endpoint({
  method: 'GET',
  path: '/v1/people',
  answers: { 200: page(Person) },
  list: true,
  summary: 'People of the tenant',
  profile: 'core',
  access: { who: ['isms-manager', 'auditor'] },
  query: z.object({
    ...PageQuery,
    /** Only the person with exactly this name. */
    userName: z.optional(Id),
  }),
  cache: 'revalidate',
  requirements: [
    { id: 'PEO-1', must: 'Only people of the caller’s tenant are listed.' },
    { id: 'PEO-2', must: 'Pages are stable while people are added.' },
  ],
});

/** `GET /v1/people/{person}` */
export const readPerson = endpoint({
  method: 'GET',
  path: '/v1/people/{person}',
  answers: { 200: Person },
  summary: 'One person',
  profile: 'core',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the person. */
    person: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'PEO-3',
      must: 'Another person answers 404 unless the caller holds a role that sees them.',
    },
  ],
});
