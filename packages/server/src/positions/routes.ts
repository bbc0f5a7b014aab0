import type { Backend } from '../backend.js';
import { statesOf } from '../channels/records.js';
import { notOpen, visibleChannel } from '../channels/open.js';
import type { Routes } from '../http/handlers.js';
import { visibleMessage } from '../messages/visible.js';
import { advancePosition } from './records.js';

/** `PUT /v1/channels/{channel}/position` */
export function positionRoutes(backend: Backend): Routes<'positions'> {
  const { db } = backend;
  return {
    async record({ caller, params: { channel }, body }) {
      const open = await visibleChannel(backend, caller, channel);
      const { message } = await visibleMessage(backend, caller, body.message);
      if (message.channel !== channel || message.thread !== null) throw notOpen();
      const { tenant, person } = caller;
      await advancePosition(db, tenant, person.id, message);
      const state = (await statesOf(db, tenant, person.id, [open])).get(channel);
      const { position, unread = 0 } = state ?? {};
      return { status: 200, body: { channel, message: position ?? message.id, unread } };
    },
  };
}
