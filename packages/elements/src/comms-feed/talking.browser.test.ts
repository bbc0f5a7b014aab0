import { createClient, type Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { eventually, once, words } from '../testing/page.js';
import { openBackend, signIn } from '../testing/real-backend.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const one = <T extends HTMLElement>(feed: Element, selector: string): T =>
  feed.shadowRoot!.querySelector<T>(selector)!;
const press = (root: ParentNode, label: string): void =>
  [...root.querySelectorAll('button')].find((at) => at.textContent!.trim() === label)!.click();
const type = async (feed: CommsFeed, name: string, value: string): Promise<void> => {
  const field = one<HTMLInputElement>(feed, `.channel > .composer [name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await feed.updateComplete;
};
/** Somebody comes back to the page again and again: where the backend has no live events, feeds ask then. */
const seen = async (condition: () => unknown, what: string): Promise<void> => {
  const look = (): boolean => document.dispatchEvent(new Event('visibilitychange'));
  look();
  const timer = setInterval(look, 1000);
  await eventually(condition, what).finally(() => clearInterval(timer));
};

describe('two people at the real backend', () => {
  before(openBackend);
  const clients: Client[] = [];
  before(() => setViewport({ width: 1280, height: 1400 }));
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const open = async (userName: string): Promise<{ feed: CommsFeed; client: Client }> => {
    const { folder, token } = await signIn(userName);
    const client = createClient({
      baseUrl: `${folder}/${userName}`,
      getToken: () => token,
      storage: 'memory',
    });
    clients.push(client);
    const feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${client} channel="floor" lang="en"></comms-feed>`,
    );
    await eventually(() => one(feed, '.composer'), `what ${userName} writes with`);
    return { feed, client };
  };

  it('see what the other says, what is done, and what is withdrawn', async () => {
    const { feed: ann, client: announcer } = await open('person-0');
    const { feed: ben, client } = await open('person-1');

    await type(ben, 'text', 'Is the *kettle* <b>yours</b>?');
    const said = once(ben, 'message-posted');
    press(one(ben, '.composer'), 'Post');
    const { message } = await said;
    await seen(() => one(ann, `[data-id="${message.id}"] em`), 'the question, as Markdown');
    expect(one(ann, `[data-id="${message.id}"]`).textContent).to.include('person-1');

    one(ann, '[value=alert]').click();
    await ann.updateComplete;
    await type(ann, 'title', 'The kettle burns');
    await type(ann, 'text', 'Leave the kitchen.');
    await type(ann, 'action', 'Go to the yard.');
    press(one(ann, '.composer'), 'Tell 100 people…');
    await eventually(() => one(ann, 'dialog'), 'the question');
    const posted = once(ann, 'message-posted');
    press(one(ann, 'dialog'), 'Tell 100 people');
    const { id } = (await posted).message;
    await seen(() => one(ben, `[data-id="${id}"]`), 'the alert');
    expect(words(ben)).to.include('0 of 100 have done it').and.to.include('Go to the yard.');

    const completed = once(ben, 'alert-completed');
    press(one(ben, `[data-id="${id}"]`), 'Done');
    expect((await completed).completion.receipt).to.include('heed-receipt');
    await eventually(() => words(ben).includes('You said on'), 'that it is done');
    await seen(() => words(ann).includes('1 of 100 have done it'), 'the count');

    const withdrawn = once(ann, 'message-withdrawn');
    press(one(ann, `[data-id="${message.id}"]`), 'Withdraw');
    await eventually(() => one(ann, 'dialog'), 'the question');
    press(one(ann, 'dialog'), 'Withdraw');
    await withdrawn;
    await seen(() => words(ben).includes('Withdrawn on'), 'that it is withdrawn');
    expect(words(ben)).not.to.include('kettle yours');

    ben.scrollIntoView();
    let position: string | undefined;
    await eventually(() => {
      void client.channels.read({ channel: 'floor' }).then((now) => (position = now.position));
      return position === id;
    }, 'where person-1 was');
    expect((await announcer.channels.read({ channel: 'floor' })).people).to.equal(100);
  }).timeout(60_000);
});
