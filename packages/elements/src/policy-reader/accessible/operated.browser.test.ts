import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AckButton } from '../../ack-button/ack-button.js';
import { focused, named } from '../../testing/focus.js';
import { eventually } from '../../testing/page.js';
import { part, parts, remembered, settled } from '../../testing/reader.js';
import { openFullPanel, openWhole, panels, prefer, showChanges } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

const controls = 'button, a[href], select, input, summary, label, [tabindex="0"]';

describe('policy-reader, whoever operates it', () => {
  afterEach(() => prefer());

  for (const size of [2, 0]) {
    it(`has nothing to hit that is smaller than 24 pixels, at size ${size}`, async () => {
      for (const view of ['scrolled', 'paged'] as const) {
        const { reader, act, client } = await openWhole({ view, size, spacing: 'tight' });
        await showChanges(reader);
        const check = (where: string): void => {
          const small = [...parts(reader, controls), ...parts(act, controls)]
            .filter((one) => one.checkVisibility() && !one.matches('.body p a'))
            // Of a choice, the label around it is what is hit.
            .filter((one) => !one.closest('label') || one.matches('label'))
            .filter((one) => one.getClientRects().length)
            .filter((one) => {
              const { width, height } = one.getBoundingClientRect();
              return width < 24 || height < 24;
            });
          expect(small.map(named), `${where}, ${view}`).to.deep.equal([]);
        };
        check('the text');
        for (const id of panels) {
          const panel = await openFullPanel(reader, id);
          check(id);
          panel.hidePopover();
        }
        client.close();
        reader.remove();
      }
    }).timeout(30_000);
  }

  it('is made of native controls that one press operates: nothing is dragged', async () => {
    const { reader, act, client } = await openWhole({ view: 'paged' });
    await showChanges(reader);
    for (const id of panels) (await openFullPanel(reader, id)).hidePopover();
    const own =
      'button, a, select, summary, input[type=radio], input[type=checkbox], input[type=search]';
    const roles =
      '[role=slider], [role=scrollbar], [role=separator], [draggable], input[type=range]';
    for (const element of [reader, act]) {
      expect(parts(element, roles).map(named)).to.deep.equal([]);
      const focusable = parts(element, '[tabindex="0"], input').filter(
        (one) => !one.matches(`${own}, article, .scroll`),
      );
      expect(focusable.map(named)).to.deep.equal([]);
    }
    client.close();
  });

  it('acts when a press is let go, and not when the pointer has left', async () => {
    const { reader, backend, act, client } = await openWhole();
    const primary = part(act, '.primary');
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
      primary.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    }
    part(reader, '.bar button').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    await settled(60);
    expect(backend.acknowledgements).to.have.length(0);
    expect(parts(reader, ':popover-open')).to.have.length(0);
    client.close();
  });

  it('takes keys only while the focus is in it, and none that write', async () => {
    const { reader, client, box } = await openWhole({ view: 'paged' });
    const page = (): string => part(reader, '.turn [role=status]').textContent!;
    const before = page();
    (box.firstElementChild as HTMLElement).focus();
    for (const press of ['ArrowRight', 'PageDown', 'n', '/']) await sendKeys({ press });
    await settled(60);
    expect(page()).to.equal(before);
    part(reader, 'article').focus();
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789/?.,+-'];
    for (const key of letters) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      expect(part(reader, 'article').dispatchEvent(event), key).to.equal(true);
    }
    await settled(60);
    expect([page(), parts(reader, ':popover-open').length]).to.deep.equal([before, 0]);
    await sendKeys({ press: 'ArrowRight' });
    await eventually(() => page() !== before, 'the next page');
    client.close();
  });

  it('changes nothing for being focused, and keeps the focus when a choice is made', async () => {
    const { reader, client } = await openWhole();
    let left = false;
    reader.addEventListener('policy-displayed', () => (left = true));
    for (const one of parts(reader, '.bar button, select, .resume button, .body a')) {
      one.focus();
      await settled(20);
      expect([focused() === one, left, parts(reader, ':popover-open').length], named(one)) //
        .to.deep.equal([true, false, 0]);
    }
    const select = part<HTMLSelectElement>(reader, 'select');
    select.focus();
    select.value = 'de';
    select.dispatchEvent(new Event('change'));
    await eventually(() => part(reader, 'article').lang === 'de', 'German');
    await settled();
    expect(named(focused())).to.equal(named(part(reader, 'select')));
    const panel = await openFullPanel(reader, 'type');
    for (const choice of panel.querySelectorAll<HTMLInputElement>('input:not(:checked)')) {
      choice.focus();
      choice.click();
      await reader.updateComplete;
      expect(focused() === choice && panel.matches(':popover-open'), choice.name).to.equal(true);
    }
    remembered({});
    client.close();
  });

  it('moves nothing for who wants no motion', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const { reader, act, client } = await openWhole();
    for (const id of panels.slice(0, 4)) (await openFullPanel(reader, id)).hidePopover();
    const moving = [...parts(reader, '*'), ...parts(act, '*')].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return (
        transitionDuration.split(',').some((time) => parseFloat(time) > 0) ||
        animationName !== 'none' ||
        scrollBehavior === 'smooth'
      );
    });
    expect(moving.map(named)).to.deep.equal([]);
    client.close();
  });

  it('shows nothing for being pointed at', async () => {
    const { reader, act, client } = await openWhole();
    const rules = [reader, act]
      .flatMap((one) => [...one.shadowRoot!.adoptedStyleSheets])
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSStyleRule && /:(hover|focus)/.test(rule.selectorText))
      .map((rule) => (rule as CSSStyleRule).style);
    expect(rules.length).to.be.above(3);
    const shows = ['display', 'visibility', 'opacity', 'content', 'position', 'clip-path'];
    const found = rules.flatMap((style) => shows.filter((name) => style.getPropertyValue(name)));
    expect(found).to.deep.equal([]);
    expect([...parts(reader, '[title]'), ...parts(act, '[title]')]).to.have.length(0);
    client.close();
  });
});
