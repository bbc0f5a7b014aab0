import type { Client, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import { publishSamples } from '../../testing/policies.js';
import { longDraft, openReader, part, parts, remembered, settled } from '../../testing/reader.js';
import { field, openSearch, painted, said, search } from '../../testing/searching.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

describe('policy-reader, going from hit to hit', () => {
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

  const publish = async (language: string, ...bodies: string[]): Promise<void> => {
    const sections = bodies.map((body, i): Section => ({
      id: `s${i + 1}`,
      title: `Section ${i + 1}`,
      level: 2,
      html: body,
      words: body.split(' ').length,
    }));
    await backend.publish({ id: 'made', documents: { [language]: { title: 'Made', sections } } });
  };
  const press = async (key: string, shift = false): Promise<void> => {
    if (shift) await sendKeys({ down: 'Shift' });
    await sendKeys({ press: key });
    if (shift) await sendKeys({ up: 'Shift' });
  };
  const focused = (reader: Element): Element | null => reader.shadowRoot!.activeElement;
  const current = (): Range | undefined => painted('isms-current-hit')[0];
  const comesTo = async (reader: Element, saying: string): Promise<void> => {
    await eventually(() => said(reader) === saying, saying);
    await settled(150);
  };

  /** Whether the current hit is inside what is visible of the text, and not below the panel. */
  function isVisible(reader: Element): boolean {
    const rect = current()!.getBoundingClientRect();
    const boxes = [
      part(reader, 'article'),
      current()!.startContainer.parentElement!.closest('.scroll'),
    ]
      .filter((one) => one !== null)
      .map((one) => one.getBoundingClientRect());
    const panel = part(reader, '#search').getBoundingClientRect();
    const isBelow =
      panel.height > 0 &&
      panel.top < rect.bottom &&
      panel.bottom > rect.top &&
      panel.left < rect.right &&
      panel.right > rect.left;
    return (
      rect.width > 0 &&
      !isBelow &&
      [...boxes, new DOMRect(0, 0, innerWidth, innerHeight)].every(
        (box) =>
          rect.left >= box.left - 1 &&
          rect.right <= box.right + 1 &&
          rect.top >= box.top - 1 &&
          rect.bottom <= box.bottom + 1,
      )
    );
  }

  for (const view of ['scrolled', 'paged'] as const) {
    for (const [language, badge] of [
      ['en', 'badge'],
      ['ar', 'شارة'],
    ] as const) {
      it(`shows each in turn, ${view}, in ${language}, and goes round`, async () => {
        const filler = (n: number): string => `<p>${'word '.repeat(n)}</p>`;
        await publish(
          language,
          `${filler(90)}<p>One ${badge}</p>${filler(400)}`,
          filler(2400),
          `${filler(300)}<ul><li>Two <b>${badge}</b></li></ul>${filler(200)}<p>Three ${badge}</p>`,
        );
        const reader = await openReader(client, { policy: 'made', view });
        await search(reader, badge);
        expect(said(reader)).to.equal('3 hits');
        for (const hit of [1, 2, 3, 1]) {
          await press('Enter');
          await comesTo(reader, `Hit ${hit} of 3`);
          expect(String(current())).to.equal(badge);
          expect(isVisible(reader), `hit ${hit} is visible`).to.equal(true);
          expect(focused(reader) === field(reader), 'the focus stays').to.equal(true);
        }
        for (const hit of [3, 2]) {
          await press('Enter', true);
          await comesTo(reader, `Hit ${hit} of 3`);
          expect(isVisible(reader), `hit ${hit} is visible`).to.equal(true);
        }
      }).timeout(30_000);
    }

    it(`shows what a wide table and a closed part hide, ${view}`, async () => {
      const cells = Array.from({ length: 20 }, (_, i) => `<td>Verantwortung${i}</td>`).join('');
      const words = `<p>${'word '.repeat(500)}</p>`;
      await publish(
        'en',
        `${words}<table><tr>${cells}<td>a badge</td></tr></table>${words}
        <details><summary>More</summary><p>The badge</p></details>${words}`,
      );
      const reader = await openReader(client, { policy: 'made', view });
      await search(reader, 'badge');
      for (const hit of [1, 2]) {
        await press('Enter');
        await comesTo(reader, `Hit ${hit} of 2`);
        expect(isVisible(reader), `hit ${hit} is visible`).to.equal(true);
      }
    });
  }

  it('begins from where the person is', async () => {
    const reader = await openReader(client, { policy: 'long', section: 's7' });
    await search(reader, 'section');
    expect(said(reader)).to.equal('12 hits');
    await press('Enter');
    await comesTo(reader, 'Hit 7 of 12');
    expect(
      parts(reader, '#search [aria-current]').map((one) => one.textContent!.trim()),
    ).to.deep.equal(['Section 7']);
  });

  it('takes the hit that is chosen: the panel closes, the section has the focus, hits stay', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await search(reader, 'section');
    parts(reader, '#search .hits button')[8]!.click();
    await settled();
    expect(part(reader, '#search').matches(':popover-open')).to.equal(false);
    expect(focused(reader)?.textContent!.trim()).to.equal('Section 9');
    expect(String(current())).to.equal('Section');
    expect(current()!.startContainer.parentElement).to.equal(focused(reader));
    expect(painted('isms-hit')).to.have.length(11);
    expect(isVisible(reader)).to.equal(true);
    await openSearch(reader);
    expect([field(reader).value, said(reader)]).to.deep.equal(['section', 'Hit 9 of 12']);
  });

  it('needs no mouse', async () => {
    const reader = await openReader(client, { policy: 'long' });
    const opener = part(reader, '.bar [popovertarget=search]');
    opener.focus();
    await press('Enter');
    await eventually(() => parts(reader, '#search input')[0]?.matches(':focus'), 'the field');
    await sendKeys({ type: 'SECTION 5' });
    await eventually(() => said(reader) === '1 hit', 'the hit');
    for (const name of ['Previous hit', 'Next hit']) {
      await press('Tab');
      expect(focused(reader)?.ariaLabel).to.equal(name);
    }
    await press('Tab');
    expect(focused(reader)?.textContent!.trim()).to.equal('Section 5');
    await press('Enter');
    await settled();
    expect(focused(reader)?.matches('[data-id=s5] [role=heading]')).to.equal(true);
    opener.focus();
    await press('Enter');
    await eventually(() => field(reader).matches(':focus'), 'the field again');
    await press('Escape');
    await eventually(() => !part(reader, '#search').matches(':popover-open'), 'closed');
    await settled(60);
    expect(focused(reader) === opener, 'the focus is back').to.equal(true);
  });

  it('leaves the keys of the browser and of input methods alone', async () => {
    const reader = await openReader(client, { policy: 'long' });
    await search(reader, 'section');
    const find = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, cancelable: true });
    expect(part(reader, 'article').dispatchEvent(find)).to.equal(true);
    const init = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    expect(field(reader).dispatchEvent(new KeyboardEvent('keydown', init))).to.equal(true);
    await settled(60);
    expect(said(reader)).to.equal('12 hits');
  });

  it('fits into 320 pixels', async () => {
    const width = innerWidth;
    const reader = await openReader(client, { policy: 'long' }, { width: 320 });
    const panel = part(reader, '#search');
    await search(reader, 'section');
    panel.style.inlineSize = '320px';
    const box = panel.getBoundingClientRect();
    const outside = parts(reader, '#search *').filter((one) => {
      const rect = one.getBoundingClientRect();
      return rect.width > 0 && (rect.left < box.left || rect.right > box.right);
    });
    expect(outside.map((one) => one.outerHTML)).to.deep.equal([]);
    expect(innerWidth).to.equal(width);
  });
});
