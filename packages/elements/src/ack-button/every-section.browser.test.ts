import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { sessionOf, type Display } from '../session.js';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually, words } from '../testing/page.js';
import { sample } from '../testing/policies.js';
import { AckButton } from './ack-button.js';

AckButton.define();

describe('ack-button, where every section is to be displayed first', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    ({ backend, client } = await connect());
    await backend.publish({ ...sample, asks: { asks: 'acknowledge', everySection: true } });
  });
  afterEach(() => client.close());

  const show = async (): Promise<AckButton> => {
    const element = await fixture<AckButton>(
      html`<ack-button policy="acceptable-use" .client=${client}></ack-button>`,
    );
    await eventually(() => element.state === 'draft');
    return element;
  };
  const primary = (element: AckButton): HTMLButtonElement =>
    element.shadowRoot!.querySelector('[part=primary]')!;
  const isOpen = (element: AckButton): boolean =>
    primary(element).getAttribute('aria-disabled') === 'false';
  const displays = (more: Partial<Display>): void => {
    const { version, documents } = backend.assignments[0]!;
    const { language, contentHash } = documents[0]!;
    const policy = 'acceptable-use';
    const what = { policy, version, language, contentHash, method: 'visual' as const };
    const measured = { displayed: 0, sections: 3, remaining: 3, seconds: 0 };
    sessionOf(client).display(policy, { ...what, ...measured, ...more });
  };

  it('says how much is left and opens with the last of it', async () => {
    const element = await show();
    expect(words(element)).to.include('Sections still to be displayed: all.');
    expect(isOpen(element)).to.equal(false);
    expect(primary(element).getAttribute('aria-describedby')).to.equal('early');
    await expect(element).to.be.accessible();
    primary(element).click();
    displays({ displayed: 1, remaining: 2 });
    await element.updateComplete;
    expect(words(element)).to.include('Sections still to be displayed: 2.');
    primary(element).click();
    await element.updateComplete;
    expect(element.state).to.equal('draft');
    expect(backend.acknowledgements).to.have.length(0);

    displays({ displayed: 1, remaining: 0 });
    await element.updateComplete;
    expect(words(element)).to.not.include('still to be displayed');
    expect(isOpen(element)).to.equal(true);
    primary(element).click();
    await eventually(() => element.state === 'verified');
    const { body } = backend.received.find(({ method }) => method === 'POST')!;
    expect(body).to.include({ method: 'visual' });
  });

  it('is open to whoever says that they read in another way, and records that', async () => {
    const element = await show();
    const box = element.shadowRoot!.querySelector('input')!;
    expect(box.closest('label')!.textContent).to.include('screen reader');
    box.click();
    await element.updateComplete;
    expect(isOpen(element)).to.equal(true);
    await expect(element).to.be.accessible();
    box.click();
    await element.updateComplete;
    expect(isOpen(element)).to.equal(false);
    box.click();
    await element.updateComplete;
    primary(element).click();
    await eventually(() => element.state === 'verified');
    const { body } = backend.received.find(({ method }) => method === 'POST')!;
    expect(body).to.include({ method: 'assistive' });
  });

  it('asks nothing more of whoever has told the reader already', async () => {
    const element = await show();
    displays({ method: 'assistive' });
    await element.updateComplete;
    expect(isOpen(element)).to.equal(true);
    expect(element.shadowRoot!.querySelector('input')).to.equal(null);
  });

  it('is asked of nobody where the pack does not ask for it', async () => {
    await backend.publish({ ...sample, version: 4, asks: { asks: 'acknowledge' } });
    const element = await show();
    expect(isOpen(element)).to.equal(true);
    expect(words(element)).to.not.include('displayed');
  });
});
