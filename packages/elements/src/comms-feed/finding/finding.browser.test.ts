import { createClient, type Client } from '@heed/sdk';
import { faulty, type FaultyNetwork } from '@heed/sdk/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventually } from '../../testing/page.js';
import { openBackend, signIn } from '../../testing/real-backend.js';
import { CommsFeed } from '../comms-feed.js';

CommsFeed.define();

describe('search in a channel, at the real backend', () => {
  before(openBackend);
  let client: Client | undefined;
  let network: FaultyNetwork;
  let feed: CommsFeed;
  // It is opened with the first request, which on a busy machine takes longer than a command may.
  before(async function () {
    this.timeout(120_000);
    await fetch('/heed-backend/find/.well-known/isms');
  });
  afterEach(() => client?.close());

  const inside = <T extends HTMLElement>(selector: string): T | null =>
    feed.shadowRoot!.querySelector<T>(selector);
  const dialog = (): HTMLDialogElement | null => inside('dialog');
  const field = (): HTMLInputElement | null => inside('dialog input');
  const hits = (): HTMLElement[] => [...feed.shadowRoot!.querySelectorAll<HTMLElement>('.hit')];
  const status = (): string => inside('dialog [role=status]')?.textContent.trim() ?? '';
  const type = (words: string): void => {
    field()!.value = words;
    field()!.dispatchEvent(new Event('input'));
  };
  const open = async (): Promise<void> => {
    await eventually(() => inside('.find'), 'the button');
    inside('.find')!.focus();
    inside('.find')!.click();
    await eventually(() => feed.shadowRoot!.activeElement === field() && field(), 'the field');
  };

  const show = async (lang = 'en', dir = 'ltr', width = '60rem'): Promise<void> => {
    const userName = `person-${6 + Math.floor(Math.random() * 2)}`;
    const { folder, token } = await signIn(userName);
    network = faulty((request) => fetch(request));
    const made = createClient({
      ...{ baseUrl: `${folder}/${crypto.randomUUID()}`, getToken: () => token },
      ...{ fetch: network.fetch, storage: 'memory' },
    });
    client = made;
    const say = (text: string, more: { thread?: string } = {}): ReturnType<typeof record> =>
      record({
        ...{ message: crypto.randomUUID(), channel: 'corner', kind: 'discussion' },
        ...{ language: 'en', text, ...more },
      });
    const { record } = made.messages;
    const root = await say('Whoever finds a *parcel* opens nothing <b>at all</b>.');
    await say('The parcels are at the desk.', { thread: root.id });
    for (let n = 0; n < 12; n++) await say(`Something else, number ${n}.`);
    const box = document.createElement('div');
    box.style.inlineSize = width;
    feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${made} channel="corner" lang=${lang} dir=${dir}></comms-feed>`,
      { parentNode: box },
    );
    await eventually(() => inside('article'), 'messages');
  };

  it('finds messages and replies, marks the words, and goes to where they are said', async () => {
    await show();
    await open();
    await expect(feed).to.be.accessible();
    type('parcel');
    await eventually(() => hits().length === 2, 'what was found');
    expect(status()).to.equal('2 messages');
    const marked = hits().map((hit) => hit.querySelector('mark')?.textContent);
    expect(marked).to.deep.equal(['parcels', 'parcel']);
    expect(hits()[1]!.textContent).to.include('opens nothing <b>at all</b>.');
    expect(hits()[1]!.querySelector('b')).to.equal(null);
    expect(hits()[0]!.textContent).to.include('Reply');
    await expect(feed).to.be.accessible();
    hits()[0]!.click();
    await eventually(() => !dialog(), 'the dialog to close');
    await eventually(
      () => inside('.thread')?.textContent.includes('The parcels are at the desk.'),
      'the thread',
    );
    const article = inside('.thread')!.closest('article')!;
    await eventually(() => feed.shadowRoot!.activeElement === article, 'the focus');
    const box = inside('.messages')!.getBoundingClientRect();
    const { top } = article.getBoundingClientRect();
    expect(top).to.be.within(box.top - 2, box.bottom);
  }).timeout(60_000);

  it('says that nothing was found, and that there is no connection; Escape clears, then closes', async () => {
    await show();
    await open();
    type('xylophone');
    await eventually(() => status() === 'No message holds all of these words.', 'nothing');
    network.arm({ kind: 'offline' }, { times: Infinity });
    type('parcel');
    await eventually(() => status().startsWith('There is no connection'), 'offline');
    const again = [...dialog()!.querySelectorAll('button')].find((one) =>
      one.textContent.includes('Try again'),
    );
    network.heal();
    again!.click();
    await eventually(() => hits().length >= 2, 'what was found');
    field()!.focus();
    await sendKeys({ press: 'Escape' });
    expect(field()!.value).to.equal('');
    await eventually(() => hits().length === 0, 'nothing any more');
    expect(status()).to.equal('');
    await sendKeys({ press: 'Escape' });
    await eventually(() => !dialog(), 'the dialog to close');
    expect(feed.shadowRoot!.activeElement).to.equal(inside('.find'));
  }).timeout(60_000);

  it('fits into a narrow page from right to left, in the language of the page', async () => {
    await show('de', 'rtl', '20rem');
    await open();
    type('parcel');
    await eventually(() => hits().length >= 2, 'was gefunden wurde');
    expect(status()).to.match(/Nachrichten$/);
    expect(dialog()!.scrollWidth).to.be.at.most(dialog()!.clientWidth);
    expect(feed.scrollWidth).to.be.at.most(feed.clientWidth);
    await expect(feed).to.be.accessible();
  }).timeout(60_000);
});
