import type { Channel, Client } from '@heed/sdk';
import type { Session } from '../../session.js';

/** The groups whose people may be asked, by name; several channels of one audience are one group. */
export async function findGroups(client: Client, session: Session): Promise<Channel[]> {
  if (!session.offers('comms')) return [];
  const asksAnybody = session.me?.roles.includes('isms-manager');
  const byAudience = new Map<string, Channel>();
  for await (const channel of client.channels.list()) {
    const { audience, mayAnnounce } = channel;
    if ((mayAnnounce || asksAnybody) && !byAudience.has(audience.id))
      byAudience.set(audience.id, channel);
  }
  return [...byAudience.values()].sort((a, b) => a.audience.title.localeCompare(b.audience.title));
}
