import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** A person: SCIM 2.0 user with the enterprise extension (RFC 7643), flattened, and what Heed adds. */
export const Person = z.object({
  id: z.string(),
  userName: z.string(),
  displayName: z.string(),
  emails: z.array(z.string()),
  department: z.optional(z.string()),
  division: z.optional(z.string()),
  title: z.optional(z.string()),
  costCenter: z.optional(z.string()),
  location: z.optional(z.string()),
  /** The id of the person's manager. */
  manager: z.optional(z.string()),
  preferredLanguage: z.optional(z.string()),
  groups: z.array(z.string()),
  products: z.array(z.string()),
  relation: open('employee', 'contractor', 'supplier', 'customer'),
  roles: z.array(open('isms-manager', 'auditor')),
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
  query: z.object({ ...PageQuery, userName: z.optional(Id) }),
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
  params: z.object({ person: Id }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'PEO-3',
      must: 'Another person answers 404 unless the caller holds a role that sees them.',
    },
  ],
});
