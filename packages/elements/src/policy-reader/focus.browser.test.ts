import type { Client } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { answers, type ModelBackend } from '../testing/backend.js';
import { connect, eventually, words } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import { longDraft, openReader, part, parts, remembered, settled } from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();

describe('policy-reader, where the focus is', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await publishSamples(backend);
    await backend.publish(longDraft('long', 12));
  });
  afterEach(() => client.close());

  /** Elements themselves take long to print. */
  const nameOf = (element: Element | null): string | undefined => element?.outerHTML.slice(0, 120);
  const focused = (reader: Element): Element | null => reader.shadowRoot!.activeElement;

  for (const close of ['Escape', 'the button'] as const) {
    it(`returns to the button that opened a panel when it is closed by ${close}`, async () => {
      const reader = await openReader(client);
      for (const id of ['search', 'contents', 'type', 'record']) {
        const opener = part(reader, `.bar [popovertarget=${id}]`);
        opener.focus();
        await sendKeys({ press: 'Enter' });
        await eventually(() => part(reader, `#${id}`).matches(':popover-open'), id);
        await eventually(() => parts(reader, `#${id} .top button`).length, 'its own button');
        if (close === 'Escape') await sendKeys({ press: 'Escape' });
        else part(reader, `#${id} .top button`).click();
        await eventually(() => !part(reader, `#${id}`).matches(':popover-open'), 'closed');
        await settled(60);
        expect(nameOf(focused(reader))).to.equal(nameOf(opener));
      }
    });
  }

  it('returns there also when a mouse opened it and something in it was used', async () => {
    const reader = await openReader(client);
    const opener = part(reader, '.bar [popovertarget=type]');
    // A click by script leaves the focus elsewhere, as a mouse does in some browsers.
    opener.click();
    await eventually(() => parts(reader, '#type input').length, 'open');
    part(reader, '#type input[name=theme][type=radio]:not(:checked)').focus();
    await sendKeys({ press: 'Space' });
    await reader.updateComplete;
    await sendKeys({ press: 'Escape' });
    await settled(60);
    expect(nameOf(focused(reader))).to.equal(nameOf(opener));
  });

  it('does not come back from elsewhere when a panel is left for something else', async () => {
    const reader = await openReader(client);
    const outside = fixtureSync<HTMLButtonElement>(html`<button>Elsewhere</button>`);
    part(reader, '.bar [popovertarget=type]').click();
    await eventually(() => part(reader, '#type').matches(':popover-open'), 'open');
    outside.focus();
    part(reader, '#type').hidePopover();
    await settled(60);
    expect(document.activeElement === outside).to.equal(true);
  });

  it('is at the text after “Start here”', async () => {
    backend.fault = ({ path }) =>
      path.endsWith('/reading')
        ? Response.json({
            policy: 'long',
            version: 1,
            sections: [],
            seconds: 0,
            methods: [],
            last: { section: 's9', offset: 0, quote: '', at: '2026-11-20T10:00:00.000Z' },
          })
        : undefined;
    const reader = await openReader(client, { policy: 'long' });
    const stay = parts(reader, '[part=resume] button')[1]!;
    stay.focus();
    stay.click();
    await reader.updateComplete;
    expect(nameOf(focused(reader))).to.equal(nameOf(part(reader, '.title')));
  });

  it('is at the text after “Try again”, and at what is said meanwhile', async () => {
    backend.fault = (request) =>
      request.path.startsWith('/v1/policies') ? answers(500, 'internal')(request) : undefined;
    const reader = fixtureSync<PolicyReader>(
      html`<policy-reader policy="acceptable-use" .client=${client}></policy-reader>`,
    );
    await eventually(() => reader.state === 'failed', 'failed');
    await reader.updateComplete;
    const again = part(reader, '[part=notice] button');
    again.focus();
    again.click();
    await reader.updateComplete;
    expect(focused(reader)?.getAttribute('role')).to.equal('status');
    await eventually(() => reader.state === 'failed', 'failed');
    await reader.updateComplete;
    backend.fault = undefined;
    part(reader, '[part=notice] button').focus();
    part(reader, '[part=notice] button').click();
    await eventually(() => words(reader).includes('Lock the screen'), 'the text');
    await reader.updateComplete;
    expect(nameOf(focused(reader))).to.equal(nameOf(part(reader, '.title')));
  });
});
