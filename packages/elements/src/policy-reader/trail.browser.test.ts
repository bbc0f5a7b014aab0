import type { Client } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { AckButton } from '../ack-button/ack-button.js';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually, words } from '../testing/page.js';
import { publishSamples, sample } from '../testing/policies.js';
import { part, parts, remembered, settled } from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();
AckButton.define();

describe('policy-reader, following links in its text', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await publishSamples(backend);
    const linked = structuredClone(sample);
    linked.documents['en']!.sections[1]!.html += '<p><a href="policy:visitors">Visitors</a></p>';
    await backend.publish(linked);
  });
  afterEach(() => client.close());

  /** As in the README: a button in the reader, and one beside it. */
  const show = async (
    version?: number,
  ): Promise<{ reader: PolicyReader; slotted: AckButton; beside: AckButton }> => {
    const box = fixtureSync(
      html`<div>
        <policy-reader policy="acceptable-use" .version=${version} .client=${client}>
          <ack-button slot="end" policy="acceptable-use" .client=${client}></ack-button>
        </policy-reader>
        <ack-button policy="acceptable-use" .client=${client}></ack-button>
      </div>`,
    );
    const reader = box.querySelector('policy-reader')!;
    const [slotted, beside] = [...box.querySelectorAll('ack-button')] as [AckButton, AckButton];
    await eventually(() => parts(reader, '.body p').length > 0, 'text on the page');
    await eventually(() => slotted.state === 'draft' && beside.state === 'draft', 'both ask');
    await settled();
    return { reader, slotted, beside };
  };
  const asks = (button: AckButton): boolean =>
    button.checkVisibility() && words(button).includes('I acknowledge this');
  const follow = async (reader: PolicyReader): Promise<void> => {
    part(reader, '.body a').focus();
    part(reader, '.body a').click();
    await eventually(() => words(reader).includes('Put papers away'), 'the other text');
    await settled();
  };
  const back = (reader: PolicyReader): HTMLElement | undefined =>
    parts(reader, '.bar button').find((one) => one.textContent!.includes('Back to'));

  it('asks for no acknowledgement under another text, and asks again when back', async () => {
    const { reader, slotted, beside } = await show();
    await eventually(() => asks(slotted) && asks(beside), 'asks');
    await follow(reader);
    expect([asks(slotted), asks(beside)]).to.deep.equal([false, false]);
    back(reader)!.click();
    await eventually(() => words(reader).includes('Lock the screen'), 'the first text');
    await eventually(() => asks(slotted) && asks(beside), 'asks again');
  });

  it('asks for nothing under an older version', async () => {
    await backend.publish({ ...sample, version: 4 });
    const { reader, slotted, beside } = await show(3);
    expect([asks(slotted), asks(beside)]).to.deep.equal([false, false]);
    reader.version = 4;
    await eventually(() => asks(slotted) && asks(beside), 'asks');
  });

  it('goes back to the version that the page has put up', async () => {
    await backend.publish({ ...sample, version: 4 });
    const { reader } = await show(3);
    await follow(reader);
    back(reader)!.click();
    await eventually(() => words(reader).includes('Lock the screen'), 'the first text');
    expect(part(reader, '.meta').textContent).to.contain('Version 3');
  });

  it('asks again when the page puts up another policy, or takes the reader away', async () => {
    const { reader, slotted, beside } = await show();
    await follow(reader);
    reader.policy = 'clear-desk';
    slotted.policy = 'clear-desk';
    await eventually(() => words(slotted).includes('I agree'), 'asks for the new one');
    await eventually(() => slotted.checkVisibility() && asks(beside), 'to be seen');
    expect(back(reader)).to.equal(undefined);
    reader.policy = 'acceptable-use';
    await eventually(() => parts(reader, '.body a').length === 1, 'the link');
    await follow(reader);
    expect(asks(beside)).to.equal(false);
    reader.remove();
    await eventually(() => asks(beside), 'asks');
  });

  it('gives the focus to what is shown: the title, and the section that was left', async () => {
    const { reader } = await show();
    let layoutPlace = { section: '' };
    reader.addEventListener('place-changed', ({ place }) => (layoutPlace = place));
    part(reader, 'section[data-id=private]').scrollIntoView();
    await settled();
    await follow(reader);
    expect(part(reader, '.title').matches(':focus')).to.equal(true);
    back(reader)!.focus();
    back(reader)!.click();
    await eventually(() => words(reader).includes('Lock the screen'), 'the first text');
    await settled();
    const { section } = layoutPlace;
    expect(part(reader, `section[data-id=${section}] [role=heading]`).matches(':focus')).to.equal(
      true,
    );
  });
});
