import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../testing/channels.js';
import { eventually, once, words } from '../testing/page.js';
import { publishSamples } from '../testing/policies.js';
import { ModelTasks } from '../testing/tasks.js';
import { IsmsInbox } from './isms-inbox.js';

IsmsInbox.define();

const rows = (inbox: Element) => [...inbox.shadowRoot!.querySelectorAll<HTMLElement>('[part=row]')];
const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const titles = (inbox: Element) =>
  rows(inbox).map((row) => text(row.querySelector('[part=title]')!));
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('isms-inbox', () => {
  let model: ModelChannels;
  let tasks: ModelTasks;
  let client: Client;

  beforeEach(async () => {
    model = await createChannels();
    tasks = new ModelTasks(model);
    await publishSamples(model.backend);
    model.open('notices');
    client = model.client();
  });
  afterEach(() => client.close());

  const alert = (todo: string, dueAt?: string) =>
    model.say('notices', {
      ...{ kind: 'alert', title: 'False invoices', text: 'Careful.' },
      action: { text: todo, ...(dueAt && { dueAt }) },
    });

  const show = async (more: Partial<IsmsInbox> = {}, until = 'ready'): Promise<IsmsInbox> => {
    const inbox = await fixture<IsmsInbox>(html`<isms-inbox .client=${client}></isms-inbox>`);
    Object.assign(inbox, more);
    await eventually(() => inbox.state === until, until);
    await inbox.updateComplete;
    return inbox;
  };

  it('shows all that is asked in one list, what is due first on top, and leads to where it is done', async () => {
    alert('Delete mail from nordlicht', inHours(3));
    tasks.ask('Return the old laptop', { dueAt: inHours(24 * 3) });
    tasks.ask('Tell us your parking space');
    const inbox = await show({
      policyHref: '#/policies/{policy}',
      alertHref: '#/messages/{channel}?message={message}',
      taskHref: '#/tasks/{task}',
    });
    expect(titles(inbox)).to.deep.equal([
      'Clear desk and clear screen',
      'Delete mail from nordlicht',
      'Return the old laptop',
      'Acceptable use of information and devices',
      'Tell us your parking space',
      'Working while travelling',
    ]);
    const [first, second, third] = rows(inbox).map(text);
    expect(first).to.contain('To agree to').and.to.contain('was due 3 days ago');
    expect(second)
      .to.contain('Please act now · False invoices')
      .and.to.match(/due to\w+, \d/);
    expect(third).to.contain('Task, asked by Mara Okafor').and.to.contain('due in 3 days');
    expect(rows(inbox).map((row) => row.getAttribute('href'))).to.deep.equal([
      '#/policies/clear-desk',
      '#/messages/notices?message=m-1',
      '#/tasks/t-1',
      '#/policies/acceptable-use',
      '#/tasks/t-2',
      '#/policies/travel',
    ]);
    await expect(inbox).to.be.accessible();
  });

  it('tells the page how much there is, and which thing is opened', async () => {
    const told: [number, number][] = [];
    const inbox = await fixture<IsmsInbox>(html`
      <isms-inbox
        .client=${client}
        @inbox-changed=${({ count, overdue }: { count: number; overdue: number }) =>
          told.push([count, overdue])}
      ></isms-inbox>
    `);
    await eventually(() => inbox.state === 'ready');
    await inbox.updateComplete;
    expect(told).to.deep.equal([[3, 1]]);
    const opened = once(inbox, 'item-opened');
    rows(inbox)[1]!.click();
    const { item } = await opened;
    expect(item.kind === 'policy' && item.assignment.policy.id).to.equal('acceptable-use');
    inbox.policyHref = '#/policies/{policy}';
    await inbox.updateComplete;
    inbox.addEventListener('item-opened', (event) => event.preventDefault(), { once: true });
    rows(inbox)[0]!.click();
    expect(location.hash).not.to.contain('clear-desk');
  });

  it('can be walked through with the keyboard', async () => {
    const inbox = await show();
    for (const row of rows(inbox)) {
      await sendKeys({ press: 'Tab' });
      expect(inbox.shadowRoot!.activeElement).to.equal(row);
    }
    const opened = once(inbox, 'item-opened');
    await sendKeys({ press: 'Enter' });
    expect((await opened).item.id).to.equal('policy travel');
  });

  it('shows what comes as it comes, says so, and keeps the focus where it was', async () => {
    const inbox = await show();
    const said = () => text(inbox.shadowRoot!.querySelector('.unseen[role=status]')!);
    await eventually(() => model.asked.includes('GET /v1/events'));
    rows(inbox)[1]!.focus();
    const { id } = alert('Delete mail from nordlicht', inHours(2));
    await eventually(() => rows(inbox).length === 4);
    expect(text(inbox.shadowRoot!.activeElement!)).to.contain('Acceptable use');
    expect(said()).to.equal('4 things to do, the first was due 3 days ago');
    model.change(id, () => ({ doneAt: new Date().toISOString() }));
    await eventually(() => rows(inbox).length === 3);
    tasks.ask('Return the old laptop');
    await eventually(() => titles(inbox).includes('Return the old laptop'));
  });

  it('asks nothing again when people only talk', async () => {
    const inbox = await show();
    await eventually(() => model.asked.includes('GET /v1/events'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = model.asked.filter((one) => one === 'GET /v1/alerts').length;
    model.say('notices', { text: 'Good morning' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(model.asked.filter((one) => one === 'GET /v1/alerts').length).to.equal(before);
    expect(inbox.count).to.equal(3);
  });

  it('says what waits on this device, and takes it away when it is recorded', async () => {
    const asked = alert('Delete mail from nordlicht');
    const inbox = await show();
    await client.me.read();
    model.isCut = true;
    await client.outbox.complete(asked);
    await eventually(() => words(inbox).includes('kept on this device, not yet sent'));
    expect(inbox.count).to.equal(4);
    model.isCut = false;
    await client.outbox.flush();
    await eventually(() => inbox.count === 3);
  });

  it('folds away what is too much for a start page', async () => {
    for (let n = 1; n <= 6; n++) tasks.ask(`Task number ${n}`);
    const inbox = await show({ max: 4 });
    const more = inbox.shadowRoot!.querySelector('details')!;
    expect(text(more.querySelector('summary')!)).to.equal('5 more');
    expect(rows(inbox).filter((row) => !row.closest('details'))).to.have.length(4);
    more.open = true;
    await expect(inbox).to.be.accessible();
  });

  it('says it in one line, which leads to the list', async () => {
    const inbox = await show({ variant: 'line', href: '/home' });
    const line = inbox.shadowRoot!.querySelector<HTMLAnchorElement>('a[part=line]')!;
    expect(text(line)).to.equal('3 things to do, the first was due 3 days ago');
    expect(line.getAttribute('href')).to.equal('/home');
    await expect(inbox).to.be.accessible();
    inbox.lang = 'de';
    inbox.requestUpdate();
    await eventually(
      () => words(inbox) === '3 Dinge zu erledigen, das Erste war vor 3 Tagen fällig',
    );
    model.backend.assignments.length = 0;
    alert('Delete mail from nordlicht', inHours(30));
    inbox.lang = 'en';
    inbox.refresh();
    await eventually(() => /^1 thing to do, due \w+/.test(words(inbox)));
  });

  it('is only a count within a menu, in words for who cannot see it, and says when that changes', async () => {
    const nav = await fixture(html`
      <nav>
        <a href="#home">Home <isms-inbox variant="badge" .client=${client}></isms-inbox></a>
      </nav>
    `);
    const inbox = nav.querySelector('isms-inbox')!;
    await eventually(() => inbox.state === 'ready');
    await inbox.updateComplete;
    const badge = () => inbox.shadowRoot!.querySelector('[part=badge]');
    expect(text(badge()!)).to.equal('3');
    expect(badge()!.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(inbox).display).to.equal('inline');
    const said = inbox.shadowRoot!.querySelector('.unseen')!;
    expect(text(said)).to.equal('3 things to do');
    alert('Delete mail from nordlicht');
    await eventually(() => text(badge()!) === '4');
    expect(said.getAttribute('role')).to.equal('status');
    expect(text(said)).to.equal('4 things to do');
    await expect(nav).to.be.accessible();
    model.backend.assignments.length = 0;
    model.messages.length = 0;
    inbox.refresh();
    await eventually(() => !badge());
    expect(text(said)).to.equal('');
  });

  it('is calm when nothing is asked, and says what was done last', async () => {
    const { assignments } = model.backend;
    assignments.splice(1);
    Object.assign(assignments[0]!, { state: 'acknowledged', since: '2026-11-03T09:00:00.000Z' });
    const inbox = await show({}, 'empty');
    expect(words(inbox)).to.equal(
      'Nothing is asked of you. Last done: Clear desk and clear screen, on November 3, 2026.',
    );
    await expect(inbox).to.be.accessible();
  });

  it('leaves out what the backend does not have, without a word', async () => {
    model.backend.discovery.profiles = ['core', 'evidence'];
    const inbox = await show();
    expect(inbox.count).to.equal(3);
    expect(model.asked.filter((one) => /alerts|tasks|events/.test(one))).to.deep.equal([]);
    expect(inbox.shadowRoot!.querySelector('[part=notice]')).to.equal(null);
  });

  it('keeps what it has when a part of it cannot be asked for, with a way out that works', async () => {
    alert('Delete mail from nordlicht');
    const inbox = await show();
    expect(inbox.count).to.equal(4);
    model.isCut = true;
    inbox.refresh();
    await eventually(() => words(inbox).includes('There is no connection right now.'));
    expect(inbox.count).to.equal(4);
    await expect(inbox).to.be.accessible();
    model.isCut = false;
    inbox.shadowRoot!.querySelector<HTMLButtonElement>('[part=button]')!.click();
    await eventually(() => !inbox.shadowRoot!.querySelector('[part=notice]'));
  });

  it('says that nothing could be loaded, with a way out that works', async () => {
    await client.discovery.read();
    model.isCut = true;
    const inbox = await show({}, 'failed');
    await eventually(() => inbox.shadowRoot!.querySelector('[part=button]'));
    await expect(inbox).to.be.accessible();
    model.isCut = false;
    inbox.shadowRoot!.querySelector<HTMLButtonElement>('[part=button]')!.click();
    await eventually(() => inbox.state === 'ready');
  });

  it('fits into 320 pixels, from right to left, in forced colours and in a dark scheme', async () => {
    tasks.ask('Sicherheitsüberprüfungsbescheinigungsverlängerungsantrag ausfüllen');
    alert('Delete mail from nordlicht', inHours(2));
    const inbox = await show();
    inbox.dir = 'rtl';
    inbox.style.setProperty('inline-size', '320px');
    expect(inbox.scrollWidth).to.be.at.most(320);
    const row = rows(inbox)[0]!;
    const [title, when] = ['title', 'when'].map((part) =>
      row.querySelector(`[part=${part}]`)!.getBoundingClientRect(),
    );
    expect(when!.right).to.be.at.most(title!.right + 1);
    for (const features of [
      [{ name: 'forced-colors', value: 'active' }],
      [
        { name: 'forced-colors', value: 'none' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    ]) {
      if (!(await executeServerCommand('host-media', { features }))) return;
      await expect(inbox).to.be.accessible();
    }
    await executeServerCommand('host-media', {
      features: [{ name: 'prefers-color-scheme', value: '' }],
    });
  });

  it('forgets whose it was when somebody else signs in', async () => {
    alert('Delete mail from nordlicht');
    const inbox = await show();
    model.backend.me = { ...model.backend.me, id: 'p-2' };
    inbox.forget();
    expect(inbox.count).to.equal(0);
  });
});
