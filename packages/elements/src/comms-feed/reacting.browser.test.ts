import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../testing/channels.js';
import { eventually, words } from '../testing/page.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const all = (feed: Element, selector: string): HTMLElement[] => [
  ...feed.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (feed: Element, selector: string): HTMLElement => all(feed, selector)[0]!;
const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const act = (feed: Element, name: string): HTMLElement => one(feed, `[data-act="${name}"]`);

describe('comms-feed: reactions, pins and mentions', () => {
  let model: ModelChannels;
  let client: Client;

  before(() => setViewport({ width: 1280, height: 900 }));
  beforeEach(async () => {
    localStorage.clear();
    model = await createChannels();
    client = model.client();
  });
  afterEach(() => client.close());

  const show = async ({ lang = 'en', dir = 'ltr', width = '60rem' } = {}): Promise<CommsFeed> => {
    const box = document.createElement('div');
    box.style.inlineSize = width;
    const feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${client} .channel=${'team'} lang=${lang} dir=${dir}></comms-feed>`,
      { parentNode: box },
    );
    await eventually(() => one(feed, '.channel > .composer'), 'what people write with');
    await eventually(() => model.asked.includes('GET /v1/events'), 'the stream');
    return feed;
  };

  it('says thanks with one press and takes it back with another, by keyboard', async () => {
    model.open('team');
    model.say('team', { text: 'The build is green.', reactions: { thanks: 3, question: 0 } });
    const feed = await show();
    await eventually(() => act(feed, 'thanks-m-1'), 'the button');
    expect(text(act(feed, 'thanks-m-1'))).to.equal('Thanks (3)');
    act(feed, 'thanks-m-1').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => text(act(feed, 'thanks-m-1')) === 'Thanks (4)', 'the count');
    expect(act(feed, 'thanks-m-1').getAttribute('aria-pressed')).to.equal('true');
    expect(feed.shadowRoot!.activeElement).to.equal(act(feed, 'thanks-m-1'));
    model.change('m-1', () => ({ reactions: { thanks: 9, question: 1 } }));
    await eventually(() => text(act(feed, 'thanks-m-1')) === 'Thanks (9)', 'what came live');
    expect(act(feed, 'thanks-m-1').getAttribute('aria-pressed')).to.equal('true');
    await expect(feed).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await eventually(() => text(act(feed, 'thanks-m-1')) === 'Thanks (8)', 'the count after');
    expect(act(feed, 'thanks-m-1').getAttribute('aria-pressed')).to.equal('false');
  });

  it('offers whoever has a question to write it, and says so when nothing was taken', async () => {
    model.open('team');
    model.say('team', { text: 'Lock your screen.' });
    const feed = await show();
    await eventually(() => act(feed, 'question-m-1'), 'the button');
    model.isCut = true;
    act(feed, 'question-m-1').click();
    await eventually(() => words(feed).includes('It was not taken.'), 'that it was not taken');
    expect(act(feed, 'question-m-1').getAttribute('aria-pressed')).to.equal('false');
    model.isCut = false;
    act(feed, 'question-m-1').click();
    await eventually(() => act(feed, 'ask-m-1'), 'the offer');
    expect(words(feed)).not.to.include('It was not taken.');
    act(feed, 'ask-m-1').click();
    await eventually(() => one(feed, '.thread textarea')?.matches(':focus'), 'the reply');
    expect(act(feed, 'asking-m-1')).to.equal(undefined);
  });

  it('tells who may announce who has a question', async () => {
    model.open('team', { mayAnnounce: true });
    model.say('team', { text: 'New doors.', reactions: { thanks: 0, question: 1 } });
    const feed = await show();
    await eventually(() => act(feed, 'asking-m-1'), 'the button');
    act(feed, 'asking-m-1').click();
    await eventually(() => words(feed).includes('Robin Example'), 'who has a question');
  });

  it('pins, lists what is pinned, and goes there', async () => {
    model.open('team', { mayAnnounce: true });
    for (let n = 1; n <= 60; n++) model.say('team', { text: `Message ${n}`, title: `Title ${n}` });
    model.change('m-2', ({ postedAt }) => ({ pinnedAt: postedAt }));
    const feed = await show();
    await eventually(() => one(feed, '.pinned'), 'what is pinned');
    expect(text(one(feed, '.pinned summary'))).to.equal('Pinned (1)');
    await eventually(() => act(feed, 'pin-m-60'), 'the button');
    act(feed, 'pin-m-60').click();
    await eventually(() => text(one(feed, '.pinned summary')) === 'Pinned (2)', 'the second');
    expect(text(act(feed, 'pin-m-60'))).to.equal('Unpin');
    one(feed, '.pinned summary').click();
    await expect(feed).to.be.accessible();
    expect(all(feed, '.pinned li').map(text)[0]).to.include('Title 60');
    all(feed, '.pinned button')[1]!.click();
    await eventually(() => one(feed, 'article[data-id="m-2"]')?.matches(':focus'), 'the message');
    act(feed, 'pin-m-2').click();
    await eventually(() => text(one(feed, '.pinned summary')) === 'Pinned (1)', 'one less');
  });

  it('marks the names of people in a text, and says which is the reader', async () => {
    model.open('team');
    const { id, displayName } = model.backend.me;
    model.say('team', {
      text: `@${displayName} and @Ali Ç. Demir, <b>look</b>`,
      html: `<p>@${displayName} and <em>@Ali Ç. Demir</em>, <code>@Ali Ç. Demir</code></p>`,
      mentions: [
        { id, displayName },
        { id: 'p-41', displayName: 'Ali Ç. Demir' },
      ],
    });
    const feed = await show();
    await eventually(() => one(feed, '.mention'), 'the marks');
    expect(all(feed, '.mention').map(text)).to.deep.equal([
      `@${displayName} (you)`,
      '@Ali Ç. Demir',
    ]);
    expect(one(feed, '.mention').matches('.mine')).to.equal(true);
  });

  for (const [lang, dir] of [
    ['en', 'ltr'],
    ['de', 'rtl'],
  ] as const) {
    it(`suggests people while somebody is named, by keyboard (${lang}, ${dir})`, async () => {
      model.open('team');
      const feed = await show({ lang, dir, width: '20rem' });
      const field = one(feed, '.channel > .composer textarea') as HTMLTextAreaElement;
      field.focus();
      await sendKeys({ type: 'Hello @a' });
      await eventually(() => all(feed, '[role=option]').length === 2, 'the people');
      expect(field.getAttribute('aria-activedescendant')).to.equal(
        all(feed, '[role=option]')[0]!.id,
      );
      await expect(feed).to.be.accessible();
      await sendKeys({ press: 'ArrowDown' });
      expect(all(feed, '[role=option]')[1]!.getAttribute('aria-selected')).to.equal('true');
      await sendKeys({ press: 'Enter' });
      expect(field.value).to.equal('Hello @Ali Ç. Demir ');
      expect(all(feed, '[role=option]').length).to.equal(0);
      await sendKeys({ type: 'and @z' });
      await eventually(() => all(feed, '[role=option]').length === 1, 'somebody else');
      await sendKeys({ press: 'Escape' });
      expect(all(feed, '[role=option]').length).to.equal(0);
      expect(field.value).to.equal('Hello @Ali Ç. Demir and @z');
      one(feed, '.channel > .composer [type=submit]').click();
      await eventually(() => model.messages.length === 1, 'the message');
      expect(model.messages[0]!.mentions).to.deep.equal(['p-41']);
    });
  }
});
