import { createClient, type Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { AckButton } from './ack-button/ack-button.js';
import { IsmsProvider } from './isms-provider/isms-provider.js';
import { PolicyList } from './policy-list/policy-list.js';
import { PolicyReader } from './policy-reader/policy-reader.js';
import { createBackend, cut, type ModelBackend } from './testing/backend.js';
import { eventually, words } from './testing/page.js';
import { openPanel } from './testing/reader.js';
import { publishSamples } from './testing/policies.js';

const token = `e30.${btoa(JSON.stringify({ iss: 'https://login.test', sub: 'erika' }))}.`;

describe('without a connection', () => {
  let backend: ModelBackend;
  let baseUrl = '';
  const open: Client[] = [];

  /** A page opened anew on the same device. */
  function page(): Client {
    const client = createClient({
      baseUrl,
      getToken: () => token,
      fetch: async (input, init) => {
        const response = await backend.fetch(input, init);
        if (response.ok) {
          response.headers.set('etag', '"1"');
          if (response.url.includes('documents'))
            response.headers.set('cache-control', 'immutable');
        }
        return response;
      },
    });
    open.push(client);
    return client;
  }

  const show = (client: Client, policy: string): Promise<IsmsProvider> =>
    fixture(
      html`<isms-provider .client=${client} lang="en">
        <policy-list href-template="/{policy}"></policy-list>
        <policy-reader policy=${policy}>
          <ack-button slot="end" policy=${policy}></ack-button>
        </policy-reader>
      </isms-provider>`,
    );

  before(() => {
    for (const one of [IsmsProvider, PolicyList, PolicyReader, AckButton]) one.define();
  });
  beforeEach(async () => {
    backend = await createBackend();
    await publishSamples(backend);
    baseUrl = backend.baseUrl;
    // An earlier page of this device has opened one policy.
    const earlier = page();
    const provider = await show(earlier, 'acceptable-use');
    await eventually(
      () =>
        provider.querySelector('policy-reader')!.state === 'ready' &&
        provider.querySelector('ack-button')!.state === 'draft' &&
        provider.querySelector('policy-list')!.state === 'ready',
    );
    await (await earlier.device.copies())!.documents();
    earlier.close();
    provider.remove();
  });
  afterEach(async () => {
    for (const client of open.splice(0)) {
      await (await client.device.copies())?.clear();
      client.close();
    }
  });

  it('opens what was opened before, and says what is on this device and what is not', async () => {
    backend.fault = cut;
    const provider = await show(page(), 'acceptable-use');
    const list = provider.querySelector('policy-list')!;
    const reader = provider.querySelector('policy-reader')!;
    await eventually(() => list.state === 'ready' && reader.state === 'ready', 'both from here');
    await eventually(() => /what this device has kept, as of \w+ \d/.test(words(provider)));
    expect(words(reader)).to.include('Acceptable use');
    const rows = [...list.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
    const said = rows.map((row) => [
      row.querySelector('.title')!.textContent.trim(),
      / (not )?on this device/.exec(row.textContent)?.[0],
    ]);
    expect(said.filter(([, where]) => where === ' on this device')).to.deep.equal([
      ['Acceptable use of information and devices', ' on this device'],
    ]);
    expect(said.filter(([, where]) => !where)).to.deep.equal([]);
    expect(said.length).to.be.above(1);
    expect(words(list)).to.not.include('Waiting for the connection');
    await expect(provider).to.be.accessible();
  });

  it('shows what words mean that it has shown before', async () => {
    const text = { name: 'screen', also: [], meaning: 'What shows what you work on.' };
    backend.terms = [{ id: 'screen', texts: { en: text } }];
    const underlined = (): number => CSS.highlights.get('isms-term')?.size ?? 0;
    const before = page();
    const earlier = await show(before, 'acceptable-use');
    await eventually(() => underlined() === 1, 'the word, with a connection');
    await (await before.device.copies())!.documents();
    earlier.remove();
    expect(underlined()).to.equal(0);
    backend.fault = cut;
    const later = await show(page(), 'acceptable-use');
    // What fails is tried again, one after the other, before each copy stands in.
    await eventually(() => later.querySelector('policy-reader')!.state === 'ready', 'the text');
    await eventually(() => underlined() === 1, 'the word, without one');
  });

  it('says of a policy that was never opened that it is not here', async () => {
    backend.fault = cut;
    const provider = await show(page(), 'clear-desk');
    const reader = provider.querySelector('policy-reader')!;
    await eventually(() => words(reader).includes('not on this device'));
    expect(words(reader)).to.include('Waiting for the connection.');
    backend.fault = undefined;
    dispatchEvent(new Event('online'));
    await eventually(() => reader.state === 'ready', 'the text when the connection is back');
    expect(words(provider)).to.not.include('this device has kept');
  });

  it('keeps an acknowledgement made from a copy until it is recorded', async () => {
    backend.fault = cut;
    const provider = await show(page(), 'acceptable-use');
    const button = provider.querySelector('ack-button')!;
    await eventually(() => button.state === 'draft');
    button.shadowRoot!.querySelector<HTMLButtonElement>('.primary')!.click();
    await eventually(() => button.state === 'queued', 'kept on this device');
    expect(backend.acknowledgements).to.have.length(0);
    backend.fault = undefined;
    dispatchEvent(new Event('online'));
    await eventually(() => /recorded|verified/.test(button.state), 'the receipt');
    expect(backend.acknowledgements).to.have.length(1);
    const list = provider.querySelector('policy-list')!;
    await eventually(() => !words(list).includes('this device'), 'the list as the backend has it');
  });

  it('says so when the connection is lost while the page is open, and opens what is here', async () => {
    const client = page();
    const provider = await show(client, 'clear-desk');
    const reader = provider.querySelector('policy-reader')!;
    await eventually(() => reader.state === 'ready' && provider.state === 'ready');
    backend.fault = cut;
    reader.policy = 'acceptable-use';
    await eventually(() => words(reader).includes('Acceptable use'), 'the text from here');
    await eventually(() => words(provider).includes('this device has kept'));
    expect(provider.matches(':state(unreachable)')).to.equal(true);
  });

  it('says in the reader how much is kept here, and removes it', async () => {
    const client = page();
    const provider = await show(client, 'acceptable-use');
    const reader = provider.querySelector('policy-reader')!;
    await eventually(() => reader.state === 'ready');
    const panel = await openPanel(reader, 'record');
    await eventually(() => panel.textContent.includes('One text is kept on this device'));
    await expect(reader).to.be.accessible();
    [...panel.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('Remove from this device'))!
      .click();
    await eventually(() => panel.textContent.includes('No text is kept on this device.'));
    expect([...(await (await client.device.copies())!.documents())]).to.deep.equal([]);
  });
});
