import type { Client } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { AckButton } from './ack-button/ack-button.js';
import { IsmsProvider } from './isms-provider/isms-provider.js';
import { PolicyList } from './policy-list/policy-list.js';
import { PolicyReader } from './policy-reader/policy-reader.js';
import { answers, type ModelBackend } from './testing/backend.js';
import { connect, eventually, words } from './testing/page.js';
import { publishSamples } from './testing/policies.js';
import { remembered, settled } from './testing/reader.js';
import { sessionOf } from './session.js';

IsmsProvider.define();
PolicyList.define();
PolicyReader.define();
AckButton.define();

describe('what the elements of one client share', () => {
  let backend: ModelBackend;
  let client: Client;
  let token = 'erika';

  beforeEach(async () => {
    remembered({});
    token = 'erika';
    ({ backend, client } = await connect(undefined, () => token));
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const page = (): HTMLElement =>
    fixtureSync(
      html`<isms-provider .client=${client}>
        <policy-list></policy-list>
        <policy-reader policy="acceptable-use"></policy-reader>
        <ack-button policy="acceptable-use"></ack-button>
      </isms-provider>`,
    );
  const parts = (provider: Element) => ({
    list: provider.querySelector('policy-list')!,
    reader: provider.querySelector('policy-reader')!,
    button: provider.querySelector('ack-button')!,
  });
  const primary = (button: Element): HTMLElement | null =>
    button.shadowRoot!.querySelector<HTMLElement>('.primary');

  describe('when somebody else signs in', () => {
    const signInAsBob = (): void => {
      token = 'bob';
      backend.me = { ...backend.me, id: 'p-2', userName: 'bob', displayName: 'Bob' };
      for (const one of backend.assignments) one.person = 'p-2';
    };
    const shown = async (): Promise<ReturnType<typeof parts>> => {
      const all = parts(page());
      await eventually(() => words(all.reader).includes('Lock the screen'), 'the text');
      await eventually(
        () => all.button.state === 'draft' && all.list.state === 'ready',
        'the rest',
      );
      return all;
    };

    it('takes away what the one before was shown, until it is known what the next may see', async () => {
      const { list, reader, button } = await shown();
      signInAsBob();
      let resolve!: () => void;
      const later = new Promise<void>((done) => (resolve = done));
      const asked: string[] = [];
      backend.fault = ({ path }) => {
        if (path === '/v1/me' || path.startsWith('/.well')) return undefined;
        asked.push(path);
        return later as Promise<never>;
      };
      void sessionOf(client).load();
      await eventually(() => sessionOf(client).me?.userName === 'bob' && asked.length > 2);
      await Promise.all([list, reader, button].map((one) => one.updateComplete));
      expect([list.state, reader.state, button.state]).to.deep.equal(Array(3).fill('loading'));
      expect(words(reader)).not.to.contain('Lock the screen');
      expect(words(button)).not.to.contain('I have received');
      backend.fault = undefined;
      resolve();
      await eventually(() => words(reader).includes('Lock the screen'), 'the text again');
      await eventually(() => button.state === 'draft' && list.state === 'ready');
    });

    it('reports no reading of the one before for the next', async () => {
      const { reader } = await shown();
      await settled(1200);
      signInAsBob();
      // The reader goes, and reports what was displayed, before anything else has noticed.
      reader.remove();
      await settled();
      expect(backend.readings.size).to.equal(0);
    });

    it('notices by itself, from a report', async () => {
      const { list } = await shown();
      signInAsBob();
      await settled(1200);
      document.dispatchEvent(new Event('visibilitychange'));
      await eventually(() => sessionOf(client).me?.userName === 'bob', 'the next person');
      await eventually(() => list.state === 'ready');
    });
  });

  it('the list follows an act whose button has gone', async () => {
    const { list, button, reader } = parts(page());
    await eventually(() => button.state === 'draft' && list.state === 'ready');
    reader.remove();
    const row = (): string =>
      [...list.shadowRoot!.querySelectorAll('.row:not(.done)')]
        .map((one) => one.textContent)
        .join();
    expect(row()).to.contain('Acceptable use');
    primary(button)!.click();
    button.policy = 'clear-desk';
    await eventually(() => backend.acknowledgements.length === 1, 'recorded');
    await eventually(() => !row().includes('Acceptable use'), 'the list without it');
  });

  it('a sign-in that has ended later is said, with the way back', async () => {
    const provider = page();
    const { list, reader } = parts(provider);
    await eventually(() => list.state === 'ready' && reader.state === 'ready');
    backend.fault = answers(401, 'not-signed-in');
    list.refresh();
    await eventually(() => words(provider).includes('You are signed out'), 'what to do');
    expect(words(list)).to.contain('Waiting for the connection');
    backend.fault = undefined;
    provider.shadowRoot!.querySelector('button')!.click();
    await eventually(() => words(provider) === '', 'signed in');
  });

  it('an act that is refused because nobody is signed in any more says so everywhere', async () => {
    const provider = page();
    const { button } = parts(provider);
    await eventually(() => button.state === 'draft');
    backend.fault = answers(401, 'not-signed-in');
    primary(button)!.click();
    await eventually(() => words(provider).includes('You are signed out'), 'what to do');
  });

  it('a reader that has left the page asks nothing and keeps nothing running', async () => {
    const { setInterval: start, clearInterval: stop } = globalThis;
    const running = new Set<unknown>();
    globalThis.setInterval = ((...given: Parameters<typeof start>) => {
      const timer = start(...given);
      running.add(timer);
      return timer;
    }) as typeof start;
    globalThis.clearInterval = (timer) => {
      running.delete(timer);
      stop(timer);
    };
    try {
      const reader = fixtureSync<PolicyReader>(
        html`<policy-reader policy="acceptable-use" .client=${client}></policy-reader>`,
      );
      await eventually(() => words(reader).includes('Lock the screen'), 'the text');
      expect(running.size).to.equal(1);
      reader.remove();
      const other = await connect();
      await publishSamples(other.backend);
      reader.client = other.client;
      await settled();
      expect(other.backend.received).to.deep.equal([]);
      expect(running.size).to.equal(0);
      document.body.append(reader);
      await eventually(() => words(reader).includes('Lock the screen'), 'the text of the other');
      expect(other.backend.received).not.to.deep.equal([]);
      reader.remove();
      other.client.close();
      expect(running.size).to.equal(0);
    } finally {
      globalThis.setInterval = start;
      globalThis.clearInterval = stop;
    }
  });

  it('without a provider, elements tell about the connection themselves', async () => {
    const provider = page();
    const { list } = parts(provider);
    await eventually(() => list.state === 'ready');
    backend.fault = answers(503, 'unavailable');
    document.body.append(list);
    list.client = client;
    provider.remove();
    await settled(50);
    void sessionOf(client).load();
    await eventually(() => words(list).includes('cannot be reached'), 'said by the list');
    list.remove();
  }).timeout(30_000);

  describe('a tag that misses something', () => {
    let warned: string[];
    const { warn } = console;
    beforeEach(() => {
      warned = [];
      console.warn = (said: string) => void warned.push(said);
    });
    afterEach(() => (console.warn = warn));

    it('tells the developer once, and shows nothing that never ends', async () => {
      const box = fixtureSync(
        html`<div>
          <policy-list></policy-list><policy-reader .client=${client}></policy-reader>
          <ack-button></ack-button><ack-button policy="travel" .client=${client}></ack-button>
        </div>`,
      );
      await settled(3300);
      expect(warned).to.have.length(3);
      expect(warned[0]).to.match(/^<policy-list>.*<isms-provider base-url="/);
      expect(warned[1]).to.match(/^<policy-reader>.*policy="/);
      expect(warned[2]).to.match(/^<ack-button>.*<isms-provider base-url="/);
      const [list, reader] = box.children;
      expect(words(list!)).to.equal('This is not offered here.');
      expect(list!.shadowRoot!.querySelector('.bar')).to.equal(null);
      expect(words(reader!)).not.to.contain('Loading');
      await expect(box).to.be.accessible();
    });

    it('goes on when it comes late', async () => {
      const reader = fixtureSync<PolicyReader>(
        html`<policy-reader .client=${client}></policy-reader>`,
      );
      await settled(3300);
      reader.policy = 'acceptable-use';
      await eventually(() => words(reader).includes('Lock the screen'), 'the text');
      expect(warned).to.have.length(1);
    });
  });
});
