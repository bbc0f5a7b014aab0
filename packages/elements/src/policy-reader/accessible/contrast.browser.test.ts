import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AckButton } from '../../ack-button/ack-button.js';
import { cut } from '../../testing/backend.js';
import { contrast, contrastOfText } from '../../testing/colours.js';
import { around, named } from '../../testing/focus.js';
import { eventually } from '../../testing/page.js';
import { part, parts } from '../../testing/reader.js';
import { search } from '../../testing/searching.js';
import { openFullPanel, openWhole, panels, prefer, showChanges } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

const hosts = {
  'a light host': '',
  'a dark host': 'color-scheme: dark; background: #16181c; color: #e6e6e6',
};
const looks = [
  ...(['host', 'light', 'sepia', 'dark'] as const).map((theme) => ['a light host', theme] as const),
  ['a dark host', 'host'] as const,
];

/** Elements with text of their own that can be seen; what is out of use may be pale. */
const texts = (element: Element): HTMLElement[] =>
  parts(element, '*').filter(
    (one) =>
      one.checkVisibility() &&
      one.getClientRects().length > 0 &&
      !one.closest('[aria-disabled=true]') &&
      [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim()),
  );

const pale = (element: Element): string[] =>
  texts(element)
    .map((one) => [contrastOfText(one), one] as const)
    .filter(([ratio]) => ratio < 4.5)
    .map(([ratio, one]) => `${named(one)} ${ratio.toFixed(2)}`);

/** The parts of controls, and the marks, that tell something by their colour. */
const lines = {
  border: [
    '.meta select',
    '.resume button',
    '.find input',
    '.choices label',
    '.choices button:not([aria-disabled=true])',
    '.row button:not(.primary)',
    '.queued, .recorded, .verified, .rejected',
  ],
  background: ['.line', '.primary'],
  underline: ['.body a', 'ins[data-changed]'],
  shadow: ['.hits [aria-current]', '.choices label:has(:checked)'],
};

function faint(element: Element): string[] {
  const ratio = (one: HTMLElement, kind: string): number => {
    const style = getComputedStyle(one);
    const behind = around(one);
    if (kind === 'background') return contrast(style.backgroundColor, behind);
    if (kind === 'underline') return contrast(style.textDecorationColor, one);
    if (kind === 'shadow') return contrast(/^\w+\(.*?\)/.exec(style.boxShadow)![0], one);
    return contrast(style.borderInlineStartColor, behind);
  };
  return Object.entries(lines).flatMap(([kind, selectors]) =>
    parts(element, selectors.join())
      .filter((one) => one.checkVisibility())
      .map((one) => [ratio(one, kind), one] as const)
      .filter(([found]) => found < 3)
      .map(([found, one]) => `${kind} of ${named(one)} ${found.toFixed(2)}`),
  );
}

describe('policy-reader, by contrast', () => {
  before(() => prefer({ 'prefers-reduced-motion': 'reduce' }));
  after(() => prefer());
  afterEach(() => document.documentElement.removeAttribute('style'));

  for (const [host, theme] of looks) {
    it(`is legible, and its controls can be made out, ${theme} on ${host}`, async () => {
      document.documentElement.style.cssText = hosts[host];
      const { reader, act, backend, client } = await openWhole({ theme });
      const check = (where: string): void => {
        expect([...pale(reader), ...pale(act)], where).to.deep.equal([]);
        expect([...faint(reader), ...faint(act)], where).to.deep.equal([]);
      };
      check('the text');
      await showChanges(reader);
      expect(parts(reader, '.body :is(ins, del)')).to.have.length(2);
      check('the changes');
      for (const id of panels) {
        const panel = await openFullPanel(reader, id);
        if (id === 'search') part(reader, '#search .hits button').setAttribute('aria-current', '');
        check(id);
        panel.hidePopover();
      }
      backend.fault = ({ method }) => (method === 'POST' ? cut(undefined as never) : undefined);
      part(act, '.primary').click();
      await eventually(() => act.state === 'queued', 'queued');
      await act.updateComplete;
      check('what waits');
      backend.fault = undefined;
      part(act, '.row button').click();
      await eventually(() => act.state === 'verified', 'verified');
      await act.updateComplete;
      check('what is recorded');
      client.close();
    }).timeout(30_000);

    it(`shows where the focus is, ${theme} on ${host}`, async () => {
      document.documentElement.style.cssText = hosts[host];
      const { reader, act, client, box } = await openWhole({ theme });
      (box.firstElementChild as HTMLElement).focus();
      // After a key, whatever gets the focus shows it.
      await sendKeys({ press: 'Tab' });
      const rings = (elements: HTMLElement[]): string[] =>
        elements
          .filter((one) => one.checkVisibility())
          .map((one) => {
            one.focus();
            const own =
              one.localName === 'article' ? around(one)! : (one.closest('.choices label') ?? one);
            const { outlineColor, outlineStyle } = getComputedStyle(own);
            expect(outlineStyle, named(one)).to.equal('solid');
            return [contrast(outlineColor, around(own)), one] as const;
          })
          .filter(([found]) => found < 3)
          .map(([found, one]) => `${named(one)} ${found.toFixed(2)}`);
      const own = 'button, a[href], select, summary, input, [tabindex="0"]';
      expect(rings([...parts(reader, own), ...parts(act, own)])).to.deep.equal([]);
      const panel = await openFullPanel(reader, 'type');
      expect(rings([...panel.querySelectorAll<HTMLElement>(own)])).to.deep.equal([]);
      client.close();
    });
  }

  it('paints hits that can be read on every page', async () => {
    const { reader, client } = await openWhole();
    await search(reader, 'device');
    for (const name of ['isms-hit', 'isms-current-hit']) {
      const style = getComputedStyle(part(reader, '.body p'), `::highlight(${name})`);
      const paper = document.createElement('p');
      paper.style.background = style.backgroundColor;
      expect(contrast(style.color, paper), name).to.be.above(4.5);
    }
    client.close();
  });
});
