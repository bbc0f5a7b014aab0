import { belongs } from '../audiences/rules.js';
import type { Catalogue } from '../catalogue.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import type { StoredChannel } from './records.js';

/** What somebody is to a channel. */
export interface Standing {
  channel: StoredChannel;
  /** Belongs to the audience: is told, counted and asked. */
  isMember: boolean;
  mayAnnounce: boolean;
  mayDiscuss: boolean;
  /** Sees only what came since they entered the audience. */
  sinceEntered: boolean;
}

/** What the caller is to a channel; undefined when it is not open to them (CHN-1). */
export function standing(
  { audiences }: Pick<Catalogue, 'audiences'>,
  caller: Pick<Caller, 'person'>,
  channel: StoredChannel,
): Standing | undefined {
  const isIn = (id: string | undefined) => {
    const audience = id === undefined ? undefined : audiences.get(id);
    return audience !== undefined && belongs(audience, caller.person);
  };
  const isMember = isIn(channel.audience);
  const mayAnnounce = isIn(channel.announcers);
  const oversees = holds(caller, overseers);
  if (!isMember && !mayAnnounce && !oversees) return undefined;
  return {
    ...{ channel, isMember, mayAnnounce },
    mayDiscuss: channel.discussion && (isMember || mayAnnounce),
    sinceEntered: channel.history === 'entered' && !mayAnnounce && !oversees,
  };
}
