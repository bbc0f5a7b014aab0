import type { Backend } from '../backend.js';
import type { Routes } from '../http/handlers.js';
import { askedBy, nothingAsked } from './asked.js';
import { attemptTimes } from './records.js';
import { shown, triesAfter } from './rules.js';
import { takeCheck } from './take.js';

/** `GET /v1/assignments/{assignment}/check` */
export function checkRoutes({ db, clock, catalogue }: Backend): Routes<'checks'> {
  return {
    async read({ caller, params: { assignment: id } }) {
      const now = clock().toISOString();
      const asked = await askedBy(db, await catalogue(), caller, id, now);
      if (!asked) throw nothingAsked();
      const { assignment, check, questions, key } = asked;
      const times = await attemptTimes(db, caller.tenant, key);
      return {
        status: 200,
        body: {
          ...{ assignment: id, passMark: check.passMark, ...shown(questions) },
          ...triesAfter(check, times, now),
          passed: assignment.check === undefined,
        },
      };
    },
  };
}

/** `PUT /v1/attempts/{attempt}` */
export function attemptRoutes(backend: Backend): Routes<'attempts'> {
  return {
    async record({ caller, params: { attempt: id }, body: draft }) {
      return { status: 200, body: await takeCheck(backend, { caller, id, draft }) };
    },
  };
}
