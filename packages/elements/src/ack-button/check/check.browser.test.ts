import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { ModelBackend, Received } from '../../testing/backend.js';
import { twoQuestions } from '../../testing/checks.js';
import { connect, eventually, words } from '../../testing/page.js';
import { sample } from '../../testing/policies.js';
import { AckButton } from '../ack-button.js';

AckButton.define();

describe('ack-button, with questions before the act', () => {
  let backend: ModelBackend;
  let client: Client;
  let element: AckButton;

  const all = <T extends HTMLElement>(selector: string): T[] => [
    ...element.shadowRoot!.querySelectorAll<T>(selector),
  ];
  const one = <T extends HTMLElement>(selector: string): T | undefined => all<T>(selector)[0];
  const act = (): HTMLButtonElement => one('.row [part=primary]')!;
  const dialog = (): HTMLDialogElement => one('dialog')!;
  const primary = (): HTMLButtonElement => one('dialog [part=primary]')!;
  const hasFocus = (of: Element | undefined): boolean => element.shadowRoot!.activeElement === of;
  const note = (): string => one('dialog [role=status]')!.textContent!.trim();
  const input = (question: number, choice: number): HTMLInputElement =>
    all('fieldset')[question - 1]!.querySelectorAll('input')[choice - 1]!;
  const sent = (): Received[] => backend.received.filter(({ method }) => method === 'PUT');

  async function show(more: object = {}, lang = 'en'): Promise<void> {
    const check = { ...twoQuestions, ...more };
    await backend.publish({ ...sample, asks: { asks: 'acknowledge' }, check });
    element = await fixture<AckButton>(
      html`<ack-button lang=${lang} policy="acceptable-use" .client=${client}></ack-button>`,
    );
    await eventually(() => element.state === 'draft', 'the draft');
  }
  async function open(): Promise<void> {
    act().click();
    await eventually(() => all('dialog fieldset').length === 2, 'the questions');
  }
  async function answer(first: number, ...second: number[]): Promise<void> {
    input(1, first).click();
    for (const choice of second) input(2, choice).click();
    primary().click();
    await eventually(() => one('.outcome'), 'what came of it');
  }

  beforeEach(async () => {
    ({ backend, client } = await connect());
  });
  afterEach(() => client.close());

  it('asks them, tells why, and opens the act when enough are right', async () => {
    await show();
    expect(act().textContent!.trim()).to.equal('Answer the questions (2)');
    await open();
    expect(dialog().matches(':modal')).to.equal(true);
    expect(element.shadowRoot!.activeElement?.textContent).to.equal(
      'Questions about “Acceptable use of information and devices”',
    );
    expect(dialog().innerText).to.include('All answers have to be right.');
    expect(dialog().innerText).to.include('are recorded');
    expect(dialog().innerText).to.include('Choose all that are right.');
    await expect(element).to.be.accessible();
    await answer(1, 1);
    expect(one('.outcome')!.innerText).to.equal('Not passed yet: 1 of 2 right.');
    expect(hasFocus(one('.outcome'))).to.equal(true);
    expect(all('fieldset .told').map((each) => each.innerText.trim())).to.deep.equal([
      'Right. Because of 1.',
      'Not right. Because of 2.',
    ]);
    expect(all('.solution')).to.have.length(0);
    await expect(element).to.be.accessible();
    expect(act().textContent!.trim()).to.equal('Answer the questions (2)');
    primary().click();
    expect(hasFocus(input(2, 1))).to.equal(true);
    expect(input(1, 1).checked && input(2, 1).checked, 'what was answered stands').to.equal(true);
    input(2, 3).click();
    primary().click();
    await eventually(() => one('.outcome'), 'what came of it');
    expect(one('.outcome')!.innerText).to.equal('Passed: 2 of 2 right.');
    expect(all('.solution')).to.have.length(3);
    await eventually(() => act().textContent!.trim() === 'I acknowledge this', 'the act');
    primary().click();
    await eventually(() => !one('dialog'), 'it closed');
    expect(hasFocus(act())).to.equal(true);
    act().click();
    await eventually(() => element.state === 'verified', 'the receipt');
    expect(backend.checks.attempts.size).to.equal(2);
  });

  it('sends nothing while a question is open, and says which', async () => {
    await show();
    await open();
    input(1, 2).click();
    primary().click();
    expect(note()).to.equal('Question 2 has no answer yet.');
    expect(hasFocus(input(2, 1))).to.equal(true);
    expect(sent()).to.have.length(0);
    input(2, 1).click();
    expect(note()).to.equal('');
    input(2, 1).click();
    primary().click();
    expect(note()).to.equal('Question 2 has no answer yet.');
  });

  it('keeps the answers when they do not get through, and counts them once', async () => {
    await show({ tries: 3, passMark: 50 });
    await open();
    let lost = 0;
    backend.fault = ({ method, path, body }) => {
      if (method !== 'PUT') return undefined;
      // The first time it arrives, and only the answer is lost.
      if (lost++ === 0) backend.checks.record(path.split('/').at(-1)!, body as never);
      return new Response('', { status: 502 });
    };
    expect(dialog().innerText).to.include('1 of 2 right answers are enough.');
    input(1, 2).click();
    input(2, 2).click();
    primary().click();
    await eventually(() => note().includes('still here'), 'the note');
    await expect(element).to.be.accessible();
    expect(input(1, 2).checked && input(2, 2).checked).to.equal(true);
    backend.fault = undefined;
    primary().click();
    await eventually(() => one('.outcome'), 'what came of it');
    expect(backend.checks.attempts.size).to.equal(1);
    expect(dialog().innerText).to.include('Tries left: 2.');
  });

  it('keeps what was chosen for whoever closes it to look something up, and opens once', async () => {
    await show();
    await open();
    input(1, 2).click();
    input(2, 3).click();
    dialog().querySelector<HTMLElement>('.top button')!.click();
    await eventually(() => !one('dialog'), 'it closed');
    act().click();
    act().click();
    await eventually(() => all('dialog fieldset').length, 'the questions');
    await client.me.read();
    expect(all('dialog')).to.have.length(1);
    expect(input(1, 2).checked && input(2, 3).checked).to.equal(true);
    expect(input(2, 1).checked).to.equal(false);
  });

  it('says when it can be tried again, and what would have been right', async () => {
    await show({ tries: 1 });
    await open();
    expect(dialog().innerText).to.include('Tries left: 1.');
    await answer(2, 2);
    expect(dialog().innerText).to.match(/You can try again from .*2026/);
    expect(all('.solution')).to.have.length(3);
    expect(primary().textContent!.trim()).to.equal('Close');
    primary().click();
    await open();
    expect(dialog().innerText).to.match(/You can try again from .*2026/);
    expect(primary().textContent!.trim()).to.equal('Close');
  });

  it('says what is missing when the questions cannot be loaded, and the way out works', async () => {
    await show();
    backend.fault = ({ path }) => {
      if (path.endsWith('/check')) throw new TypeError('offline');
      return undefined;
    };
    act().click();
    await eventually(() => one('dialog') && note().includes('could not be loaded'), 'the note');
    await expect(element).to.be.accessible();
    backend.fault = undefined;
    primary().click();
    await eventually(() => all('dialog fieldset').length === 2, 'the questions');
    expect(note()).to.equal('');
  });

  it('gives way when nothing is asked any more', async () => {
    await show();
    backend.checks.ask('a-acceptable-use-3', undefined);
    backend.assignments.length = 0;
    act().click();
    await eventually(() => element.state === 'nothing', 'what is asked now');
    await eventually(() => !one('dialog'), 'it closed');
  });

  it('is answered by keyboard, and left by Escape', async () => {
    await show();
    act().focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => all('dialog fieldset').length === 2, 'the questions');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(input(1, 1))).to.equal(true);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Escape' });
    await eventually(() => !one('dialog'), 'it closed');
    expect(hasFocus(act())).to.equal(true);
    expect(sent()).to.have.length(0);
  });

  for (const [page, shown] of [
    ['fr', 'en'],
    ['en_US', 'en'],
    ['de-AT', 'de'],
  ] as const) {
    it(`records the language that was shown, not that of the page: ${page}`, async () => {
      await show({}, page);
      await open();
      await answer(1, 1, 3);
      expect(sent().map(({ body }) => (body as { language: string }).language)).to.deep.equal([
        shown,
      ]);
    });
  }

  it('speaks the language of the page, and keeps to what little room there is', async () => {
    await setViewport({ width: 320, height: 256 });
    await emulateMedia({ forcedColors: 'active' });
    await show({}, 'de');
    expect(act().textContent!.trim()).to.equal('Fragen beantworten (2)');
    await open();
    expect(dialog().innerText).to.include('Wem sagst du es zuerst?');
    expect(dialog().scrollWidth).to.be.at.most(dialog().clientWidth);
    for (const each of all('dialog label, dialog button')) {
      expect(each.getBoundingClientRect().height).to.be.at.least(24);
    }
    primary().click();
    const { top, bottom } = input(1, 1).getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight, 'the focus is in view').to.equal(true);
    await emulateMedia({ forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
    expect(words(element)).to.not.include('undefined');
  });
});
