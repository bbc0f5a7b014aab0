import type { Backend } from '../backend.js';
import { cut, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { findPerson, listPeople } from './records.js';
import { sees } from './rules.js';

/** `GET /v1/me` */
export const meRoutes: Routes<'me'> = {
  async read({ caller }) {
    return { status: 200, body: caller.person };
  },
};

/** `GET /v1/people` and one person. */
export function peopleRoutes({ db }: Backend): Routes<'people'> {
  return {
    async list({ caller, query }) {
      const after = parseCursor('people', query.cursor, 1)?.[0];
      const rows = await listPeople(db, caller.tenant, {
        after: after === undefined ? undefined : String(after),
        userName: query.userName,
        limit: query.limit + 1,
      });
      return {
        status: 200,
        body: cut('people', rows, query.limit, (row) => [row.userName.toLowerCase()]),
      };
    },
    async read({ caller, params }) {
      const person = sees(caller, params.person)
        ? await findPerson(db, caller.tenant, params.person)
        : undefined;
      if (!person) throw new Failure('not-found', 'Nobody you may see has this id.');
      return { status: 200, body: person };
    },
  };
}
