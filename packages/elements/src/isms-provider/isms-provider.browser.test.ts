import { createClient, type Client } from '@heed/sdk';
import { aTimeout, expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { AckButton } from '../ack-button/ack-button.js';
import { answers, cut, signInPage, type ModelBackend } from '../testing/backend.js';
import { connect, eventually, once, words } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import { IsmsProvider } from './isms-provider.js';

AckButton.define();

const again = (provider: Element) =>
  provider.shadowRoot!.querySelector<HTMLButtonElement>('[part=button]')!;

describe('isms-provider', () => {
  let backend: ModelBackend;
  let client: Client;

  before(() => IsmsProvider.define());
  beforeEach(async () => {
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  it('connects what is below it and takes no room', async () => {
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}>
        <ack-button policy="acceptable-use"></ack-button>
      </isms-provider>`,
    );
    const button = provider.querySelector('ack-button')!;
    await eventually(() => provider.state === 'ready' && button.state === 'draft');
    expect(provider.matches(':state(ready)')).to.equal(true);
    expect(words(provider)).to.equal('');
    expect(getComputedStyle(provider).display).to.equal('contents');
    await expect(provider).to.be.accessible();
  });

  it('asks who we are once for all elements', async () => {
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}>
        <ack-button policy="acceptable-use"></ack-button>
        <ack-button policy="clear-desk"></ack-button>
      </isms-provider>`,
    );
    const buttons = [...provider.querySelectorAll('ack-button')];
    await eventually(() => buttons.every((one) => one.state === 'draft'));
    expect(backend.received.filter((one) => one.path === '/.well-known/isms')).to.have.length(1);
    expect(backend.received.filter((one) => one.path.startsWith('/v1/assignments'))).to.have.length(
      2,
    );
  });

  it('serves elements elsewhere on the page by `for`, whichever comes first', async () => {
    const page = fixtureSync(html`<div></div>`);
    const button = document.createElement('ack-button');
    button.for = 'elsewhere';
    button.policy = 'acceptable-use';
    page.append(button);
    await aTimeout(20);
    expect(button.state).to.equal('loading');
    const provider = document.createElement('isms-provider');
    provider.id = 'elsewhere';
    provider.client = client;
    page.append(provider);
    await eventually(() => button.state === 'draft');
  });

  it('serves elements that were there before it was defined', async () => {
    const page = fixtureSync(
      html`<acme-provider><ack-button policy="acceptable-use"></ack-button></acme-provider>`,
    );
    const button = page.querySelector('ack-button')!;
    await button.updateComplete;
    expect(button.state).to.equal('loading');
    Object.assign(page, { client });
    IsmsProvider.define('acme-provider');
    await eventually(() => button.state === 'draft');
  });

  it('stands back behind the client of an element', async () => {
    const own = await connect();
    await publishSamples(own.backend);
    own.backend.assignments.length = 0;
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}>
        <ack-button policy="acceptable-use" .client=${own.client}></ack-button>
      </isms-provider>`,
    );
    await eventually(() => provider.querySelector('ack-button')!.state === 'nothing');
    own.client.close();
  });

  it('goes on with another client and another base URL', async () => {
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}>
        <ack-button policy="acceptable-use"></ack-button>
      </isms-provider>`,
    );
    const button = provider.querySelector('ack-button')!;
    await eventually(() => button.state === 'draft');
    const other = await connect();
    provider.client = other.client;
    await eventually(() => button.state === 'nothing');
    other.client.close();
  });

  it('makes a client from base-url and getToken, and asks for tokens when it needs them', async () => {
    const real = globalThis.fetch;
    const tokens: (string | null)[] = [];
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      if (!request.url.startsWith(backend.baseUrl)) return real(input, init);
      tokens.push(request.headers.get('authorization'));
      return backend.fetch(request);
    };
    try {
      const provider = document.createElement('isms-provider');
      provider.setAttribute('base-url', backend.baseUrl);
      provider.getToken = () => 'secret';
      fixtureSync(html`<div></div>`).append(provider);
      await eventually(() => provider.state === 'ready');
      expect(tokens).to.include('Bearer secret');
    } finally {
      globalThis.fetch = real;
    }
  });

  it('keeps its client when it is moved on the page', async () => {
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}>
        <ack-button policy="acceptable-use"></ack-button>
      </isms-provider>`,
    );
    const button = provider.querySelector('ack-button')!;
    await eventually(() => button.state === 'draft');
    const page = fixtureSync(html`<div></div>`);
    page.append(provider);
    await eventually(() => button.state === 'draft');
    expect(provider.state).to.equal('ready');
  });

  for (const [state, fault, said] of [
    ['signed-out', answers(401, 'not-signed-in'), 'You are signed out'],
    ['unknown-person', answers(403, 'unknown-person'), 'does not know you'],
    ['unreachable', cut, 'cannot be reached'],
    ['not-isms', signInPage, 'Something else answered'],
  ] as const) {
    it(`says what the person can do when ${state}, and recovers`, async () => {
      backend.fault = fault;
      const changes: string[] = [];
      const page = fixtureSync<HTMLElement>(html`<div></div>`);
      page.addEventListener('connection-changed', (event) => {
        changes.push(event.state);
      });
      const provider = document.createElement('isms-provider');
      provider.client = client;
      const button = document.createElement('ack-button');
      button.policy = 'acceptable-use';
      provider.append(button);
      page.append(provider);
      await eventually(() => provider.state === state, state);
      await provider.updateComplete;
      expect(words(provider)).to.contain(said);
      expect(provider.matches(`:state(${state})`)).to.equal(true);
      await eventually(() => words(button) === 'Waiting for the connection.');
      await expect(page).to.be.accessible();
      backend.fault = undefined;
      again(provider).click();
      await eventually(() => provider.state === 'ready' && button.state === 'draft');
      expect(words(provider)).to.equal('');
      expect(changes).to.deep.equal(['connecting', state, 'ready']);
    });
  }

  it('tries again by itself when the network is back', async () => {
    backend.fault = cut;
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}></isms-provider>`,
    );
    await eventually(() => provider.state === 'unreachable');
    backend.fault = undefined;
    dispatchEvent(new Event('online'));
    await eventually(() => provider.state === 'ready');
  });

  it('lets the page put its own words in place of the notice', async () => {
    backend.fault = answers(401, 'not-signed-in');
    const provider = await fixture<IsmsProvider>(
      html`<isms-provider .client=${client}
        ><a slot="notice" href="/login">Sign in</a></isms-provider
      >`,
    );
    const link = provider.querySelector('a')!;
    expect(link.checkVisibility()).to.equal(false);
    await eventually(() => link.checkVisibility());
  });

  describe('its language', () => {
    const speaks = async (provider: IsmsProvider): Promise<string> => {
      await eventually(() => provider.querySelector('ack-button')!.state === 'draft');
      const button = provider.querySelector('ack-button')!;
      await button.updateComplete;
      return button.shadowRoot!.querySelector('[part=statement]')!.getAttribute('lang')!;
    };

    it('is its attribute before everything', async () => {
      const provider = await fixture<IsmsProvider>(
        html`<isms-provider language="de-AT" lang="en" .client=${client}>
          <ack-button policy="acceptable-use"></ack-button>
        </isms-provider>`,
      );
      expect(await speaks(provider)).to.equal('de');
    });

    it('is the nearest lang attribute before the preference of the person', async () => {
      backend.me.preferredLanguage = 'en';
      const provider = await fixture<IsmsProvider>(
        html`<isms-provider lang="de" .client=${client}>
          <ack-button policy="acceptable-use"></ack-button>
        </isms-provider>`,
      );
      expect(await speaks(provider)).to.equal('de');
    });

    it('is the preference of the person on a page without a language', async () => {
      const before = document.documentElement.lang;
      document.documentElement.removeAttribute('lang');
      backend.me.preferredLanguage = 'de-CH';
      const provider = await fixture<IsmsProvider>(
        html`<isms-provider .client=${client}>
          <ack-button policy="acceptable-use"></ack-button>
        </isms-provider>`,
      );
      await eventually(() => provider.state === 'ready');
      await provider.updateComplete;
      expect(await speaks(provider)).to.equal('de');
      if (before) document.documentElement.lang = before;
    });
  });

  it('works with a client anybody made', async () => {
    const made = createClient({
      baseUrl: backend.baseUrl,
      fetch: backend.fetch,
      getToken: () => 'token',
      storage: 'memory',
    });
    const provider = document.createElement('isms-provider');
    const changed = once(provider, 'connection-changed');
    provider.client = made;
    fixtureSync(html`<div></div>`).append(provider);
    await changed;
    await eventually(() => provider.state === 'ready');
    made.close();
  });
});
