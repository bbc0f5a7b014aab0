import type { Client } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import { filled, longDraft, openPanel, openReader, part, readTo } from '../testing/reader.js';
import { parts, remembered, settled } from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();

describe('policy-reader, on the whole screen', () => {
  let backend: ModelBackend;
  let client: Client;
  beforeEach(async () => {
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await backend.publish(longDraft('long', 12));
  });
  afterEach(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    client.close();
  });

  const press = async (reader: PolicyReader): Promise<void> => {
    const panel = await openPanel(reader, 'type');
    const button = part(reader, '#type .fill');
    button.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
    panel.hidePopover();
  };
  const target = (reader: Element): DOMRect =>
    part(reader, 'section[data-id=s8] .body p:nth-of-type(2)').getBoundingClientRect();

  for (const view of ['scrolled', 'paged'] as const) {
    it(`keeps the place on the way there and back, ${view}`, async () => {
      remembered({ view });
      const reader = await openReader(client, { policy: 'long', section: 's8' });
      await filled(reader);
      if (view === 'scrolled') {
        await readTo(reader, part(reader, 'section[data-id=s8] .body p:nth-of-type(2)'));
      }
      const isInView = (): boolean => {
        const { top, bottom, left, right } = target(reader);
        return top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
      };
      await press(reader);
      await eventually(() => reader.matches(':fullscreen'), 'the whole screen');
      await settled(300);
      expect(isInView(), 'in view on the whole screen').to.equal(true);
      const { width, height } = part(reader, '.reader').getBoundingClientRect();
      expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
      expect(part(reader, '.frame').getBoundingClientRect().bottom).to.be.at.most(innerHeight);
      expect(part(reader, '.end').hidden, 'nothing asked before the end').to.equal(true);
      await expect(reader).to.be.accessible();
      if (view === 'paged') {
        part(reader, 'article').focus();
        for (let i = 0; i < 40 && part(reader, '.end').hidden; i++) {
          await sendKeys({ press: 'PageDown' });
          await reader.updateComplete;
        }
        expect(part(reader, '.end').hidden, 'asked at the end').to.equal(false);
        await reader.updateComplete;
      }
      await press(reader);
      await eventually(() => !reader.matches(':fullscreen'), 'the page');
      await settled(300);
      if (view === 'scrolled') expect(isInView(), 'in view in the page').to.equal(true);
      expect(part(reader, '.end').hidden).to.equal(false);
    });
  }

  it('begins with the title, when the reading had not begun', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'long' });
    await press(reader);
    await eventually(() => reader.matches(':fullscreen'), 'the whole screen');
    await settled(300);
    expect(part(reader, '.title').getBoundingClientRect().top).to.be.within(0, 200);
  });

  it('is not offered where the page may not', async () => {
    remembered({});
    const reader = await openReader(client, { policy: 'long' });
    Object.defineProperty(document, 'fullscreenEnabled', { configurable: true, value: false });
    await openPanel(reader, 'type');
    expect(parts(reader, '#type .fill')).to.have.length(0);
    delete (document as { fullscreenEnabled?: unknown }).fullscreenEnabled;
  });
});
