import type { Routes } from '../http/handlers.js';
import type { Feed } from './feed.js';

/** `GET /v1/events` */
export function eventRoutes(feed: Feed): Routes<'events'> {
  return {
    async stream({ caller, after }) {
      return { status: 200, opens: feed.open(caller, after) };
    },
  };
}
