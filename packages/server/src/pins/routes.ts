import type { Message } from '@heed/contract';
import type { Backend } from '../backend.js';
import type { Routes } from '../http/handlers.js';
import { toldMessages } from '../messages/told.js';
import { pin } from './pin.js';

/** `PUT /v1/messages/{message}/pin` */
export function pinRoutes(backend: Backend): Routes<'pins'> {
  return {
    async record({ caller, params, body: draft }) {
      const message = await pin(backend, caller, params.message, draft);
      const { tenant, person } = caller;
      const published = await backend.catalogue.recent();
      const [body] = await toldMessages(backend.db, tenant, published, [message], person.id);
      return { status: 200, body: body as Message };
    },
  };
}
