import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { answers, type ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import { sessionOf } from '../session.js';
import { AckButton } from './ack-button.js';

AckButton.define();

const press = (element: Element, part: string): void =>
  element.shadowRoot!.querySelector<HTMLButtonElement>(`[part=${part}]`)!.click();

describe('from the act to the verified receipt', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const show = async (until = 'draft'): Promise<AckButton> => {
    const element = await fixture<AckButton>(
      html`<ack-button policy="acceptable-use" .client=${client}></ack-button>`,
    );
    await eventually(() => element.state === until, until);
    await element.updateComplete;
    return element;
  };

  /** The other policy was acknowledged somewhere else. */
  const acknowledgeOther = async (): Promise<void> => {
    const { version, statement, documents } = backend.assignments.find(
      ({ policy }) => policy.id === 'clear-desk',
    )!;
    await backend.acknowledge({
      policy: 'clear-desk',
      version,
      contentHash: documents[0]!.contentHash,
      language: 'en',
      statementHash: statement!.hash,
      clientTime: new Date().toISOString(),
      method: 'visual',
    });
  };

  it('never calls a receipt verified because another one was', async () => {
    await acknowledgeOther();
    const element = await show();
    press(element, 'primary');
    await eventually(() => element.state === 'verified', 'verified');
    // Nobody says any more which key to hold a receipt against.
    sessionOf(client).discovery = { ...backend.discovery, log: undefined };
    element.policy = 'clear-desk';
    await eventually(() => element.state === 'recorded', 'recorded');
    await element.updateComplete;
    expect(element.matches(':state(recorded)')).to.equal(true);
    expect(element.shadowRoot!.textContent).not.to.contain('verified');
  });

  it('does not say verified while it looks at a forged one', async () => {
    await acknowledgeOther();
    const forged = backend.acknowledgements[0]!;
    forged.receipt = forged.receipt.replace('Erika', 'Erich');
    const element = await show();
    press(element, 'primary');
    await eventually(() => element.state === 'verified', 'verified');
    const said = new Set<string>();
    const timer = setInterval(() => {
      if (!element.policy?.includes('clear')) return;
      said.add(element.state).add(element.matches(':state(verified)') ? 'verified' : 'other');
    });
    element.policy = 'clear-desk';
    await element.updateComplete;
    await eventually(() => element.state === 'unverified', 'unverified');
    clearInterval(timer);
    expect([...said]).not.to.include('verified');
  });

  describe('an entry that is gone', () => {
    const rejected: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      rejected.push(event.reason);
    };
    before(() => addEventListener('unhandledrejection', note));
    after(() => removeEventListener('unhandledrejection', note));

    for (const [name, status, code, until] of [
      ['put away', 404, 'not-found', 'rejected'],
      ['sent again', 503, 'unavailable', 'queued'],
    ] as const) {
      it(`cannot be ${name}: what is true now is shown, and nothing breaks`, async () => {
        const element = await show();
        backend.fault = (request) =>
          request.method === 'POST' ? answers(status, code)(request) : undefined;
        press(element, 'primary');
        await eventually(() => element.state === until, until);
        await element.updateComplete;
        backend.fault = undefined;
        // Another tab, or the person who cleared the site data, was first.
        client.outbox.dismiss = client.outbox.retry = () => Promise.reject(new RangeError('gone'));
        client.outbox.entries = () => Promise.resolve([]);
        press(element, 'button');
        await eventually(() => element.state === 'draft', 'draft');
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(rejected).to.deep.equal([]);
      });
    }
  });
});
