import type { Backend } from '../backend.js';
import type { Routes } from '../http/handlers.js';
import { toldReporter } from '../incidents/told.js';
import { answerClaimed } from './answer.js';
import { claim } from './claim.js';
import { claimed, opened } from './open.js';

/** Reports without a name: nothing here knows who calls. */
export function claimRoutes(backend: Backend): Routes<'claims'> {
  const { db, tenant } = backend;
  return {
    async open({ body: { code } }) {
      return { status: 200, body: await opened(db, tenant, await claimed(backend, code)) };
    },
    async record({ params, body: draft }) {
      const { incident, receipt } = await claim(backend, params.claim, draft);
      return { status: 200, body: { incident: await toldReporter(db, tenant, incident), receipt } };
    },
    async answer({ params, body: { code, text } }) {
      const incident = await claimed(backend, code);
      await answerClaimed(backend, { tenant, id: params.answer, incident, text });
      return { status: 200, body: await opened(db, tenant, incident) };
    },
  };
}
