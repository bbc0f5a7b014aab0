// Runs in a tab: somebody who is signed in there, and what the page hears while it is open.
import { createClient } from '@heed/sdk';

const tokens = new Map();

/** The host's way to a token, of whoever is signed in in this tab. */
async function getToken({ refresh }) {
  const { userName } = globalThis;
  if (!tokens.has(userName) || refresh) {
    const answer = await fetch('/dev/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName }),
    });
    tokens.set(userName, (await answer.json()).token);
  }
  return tokens.get(userName);
}

/** What it heard, in its order: the text of a message, else the name of the event. */
globalThis.heard = [];
/** When it last asked for the stream itself, in milliseconds since the epoch. */
globalThis.askedAt = 0;
/** What it said to other tabs, as text. */
globalThis.told = [];

const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (data) {
  globalThis.told.push(JSON.stringify(data));
  if (!globalThis.isMute) postMessage.call(this, data);
};

/** Listens as somebody. */
globalThis.listen = async (userName) => {
  globalThis.userName = userName;
  const isms = createClient({
    baseUrl: '',
    getToken,
    fetch: (input, init) => {
      if ((input.url ?? input).endsWith('/v1/events')) globalThis.askedAt = Date.now();
      return fetch(input, init);
    },
  });
  globalThis.me = await isms.me.read();
  for await (const event of isms.events.stream()) {
    globalThis.heard.push(event.type === 'message' ? event.message.text : event.type);
  }
};
/** What it has given to whoever may see it. */
globalThis.tokens = () => [...tokens.values()];
