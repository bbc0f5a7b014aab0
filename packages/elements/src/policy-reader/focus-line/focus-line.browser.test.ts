import type { Client } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import { longDraft, openPanel, openReader, part, parts, remembered } from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';
import { linesIn, type Line } from './lines.js';

PolicyReader.define();

const article = (reader: Element): HTMLElement => part(reader, 'article');
const dims = (reader: Element): boolean => getComputedStyle(article(reader)).maskImage !== 'none';

/** What stays as it is, in pixels of the window. */
function band(reader: Element): Line {
  const { top } = article(reader).getBoundingClientRect();
  const [from = 0, to = 0] = ['--_from', '--_to'].map((name) =>
    parseFloat(article(reader).style.getPropertyValue(name)),
  );
  return { top: top + from, bottom: top + to };
}

/** Every line of the text that is in the window or the page. */
const linesOf = (reader: Element): Line[] =>
  linesIn(
    [...article(reader).querySelectorAll('.title, .meta, [part=heading], .body p')],
    article(reader).getBoundingClientRect(),
  );

/** The lines that stay. */
const kept = (reader: Element): Line[] => {
  const { top, bottom } = band(reader);
  return linesOf(reader).filter((line) => line.top >= top && line.bottom <= bottom);
};

/** How far from the beginning of the text the first line is that stays. */
const depth = (reader: Element): number =>
  band(reader).top - article(reader).getBoundingClientRect().top;

async function press(reader: Element, key: string): Promise<void> {
  const stands = (): string => article(reader).style.cssText + article(reader).scrollLeft;
  const before = stands();
  await sendKeys({ press: key });
  await eventually(() => stands() !== before, `another line after ${key}`);
}

/** The key as the page would get it, which may keep it. */
function down(reader: Element): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
  article(reader).dispatchEvent(event);
  return event;
}

describe('the focus line', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    ({ backend, client } = await connect());
    await backend.publish(longDraft('acceptable-use', 12));
  });

  async function open(settings: Parameters<typeof remembered>[0]): Promise<PolicyReader> {
    remembered(settings);
    const reader = await openReader(client);
    article(reader).focus({ preventScroll: true });
    if (settings.line) await eventually(() => dims(reader), 'the text stepping back');
    return reader;
  }

  it('is off until somebody chooses it, and leaves the keys alone', async () => {
    const reader = await open({});
    expect(dims(reader)).to.equal(false);
    expect(down(reader).defaultPrevented).to.equal(false);
  });

  it('comes and goes with the choice', async () => {
    const reader = await open({});
    const panel = await openPanel(reader, 'type');
    const choices = [...panel.querySelectorAll<HTMLInputElement>('input[name=line]')];
    choices[1]!.click();
    await eventually(() => dims(reader) && kept(reader).length === 1, 'one line');
    choices[2]!.click();
    await eventually(() => kept(reader).length > 1, 'its neighbours');
    choices[0]!.click();
    await eventually(() => !dims(reader), 'the whole text');
    expect(down(reader).defaultPrevented).to.equal(false);
  });

  it('begins with the first line, for whoever has chosen it before', async () => {
    const reader = await open({ line: 'one' });
    const [title] = linesOf(reader);
    expect(kept(reader)).to.deep.equal([title]);
  });

  it('shows three lines around where the eye is', async () => {
    const reader = await open({ line: 'three' });
    for (let i = 0; i < 6; i++) await press(reader, 'ArrowDown');
    expect(kept(reader)).to.have.length(3);
  });

  it('goes down every line of the text by key, and back; the text comes along', async () => {
    const reader = await open({ line: 'one' });
    let before = depth(reader);
    const steps: number[] = [];
    const visits = new Map<HTMLElement, number>();
    for (let i = 0; i < 50; i++) {
      await press(reader, 'ArrowDown');
      const { top, bottom } = band(reader);
      expect(kept(reader), `lines after ${i + 1} steps`).to.have.length(1);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
      steps.push(depth(reader) - before);
      before = depth(reader);
      const paragraph = parts(reader, '.body p').find((one) => {
        const box = one.getBoundingClientRect();
        return box.top < (top + bottom) / 2 && box.bottom > (top + bottom) / 2;
      });
      if (paragraph) visits.set(paragraph, (visits.get(paragraph) ?? 0) + 1);
    }
    expect(Math.min(...steps)).to.be.greaterThan(0);
    const leading = parseFloat(getComputedStyle(part(reader, '.body p')).lineHeight);
    // No line is left out: of the last paragraph the rest would follow.
    const passed = [...visits].slice(0, -1);
    expect(passed.length).to.be.greaterThan(5);
    for (const [paragraph, times] of passed) {
      expect(times).to.equal(Math.round(paragraph.getBoundingClientRect().height / leading));
    }
    const reached = depth(reader);
    await press(reader, 'ArrowUp');
    expect(depth(reader)).to.be.lessThan(reached);
  });

  it('leaves the keys to the page where the text ends', async () => {
    const reader = await open({ line: 'one' });
    expect(down(reader).defaultPrevented).to.equal(true);
    const last = parts(reader, '.body p').at(-1)!;
    last.scrollIntoView({ block: 'center' });
    const { bottom } = last.getBoundingClientRect();
    const at = { clientY: bottom - 5, pointerType: 'mouse', bubbles: true, composed: true };
    last.dispatchEvent(new PointerEvent('pointermove', at));
    await eventually(() => Math.abs(band(reader).bottom - bottom) < 20, 'the last line');
    expect(down(reader).defaultPrevented).to.equal(false);
  });

  it('turns the page after its last line, and begins with the first of the next', async () => {
    const reader = await open({ line: 'one', view: 'paged' });
    await eventually(() => parts(reader, '.turn').length > 0, 'pages');
    const says = (): string => part(reader, '.turn span').textContent!;
    const first = says();
    for (let i = 0; i < 100 && says() === first; i++) await press(reader, 'ArrowDown');
    expect(says()).to.match(/^Page 2 /);
    await eventually(
      () => JSON.stringify(kept(reader)) === JSON.stringify(linesOf(reader).slice(0, 1)),
      'the first line of the page',
    );
    await press(reader, 'ArrowUp');
    expect(says()).to.equal(first);
  });

  it('goes to what has the focus, and to where somebody points', async () => {
    const reader = await open({ line: 'one' });
    const heading = parts(reader, '[part=heading]')[1]!;
    heading.scrollIntoView({ block: 'center' });
    heading.focus({ preventScroll: true });
    const stands = (element: Element) => (): boolean => {
      const { top, bottom } = element.getBoundingClientRect();
      const at = band(reader);
      return at.top < (top + bottom) / 2 && at.bottom > (top + bottom) / 2;
    };
    await eventually(stands(heading), 'the line at the heading');
    const text = heading.nextElementSibling!.querySelector('p')!;
    const { top } = text.getBoundingClientRect();
    const at = { clientY: top + 5, pointerType: 'mouse', bubbles: true, composed: true };
    text.dispatchEvent(new PointerEvent('pointermove', at));
    await eventually(() => !stands(heading)(), 'the line where somebody points');
    expect(band(reader).top).to.be.lessThan(top + 5);
    expect(band(reader).bottom).to.be.greaterThan(top + 5);
  });
});
