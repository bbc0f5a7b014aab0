import { expect } from '@open-wc/testing';
import { AckButton } from '../../ack-button/ack-button.js';
import { contrast } from '../../testing/colours.js';
import { around, hasRing, named, tabOut, tabTo } from '../../testing/focus.js';
import { eventually } from '../../testing/page.js';
import { part, parts } from '../../testing/reader.js';
import {
  openFullPanel,
  openWhole,
  panels,
  prefer,
  resize,
  showChanges,
} from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

describe('policy-reader, in forced colours', () => {
  before(async function () {
    const features = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };
    if (!(await prefer(features))) this.skip();
  });
  after(() => prefer());
  afterEach(() => resize(800, 600));

  it('draws a line around every button, and the line of progress', async () => {
    const { reader, act, client } = await openWhole({ view: 'paged', theme: 'sepia' });
    const buttons = [...parts(reader, '.reader > :not([popover]) button'), ...parts(act, 'button')];
    expect(buttons.length).to.be.above(8);
    for (const button of buttons) {
      const { borderTopColor, borderTopWidth, color } = getComputedStyle(button);
      expect(parseFloat(borderTopWidth), named(button)).to.be.at.least(1);
      expect(contrast(borderTopColor, around(button)), named(button)).to.be.above(3);
      expect(contrast(color, button), named(button)).to.be.above(4.5);
    }
    const line = part(reader, '.line');
    expect(contrast(getComputedStyle(line).backgroundColor, around(line))).to.be.above(3);
    client.close();
  });

  it('frames what is chosen, where the person is, and the current hit', async () => {
    const { reader, client } = await openWhole();
    const chosen = {
      contents: '.contents [aria-current]',
      type: '.choices label:has(:checked)',
      search: '.hits [aria-current]',
    };
    for (const [id, selector] of Object.entries(chosen)) {
      const panel = await openFullPanel(reader, id);
      if (id === 'search') parts(reader, '.find button')[1]!.click();
      await eventually(() => parts(reader, selector).length, selector);
      for (const one of parts(reader, selector)) {
        const { borderTopColor, borderTopWidth, outlineStyle } = getComputedStyle(one);
        expect(borderTopWidth, named(one)).to.equal('2px');
        expect(contrast(borderTopColor, around(one)), named(one)).to.be.above(3);
        // An outline tells where the focus is, and nothing else.
        expect(outlineStyle, named(one)).to.equal('none');
      }
      panel.hidePopover();
    }
    client.close();
  });

  it('tells new from removed text by its lines', async () => {
    const { reader, client } = await openWhole();
    await showChanges(reader);
    const mark = (selector: string) => getComputedStyle(part(reader, selector));
    expect(mark('.body ins').textDecorationLine).to.equal('underline');
    expect(mark('.body del').textDecorationLine).to.equal('line-through');
    client.close();
  });

  it('shows where the focus is', async () => {
    await resize(320, 640);
    const { reader, client, box } = await openWhole();
    await showChanges(reader);
    const bare: string[] = [];
    const look = (at: HTMLElement): void => {
      if (!hasRing(at)) bare.push(named(at));
    };
    (box.firstElementChild as HTMLElement).focus();
    await tabTo(box.lastElementChild!, look);
    for (const id of panels) {
      const panel = await openFullPanel(reader, id);
      await tabOut(panel, look);
      panel.hidePopover();
    }
    expect(bare).to.deep.equal([]);
    client.close();
  }).timeout(30_000);
});
