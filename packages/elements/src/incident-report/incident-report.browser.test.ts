import { createClient, type Client, type Incident } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { eventually, once, words } from '../testing/page.js';
import { IncidentReport } from './incident-report.js';

IncidentReport.define();

const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
let next = 40;

describe('incident-report, with the real backend', () => {
  const clients: Client[] = [];
  let report: IncidentReport;
  let isCut = false;
  let who = '';

  before(async function () {
    this.timeout(120_000);
    // The first request opens the backend, which takes a while.
    for (let time = 0; time < 5; time++) {
      const asked = executeServerCommand('backend', { userName: 'mia' });
      if (
        await asked.then(
          () => true,
          () => false,
        )
      )
        break;
    }
    await setViewport({ width: 390, height: 844 });
  });
  beforeEach(() => {
    isCut = false;
    who = `person-${next++}`;
  });
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const clientOf = async (
    userName: string,
    storage: 'memory' | 'device' = 'memory',
  ): Promise<Client> => {
    const { folder, token } = (await executeServerCommand('backend', { userName })) as {
      folder: string;
      token: string;
    };
    const client = createClient({
      ...{ baseUrl: `${folder}/${userName}`, getToken: () => token, storage },
      fetch: (...given) =>
        isCut && userName !== 'mia'
          ? Promise.reject(new TypeError('Failed to fetch'))
          : fetch(...given),
    });
    clients.push(client);
    return client;
  };
  const show = async (
    more: Partial<IncidentReport> = {},
    client?: Client,
  ): Promise<IncidentReport> => {
    const used = client ?? (await clientOf(who));
    report = await fixture<IncidentReport>(
      html`<incident-report lang="en" .client=${used}></incident-report>`,
    );
    Object.assign(report, more);
    await used.me.read();
    await report.updateComplete;
    return report;
  };

  const all = <T extends HTMLElement>(what: string): T[] => [
    ...report.shadowRoot!.querySelectorAll<T>(what),
  ];
  const one = <T extends HTMLElement = HTMLElement>(what: string): T => all<T>(what)[0]!;
  const button = (label: string): HTMLElement =>
    all('button').find((at) => text(at) === label && at.checkVisibility())!;
  const choose = (value: string): void => one(`input[value=${value}]`).click();
  const write = (id: string, value: string): void => {
    const field = one<HTMLTextAreaElement>(`[id^='${id}']`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const says = (): string => text(one('.says'));
  const handled = async (noticed: string): Promise<Incident | undefined> => {
    const { items } = await (await clientOf('mia')).incidents.list.page({ of: 'all', limit: 200 });
    return items.find((one) => one.noticed === noticed);
  };

  it('records what somebody noticed with few presses, and says so with the receipt in hand', async () => {
    await show();
    await expect(report).to.be.accessible();
    const reported = once(report, 'incident-reported');
    one('#noticed').focus();
    await sendKeys({ type: 'A mail that asks for my password' });
    choose('phishing');
    choose('yes');
    button('Send the report').click();
    const { incident, receipt } = await reported;
    expect(incident.noticed).to.equal('A mail that asks for my password');
    expect([incident.seems, incident.safe, incident.privacy]).to.deep.equal([
      ...['phishing', 'yes', 'named'],
    ]);
    expect(Date.now() - Date.parse(incident.noticedAt!)).to.be.within(0, 60_000);
    expect(receipt).to.contain(incident.id);
    await eventually(() => report.state === 'recorded');
    await eventually(() => says().startsWith('Recorded on'));
    expect(button('Save the receipt')).to.not.equal(undefined);
    await expect(report).to.be.accessible();
    expect((await handled(incident.noticed))?.reporter?.displayName).to.equal(who);
    button('Report something else').click();
    await eventually(() => report.shadowRoot!.activeElement?.id === 'noticed');
    expect(one<HTMLTextAreaElement>('#noticed').value).to.equal('');
  });

  it('asks for words before it sends anything, in the place where they lack', async () => {
    await show();
    choose('malware');
    button('Send the report').click();
    await eventually(() => report.shadowRoot!.activeElement?.id === 'noticed');
    expect(one('#noticed').getAttribute('aria-invalid')).to.equal('true');
    expect(text(one('#noticed-note'))).to.equal('Say in a few words what you noticed.');
    await expect(report).to.be.accessible();
    expect(report.state).to.equal('draft');
  });

  it('reports in confidence, says what that means, and tells both sides of the conversation', async () => {
    await show();
    write('noticed', 'The key is under the mat');
    choose('confidential');
    await eventually(() => button('Send in confidence'));
    const seen = text(one('dl'));
    expect(seen).to.contain('but not your name unless they unlock it');
    const reported = once(report, 'incident-reported');
    button('Send in confidence').click();
    const { incident } = await reported;
    const handler = await clientOf('mia');
    const told = await handler.incidents.read({ incident: incident.id });
    expect([told.privacy, told.reporter]).to.deep.equal(['confidential', undefined]);
    await handler.answers.record({
      ...{ answer: crypto.randomUUID(), incident: incident.id, text: 'Which door?' },
    });
    report.report = incident.id;
    await eventually(() => one('[part=answers]') && text(one('[part=answers]')).includes('Which'));
    expect(text(one('[part=answers]'))).to.contain('Mia Lindqvist');
    expect(text(one('[part=about]')))
      .to.contain('Received')
      .and.to.contain('1 answer');
    await expect(report).to.be.accessible();
    const answered = once(report, 'incident-answered');
    write('answer-', 'The one at the back.');
    button('Send the answer').click();
    expect((await answered).answer.text).to.equal('The one at the back.');
    await eventually(() => all('[part=answer]').length === 2);
    const { items } = await handler.answers.list.page({ incident: incident.id });
    expect(items.map(({ by, text }) => [by, text])).to.deep.equal([
      ['handler', 'Which door?'],
      ['reporter', 'The one at the back.'],
    ]);
    expect(items[1]!.author).to.equal(undefined);
  });

  it('keeps what is told without a connection, says so honestly, and records it later', async () => {
    await show();
    write('noticed', 'The lift door stays open');
    isCut = true;
    button('Send the report').click();
    await eventually(() => report.state === 'queued' && says().includes('Not yet sent'));
    expect(says()).to.contain('keep this page open');
    await expect(report).to.be.accessible();
    isCut = false;
    button('Send now').click();
    await eventually(() => report.state === 'recorded');
    expect(await handled('The lift door stays open')).to.not.equal(undefined);
  });

  it('keeps a draft on the device, sealed, until it is sent', async () => {
    const client = await clientOf(who, 'device');
    await show({}, client);
    await eventually(() => text(one('[part=keeping]')).includes('encrypted, until it is sent'));
    write('noticed', 'A badge that opens everything');
    choose('access');
    const name = `heed-report:${client.baseUrl}`;
    await until(async () => (await kept(name))?.key instanceof CryptoKey);
    const sealed = (await kept(name))!;
    expect(sealed.key.extractable).to.equal(false);
    expect(new TextDecoder().decode(sealed.bytes)).to.not.contain('badge');
    report.remove();
    await show({}, client);
    await eventually(
      () => one<HTMLTextAreaElement>('#noticed').value === 'A badge that opens everything',
    );
    expect(one<HTMLInputElement>('[value=access]').checked).to.equal(true);
    button('Send the report').click();
    await eventually(() => report.state === 'recorded');
    await until(async () => (await kept(name)) === undefined);
    await until(async () => !(await client.outbox.entries()).some(({ kind }) => kind === 'report'));
  });

  it('keeps nothing on a shared computer, wipes what was kept, and sends from the page alone', async () => {
    const client = await clientOf(who, 'device');
    await show({}, client);
    const name = `heed-report:${client.baseUrl}`;
    await eventually(() => text(one('[part=keeping]')).includes('encrypted'));
    write('noticed', 'Passwords on the wall');
    await until(async () => (await kept(name)) !== undefined);
    one('.check input').click();
    await eventually(() => text(one('[part=keeping]')).includes('not kept on this device'));
    await until(async () => (await kept(name)) === undefined);
    write('noticed', 'Passwords on the wall, in red');
    isCut = true;
    button('Send the report').click();
    await eventually(() => report.state === 'queued');
    expect(says()).to.contain('not stored on this device: keep this page open');
    isCut = false;
    expect(await client.outbox.entries()).to.deep.equal([]);
    expect(await kept(name)).to.equal(undefined);
    button('Send now').click();
    await eventually(() => report.state === 'recorded');
    expect(await handled('Passwords on the wall, in red')).to.not.equal(undefined);
  });

  it('reports without a name: shows the code once, keeps nothing, tells the page nothing', async () => {
    const client = await clientOf(who, 'device');
    await show({}, client);
    let told = 0;
    report.addEventListener('incident-reported', () => (told += 1));
    write('noticed', 'The books do not add up');
    choose('anonymous');
    await eventually(() => button('Send without my name'));
    expect(text(one('dl'))).to.contain('This page knows who is signed in');
    expect(text(one('[part=keeping]'))).to.contain('not kept on this device');
    expect(all('input[type=file]')).to.deep.equal([]);
    isCut = true;
    button('Send without my name').click();
    await eventually(() => says().includes('Not yet sent, and not stored on this device'));
    expect(one('[part=code]')).to.equal(undefined);
    expect(await client.outbox.entries()).to.deep.equal([]);
    isCut = false;
    button('Send now').click();
    await eventually(() => one('[part=code]'));
    const code = text(one('[part=code]'));
    expect(code).to.match(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(says()).to.contain('It is shown only now');
    expect(button('Save the receipt')).to.equal(undefined);
    await expect(report).to.be.accessible();
    expect(told).to.equal(0);
    expect(await kept(`heed-report:${client.baseUrl}`)).to.equal(undefined);
    const incident = (await handled('The books do not add up'))!;
    expect([incident.privacy, incident.reporter]).to.deep.equal(['anonymous', undefined]);
    const handler = await clientOf('mia');
    await handler.answers.record({
      ...{ answer: crypto.randomUUID(), incident: incident.id, text: 'Which ones?' },
    });

    // Somebody else's device.
    who = `person-${next++}`;
    await show();
    one('[part=claim] summary').click();
    await eventually(() => one('#code'));
    const type = (typed: string): void => {
      const field = one<HTMLInputElement>('#code');
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      button('Open').click();
    };
    type('1234');
    await eventually(() => text(one('#code-note')) === 'A code has 16 digits.');
    await expect(report).to.be.accessible();
    type('0000 0000 0000 0000');
    await eventually(() =>
      text(one('#code-note')).startsWith('There is no report with this code.'),
    );
    type(code);
    await eventually(() => one('[part=answer]') && text(one('[part=answer]')).includes('Which'));
    expect(text(one('[part=answer]'))).to.contain('Those who handle it');
    expect(text(one('[part=answer]'))).to.not.contain('Mia');
    await expect(report).to.be.accessible();
    write('answer-', 'Those of March.');
    button('Send the answer').click();
    await eventually(() => all('[part=answer]').length === 2);
    const { items } = await handler.answers.list.page({ incident: incident.id });
    expect(items.map(({ by, text }) => [by, text])).to.deep.equal([
      ['handler', 'Which ones?'],
      ['reporter', 'Those of March.'],
    ]);
    button('Close this report').click();
    await eventually(() => one<HTMLInputElement>('#code')?.value === '');
  });

  it('sends files with it', async () => {
    await show();
    write('noticed', 'See the picture');
    const input = one<HTMLInputElement>('input[type=file]');
    const given = new DataTransfer();
    given.items.add(
      new File(['It says: pay now.\n'], '../what it says.txt', { type: 'text/plain' }),
    );
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await eventually(() => one('.sending') && text(one('.sending')).includes('Is there'));
    const reported = once(report, 'incident-reported');
    button('Send the report').click();
    const { incident } = await reported;
    expect(incident.attachments?.map(({ name }) => name)).to.have.length(1);
    expect((await handled('See the picture'))?.attachments).to.have.length(1);
  });

  it('gives a form of the page the id of what was recorded', async () => {
    await show();
    const form = document.createElement('form');
    report.setAttribute('name', 'incident');
    report.replaceWith(form);
    form.append(report);
    expect([...new FormData(form)]).to.deep.equal([]);
    await eventually(() => one('#noticed'));
    write('noticed', 'Smoke in the server room');
    button('Send the report').click();
    await eventually(() => report.state === 'recorded');
    const [[name, value]] = [...new FormData(form)] as [[string, string]];
    expect(name).to.equal('incident');
    expect(value).to.equal((await handled('Smoke in the server room'))!.id);
  });

  it('shows the advice of the page for what it seems to be, and nothing where there is none', async () => {
    await show();
    expect(one('[part=advice]').checkVisibility()).to.equal(false);
    report.innerHTML = '<p slot="advice-phishing">Do not click.</p>';
    choose('phishing');
    await eventually(() => one('[part=advice]').checkVisibility());
    expect(report.querySelector('p')!.checkVisibility()).to.equal(true);
    choose('malware');
    await eventually(() => !one('[part=advice]').checkVisibility());
  });

  it('is a button at the edge of the page that opens it in a dialog', async () => {
    await show({ floating: true });
    await eventually(() => button('Report something'));
    expect(getComputedStyle(one('.opener')).position).to.equal('fixed');
    await expect(report).to.be.accessible();
    one('.opener').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => one('#noticed').checkVisibility());
    expect(report.shadowRoot!.activeElement).to.equal(one('#noticed'));
    await expect(report).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await eventually(() => !one('#noticed').checkVisibility());
    expect(report.shadowRoot!.activeElement).to.equal(one('.opener'));
  });

  it('can be used with the keyboard alone', async () => {
    await show();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'I lost my phone' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    expect(one<HTMLInputElement>('[value=phishing]').checked).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    expect(one<HTMLInputElement>('[value=lost-device]').checked).to.equal(true);
    for (let presses = 0; presses < 20; presses++) {
      if (report.shadowRoot!.activeElement === button('Send the report')) break;
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Enter' });
    await eventually(() => report.state === 'recorded');
    // Its words took the place of the button, which had the focus.
    await eventually(() => report.shadowRoot!.activeElement === one('.says'));
    expect((await handled('I lost my phone'))?.seems).to.equal('lost-device');
  });

  it('shows hostile strings as the text that they are', async () => {
    await show();
    const attack = '<img src=x onerror="window.ran=1">\u202e"><script>window.ran=1</script>';
    write('noticed', attack);
    const reported = once(report, 'incident-reported');
    button('Send the report').click();
    const { incident } = await reported;
    await (
      await clientOf('mia')
    ).answers.record({ answer: crypto.randomUUID(), incident: incident.id, text: attack });
    report.report = incident.id;
    await eventually(() => one('[part=answer]'));
    expect(text(one('[part=answer] .plain'))).to.equal(attack);
    expect(text(one('[part=report] .title'))).to.equal(attack);
    expect(all('[onerror], script')).to.deep.equal([]);
    expect((window as { ran?: number }).ran).to.equal(undefined);
  });

  it('speaks the language of the page', async () => {
    await show({ lang: 'de' });
    await eventually(() => words(report).includes('Was ist Ihnen aufgefallen?'));
    expect(button('Meldung senden')).to.not.equal(undefined);
  });

  it('fits into 320 pixels, from right to left, with large text, in forced colours and in the dark', async () => {
    await show({ lang: 'de' });
    report.dir = 'rtl';
    report.style.setProperty('inline-size', '320px');
    report.style.setProperty('font-size', '200%');
    await eventually(() => button('Meldung senden'));
    for (const details of all<HTMLDetailsElement>('form details')) details.open = true;
    write('noticed', 'Sicherheitsüberprüfungsbescheinigungsverlängerungsantrag'.repeat(3));
    await report.updateComplete;
    expect(report.scrollWidth).to.be.at.most(320);
    for (const features of [
      [{ name: 'forced-colors', value: 'active' }],
      [
        { name: 'forced-colors', value: 'none' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    ]) {
      if (!(await executeServerCommand('host-media', { features }))) return;
      await expect(report).to.be.accessible();
    }
    await executeServerCommand('host-media', {
      features: [{ name: 'prefers-color-scheme', value: '' }],
    });
  });
});

/** What is on the device of a draft. */
function kept(name: string): Promise<{ key: CryptoKey; bytes: ArrayBuffer } | undefined> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(name, 1);
    open.onupgradeneeded = () => open.result.createObjectStore('drafts', { keyPath: 'person' });
    open.onerror = () => reject(open.error as Error);
    open.onsuccess = () => {
      const all = open.result.transaction('drafts').objectStore('drafts').getAll();
      open.result.close();
      all.onsuccess = () => resolve((all.result as never[])[0]);
    };
  });
}

/** Waits until something that has to be asked for holds. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 8000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It never came to this: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
