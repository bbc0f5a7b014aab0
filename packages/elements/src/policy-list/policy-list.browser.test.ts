import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { AckButton } from '../ack-button/ack-button.js';
import { answers, cut, type ModelBackend } from '../testing/backend.js';
import { connect, eventually, once, words } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import { fullDay, relativeDay } from '../asked/due.js';
import { PolicyList } from './policy-list.js';

PolicyList.define();
AckButton.define();

const rows = (list: Element) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('[part=row]')];
const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();

describe('policy-list', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const show = async (until = 'ready', href?: string): Promise<PolicyList> => {
    const list = await fixture<PolicyList>(
      html`<policy-list .client=${client} .hrefTemplate=${href}></policy-list>`,
    );
    await eventually(() => list.state === until, until);
    await list.updateComplete;
    return list;
  };

  it('shows what is asked in the order of the backend, in calm words', async () => {
    const list = await show();
    expect(rows(list).map((row) => text(row.querySelector('[part=title]')!))).to.deep.equal([
      'Clear desk and clear screen',
      'Acceptable use of information and devices',
      'Working while travelling',
    ]);
    expect(text(rows(list)[0]!))
      .to.contain('To agree to')
      .and.to.contain('was due 3 days ago');
    expect(text(rows(list)[1]!)).to.contain('Private devices may be used for e-mail.');
    expect(text(rows(list)[1]!))
      .to.contain('due in 5 days')
      .and.to.contain('about 1 min');
    expect(text(rows(list)[2]!))
      .to.contain('To read')
      .and.not.to.contain('due');
    await expect(list).to.be.accessible();
  });

  it('says it in German', async () => {
    const list = await show();
    list.lang = 'de';
    list.refresh();
    await eventually(() => words(list).includes('fällig in 5 Tagen'));
    expect(words(list)).to.contain('war vor 3 Tagen fällig');
    expect(text(rows(list)[1]!)).to.contain('Zulässiger Gebrauch');
  });

  it('opens a policy by button, and tells the page which', async () => {
    const list = await show();
    const opened = once(list, 'policy-opened');
    rows(list)[1]!.click();
    const { policy, assignment } = await opened;
    expect(policy).to.equal('acceptable-use');
    expect(assignment.version).to.equal(3);
  });

  it('opens a policy by link where the page has an address for it', async () => {
    const list = await show('ready', '#/policies/{policy}');
    expect(rows(list)[1]!.getAttribute('href')).to.equal('#/policies/acceptable-use');
    list.addEventListener('policy-opened', (event) => event.preventDefault(), { once: true });
    rows(list)[1]!.click();
    expect(location.hash).not.to.contain('acceptable-use');
    await expect(list).to.be.accessible();
  });

  it('can be walked through with the keyboard', async () => {
    const list = await show();
    for (const row of rows(list)) {
      await sendKeys({ press: 'Tab' });
      expect(list.shadowRoot!.activeElement).to.equal(row);
    }
    const opened = once(list, 'policy-opened');
    await sendKeys({ press: 'Enter' });
    expect((await opened).policy).to.equal('travel');
  });

  it('keeps the focus with its policy when the list is another one', async () => {
    const list = await show();
    const focused = (): string => text(list.shadowRoot!.activeElement!);
    rows(list)[1]!.focus();
    backend.assignments.shift();
    list.refresh();
    await eventually(() => rows(list).length === 2);
    expect(focused()).to.contain('Acceptable use');
    await backend.acknowledge({
      policy: 'acceptable-use',
      version: 3,
      contentHash: backend.policies.get('acceptable-use')!.documents[0]!.contentHash,
      language: 'en',
      statementHash: backend.assignments[0]!.statement!.hash,
      clientTime: new Date().toISOString(),
      method: 'visual',
    });
    list.refresh();
    await eventually(() => list.shadowRoot!.querySelector('details'));
    expect(list.shadowRoot!.activeElement!.matches('ul[aria-label="To do"]')).to.equal(true);
  });

  it('counts as done what was only to be displayed and was', async () => {
    const travel = backend.assignments.find(({ policy }) => policy.id === 'travel')!;
    Object.assign(travel, { state: 'displayed', since: '2026-11-20T09:00:00.000Z' });
    const list = await show();
    expect(rows(list).filter((row) => !row.closest('details'))).to.have.length(2);
    const done = list.shadowRoot!.querySelector('details')!;
    expect(text(done)).to.contain('Working while travelling').and.to.contain('Displayed on');
  });

  it('moves a policy to what is done as soon as it is acknowledged', async () => {
    const list = await show();
    const button = await fixture<AckButton>(
      html`<ack-button policy="acceptable-use" .client=${client}></ack-button>`,
    );
    await eventually(() => button.state === 'draft');
    await button.updateComplete;
    button.shadowRoot!.querySelector<HTMLButtonElement>('[part=primary]')!.click();
    await eventually(() => list.shadowRoot!.querySelector('details'));
    const done = list.shadowRoot!.querySelector('details')!;
    expect(done.open).to.equal(false);
    expect(text(done)).to.contain('Done (1)').and.to.contain('Acknowledged on');
    expect(list.shadowRoot!.querySelectorAll('ul')[0]!.children).to.have.length(2);
    done.open = true;
    await expect(list).to.be.accessible();
  });

  it('is calm when nothing is asked', async () => {
    backend.assignments.length = 0;
    const list = await show('empty');
    expect(words(list)).to.equal('Nothing is asked of you right now.');
    await expect(list).to.be.accessible();
  });

  it('shows that it is loading, without motion for those who want none', async () => {
    backend.fault = ({ path }) => (path.includes('assign') ? new Promise(() => {}) : undefined);
    const list = await fixture<PolicyList>(html`<policy-list .client=${client}></policy-list>`);
    await list.updateComplete;
    const bar = list.shadowRoot!.querySelector('.bar')!;
    expect(getComputedStyle(bar).animationName).to.equal('breathe');
    expect(words(list)).to.contain('Loading');
    await expect(list).to.be.accessible();
    const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
    if (!(await executeServerCommand('host-media', { features }))) return;
    expect(getComputedStyle(bar).animationName).to.equal('none');
    await executeServerCommand('host-media', { features: [] });
  });

  it('says what failed, with a way out that works', async () => {
    backend.fault = ({ path }) =>
      path.includes('assign') ? answers(500, 'internal')({} as never) : undefined;
    const list = await show('failed');
    await eventually(() => words(list).includes('could not be loaded'));
    await expect(list).to.be.accessible();
    backend.fault = undefined;
    list.shadowRoot!.querySelector<HTMLButtonElement>('[part=button]')!.click();
    await eventually(() => list.state === 'ready');
  });

  it('keeps what it has when the connection goes', async () => {
    const list = await show();
    backend.fault = cut;
    list.refresh();
    await eventually(() => words(list).includes('There is no connection right now.'));
    expect(rows(list)).to.have.length(3);
    await expect(list).to.be.accessible();
  });

  it('says that the person is signed out, where no provider does', async () => {
    backend.fault = answers(401, 'not-signed-in');
    const list = await show('failed');
    await eventually(() => words(list).includes('You are signed out.'));
    await expect(list).to.be.accessible();
  });

  it('stays readable in forced colours and in a dark scheme', async () => {
    const list = await show();
    for (const features of [
      [{ name: 'forced-colors', value: 'active' }],
      [
        // An override stays until there is another one, and the page serves the next file as well.
        { name: 'forced-colors', value: 'none' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    ]) {
      if (!(await executeServerCommand('host-media', { features }))) return;
      await expect(list).to.be.accessible();
    }
    await executeServerCommand('host-media', {
      features: [{ name: 'prefers-color-scheme', value: '' }],
    });
    expect(matchMedia('(forced-colors: none) and (prefers-color-scheme: light)').matches).to.equal(
      true,
    );
  });

  it('reads from right to left where the page does', async () => {
    const list = await show();
    list.dir = 'rtl';
    const row = rows(list)[0]!;
    const title = row.querySelector('[part=title]')!.getBoundingClientRect();
    const when = row.querySelector('[part=when]')!.getBoundingClientRect();
    expect(when.left).to.be.below(title.left);
  });
});

describe('due dates in words', () => {
  const now = new Date(2026, 10, 24, 23, 30);
  const at = (day: number, hour = 9): string => new Date(2026, 10, day, hour).toISOString();

  it('count calendar days', () => {
    expect(relativeDay(at(24), 'en', now)).to.equal('today');
    expect(relativeDay(at(25, 0), 'en', now)).to.equal('tomorrow');
    expect(relativeDay(at(23), 'en', now)).to.equal('yesterday');
    expect(relativeDay(at(29), 'en', now)).to.equal('in 5 days');
  });

  it('grow coarser with distance', () => {
    expect(relativeDay(at(24 + 21), 'en', now)).to.equal('in 3 weeks');
    expect(relativeDay(at(24 + 91), 'en', now)).to.equal('in 3 months');
  });

  it('speak the language of the person', () => {
    expect(relativeDay(at(26), 'de', now)).to.equal('übermorgen');
    expect(fullDay(at(2), 'de')).to.equal('2. November 2026');
  });
});
