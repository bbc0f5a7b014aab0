import type { Client, Section } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AckButton } from '../ack-button/ack-button.js';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import {
  filled,
  longDraft,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();
AckButton.define();

const says = (reader: Element): string => part(reader, '.turn span').textContent!;
const pages = (reader: Element): number => Number(/of (\d+)/.exec(says(reader))![1]);
/** Whether a rectangle is wholly inside the page that is in view. */
const inView = (reader: Element, one: Element): boolean => {
  const page = part(reader, 'article').getBoundingClientRect();
  const rect = one.getBoundingClientRect();
  return (
    rect.left >= page.left - 1 &&
    rect.right <= page.right + 1 &&
    rect.top >= page.top - 1 &&
    rect.bottom <= page.bottom + 1
  );
};
/** How far the columns stand from a whole page, in pixels. */
const off = (reader: Element): number => {
  const article = part(reader, 'article');
  const step = article.clientWidth + parseFloat(getComputedStyle(article).columnGap);
  const over = Math.abs(article.scrollLeft) % step;
  return Math.min(over, step - over);
};

/** A page that is tested beside another one is not drawn, so sizes are looked at when a test says so. */
const observers = new Set<ByHand>();
const drawn = (): void => observers.forEach((one) => one.draw());
class ByHand implements ResizeObserver {
  readonly #sizes = new Map<Element, string>();
  constructor(private readonly changed: ResizeObserverCallback) {
    observers.add(this);
  }
  observe(target: Element): void {
    if (!this.#sizes.has(target)) this.#sizes.set(target, '0 0');
  }
  unobserve(target: Element): void {
    this.#sizes.delete(target);
  }
  disconnect(): void {
    this.#sizes.clear();
  }
  draw(): void {
    const before = [...this.#sizes.values()].join();
    for (const target of this.#sizes.keys()) this.#sizes.set(target, this.#size(target));
    if ([...this.#sizes.values()].join() !== before) this.changed([], this);
  }
  #size({ clientWidth, clientHeight }: Element): string {
    return `${clientWidth} ${clientHeight}`;
  }
}

describe('policy-reader, in pages', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await publishSamples(backend);
    await backend.publish(longDraft('long', 12));
  });
  afterEach(() => client.close());

  const { ResizeObserver: real } = globalThis;
  before(() => (globalThis.ResizeObserver = ByHand));
  after(() => (globalThis.ResizeObserver = real));

  const publish = async (...bodies: string[]): Promise<void> => {
    const sections = bodies.map((body, i): Section => ({
      id: `s${i + 1}`,
      title: `Section ${i + 1}`,
      level: 2,
      html: body,
      words: body.split(' ').length,
    }));
    await backend.publish({ id: 'made', documents: { en: { title: 'Made', sections } } });
  };

  it('begin when the page asks for them later', async () => {
    const reader = await openReader(client, { policy: 'long' });
    reader.view = 'paged';
    await eventually(() => parts(reader, '.turn').length === 1 && pages(reader) > 2, 'pages');
    reader.view = 'scrolled';
    await eventually(() => parts(reader, '.turn').length === 0, 'scrolled');
    await settled();
    expect(part(reader, 'section[data-id=s12]').checkVisibility()).to.equal(true);
  });

  it('are counted when the reader was opened where nobody saw it', async () => {
    const box = fixtureSync<HTMLElement>(
      html`<div hidden>
        <policy-reader policy="long" view="paged" .client=${client}></policy-reader>
      </div>`,
    );
    const reader = box.querySelector('policy-reader')!;
    await eventually(() => parts(reader, '.body p').length > 0, 'text');
    await settled();
    box.hidden = false;
    drawn();
    await eventually(() => pages(reader) > 2, 'pages');
  });

  it('are counted anew when the type of the page around grows', async () => {
    const reader = await openReader(client, { policy: 'long', view: 'paged' });
    drawn();
    await settled();
    const before = pages(reader);
    reader.parentElement!.style.fontSize = '200%';
    drawn();
    await eventually(() => pages(reader) > before, 'more pages');
  });

  it('go on where the focus goes, by whole pages', async () => {
    const words = (n: number): string => Array(n).fill('word').join(' ');
    const link = (n: number): string =>
      `<p>${words(160)} <a href="https://a.test/${n}">Link ${n}</a> ${words(160)}</p>`;
    await publish([1, 2, 3, 4].map(link).join(''));
    const reader = await openReader(client, { policy: 'made', view: 'paged' });
    await filled(reader);
    part(reader, 'article').focus();
    for (const n of [1, 2, 3, 4]) {
      await sendKeys({ press: 'Tab' });
      await settled(100);
      const active = reader.shadowRoot!.activeElement!;
      expect(active.textContent).to.equal(`Link ${n}`);
      expect(inView(reader, active), `link ${n} in view`).to.equal(true);
      expect(off(reader), `pixels off at link ${n}`).to.be.below(2);
    }
    expect(says(reader)).not.to.contain('Page 1 ');
  });

  it('hold a long table, every row of it, and a long listing', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, i) => `<tr><td>Row ${i}</td><td>Value ${i}</td></tr>`,
    );
    const lines = Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n');
    await publish(`<p>Before.</p><table>${rows.join('')}</table>`, `<pre>${lines}</pre>`);
    const reader = await openReader(client, { policy: 'made', view: 'paged' });
    await filled(reader);
    await settled();
    const region = part(reader, '.scroll');
    const page = part(reader, 'article').getBoundingClientRect();
    expect(region.getBoundingClientRect().height).to.be.at.most(page.height);
    expect(region.getBoundingClientRect().bottom).to.be.at.most(page.bottom + 1);
    region.focus();
    await settled(100);
    for (const row of parts(reader, 'tr')) {
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      expect(inView(reader, row), row.textContent!).to.equal(true);
    }
    const range = document.createRange();
    const text = part(reader, 'pre').firstChild!;
    for (const at of [0, 600, lines.length - 3]) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { top, bottom } = range.getBoundingClientRect();
      expect(top).to.be.at.least(page.top - 1);
      expect(bottom).to.be.at.most(page.bottom + 1);
    }
  });

  describe('leave their own meaning to keys', () => {
    const turned = async (reader: PolicyReader): Promise<boolean> => {
      await settled(80);
      const now = says(reader);
      return !now.startsWith('Page 1 ');
    };

    it('on what the page has put below the text', async () => {
      const reader = await openReader(client, { policy: 'clear-desk', view: 'paged' });
      reader.innerHTML = '';
      const button = document.createElement('ack-button');
      Object.assign(button, { slot: 'end', policy: 'clear-desk', client });
      reader.append(button);
      await eventually(() => button.state === 'draft' && button.checkVisibility(), 'the act');
      await button.updateComplete;
      button.shadowRoot!.querySelector<HTMLElement>('.primary')!.focus();
      await sendKeys({ press: 'Space' });
      await eventually(() => backend.acknowledgements.length === 1, 'acknowledged');
    });

    it('on a summary, and on a region that scrolls by itself', async () => {
      const wide = Array.from({ length: 20 }, (_, i) => `<td>Verantwortung${i}</td>`).join('');
      const words = Array(900).fill('word').join(' ');
      await publish(
        `<details><summary>More</summary><p>Inside</p></details><table><tr>${wide}</tr></table>
        <table><tr><td>narrow</td></tr></table><p>${words}</p>`,
      );
      const reader = await openReader(client, { policy: 'made', view: 'paged' });
      await filled(reader);
      part(reader, 'summary').focus();
      await sendKeys({ press: 'Space' });
      expect(await turned(reader)).to.equal(false);
      expect(part<HTMLDetailsElement>(reader, 'details').open).to.equal(true);
      const [region, narrow] = parts(reader, '.scroll');
      region!.focus();
      const taken: boolean[] = [];
      const note = (event: Event): void => void taken.push(event.defaultPrevented);
      reader.addEventListener('keydown', note);
      for (const press of ['ArrowRight', 'ArrowLeft']) await sendKeys({ press });
      reader.removeEventListener('keydown', note);
      expect(taken).to.deep.equal([false, false]);
      expect(await turned(reader)).to.equal(false);
      narrow!.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(await turned(reader)).to.equal(true);
    });

    it('but turn from the text and from the buttons around it', async () => {
      const reader = await openReader(client, { policy: 'long', view: 'paged' });
      part(reader, 'article').focus();
      await sendKeys({ press: 'Space' });
      expect(await turned(reader)).to.equal(true);
      await sendKeys({ press: 'ArrowLeft' });
      expect(await turned(reader)).to.equal(false);
      part(reader, '.bar button').focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(await turned(reader)).to.equal(true);
    });
  });
});
