import type { Channel } from '@heed/contract';
import type { Backend } from '../backend.js';
import type { Catalogue } from '../catalogue.js';
import { cut, parseCursor } from '../http/cursor.js';
import type { Routes } from '../http/handlers.js';
import { openChannels, visibleChannel, type OpenChannel } from './open.js';
import { statesOf, type ChannelState } from './records.js';

function body(
  { audiences }: Catalogue,
  { channel, isMember, mayAnnounce, mayDiscuss }: OpenChannel,
  { people, unread, position, latestAt }: ChannelState,
): Channel {
  const { id, title, description, audience, history } = channel;
  return {
    ...{ id, title, ...(description !== undefined && { description }) },
    audience: { id: audience, title: audiences.get(audience)?.title ?? audience },
    people,
    ...{ history, isMember, mayAnnounce, mayDiscuss },
    unread,
    ...(position !== null && { position }),
    ...(latestAt !== null && { latestAt }),
  };
}

/** `GET /v1/channels` and one channel. */
export function channelRoutes(backend: Backend): Routes<'channels'> {
  const { db, catalogue } = backend;
  const told = async (caller: { tenant: string; person: { id: string } }, open: OpenChannel[]) => {
    const states = await statesOf(db, caller.tenant, caller.person.id, open);
    const published = await catalogue.recent();
    return open.map((one) => body(published, one, states.get(one.channel.id) as ChannelState));
  };
  return {
    async list({ caller, query }) {
      const after = String(parseCursor('channels', query.cursor, 1)?.[0] ?? '');
      const open = await openChannels(db, await catalogue.recent(), caller);
      const wanted = open.filter(({ channel }) => channel.id > after).slice(0, query.limit + 1);
      const items = await told(caller, wanted);
      return { status: 200, body: cut('channels', items, query.limit, ({ id }) => [id]) };
    },
    async read({ caller, params }) {
      const open = await visibleChannel(backend, caller, params.channel);
      const [channel] = await told(caller, [open]);
      return { status: 200, body: channel as Channel };
    },
  };
}
