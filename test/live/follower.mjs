// Somebody who shows a channel as a feed does: all of it after `reset`, and every message as it is told from then on.
import { createClient } from '@heed/sdk';

const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every message of a channel with its replies, by id. */
export async function readAll(client, channel) {
  const found = new Map();
  for await (const message of client.messages.list({ channel, limit: 200 })) {
    found.set(message.id, message);
    if (message.replies === 0 && !message.withdrawnAt) continue;
    for await (const reply of client.messages.list({ channel, thread: message.id, limit: 200 })) {
      found.set(reply.id, reply);
    }
  }
  return found;
}

/** Follows the channel until it is closed. `shown` is what is on the screen. */
export function follow({ baseUrl, getToken, channel }) {
  const client = createClient({ baseUrl, getToken, storage: 'memory' });
  const leaving = new AbortController();
  const told = { reset: 0, message: 0, lost: 0, resumed: 0, channels: 0 };
  const self = { shown: new Map(), told, ended: undefined, close: () => leaving.abort() };

  async function reload() {
    while (!leaving.signal.aborted) {
      try {
        self.shown = await readAll(client, channel);
        return;
      } catch {
        await moment(100);
      }
    }
  }

  async function listen() {
    for await (const event of client.events.stream({ signal: leaving.signal })) {
      told[event.type] += 1;
      if (event.type === 'reset') await reload();
      else if (event.type === 'message' && event.message.channel === channel) {
        self.shown.set(event.message.id, event.message);
      }
    }
  }
  self.done = listen()
    .catch((error) => {
      if (!leaving.signal.aborted) self.ended = error;
    })
    .finally(() => client.close());
  return self;
}
