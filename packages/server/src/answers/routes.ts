import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { seesNames, seesNotes, seesReporter } from '../incidents/rules.js';
import { visibleIncident } from '../incidents/visible.js';
import { unlockedBy } from '../unlocks/records.js';
import { answer } from './answer.js';
import { listAnswers } from './records.js';
import { toldAnswer } from './told.js';

/** `PUT /v1/answers/{answer}`, and the answers in a report. */
export function answerRoutes(backend: Backend): Routes<'answers'> {
  const { db } = backend;
  return {
    async record({ caller, params, body: draft }) {
      const made = await answer(backend, { caller, id: params.answer, draft });
      // It is their own: they see who said it.
      const told = toldAnswer(made.answer, { names: true, reporter: true });
      return { status: 200, body: { answer: told, receipt: made.receipt } };
    },
    async list({ caller, params, query: { limit, cursor } }) {
      const { incident, open } = await visibleIncident(db, caller, params.incident);
      const key = parseCursor('answers', cursor, 2);
      if (key && (key[0] !== incident.id || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const rows = await listAnswers(db, caller.tenant, {
        ...{ incident: incident.id, withNotes: seesNotes(open) },
        ...{ after: Number(key?.[1] ?? 0), limit: limit + 1 },
      });
      const { items, ...more } = cut('answers', rows, limit, ({ number }) => [incident.id, number]);
      const unlocked = await unlockedBy(db, caller.tenant, caller.person.id, [incident.id]);
      const isUnlocked = unlocked.has(incident.id);
      const reporter = seesReporter(open, incident, isUnlocked);
      const seen = { names: seesNames(open), reporter };
      return { status: 200, body: { items: items.map((one) => toldAnswer(one, seen)), ...more } };
    },
  };
}
