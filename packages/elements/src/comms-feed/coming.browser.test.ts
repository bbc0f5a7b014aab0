import { createClient, type Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../testing/channels.js';
import { eventually } from '../testing/page.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const texts = (feed: Element, selector: string): string[] =>
  [...feed.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent!.trim());

describe('what comes to a feed at an awkward moment', () => {
  let model: ModelChannels;
  let client: Client;
  /** Keeps back answers to what matches, which were made when they were asked for. */
  let held: RegExp | undefined;
  let letGo: (() => void)[] = [];

  before(() => setViewport({ width: 1280, height: 900 }));
  beforeEach(async () => {
    held = undefined;
    letGo = [];
    model = await createChannels();
    client = createClient({
      baseUrl: model.backend.baseUrl,
      getToken: () => 'token',
      storage: 'memory',
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const isHeld = held?.test(request.url);
        const answer = await model.fetch(request);
        if (isHeld) await new Promise<void>((resolve) => letGo.push(resolve));
        return answer;
      },
    });
  });
  afterEach(() => client.close());

  const show = (channel?: string): Promise<CommsFeed> =>
    fixture(html`<comms-feed .client=${client} .channel=${channel} lang="en"></comms-feed>`);
  const release = (): void => letGo.splice(0).forEach((go) => go());

  it('is counted each, when two are said in the same moment, and once when it is changed', async () => {
    model.open('engineering');
    model.open('security-notices');
    const feed = await show();
    await eventually(() => texts(feed, '.name').length === 2);
    await eventually(() => model.asked.includes('GET /v1/events'));
    const { postedAt } = model.say('engineering', { text: 'One' });
    const { id } = model.say('engineering', { text: 'Two', postedAt });
    model.change(id, () => ({ text: 'Too' }));
    model.say('security-notices', { text: 'Three' });
    await eventually(() => texts(feed, '.unread').length === 2);
    expect(texts(feed, '.unread')).to.deep.equal(['1 new', '2 new']);
  });

  it('is counted when the answer about the channels is older', async () => {
    model.open('engineering');
    model.open('security-notices');
    const feed = await show();
    await eventually(() => texts(feed, '.name').length === 2);
    held = /\/v1\/channels\?/;
    model.open('tidebox');
    model.tell('channels', {});
    await eventually(() => letGo.length === 1, 'that the channels are asked for');
    model.say('engineering', { text: 'One' });
    await eventually(() => texts(feed, '.unread').length === 1, 'that it is counted');
    release();
    await eventually(() => texts(feed, '.name').length === 3, 'the new channel');
    expect(texts(feed, '.unread')).to.deep.equal(['1 new']);
  });

  it('is in its thread when the answer about the replies is older', async () => {
    model.open('engineering');
    const { id: thread } = model.say('engineering', { text: 'A question' });
    model.say('engineering', { text: 'An answer', thread });
    const feed = await show('engineering');
    await eventually(() => texts(feed, '[data-act^=thread]').length === 1);
    held = /thread=/;
    feed.shadowRoot!.querySelector<HTMLElement>('[data-act^=thread]')!.click();
    await eventually(() => letGo.length === 1, 'that the replies are asked for');
    model.say('engineering', { text: 'Another answer', thread });
    await eventually(() => texts(feed, '.replies .body').length === 1, 'what came');
    release();
    await eventually(() => texts(feed, '.replies .body').length === 2, 'both');
    expect(texts(feed, '.replies .body')).to.deep.equal(['An answer', 'Another answer']);
  });
});
