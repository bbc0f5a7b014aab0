import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { seesNames } from '../incidents/rules.js';
import { visibleIncident } from '../incidents/visible.js';
import { notify } from './notify.js';
import { listNotifications } from './records.js';
import { refusal } from './rules.js';
import { toldNotification } from './told.js';

/** `PUT /v1/notifications/{notification}`, and the notifications of a report. */
export function notificationRoutes(backend: Backend): Routes<'notifications'> {
  const { db } = backend;
  return {
    async record({ caller, params, body: draft }) {
      const made = await notify(backend, { caller, id: params.notification, draft });
      const notification = toldNotification(made.notification, true);
      return { status: 200, body: { notification, receipt: made.receipt } };
    },
    async list({ caller, params, query: { limit, cursor } }) {
      const { incident, open } = await visibleIncident(db, caller, params.incident);
      const refused = refusal(open, 'read');
      if (refused) throw refused;
      const key = parseCursor('notifications', cursor, 2);
      if (key && (key[0] !== incident.id || !Number.isSafeInteger(key[1]))) throw foreignCursor();
      const page = { incident: incident.id, after: Number(key?.[1] ?? 0), limit: limit + 1 };
      const rows = await listNotifications(db, caller.tenant, page);
      const { items, ...more } = cut('notifications', rows, limit, ({ number }) => [
        ...[incident.id, number],
      ]);
      const told = items.map((one) => toldNotification(one, seesNames(open)));
      return { status: 200, body: { items: told, ...more } };
    },
  };
}
