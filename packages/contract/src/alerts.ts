import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Message } from './messages.js';
import { page, PageQuery } from './shapes.js';

/** `GET /v1/alerts` */
export const listAlerts = endpoint({
  method: 'GET',
  path: '/v1/alerts',
  answers: { 200: page(Message) },
  list: true,
  summary: 'The alerts that still ask something of the caller, of every channel',
  profile: 'comms',
  access: { who: 'person' },
  query: z.object(PageQuery),
  cache: 'revalidate',
  requirements: [
    {
      id: 'ALR-1',
      must: 'Exactly the alerts are listed that are open to the caller in channels whose audience they belong to now, were not withdrawn, and of which the caller has not said that they are done; none that was over when they last entered that audience: posted before that, and with a dueAt before that or without one.',
    },
    {
      id: 'ALR-2',
      must: 'They are listed by due date, the earliest first and those without one last; among equals, the last that was recorded comes first.',
    },
  ],
});
