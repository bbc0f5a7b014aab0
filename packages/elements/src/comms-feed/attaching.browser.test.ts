import { createClient, type Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { eventually, once } from '../testing/page.js';
import { openBackend, signIn } from '../testing/real-backend.js';
import { CommsFeed } from './comms-feed.js';

CommsFeed.define();

const partSize = 256 * 1024;
const one = <T extends HTMLElement>(feed: Element, selector: string): T =>
  feed.shadowRoot!.querySelector<T>(selector)!;
const all = (feed: Element, selector: string): HTMLElement[] => [
  ...feed.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const press = (root: ParentNode, label: string): void =>
  [...root.querySelectorAll('button')].find((at) => at.textContent!.trim() === label)!.click();
const textIn = (feed: Element, selector: string): string =>
  one(feed, selector)?.textContent!.replace(/\s+/g, ' ').trim() ?? '';

describe('files, with the real backend', () => {
  const clients: Client[] = [];
  before(openBackend);
  before(() => setViewport({ width: 1280, height: 1400 }));
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const open = async (
    userName: string,
    through: typeof fetch = (...given) => fetch(...given),
  ): Promise<{ feed: CommsFeed; client: Client }> => {
    const { folder, token } = await signIn(userName);
    const client = createClient({
      ...{ baseUrl: `${folder}/${userName}`, getToken: () => token, fetch: through },
      storage: 'memory',
    });
    clients.push(client);
    const feed = await fixture<CommsFeed>(
      html`<comms-feed .client=${client} channel="floor" lang="en"></comms-feed>`,
    );
    await eventually(() => one(feed, '.composer'), `what ${userName} writes with`);
    return { feed, client };
  };

  const choose = (feed: CommsFeed, ...files: File[]): void => {
    const input = one<HTMLInputElement>(feed, '.channel > .composer input[type=file]');
    const given = new DataTransfer();
    for (const file of files) given.items.add(file);
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const write = async (feed: CommsFeed, text: string): Promise<void> => {
    const field = one<HTMLTextAreaElement>(feed, '.channel > .composer textarea');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await feed.updateComplete;
  };
  /** The line in its place in the list. */
  const line = (feed: CommsFeed, at = 0): string =>
    all(feed, '.sending li')[at]?.textContent!.replace(/\s+/g, ' ').trim() ?? '';
  const picture = async (): Promise<Blob> => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    canvas.getContext('2d')!.fillRect(8, 8, 32, 32);
    return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg'));
  };

  it('are sent as they are chosen, posted with the message, and saved by whoever sees it', async function () {
    this.timeout(90_000);
    const { feed } = await open('person-0');
    choose(feed, new File(['name;since\n'], 'people.csv'), new File([await picture()], 'door.png'));
    await eventually(() => textIn(feed, '.composer').includes('All 2 files are there.'), 'both');
    await expect(feed).to.be.accessible();
    await write(feed, 'The list and the door.');
    const posted = once(feed, 'message-posted');
    press(one(feed, '.channel > .composer'), 'Post');
    const { message } = await posted;
    expect(message.attachments!.map(({ name }) => name)).to.eql(['people.csv', 'door.jpg']);
    expect(all(feed, '.sending li')).to.have.length(0);

    const { feed: other, client } = await open('person-1');
    const shown = `[data-id="${message.id}"] .attached button`;
    await eventually(() => all(other, shown).length === 2, 'the files in the message');
    const label = one(other, shown).getAttribute('aria-label');
    expect(label).to.equal('people.csv Table, 11 bytes: Save');
    await expect(other).to.be.accessible();
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        HTMLAnchorElement.prototype.click = click;
        resolve(this);
      };
    });
    one(other, shown).click();
    const link = await saved;
    expect(link.download).to.equal('people.csv');
    expect(await (await fetch(link.href)).text()).to.equal('name;since\n');
    const bytes = await client.attachments.read({ attachment: message.attachments![1]!.id });
    const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    expect([drawn.width, drawn.height]).to.eql([64, 64]);
  });

  it('go on where a person, or the line, has stopped them; a message waits for them', async function () {
    this.timeout(90_000);
    const gate = { isShut: false, parts: [] as string[], waiting: [] as (() => void)[] };
    const { feed } = await open('person-2', async (...given) => {
      const { url } = given[0] as Request;
      if (url.includes('/parts/')) {
        gate.parts.push(url.split('/').at(-1)!);
        if (gate.isShut) throw new TypeError('no line');
        if (gate.parts.length === 3) await new Promise<void>((free) => gate.waiting.push(free));
      }
      return fetch(...given);
    });
    choose(feed, new File(['long line\n'.repeat(partSize / 2)], 'long.txt'));
    await eventually(() => gate.waiting.length, 'the third part');
    const progress = one<HTMLProgressElement>(feed, '.sending progress');
    expect([progress.value, progress.max]).to.eql([2 * partSize, 5 * partSize]);
    await write(feed, 'Look at this.');
    press(one(feed, '.channel > .composer'), 'Post');
    await eventually(() => textIn(feed, '.composer').includes('still on their way'), 'why not');
    expect(one<HTMLTextAreaElement>(feed, '.channel > .composer textarea').value).to.equal(
      'Look at this.',
    );

    press(one(feed, '.sending'), 'Stop');
    await feed.updateComplete;
    expect(line(feed)).to.include('Stopped at 40%');
    gate.waiting.forEach((free) => free());
    gate.isShut = true;
    press(one(feed, '.sending'), 'Go on');
    await eventually(() => line(feed).includes('Interrupted at'), 'the dead line');
    gate.isShut = false;
    const before = gate.parts.length;
    globalThis.dispatchEvent(new Event('online'));
    await eventually(() => line(feed).includes('Is there'), 'the rest');
    expect(gate.parts.slice(before)).not.to.include('0');
    const posted = once(feed, 'message-posted');
    press(one(feed, '.channel > .composer'), 'Post');
    expect((await posted).message.attachments![0]!.size).to.equal(5 * partSize);
  });

  it('that are not taken say why, and a message goes without them', async function () {
    this.timeout(90_000);
    const { feed } = await open('person-3');
    choose(
      feed,
      new File(['<svg/>'], 'logo.svg'),
      new File([], 'nothing.txt'),
      new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'film.mov'),
      new File(['x'], '../../x.txt'),
    );
    await eventually(() => line(feed, 3).includes('Is there'), 'the good one');
    expect(line(feed, 0)).to.include('SVG drawings');
    expect(line(feed, 1)).to.include('empty');
    expect(line(feed, 2)).to.include('Larger than 25 MB');
    await write(feed, 'Only the last.');
    press(one(feed, '.channel > .composer'), 'Post');
    await eventually(() => textIn(feed, '.composer').includes('Remove the files'), 'what to do');
    for (let count = 0; count < 3; count++) {
      press(one(feed, '.sending'), 'Remove');
      await feed.updateComplete;
    }
    const posted = once(feed, 'message-posted');
    press(one(feed, '.channel > .composer'), 'Post');
    expect((await posted).message.attachments!.map(({ name }) => name)).to.eql(['x.txt']);
  });
});
