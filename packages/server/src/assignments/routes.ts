import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { findPerson } from '../people/records.js';
import { listedPerson } from '../people/rules.js';
import { situationOf } from './records.js';
import { compareKeys, derive, openStates, sortKey, type Derived } from './rules.js';

function wanted(query: { policy?: string | undefined; state?: string | undefined }) {
  return ({ assignment: each }: Derived) =>
    (query.policy === undefined || each.policy.id === query.policy) &&
    (query.state === undefined ||
      (query.state === 'open' ? openStates.includes(each.state) : each.state === query.state));
}

/** `GET /v1/assignments` */
export function assignmentRoutes({ db, clock, catalogue }: Backend): Routes<'assignments'> {
  return {
    async list({ caller, query }) {
      const id = listedPerson(caller, query.person);
      const after = parseCursor('assignments', query.cursor, 5);
      const person =
        id === caller.person.id ? caller.person : await findPerson(db, caller.tenant, id);
      if (!person) return { status: 200, body: { items: [] } };
      const [published, situation] = await Promise.all([
        catalogue.recent(),
        situationOf(db, caller.tenant, person),
      ]);
      const rows = derive(published, situation, clock().toISOString())
        .filter(wanted(query))
        .sort((a, b) => compareKeys(sortKey(a), sortKey(b)))
        .filter((each) => !after || compareKeys(sortKey(each), after) > 0);
      const page = cut('assignments', rows, query.limit, sortKey);
      return { status: 200, body: { ...page, items: page.items.map((row) => row.assignment) } };
    },
  };
}
