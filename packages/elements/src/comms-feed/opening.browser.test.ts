import { createClient } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { createChannels } from '../testing/channels.js';
import { eventually } from '../testing/page.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

describe('comms-feed while it opens', () => {
  it('opens at the message that a link names, though all is to be asked for again by then', async () => {
    const model = await createChannels();
    model.open('notices');
    const ids = Array.from(
      { length: 300 },
      (_, n) => model.say('notices', { text: `No. ${n}` }).id,
    );
    let asked = 0;
    const client = createClient({
      baseUrl: model.backend.baseUrl,
      getToken: () => 'token',
      storage: 'memory',
      fetch: async (input, init) => {
        const { pathname } = new URL(new Request(input, init).url);
        // The stream of live events may begin at any time.
        if (pathname.endsWith(`/messages/${ids[100]}`) && ++asked === 1) feed().refresh();
        return model.fetch(input, init);
      },
    });
    const feed = (): CommsFeed => document.querySelector('comms-feed')!;
    await fixture(
      html`<comms-feed .client=${client} channel="notices" message=${ids[100]!}></comms-feed>`,
    );
    const root = feed().shadowRoot!;
    const isInView = (): boolean => {
      const box = root.querySelector('.messages')?.getBoundingClientRect();
      const at = root.querySelector(`[data-id="${ids[100]}"]`)?.getBoundingClientRect();
      return !!box && !!at && at.top >= box.top - 1 && at.bottom <= box.bottom + 1;
    };
    await eventually(isInView, 'the message');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isInView()).to.equal(true);
    client.close();
  });
});
