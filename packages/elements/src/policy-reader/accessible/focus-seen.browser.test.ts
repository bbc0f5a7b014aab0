import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AckButton } from '../../ack-button/ack-button.js';
import { focused, hasRing, isSeen, named, tabOut, tabTo } from '../../testing/focus.js';
import { eventually } from '../../testing/page.js';
import { part, parts, settled } from '../../testing/reader.js';
import { openFullPanel, openWhole, panels, resize, showChanges } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

const views = ['scrolled', 'paged'] as const;
const sizes = [
  [320, 256],
  [1280, 720],
] as const;

/** Bars of a page that stay at its top and bottom, and that it has told the browser about. */
function hostBars(): void {
  const bar = (edge: string): HTMLElement => {
    const one = fixtureSync<HTMLElement>(html`<div>Bar of the page</div>`);
    one.style.cssText = `position: fixed; z-index: 9; ${edge}: 0; inset-inline: 0; block-size: 64px; background: #ddd`;
    return one;
  };
  bar('top');
  bar('bottom');
  document.documentElement.style.cssText = 'scroll-padding-block: 72px';
}

/** What is hidden, or has no ring, of all that had the focus. */
function looking(): [string[], (at: HTMLElement) => void] {
  const bad: string[] = [];
  return [
    bad,
    (at) => {
      if (!isSeen(at)) bad.push(`hidden: ${named(at)}`);
      if (!hasRing(at)) bad.push(`no ring: ${named(at)}`);
    },
  ];
}

describe('policy-reader, the focus', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await resize(800, 600);
  });

  for (const [width, height] of sizes) {
    for (const view of views) {
      it(`is seen wherever it goes, ${view}, at ${width} × ${height}`, async () => {
        await resize(width, height);
        const { reader, client, box } = await openWhole({ view });
        await showChanges(reader);
        const [bad, look] = looking();
        const [first, last] = [box.firstElementChild, box.lastElementChild] as HTMLElement[];
        first!.focus();
        const there = await tabTo(last!, look);
        const back = await tabTo(first!, look, true);
        expect(bad).to.deep.equal([]);
        expect(there.length).to.be.above(12);
        expect(back.length).to.be.within(there.length - 1, there.length + 1);
        client.close();
      }).timeout(30_000);
    }

    it(`is seen in every panel, and is not kept there, at ${width} × ${height}`, async () => {
      await resize(width, height);
      const { reader, client } = await openWhole();
      await showChanges(reader);
      for (const id of panels) {
        const [bad, look] = looking();
        const panel = await openFullPanel(reader, id);
        const passed = await tabOut(panel, look);
        expect(passed.length, id).to.be.above(0);
        expect(bad, id).to.deep.equal([]);
        await sendKeys({ press: 'Escape' });
        await eventually(() => !panel.matches(':popover-open'), `${id} closed`);
        expect(isSeen(focused()), `${id}: what has the focus after it`).to.equal(true);
        await openFullPanel(reader, id);
        [...panel.querySelectorAll<HTMLElement>('button, input')].at(-1)!.focus();
        await tabOut(panel, look, true);
        expect(bad, `${id}, back`).to.deep.equal([]);
        panel.hidePopover();
        await settled(20);
      }
      client.close();
    }).timeout(30_000);
  }

  for (const view of views) {
    it(`is seen between the bars of a page, ${view}`, async () => {
      await resize(320, 640);
      hostBars();
      const { reader, client, box } = await openWhole({ view });
      const [bad, look] = looking();
      (box.firstElementChild as HTMLElement).focus();
      await tabTo(box.lastElementChild!, look);
      expect(bad).to.deep.equal([]);
      for (const n of [5, 1]) {
        const panel = await openFullPanel(reader, 'contents');
        panel.querySelectorAll<HTMLElement>('.contents button')[n]!.focus();
        await sendKeys({ press: 'Enter' });
        await settled(100);
        expect(focused().matches('section [role=heading]')).to.equal(true);
        look(focused());
      }
      expect(bad).to.deep.equal([]);
      client.close();
    }).timeout(30_000);
  }

  it('shows around the text where nothing but text is in the window', async () => {
    await resize(320, 256);
    const { reader, client } = await openWhole();
    const article = part(reader, 'article');
    await sendKeys({ press: 'Tab' });
    article.focus();
    scrollTo(0, article.getBoundingClientRect().top + scrollY + 300);
    await settled(60);
    expect(hasRing(article)).to.equal(true);
    client.close();
  });

  it('goes through everything in the order of the page', async () => {
    for (const view of views) {
      const { reader, act, client, box } = await openWhole({ view });
      await showChanges(reader);
      (box.firstElementChild as HTMLElement).focus();
      const passed = await tabTo(box.lastElementChild!);
      const own = 'button, a[href], select, summary, [tabindex="0"], input';
      const inOrder = parts(reader, own).filter(
        (one) => one.checkVisibility() && !one.closest('[popover]'),
      );
      const end = part(reader, '.end').checkVisibility() ? parts(act, own) : [];
      expect(passed.map(named)).to.deep.equal([...inOrder, ...end].map(named));
      client.close();
      box.remove();
    }
  }).timeout(30_000);
});
