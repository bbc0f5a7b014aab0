import { createClient, type Client } from '@heed/sdk';
import { faulty, type FaultyNetwork } from '@heed/sdk/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { eventually } from '../testing/page.js';
import { openBackend, signIn } from '../testing/real-backend.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const says = (feed: Element, text: string): boolean =>
  [...feed.shadowRoot!.querySelectorAll('article')].some((one) => one.textContent!.includes(text));

describe('comms-feed at the real backend', () => {
  before(openBackend);
  const clients: Client[] = [];
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const meet = async (
    userName: string,
  ): Promise<{
    client: Client;
    network: FaultyNetwork;
    say: (text: string) => Promise<unknown>;
  }> => {
    const { folder, token } = await signIn(userName);
    const network = faulty((request) => fetch(request));
    const client = createClient({
      baseUrl: `${folder}/${crypto.randomUUID()}`,
      getToken: () => token,
      fetch: network.fetch,
    });
    clients.push(client);
    const say = (text: string): Promise<unknown> =>
      client.messages.record({
        ...{ message: crypto.randomUUID(), channel: 'corner', kind: 'discussion' },
        ...{ language: 'en', text },
      });
    return { client, network, say };
  };

  it('keeps what came live when the connection goes, though the device has an older copy', async () => {
    const [{ client, network }, { say }] = [await meet('person-3'), await meet('person-2')];
    await say('Before');
    const feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${client} channel="corner" lang="en"></comms-feed>`,
    );
    await eventually(() => says(feed, 'Before'), 'what was said before');
    feed.refresh();
    await new Promise((resolve) => setTimeout(resolve, 800));
    await say('Just now');
    await eventually(() => says(feed, 'Just now'), 'what was said now');
    network.arm({ kind: 'offline' }, { times: Infinity });
    // The device has four seconds to find its copy; a busy machine may need another try.
    for (let tries = 0; tries < 4 && !client.device.asOf; tries += 1) {
      feed.refresh();
      await eventually(() => client.device.asOf, 'answers from the device').catch(() => undefined);
    }
    expect(client.device.asOf).to.be.instanceOf(Date);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(says(feed, 'Just now')).to.equal(true);
  }).timeout(60_000);
});
