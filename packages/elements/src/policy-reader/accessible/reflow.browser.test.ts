import { expect } from '@open-wc/testing';
import { AckButton } from '../../ack-button/ack-button.js';
import { connect, eventually } from '../../testing/page.js';
import { longDraft, openReader, part, parts, remembered, settled } from '../../testing/reader.js';
import { openFullPanel, openWhole, panels, resize, showChanges } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

const views = ['scrolled', 'paged'] as const;

/** What is wider than its box, in a reader or a button, but for what may scroll by itself. */
const wider = (element: Element, except: string): string[] =>
  parts(element, '*')
    .filter((one) => one.getClientRects().length && !one.matches(except))
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < -1 || right > document.documentElement.clientWidth + 1;
    })
    .map((one) => one.outerHTML.slice(0, 80));

/** The words on the page in view, each whole; of one that is parted over two pages, `word 1 of 2`. */
function wordsInView(reader: Element): string[] {
  const page = part(reader, 'article').getBoundingClientRect();
  const walker = document.createTreeWalker(part(reader, 'article'), NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement!.closest('.body')) continue;
    for (const { 0: word, index } of node.nodeValue!.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const rects = [...range.getClientRects()];
      const shown = rects.map(
        ({ left, right, top, bottom }) =>
          left >= page.left - 1 &&
          right <= page.right + 1 &&
          top >= page.top - 2 &&
          bottom <= page.bottom + 2,
      );
      const isWhole = shown.every((one) => one);
      if (rects.length && isWhole) found.push(word);
      if (!isWhole && rects.length === 2) {
        shown.forEach((one, i) => one && found.push(`${word} ${i + 1} of 2`));
      }
    }
  }
  return found;
}

/** What people set who need more room between lines, letters and words (WCAG 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

function space(...elements: Element[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spacing);
  for (const { shadowRoot } of elements) shadowRoot!.adoptedStyleSheets.push(sheet);
}

/** Text that does not fit into what holds it. */
const cut = (element: Element): string[] =>
  parts(element, 'button, label, legend, select, [role=heading], [role=status], .left, .said, p')
    .filter((one) => one.getClientRects().length && !one.closest('.paged article'))
    .filter(
      (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
    )
    .filter((one) => getComputedStyle(one).display !== 'inline')
    .map((one) => one.outerHTML.slice(0, 120));

/** Neighbours that stand on one another. */
const overlapping = (element: Element): string[] =>
  parts(element, '.bar, .turn, .resume, .acts, .top, .find, .choices, .row').flatMap((row) => {
    const boxes = [...row.children]
      .filter((one) => one.getClientRects().length && !one.matches('.line'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }));
    return boxes.flatMap(({ one, box }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: b }) =>
            box.left < b.right - 1 &&
            b.left < box.right - 1 &&
            box.top < b.bottom - 1 &&
            b.top < box.bottom - 1,
        )
        .map((other) => `${one.outerHTML.slice(0, 60)} and ${other.one.outerHTML.slice(0, 60)}`),
    );
  });

describe('policy-reader, with little room', () => {
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await resize(800, 600);
  });

  for (const view of views) {
    for (const size of ['100%', '200%']) {
      it(`needs no scrolling sideways at 320 × 256, ${view}, text at ${size}`, async () => {
        await resize(320, 256);
        document.documentElement.style.fontSize = size;
        const { reader, act, client } = await openWhole({ view });
        await showChanges(reader);
        const check = (where: string): void => {
          const { scrollWidth } = document.documentElement;
          expect(scrollWidth, where).to.be.at.most(320);
          const except = view === 'paged' ? 'article *, .scroll *' : '.scroll *';
          expect([...wider(reader, except), ...wider(act, '.none')], where).to.deep.equal([]);
        };
        check('the text');
        for (const id of panels) {
          const panel = await openFullPanel(reader, id);
          check(id);
          expect(panel.scrollWidth, id).to.be.at.most(panel.clientWidth);
          const { top, bottom } = panel.getBoundingClientRect();
          expect([top >= 0, bottom <= 256], id).to.deep.equal([true, true]);
          panel.hidePopover();
        }
        const regions = parts(reader, '.scroll');
        expect(regions.map((one) => one.scrollWidth > one.clientWidth)).to.deep.equal([
          true,
          false,
        ]);
        client.close();
      }).timeout(30_000);
    }

    it(`keeps all its words when they stand apart, ${view}`, async () => {
      await resize(320, 640);
      const { reader, act, client } = await openWhole({ view });
      space(reader, act);
      await showChanges(reader);
      await settled();
      const check = (where: string): void => {
        expect([...cut(reader), ...cut(act)], where).to.deep.equal([]);
        expect([...overlapping(reader), ...overlapping(act)], where).to.deep.equal([]);
        expect(document.documentElement.scrollWidth, where).to.be.at.most(320);
      };
      check('the text');
      for (const id of panels) {
        const panel = await openFullPanel(reader, id);
        check(id);
        panel.hidePopover();
      }
      client.close();
    }).timeout(30_000);
  }

  it('shows every word on some page, also when they stand apart', async () => {
    const { backend, client } = await connect();
    const draft = longDraft('long', 6, 60);
    await backend.publish(draft);
    for (const [width, height] of [
      [320, 256],
      [800, 600],
    ] as const) {
      await resize(width, height);
      remembered({ view: 'paged' });
      const reader = await openReader(client, { policy: 'long' }, { width: width - 16 });
      space(reader);
      await eventually(() => parts(reader, '.body p').length === 18, 'all of it');
      await settled();
      part(reader, '.bar [popovertarget=contents]').click();
      await eventually(() => parts(reader, '.contents button').length === 6, 'contents');
      parts(reader, '.contents button')[0]!.click();
      await settled();
      const seen = new Set(wordsInView(reader));
      const next = (): HTMLElement => parts(reader, '.turn button')[1]!;
      for (let i = 0; i < 80 && next().ariaDisabled === 'false'; i++) {
        const page = part(reader, '.turn [role=status]').textContent;
        next().click();
        await eventually(
          () => part(reader, '.turn [role=status]').textContent !== page,
          `the page after ${page}`,
        );
        await settled(20);
        wordsInView(reader).forEach((word) => seen.add(word));
      }
      const all = parts(reader, '.body').flatMap((body) =>
        [...body.querySelectorAll('p')].flatMap((p) => p.textContent!.split(' ')),
      );
      expect(all.length).to.be.above(300);
      const wasSeen = (word: string): boolean =>
        seen.has(word) || [1, 2].every((part) => seen.has(`${word} ${part} of 2`));
      expect(all.filter((word) => !wasSeen(word))).to.deep.equal([]);
      reader.remove();
    }
    client.close();
  }).timeout(30_000);
});
