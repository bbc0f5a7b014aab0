import type { Client } from '@heed/sdk';
import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createBackend, cut, answers, signInPage, type ModelBackend } from '../testing/backend.js';
import { connect, eventually, once, words } from '../testing/page.js';
import { publishSamples, sample } from '../testing/policies.js';
import { sessionOf } from '../session.js';
import { AckButton } from './ack-button.js';

AckButton.define();

const primary = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLButtonElement>('[part=primary]');
const other = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLButtonElement>('[part=button]');
const status = (element: Element) =>
  element.shadowRoot!.querySelector('[role=status]')!.textContent!.trim();
const posts = (backend: ModelBackend) =>
  backend.received.filter((one) => one.method === 'POST' && one.path === '/v1/acknowledgements');
/** Fails only what is written. */
const onPost =
  (fault: NonNullable<ModelBackend['fault']>): ModelBackend['fault'] =>
  (request) =>
    request.method === 'POST' ? fault(request) : undefined;

describe('ack-button', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const show = async (policy = 'acceptable-use', until = 'draft'): Promise<AckButton> => {
    const element = await fixture<AckButton>(
      html`<ack-button policy=${policy} .client=${client}></ack-button>`,
    );
    await eventually(() => element.state === until, `${until}, but it is ${element.state}`);
    await element.updateComplete;
    return element;
  };
  const becomes = async (element: AckButton, state: string): Promise<void> => {
    await eventually(() => element.state === state, state);
    await element.updateComplete;
  };

  describe('while it asks', () => {
    it('shows the statement in the language of the page and an act', async () => {
      const element = await show();
      expect(words(element)).to.contain('I have received this policy and will keep to it');
      expect(primary(element)!.textContent!.trim()).to.equal('I acknowledge this');
      expect(status(element)).to.equal('');
      await expect(element).to.be.accessible();
    });

    it('speaks German when asked to', async () => {
      const element = await fixture<AckButton>(
        html`<ack-button lang="de" policy="acceptable-use" .client=${client}></ack-button>`,
      );
      await becomes(element, 'draft');
      const statement = element.shadowRoot!.querySelector('[part=statement]')!;
      expect(statement.getAttribute('lang')).to.equal('de');
      expect(statement.textContent).to.contain('halte mich bei meiner Arbeit daran');
      expect(primary(element)!.textContent!.trim()).to.equal('Zur Kenntnis genommen');
    });

    it('asks for agreement where the pack does', async () => {
      expect(primary(await show('clear-desk'))!.textContent!.trim()).to.equal('I agree');
    });

    it('says so quietly when nothing is asked', async () => {
      const element = await show('visitors', 'nothing');
      expect(status(element)).to.equal('Nothing is asked of you here.');
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
      await expect(element).to.be.accessible();
    });

    it('asks for nothing where a text is only to be displayed', async () => {
      expect(status(await show('travel', 'nothing'))).to.equal('Nothing is asked of you here.');
    });
  });

  describe('the act', () => {
    it('is recorded, verified and announced with its receipt', async () => {
      const element = await show();
      const announced = once(element, 'policy-acknowledged');
      primary(element)!.click();
      const { acknowledgement, policy } = await announced;
      expect(policy).to.equal('acceptable-use');
      expect(acknowledgement.receipt).to.contain('heed-receipt/1');
      await becomes(element, 'verified');
      expect(status(element)).to.match(/^Recorded on .*The receipt is verified\.$/);
      expect(element.matches(':state(verified)')).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('names the document, the statement and the moment', async () => {
      const element = await show();
      primary(element)!.click();
      await becomes(element, 'verified');
      const draft = posts(backend)[0]!.body as Record<string, unknown>;
      const document = backend.policies.get('acceptable-use')!.documents[0]!;
      expect(draft).to.include({
        policy: 'acceptable-use',
        version: 3,
        language: 'en',
        method: 'visual',
        contentHash: document.contentHash,
        statementHash: backend.assignments.find((a) => a.version === 3)!.statement!.hash,
      });
      expect(draft).not.to.have.property('reading');
      expect(Date.now() - Date.parse(draft['clientTime'] as string)).to.be.below(60_000);
    });

    it('tells what a reader of the same policy displayed, in its language', async () => {
      const element = await show();
      const german = backend.policies.get('acceptable-use')!.documents[1]!;
      sessionOf(client).display('acceptable-use', {
        policy: 'acceptable-use',
        version: 3,
        language: 'de',
        contentHash: german.contentHash,
        method: 'assistive',
        displayed: 2,
        sections: 3,
        remaining: 0,
        seconds: 41,
      });
      await element.updateComplete;
      expect(words(element)).to.contain('halte mich bei meiner Arbeit daran');
      primary(element)!.click();
      await becomes(element, 'verified');
      expect(posts(backend)[0]!.body).to.deep.include({
        language: 'de',
        contentHash: german.contentHash,
        method: 'assistive',
        reading: { displayed: 2, sections: 3, seconds: 41 },
      });
    });

    it('takes nothing from a reader that shows another version', async () => {
      const element = await show();
      sessionOf(client).display('acceptable-use', {
        policy: 'acceptable-use',
        version: 2,
        language: 'en',
        contentHash: 'sha256:' + '0'.repeat(64),
        method: 'visual',
        displayed: 1,
        sections: 1,
        remaining: 0,
        seconds: 1,
      });
      primary(element)!.click();
      await becomes(element, 'verified');
      expect(posts(backend)[0]!.body).not.to.have.property('reading');
    });

    it('is one act however often it is pressed', async () => {
      const element = await show();
      let recorded = 0;
      element.addEventListener('policy-acknowledged', () => recorded++);
      primary(element)!.click();
      primary(element)!.click();
      await element.updateComplete;
      primary(element)?.click();
      await becomes(element, 'verified');
      expect(posts(backend)).to.have.length(1);
      expect(recorded).to.equal(1);
    });

    it('can be done with the keyboard, and the focus stays where the news is', async () => {
      const element = await show();
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(primary(element));
      await sendKeys({ press: 'Enter' });
      await becomes(element, 'verified');
      expect(element.shadowRoot!.activeElement?.getAttribute('role')).to.equal('status');
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(other(element));
    });

    it('agrees between two buttons of one policy, with one event', async () => {
      const one = await show();
      const two = await show();
      let recorded = 0;
      const count = (): number => recorded++;
      document.addEventListener('policy-acknowledged', count);
      primary(one)!.click();
      await becomes(one, 'verified');
      await becomes(two, 'verified');
      document.removeEventListener('policy-acknowledged', count);
      expect(recorded).to.equal(1);
      expect(posts(backend)).to.have.length(1);
    });
  });

  describe('a receipt', () => {
    it('is there again on the next visit', async () => {
      const element = await show();
      primary(element)!.click();
      await becomes(element, 'verified');
      const again = await show('acceptable-use', 'verified');
      expect(status(again)).to.match(/^Recorded on/);
      expect(primary(again)).to.equal(null);
    });

    it('is saved as a file named after the policy', async () => {
      const element = await show();
      primary(element)!.click();
      await becomes(element, 'verified');
      const saved: { name: string; text: Promise<string> }[] = [];
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function (): void {
        saved.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
      };
      other(element)!.click();
      HTMLAnchorElement.prototype.click = click;
      expect(saved[0]!.name).to.equal('acceptable-use-v3-receipt.json');
      expect(await saved[0]!.text).to.equal(backend.acknowledgements[0]!.receipt);
    });

    it('that does not verify is shown as such', async () => {
      const element = await show();
      const { key, origin } = (await createBackend()).discovery.log!;
      backend.discovery.log = { key, origin };
      sessionOf(client).discovery = backend.discovery;
      primary(element)!.click();
      await becomes(element, 'unverified');
      expect(status(element)).to.contain('could not be verified');
      await expect(element).to.be.accessible();
    });

    it('stays recorded, not verified, without a key to hold it against', async () => {
      const element = await show();
      delete sessionOf(client).discovery!.log;
      primary(element)!.click();
      await becomes(element, 'recorded');
      expect(status(element)).not.to.contain('verified');
    });
  });

  describe('when something stands in the way', () => {
    it('says recorded only after the answer', async () => {
      const element = await show();
      let answer = (): void => {};
      const gate = new Promise<void>((resolve) => (answer = resolve));
      const seen = new Set<string>();
      backend.fault = onPost((): never | Promise<Response> => {
        return gate.then(() => {
          backend.fault = undefined;
          throw new TypeError('Failed to fetch');
        });
      });
      const watch = setInterval(() => seen.add(`${element.state}: ${status(element)}`), 5);
      primary(element)!.click();
      await becomes(element, 'sending');
      expect(primary(element)!.getAttribute('aria-disabled')).to.equal('true');
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer();
      await becomes(element, 'queued');
      clearInterval(watch);
      expect([...seen].join()).not.to.match(/recorded:|Recorded on/);
    });

    for (const [name, fault, said] of [
      ['a cut network', cut, 'as soon as the service can be reached'],
      ['a sign-in page with 200', signInPage, 'Sign in again to send it'],
      ['an expired sign-in', answers(401, 'not-signed-in'), 'Sign in again to send it'],
      ['a backend that does not know the person', answers(403, 'unknown-person'), 'IT support'],
      ['a backend that is not ready', answers(503, 'unavailable'), 'as soon as the service'],
    ] as const) {
      it(`keeps the act through ${name} and sends it when asked to`, async () => {
        const element = await show();
        backend.fault = onPost(fault);
        const queued = once(element, 'acknowledgement-queued');
        primary(element)!.click();
        expect((await queued).policy).to.equal('acceptable-use');
        await becomes(element, 'queued');
        expect(status(element)).to.contain('ot yet recorded').and.to.contain(said);
        await expect(element).to.be.accessible();
        backend.fault = undefined;
        other(element)!.click();
        await becomes(element, 'verified');
        expect(new Set(posts(backend).map((one) => one.key)).size).to.equal(1);
      });
    }

    it('asks to keep the page open when this browser stores nothing', async () => {
      const element = await show();
      const refuse = client.outbox.acknowledge.bind(client.outbox);
      client.outbox.acknowledge = async (draft) => ({ ...(await refuse(draft)), durable: false });
      backend.fault = onPost(cut);
      primary(element)!.click();
      await becomes(element, 'queued');
      expect(status(element)).to.contain('keep this page open');
    });

    it('gives the act back when nothing was taken', async () => {
      const element = await show();
      client.outbox.acknowledge = () => Promise.reject(new Error('refused'));
      primary(element)!.click();
      await eventually(() => status(element).startsWith('Nothing was recorded'));
      expect(element.state).to.equal('draft');
      expect(primary(element)!.getAttribute('aria-disabled')).to.equal('false');
    });

    it('says that a version was replaced, and goes on to the current one', async () => {
      const element = await show();
      await backend.publish({ ...sample, version: 4 });
      const refused = once(element, 'acknowledgement-rejected');
      primary(element)!.click();
      const event = await refused;
      expect(event.error).to.include({ kind: 'problem', code: 'version-not-current' });
      await becomes(element, 'rejected');
      expect(status(element)).to.equal('Nothing was recorded: what is asked has changed.');
      await expect(element).to.be.accessible();
      other(element)!.click();
      await becomes(element, 'draft');
      primary(element)!.click();
      await becomes(element, 'verified');
      expect(backend.acknowledgements.map((one) => one.version)).to.deep.equal([4]);
    });

    it('gives a reference for support when it was refused for another reason', async () => {
      const element = await show();
      backend.fault = onPost(answers(404, 'not-found'));
      primary(element)!.click();
      await becomes(element, 'rejected');
      expect(status(element)).to.contain('the service refused it').and.to.contain('req-1');
    });

    it('says why it could not be loaded, and the way out works', async () => {
      backend.fault = cut;
      const element = await show('acceptable-use', 'failed');
      await eventually(() => /cannot be reached/.test(status(element)));
      await expect(element).to.be.accessible();
      backend.fault = undefined;
      other(element)!.click();
      await becomes(element, 'draft');
    });

    it('says so quietly when the backend does not offer policies', async () => {
      backend.discovery.profiles = ['evidence'];
      backend.fault = ({ path }) =>
        path.startsWith('/v1/assignments') ? answers(404, 'not-found')({} as never) : undefined;
      const element = await show('acceptable-use', 'failed');
      await eventually(() => status(element) === 'This is not offered here.');
      expect(other(element)).to.equal(null);
    });
  });

  it('is accessible on a dark page in every state of the act', async function () {
    // Three checks of a whole page take their time on a busy machine.
    this.timeout(45_000);
    const page = fixtureSync<HTMLElement>(html`<div></div>`);
    page.style.cssText = 'color-scheme: dark; background: #16181c; color: #e6e6e6; padding: 1em';
    const element = await show();
    page.append(element);
    await becomes(element, 'draft');
    await expect(page).to.be.accessible();
    backend.fault = onPost(cut);
    primary(element)!.click();
    await becomes(element, 'queued');
    await expect(page).to.be.accessible();
    backend.fault = undefined;
    other(element)!.click();
    await becomes(element, 'verified');
    await expect(page).to.be.accessible();
  });

  it('goes on with another policy', async () => {
    const element = await show();
    element.policy = 'clear-desk';
    await eventually(() => primary(element)?.textContent?.trim() === 'I agree');
    expect(words(element)).to.contain('I will keep to this.');
  });

  it('can live under another name', async () => {
    AckButton.define('acme-acknowledge');
    const element = await fixture<AckButton>(
      html`<acme-acknowledge policy="acceptable-use" .client=${client}></acme-acknowledge>`,
    );
    expect(element).to.be.instanceOf(AckButton);
    await becomes(element, 'draft');
  });
});
