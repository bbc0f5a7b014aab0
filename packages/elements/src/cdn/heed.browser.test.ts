import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { eventually } from '../testing/page.js';

describe('heed.js', () => {
  it('loads the code of a tag when the tag is there, and of no other', async () => {
    fixtureSync(html`<div><policy-list></policy-list></div>`);
    await import('./heed.js');
    await eventually(() => customElements.get('policy-list'));
    expect(customElements.get('ack-button')).to.equal(undefined);
    expect(customElements.get('policy-reader')).to.equal(undefined);
  });

  it('loads the code of a tag that is added later, however deep', async () => {
    await aTimeout(50);
    expect(customElements.get('ack-button')).to.equal(undefined);
    fixtureSync(
      html`<main>
        <p><ack-button></ack-button></p>
      </main>`,
    );
    await eventually(() => customElements.get('ack-button'));
    expect(customElements.get('policy-reader')).to.equal(undefined);
  });
});
