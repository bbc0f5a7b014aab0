import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../testing/channels.js';
import { eventually, once, words } from '../testing/page.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const all = (feed: Element, selector: string): HTMLElement[] => [
  ...feed.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (feed: Element, selector: string): HTMLElement => all(feed, selector)[0]!;
const articles = (feed: Element): HTMLElement[] => all(feed, 'article[data-id]');
const article = (feed: Element, id: string): HTMLElement => one(feed, `article[data-id="${id}"]`);
const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const button = (root: Element, label: string): HTMLButtonElement | undefined =>
  [...(root.shadowRoot ?? root).querySelectorAll('button')].find((at) => text(at) === label);
const type = (feed: Element, name: string, value: string): void => {
  const field = one(feed, `.channel > .composer [name=${name}]`) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const send = async (feed: CommsFeed): Promise<void> => {
  await feed.updateComplete;
  one(feed, '.channel > .composer [type=submit]').click();
};
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('comms-feed', () => {
  let model: ModelChannels;
  let client: Client;

  before(() => setViewport({ width: 1280, height: 900 }));
  beforeEach(async () => {
    localStorage.clear();
    model = await createChannels();
    client = model.client();
  });
  afterEach(() => client.close());

  const show = async (
    channel?: string,
    { width = '60rem', lang = 'en', dir = 'ltr' } = {},
  ): Promise<CommsFeed> => {
    const box = document.createElement('div');
    box.style.inlineSize = width;
    const feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${client} .channel=${channel} lang=${lang} dir=${dir}></comms-feed>`,
      { parentNode: box },
    );
    if (channel) await eventually(() => one(feed, '.messages'), 'the channel');
    else await eventually(() => feed.state === 'ready', 'ready');
    return feed;
  };
  const composing = (feed: CommsFeed): Promise<void> =>
    eventually(() => one(feed, '.channel > .composer'), 'the composer');

  it('lists the channels with what is new, and opens one beside them', async () => {
    model.open('security-notices');
    model.open('engineering');
    model.say('security-notices', { text: 'Lock your screen.' });
    model.say('engineering', { text: 'The build is green.' });
    const feed = await show();
    expect(all(feed, '[part=group] .name').map(text)).to.deep.equal([
      'Engineering',
      'Security notices',
    ]);
    expect(text(one(feed, '[part=unread]'))).to.equal('1 new');
    expect(words(feed)).to.include('Choose a group.');
    await expect(feed).to.be.accessible();
    const selected = once(feed, 'channel-selected');
    all(feed, '[part=group]')[1]!.click();
    expect((await selected).channel).to.equal('security-notices');
    await eventually(() => articles(feed).length === 1, 'the message');
    await eventually(() => article(feed, 'm-1').querySelector('.body p'), 'its text');
    expect(feed.selected).to.equal('security-notices');
    expect(text(article(feed, 'm-1')))
      .to.include('Mara Okafor')
      .and.to.include('Lock your screen.');
    await composing(feed);
    await expect(feed).to.be.accessible();
  });

  it('shows which channel is open where the person has colours of their own', async () => {
    model.open('engineering');
    model.open('security-notices');
    const feed = await show();
    const features = [{ name: 'forced-colors', value: 'active' }];
    if (!(await executeServerCommand('host-media', { features }))) return;
    try {
      all(feed, '[part=group]')[1]!.click();
      await eventually(() => one(feed, '[aria-current=true]'), 'the channel');
      const edges = all(feed, '[part=group]').map(
        (group) => getComputedStyle(group).borderInlineStart,
      );
      expect(edges[0]).to.match(/^0px/);
      expect(edges[1]).to.match(/^3px solid/);
    } finally {
      const none = [{ name: 'forced-colors', value: 'none' }];
      await executeServerCommand('host-media', { features: none });
    }
  });

  it('shows one after the other where there is little room, and finds the way back', async () => {
    model.open('security-notices');
    model.open('engineering');
    const feed = await show(undefined, { width: '20rem' });
    const groups = one(feed, '[part=groups]');
    all(feed, '[part=group]')[0]!.click();
    await eventually(() => one(feed, '.heading'), 'the channel');
    await feed.updateComplete;
    expect(groups.checkVisibility()).to.equal(false);
    await eventually(() => feed.shadowRoot!.activeElement?.matches('.heading'), 'the focus');
    button(feed, 'All groups')!.click();
    await eventually(() => groups.checkVisibility(), 'the list');
    await eventually(() => feed.shadowRoot!.activeElement?.matches('[part=group]'), 'the focus');
    await composingFits(feed);
  });

  const composingFits = async (feed: CommsFeed): Promise<void> => {
    await feed.updateComplete;
    expect(feed.scrollWidth).to.be.at.most(feed.clientWidth);
  };

  it('has the newest at the bottom, by days, and marks where the new begins', async () => {
    model.open('team', { position: 'm-1' });
    model.say('team', { text: 'First' });
    model.say('team', { text: 'Second', postedAt: '2026-11-21T08:00:00.000Z' });
    model.say('team', { text: 'Third', postedAt: '2026-11-21T09:00:00.000Z' });
    model.channels[0]!.unread = 2;
    const feed = await show('team');
    await eventually(() => articles(feed).length === 3, 'three messages');
    expect(articles(feed).map(({ dataset }) => dataset['id'])).to.deep.equal(['m-1', 'm-2', 'm-3']);
    expect(all(feed, '[part=day]').map(text)).to.deep.equal([
      'Friday, November 20, 2026',
      'Saturday, November 21, 2026',
    ]);
    expect(all(feed, '[part=new]').length).to.equal(1);
    expect(one(feed, '[part=new]').closest('article')!.dataset['id']).to.equal('m-2');
  });

  it('records where the person was once a message was in view for a moment', async () => {
    model.open('team');
    for (let n = 0; n < 3; n++) model.say('team', { text: `Message ${n}` });
    const feed = await show('team');
    await eventually(() => model.positions.length > 0, 'a position');
    expect(model.positions).to.deep.equal([{ channel: 'team', message: 'm-3' }]);
    await eventually(() => client && feed.state === 'ready');
    expect(model.channels[0]!.unread).to.equal(0);
  });

  it('shows what comes as it comes, says so once, and does not move what is read', async () => {
    model.open('team');
    for (let n = 0; n < 40; n++) model.say('team', { text: `Message ${n} `.repeat(12) });
    const feed = await show('team');
    await eventually(() => articles(feed).length === 40, 'the messages');
    await eventually(() => model.asked.includes('GET /v1/events'), 'the stream');
    await eventually(() => article(feed, 'm-40').querySelector('.body p'), 'the texts');
    const messages = one(feed, '.messages');
    messages.scrollTop = messages.scrollHeight / 2;
    await frame();
    await frame();
    const seen = articles(feed).find((at) => at.getBoundingClientRect().top > 200)!;
    const before = seen.getBoundingClientRect().top;
    model.say('team', { text: 'Something new' });
    await eventually(() => articles(feed).length === 41, 'the new one');
    await frame();
    expect(Math.abs(seen.getBoundingClientRect().top - before)).to.be.below(1);
    expect(all(feed, '.unseen').map(text)).to.include('1 new message');
    expect(all(feed, '.unseen').map(text).join()).not.to.include('Something new');
    button(feed, text(all(feed, '.way').at(-1)!))!.click();
    await eventually(() => article(feed, 'm-41').matches(':focus'), 'the focus at the end');
  });

  it('says an alert aloud, takes that it is done, and counts', async () => {
    model.open('team');
    const feed = await show('team');
    await eventually(() => model.asked.includes('GET /v1/events'), 'the stream');
    await eventually(() => words(feed).includes('Nothing has been said here yet.'));
    model.say('team', {
      ...{ kind: 'alert', title: 'False invoices', text: 'Do not open them.' },
      action: { text: 'Delete mail from nordlicht.', dueAt: '2026-11-24T17:00:00.000Z' },
    });
    await eventually(() => articles(feed).length === 1, 'the alert');
    expect(text(one(feed, '[role=alert]'))).to.equal('Please act now: False invoices');
    expect(words(feed)).to.include('Delete mail from nordlicht.').and.to.include('130 of 412');
    await expect(feed).to.be.accessible();
    const completed = once(feed, 'alert-completed');
    one(feed, 'article [part=primary]').focus();
    await sendKeys({ press: 'Enter' });
    expect((await completed).completion.message).to.equal('m-1');
    await eventually(() => words(feed).includes('131 of 412 have done it'), 'the count');
    await eventually(() => words(feed).includes('You said on'), 'that it is done');
    expect(button(feed, 'Done')).to.equal(undefined);
    expect(feed.shadowRoot!.activeElement).to.equal(article(feed, 'm-1'));
    expect(model.asked.filter((line) => line.endsWith('/completion')).length).to.equal(1);
    await expect(feed).to.be.accessible();
  });

  it('says that it is done with the receipt in hand, whether or not the count can be asked for', async () => {
    model.backend.discovery.profiles = ['core', 'evidence', 'comms'];
    model.open('team');
    model.say('team', { kind: 'alert', text: 'Now', action: { text: 'Lock the door.' } });
    Object.assign(client.messages, { read: () => Promise.reject(new Error('no network')) });
    const feed = await show('team');
    await eventually(() => button(feed, 'Done'), 'the button');
    const completed = once(feed, 'alert-completed');
    button(feed, 'Done')!.click();
    await completed;
    await feed.updateComplete;
    expect(words(feed)).to.include('You said on');
    expect(button(feed, 'Done')).to.equal(undefined);
  });

  it('shows what an alert says by now, and asks again, where it was done of other words', async () => {
    model.backend.discovery.profiles = ['core', 'evidence', 'comms'];
    model.open('team');
    model.say('team', { kind: 'alert', text: 'One door', action: { text: 'Lock it.' } });
    const feed = await show('team');
    await eventually(() => button(feed, 'Done'), 'the button');
    model.change('m-1', () => ({
      text: 'Two doors',
      html: '<p>Two doors</p>',
      editedAt: '2026-11-20T10:00:00.000Z',
    }));
    button(feed, 'Done')!.click();
    await eventually(() => words(feed).includes('The text was changed'), 'that it was refused');
    await eventually(() => words(feed).includes('Two doors'), 'what it says by now');
    await expect(feed).to.be.accessible();
    const completed = once(feed, 'alert-completed');
    button(feed, 'Done')!.click();
    expect((await completed).completion.message).to.equal('m-1');
    await eventually(() => words(feed).includes('You said on'), 'that it is done');
    expect(words(feed)).not.to.include('The text was changed');
  });

  it('asks nobody to do what an alert asks of others', async () => {
    model.open('theirs', { isMember: false, mayAnnounce: true });
    model.say('theirs', { kind: 'alert', text: 'Now', action: { text: 'Lock the door.' } });
    const feed = await show('theirs');
    await eventually(() => words(feed).includes('Lock the door.'), 'the alert');
    expect(words(feed)).to.include('0 of 412 have done it');
    expect(button(feed, 'Done')).to.equal(undefined);
  });

  it('holds only what is around the place, however much there is', async () => {
    model.open('busy');
    for (let n = 0; n < 2000; n++) model.say('busy', { text: `Message ${n}` });
    model.channels[0]!.unread = 0;
    const feed = await show('busy');
    await eventually(() => articles(feed).length > 0, 'messages');
    const messages = one(feed, '.messages');
    let most = 0;
    let id = 'm-2000';
    for (let n = 0; n < 60 && Number(id.slice(2)) > 1700; n++) {
      id = articles(feed)[0]!.dataset['id']!;
      messages.scrollTop = 0;
      await eventually(() => articles(feed)[0]!.dataset['id'] !== id, 'earlier ones');
      most = Math.max(most, articles(feed).length);
      const stayed = article(feed, id);
      expect(stayed, 'what was in view stays').to.not.equal(undefined);
    }
    expect(most).to.be.at.most(200);
    const numbers = articles(feed).map(({ dataset }) => Number(dataset['id']!.slice(2)));
    expect(numbers).to.deep.equal(numbers.map((_, i) => numbers[0]! + i));
    expect(numbers[0]).to.be.below(1700);
    button(feed, 'To the newest message')!.click();
    await eventually(() => article(feed, 'm-2000'), 'the newest');
    expect(articles(feed).length).to.be.at.most(200);
  });

  it('opens at the message that a link names, and at its place without one that is there', async () => {
    model.open('notices');
    const ids = Array.from(
      { length: 300 },
      (_, n) => model.say('notices', { text: `No. ${n}` }).id,
    );
    const at = async (message: string): Promise<CommsFeed> => {
      const feed = await fixture<CommsFeed>(
        html`<comms-feed .client=${client} channel="notices" message=${message}></comms-feed>`,
      );
      await eventually(() => articles(feed).length, 'messages');
      return feed;
    };
    const feed = await at(ids[100]!);
    const isInView = (id: string): boolean => {
      const box = one(feed, '.messages').getBoundingClientRect();
      const { top, bottom } = article(feed, id).getBoundingClientRect();
      return top >= box.top - 1 && bottom <= box.bottom + 1;
    };
    await eventually(() => isInView(ids[100]!), 'the message');
    feed.remove();
    const lost = await at('not-there');
    await eventually(() => article(lost, ids[299]!), 'the newest message');
  });

  it('keeps the place when earlier messages come', async () => {
    model.open('busy');
    for (let n = 0; n < 200; n++) model.say('busy', { text: `Message ${n} `.repeat(1 + (n % 30)) });
    model.channels[0]!.unread = 0;
    const feed = await show('busy');
    await eventually(() => articles(feed).length >= 40, 'messages');
    await eventually(() => articles(feed).at(-1)!.querySelector('.body p'), 'texts');
    const messages = one(feed, '.messages');
    messages.scrollTop = 60;
    await frame();
    const seen = articles(feed).find(
      (at) => at.getBoundingClientRect().bottom > messages.getBoundingClientRect().top + 1,
    )!;
    const before = seen.getBoundingClientRect().top;
    const count = articles(feed).length;
    await eventually(() => articles(feed).length > count, 'more');
    await frame();
    expect(Math.abs(seen.getBoundingClientRect().top - before)).to.be.below(2);
  });

  it('is walked through with the keyboard', async () => {
    model.open('team');
    for (let n = 0; n < 5; n++) model.say('team', { text: `Message ${n}` });
    model.channels[0]!.unread = 0;
    const feed = await show('team');
    await eventually(() => articles(feed).length === 5, 'messages');
    const at = (): string | undefined =>
      (feed.shadowRoot!.activeElement as HTMLElement | null)?.dataset['id'];
    article(feed, 'm-5').focus();
    await sendKeys({ press: 'PageUp' });
    expect(at()).to.equal('m-4');
    await sendKeys({ press: 'Home' });
    expect(at()).to.equal('m-1');
    await sendKeys({ press: 'PageDown' });
    expect(at()).to.equal('m-2');
    await sendKeys({ press: 'End' });
    await eventually(() => at() === 'm-5', 'the end');
    expect(articles(feed).filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
  });

  it('opens the replies below a message, and takes one more', async () => {
    model.open('team');
    model.say('team', { text: 'Who has the key?' });
    model.say('team', { text: 'I have.', thread: 'm-1' });
    const feed = await show('team');
    await composing(feed);
    button(article(feed, 'm-1'), '1 reply')!.click();
    await eventually(() => words(feed).includes('I have.'), 'the reply');
    const field = article(feed, 'm-1').querySelector('textarea')!;
    field.value = 'Thank you';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await feed.updateComplete;
    field.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await eventually(() => article(feed, 'm-1').querySelectorAll('.replies > li').length === 2);
    await eventually(() => model.messages.length === 3, 'the reply at the backend');
    expect(model.messages[2]).to.include({ thread: 'm-1', text: 'Thank you', kind: 'discussion' });
    await eventually(() => model.messages[0]!.replies === 2);
    await expect(feed).to.be.accessible();
  });

  it('posts, shows it at once, and tells the page when it is recorded', async () => {
    model.open('team');
    const feed = await show('team', { lang: 'de' });
    await composing(feed);
    type(feed, 'text', 'Guten Morgen');
    const posted = once(feed, 'message-posted');
    await send(feed);
    expect((await posted).message.text).to.equal('Guten Morgen');
    await eventually(() => articles(feed).length === 1 && !one(feed, '.waiting'), 'recorded once');
    expect(model.messages[0]!.language).to.equal('de');
    expect((one(feed, 'textarea') as HTMLTextAreaElement).value).to.equal('');
  });

  it('keeps a draft on this device for this person and channel', async () => {
    model.open('team');
    const feed = await show('team');
    await composing(feed);
    type(feed, 'text', 'Half a thought');
    feed.remove();
    const again = await show('team');
    await composing(again);
    expect((one(again, 'textarea') as HTMLTextAreaElement).value).to.equal('Half a thought');
    again.remove();
    model.backend.me = { ...model.backend.me, id: 'p-2' };
    client.close();
    client = model.client();
    const other = await show('team');
    await composing(other);
    expect((one(other, 'textarea') as HTMLTextAreaElement).value).to.equal('');
  });

  it('says so when the browser keeps no draft', async () => {
    model.open('team');
    const feed = await show('team');
    await composing(feed);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      type(feed, 'text', 'Half a thought');
      await feed.updateComplete;
      expect(words(feed)).to.include('This browser does not keep drafts');
      expect((one(feed, 'textarea') as HTMLTextAreaElement).value).to.equal('Half a thought');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('keeps what is said without a connection, says so, and sends it later', async () => {
    model.open('team');
    model.say('team', { text: 'Shown before' });
    const feed = await show('team');
    await composing(feed);
    await eventually(() => articles(feed).length === 1);
    model.isCut = true;
    type(feed, 'text', 'From the tunnel');
    await send(feed);
    await eventually(() => one(feed, '.waiting'), 'it is there at once');
    await eventually(() => text(one(feed, '.waiting')).includes('Not yet sent'), 'why');
    expect(words(feed)).to.include('Shown before');
    model.isCut = false;
    button(one(feed, '.waiting'), 'Send now')!.click();
    await eventually(() => articles(feed).length === 2 && !one(feed, '.waiting'), 'recorded');
    expect(model.messages.filter((at) => at.text === 'From the tunnel').length).to.equal(1);
  });

  it('keeps the text of what was refused, and lets it be changed', async () => {
    model.open('team');
    const feed = await show('team');
    await composing(feed);
    type(feed, 'text', 'refuse me');
    await send(feed);
    await eventually(() => words(feed).includes('The service refused it (reference'), 'refused');
    expect(text(one(feed, '.waiting .body'))).to.equal('refuse me');
    button(one(feed, '.waiting'), 'Edit')!.click();
    await eventually(() => !one(feed, '.waiting'), 'taken back');
    expect((one(feed, 'textarea') as HTMLTextAreaElement).value).to.equal('refuse me');
  });

  it('asks before an alert how many people it goes to', async () => {
    model.open('team', { mayAnnounce: true });
    const feed = await show('team');
    await composing(feed);
    (one(feed, '[value=alert]') as HTMLInputElement).click();
    await feed.updateComplete;
    type(feed, 'title', 'False invoices');
    type(feed, 'text', 'Do not open them.');
    type(feed, 'action', 'Delete them.');
    await send(feed);
    await eventually(() => one(feed, 'dialog'), 'the question');
    expect(text(one(feed, 'dialog'))).to.include('This asks 412 people at once');
    await expect(feed).to.be.accessible();
    button(one(feed, 'dialog'), 'Not yet')!.click();
    await eventually(() => !one(feed, 'dialog'));
    expect(model.messages.length).to.equal(0);
    await send(feed);
    await eventually(() => one(feed, 'dialog'), 'the question');
    button(one(feed, 'dialog'), 'Tell 412 people')!.click();
    await eventually(() => model.messages.length === 1, 'the alert');
    expect(model.messages[0]).to.deep.include({ kind: 'alert', action: { text: 'Delete them.' } });
    await eventually(() => button(feed, 'Who has done it'), 'the list');
    button(feed, 'Who has done it')!.click();
    await eventually(
      () => text(one(feed, 'dialog') ?? feed).includes('Not yet (2)'),
      'who has not',
    );
    expect(text(one(feed, 'dialog'))).to.match(/Not yet \(2\).*Have done it \(1\)/);
    await expect(feed).to.be.accessible();
  });

  it('lets the author change a message, and withdraw it after being asked', async () => {
    model.open('team');
    const author = { id: 'p-1', displayName: 'Erika Muster' };
    model.say('team', { text: 'A tpyo', author });
    model.say('team', { text: 'Of another' });
    const feed = await show('team');
    await composing(feed);
    await eventually(() => button(article(feed, 'm-1'), 'Edit'), 'the author may');
    expect(button(article(feed, 'm-2'), 'Edit')).to.equal(undefined);
    expect(button(article(feed, 'm-2'), 'Withdraw')).to.equal(undefined);
    button(article(feed, 'm-1'), 'Edit')!.click();
    await eventually(() => one(feed, '#edit-text')?.matches(':focus'), 'the field');
    (one(feed, '#edit-text') as HTMLTextAreaElement).select();
    await sendKeys({ type: 'A typo' });
    button(feed, 'Save')!.click();
    await eventually(() => text(article(feed, 'm-1')).includes('A typo'), 'the text');
    expect(text(article(feed, 'm-1'))).to.include('changed');
    await eventually(() => button(article(feed, 'm-1'), 'Withdraw'));
    const withdrawn = once(feed, 'message-withdrawn');
    button(article(feed, 'm-1'), 'Withdraw')!.click();
    await eventually(() => one(feed, 'dialog'), 'the question');
    button(one(feed, 'dialog'), 'Withdraw')!.click();
    expect((await withdrawn).message.id).to.equal('m-1');
    await eventually(() => text(article(feed, 'm-1')).includes('Withdrawn on'), 'withdrawn');
    expect(text(article(feed, 'm-1'))).not.to.include('A typo');
  });

  it('asks again where a message could not be withdrawn, and withdraws it once', async () => {
    model.open('team');
    model.say('team', { text: 'Oh', author: { id: 'p-1', displayName: 'Erika Muster' } });
    const record = client.revisions.record;
    const sent: string[] = [];
    Object.assign(client.revisions, {
      record: (draft: Parameters<typeof record>[0]) => {
        sent.push(draft.revision);
        return sent.length === 1 ? Promise.reject(new Error('no network')) : record(draft);
      },
    });
    const feed = await show('team');
    await eventually(
      () => article(feed, 'm-1') && button(article(feed, 'm-1'), 'Withdraw'),
      'the author may',
    );
    button(article(feed, 'm-1'), 'Withdraw')!.click();
    await eventually(() => one(feed, 'dialog'), 'the question');
    button(one(feed, 'dialog'), 'Withdraw')!.click();
    await eventually(() => text(one(feed, 'dialog') ?? feed).includes('Try again.'), 'what came');
    button(one(feed, 'dialog'), 'Withdraw')!.click();
    await eventually(() => text(article(feed, 'm-1')).includes('Withdrawn on'), 'withdrawn');
    expect(one(feed, 'dialog')).to.equal(undefined);
    expect(sent).to.deep.equal([sent[0], sent[0]]);
  });

  it('executes nothing of what people write', async () => {
    const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    model.open('team', { title: evil, description: evil });
    model.say('team', {
      ...{ kind: 'alert', title: evil, text: evil, action: { text: evil } },
      html: `${evil}<p>safe <a href="javascript:window.hit=1">link</a></p>`,
      author: { id: 'p-9', displayName: evil },
    });
    const feed = await show('team');
    await eventually(() => articles(feed)[0]?.querySelector('.body p'), 'the text');
    await frame();
    expect((window as { hit?: number }).hit).to.equal(undefined);
    expect(all(feed, 'script, [onerror], a[href^=javascript]').length).to.equal(0);
    expect(text(one(feed, '.author'))).to.equal(evil);
    expect(text(one(feed, '.heading'))).to.equal(evil);
  });

  for (const [name, theme, dir] of [
    ['dark', 'dark', 'ltr'],
    ['from right to left', 'light', 'rtl'],
  ] as const) {
    it(`is accessible and fits into 320 pixels, ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      document.documentElement.style.colorScheme = theme;
      document.body.style.background = theme === 'dark' ? '#161915' : '';
      document.body.style.color = theme === 'dark' ? '#e7e9e2' : '';
      try {
        model.open('team', { mayAnnounce: true, title: 'A'.repeat(60) });
        model.say('team', { kind: 'broadcast', title: 'T'.repeat(80), text: 'W'.repeat(200) });
        model.say('team', { kind: 'alert', text: 'Now', action: { text: 'Do '.repeat(40) } });
        const feed = await show('team', { width: '100%', dir });
        await composing(feed);
        await eventually(() => articles(feed)[1]?.querySelector('.body p'), 'the texts');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        const messages = one(feed, '.messages');
        expect(messages.scrollWidth).to.be.at.most(messages.clientWidth);
        for (const target of all(feed, 'button').filter((at) => at.checkVisibility())) {
          expect(target.getBoundingClientRect().height, text(target)).to.be.at.least(24);
        }
        await expect(feed).to.be.accessible();
      } finally {
        await setViewport({ width: 1280, height: 900 });
        document.documentElement.style.colorScheme = '';
        document.body.style.background = document.body.style.color = '';
      }
    });
  }

  it('says quietly when the backend has no channels', async () => {
    model.backend.discovery.profiles = ['core'];
    const feed = await fixture<CommsFeed>(html`<comms-feed .client=${client}></comms-feed>`);
    await eventually(() => words(feed).includes('This is not offered here.'));
  });

  it('says when there is none, and when it could not be loaded, with the way on', async () => {
    const feed = await fixture<CommsFeed>(html`<comms-feed .client=${client}></comms-feed>`);
    await eventually(() => feed.state === 'empty', 'empty');
    expect(words(feed)).to.include('There is no group for you yet.');
    model.open('team');
    model.tell('channels', {});
    await eventually(() => feed.state === 'ready', 'as soon as there is one');
  });

  it('asks again when somebody looks at the page, where there are no live events', async () => {
    model.backend.discovery.profiles = ['core', 'comms'];
    model.open('team');
    const feed = await show('team');
    await eventually(() => words(feed).includes('Nothing has been said here yet.'));
    model.say('team', { text: 'Meanwhile' });
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => words(feed).includes('Meanwhile'), 'what came');
    expect(model.asked).not.to.include('GET /v1/events');
  });
});
