import type { Backend } from '../backend.js';
import type { Routes } from '../http/handlers.js';
import { seesNames } from '../incidents/rules.js';
import { visibleIncident } from '../incidents/visible.js';
import { refusal } from '../notifications/rules.js';
import { standingsIn } from './standings.js';
import { toldClock } from './told.js';

/** `GET /v1/incidents/{incident}/clocks` */
export function clockRoutes(backend: Backend): Routes<'clocks'> {
  const { db, timeZone } = backend;
  return {
    async read({ caller, params }) {
      const { incident, open } = await visibleIncident(db, caller, params.incident);
      const refused = refusal(open, 'read');
      if (refused) throw refused;
      const { laws } = await backend.catalogue.recent();
      const found = await standingsIn(backend, caller.tenant, laws, [incident]);
      const { standings = [], sent = [] } = found.get(incident.id) ?? {};
      const seen = { laws, sent, withNames: seesNames(open) };
      const clocks = standings.map((standing) => toldClock(standing, seen));
      const body = { incident: incident.id, timeZone, laws: laws.map(({ id }) => id), clocks };
      return { status: 200, body };
    },
  };
}
