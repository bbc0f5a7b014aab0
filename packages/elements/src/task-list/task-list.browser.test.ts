import type { Client } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../testing/channels.js';
import { eventually, once, words } from '../testing/page.js';
import { ModelTasks } from '../testing/tasks.js';
import { TaskList } from './task-list.js';

TaskList.define();

const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('task-list', () => {
  let model: ModelChannels;
  let tasks: ModelTasks;
  let client: Client;
  let list: TaskList;

  beforeEach(async () => {
    localStorage.clear();
    model = await createChannels();
    tasks = new ModelTasks(model);
    client = model.client();
  });
  afterEach(() => client.close());

  const all = <T extends HTMLElement>(what: string) => [
    ...list.shadowRoot!.querySelectorAll<T>(what),
  ];
  const one = <T extends HTMLElement = HTMLElement>(what: string) => all<T>(what)[0]!;
  const titles = (within = '[part=list]') => all(`${within} [part=title]`).map(text);
  const button = (label: string) => all('button').find((one) => text(one) === label)!;
  const said = () => text(one('.says'));
  const status = () => all('.inside [part=status]').map(text).join(' ').trim();
  const write = (id: string, value: string) => {
    const field = one<HTMLTextAreaElement>(`#${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const focused = () => list.shadowRoot!.activeElement;

  const show = async (more: Partial<TaskList> = {}, until = 'ready'): Promise<TaskList> => {
    list = await fixture<TaskList>(html`<task-list .client=${client}></task-list>`);
    Object.assign(list, more);
    await eventually(() => list.state === until, until);
    await list.updateComplete;
    return list;
  };
  /** With one task open, and its acts there. */
  const unfold = async (more: Parameters<ModelTasks['ask']>[1] = {}): Promise<string> => {
    const { id } = tasks.ask('Return the old laptop', more);
    await show({ task: id });
    await eventually(() => button('Done'));
    return id;
  };

  it('lists what is open by due date, who asks and until when, and unfolds a row to what is asked', async () => {
    tasks.ask('Tell us your parking space');
    tasks.ask('Return the old laptop', {
      ...{ dueAt: inDays(3), text: 'To the desk.' },
      html: '<p>To the <strong>desk</strong>.</p>',
    });
    tasks.ask('Check the first-aid kit', { dueAt: inDays(-2) });
    await show();
    expect(titles()).to.deep.equal([
      'Check the first-aid kit',
      'Return the old laptop',
      'Tell us your parking space',
    ]);
    const [first, second] = all('[part=row]');
    expect(text(first!)).to.contain('asked by Mara Okafor').and.to.contain('was due 2 days ago');
    expect(text(second!)).to.contain('due in 3 days');
    tasks.take({ task: 't-2', kind: 'comment', person: 'p-1', text: 'Which\ndesk?' }, 's-1');
    second!.click();
    await eventually(() => one('.inside strong'));
    expect(list.task).to.equal('t-2');
    expect(list.getAttribute('task')).to.equal('t-2');
    await eventually(() => text(one('[part=inside]')).includes('Which desk?'));
    expect(getComputedStyle(one('[part=step] .plain')).whiteSpace).to.equal('pre-wrap');
    await expect(list).to.be.accessible();
    second!.click();
    await eventually(() => !list.hasAttribute('task'));
  });

  it('opens the task that a link names, also one that has ended', async () => {
    tasks.ask('Tell us your parking space');
    const { id } = tasks.ask('Return the old laptop');
    tasks.take({ task: id, kind: 'done' });
    await show({ task: id });
    await eventually(() => words(list).includes('that this is done'));
    expect(titles('[part=ended]')).to.deep.equal(['Return the old laptop']);
    expect(button('Done')).to.equal(undefined);
    list.task = 't-1';
    await eventually(() => button('Done'));
    expect(all('.task[open]').map((row) => row.dataset['id'])).to.deep.equal(['t-1']);
    list.task = 'never-asked';
    await eventually(() => said().includes('This task is not there'));
  });

  it('stays at the task that a link names last, whatever the one before tells when it has gone', async () => {
    tasks.ask('Tell us your parking space');
    const { id } = tasks.ask('Return the old laptop');
    tasks.take({ task: id, kind: 'done' });
    await show();
    // That a row has opened is told a little after it has: by then this one is not there any more.
    const drawn = new Promise<void>((resolve) => {
      const look = new MutationObserver(() => one(`[data-id=${id}][open]`) && resolve());
      look.observe(list.shadowRoot!, { subtree: true, childList: true, attributes: true });
    });
    list.task = id;
    await drawn;
    list.task = 't-1';
    await eventually(() => button('Done'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list.task).to.equal('t-1');
    expect(all('.task[open]').map((row) => row.dataset['id'])).to.deep.equal(['t-1']);
  });

  it('records that a task is done, says so, and goes on with the next one', async () => {
    tasks.ask('Tell us your parking space', { dueAt: inDays(9) });
    await unfold({ dueAt: inDays(1) });
    const ended = once(list, 'task-ended');
    button('Done').focus();
    await sendKeys({ press: 'Enter' });
    const { task, step, receipt } = await ended;
    expect([task, step.kind]).to.deep.equal(['t-2', 'done']);
    expect(receipt).to.contain('record');
    await eventually(() => titles().length === 1);
    expect(said()).to.match(/^Recorded: “Return the old laptop” is done\. November 20, 2026/);
    expect(one('.says').getAttribute('role')).to.equal('status');
    expect(text(focused()!)).to.contain('Tell us your parking space');
    expect(list.task).to.equal(undefined);
    one('[part=ended] > summary').click();
    await eventually(() => titles('[part=ended]').length === 1);
    expect(tasks.steps).to.have.length(1);
  });

  it('keeps the focus where it is told how it went, when nothing is left', async () => {
    await unfold();
    button('Done').focus();
    button('Done').click();
    await eventually(() => list.state === 'empty');
    await list.updateComplete;
    expect(focused()).to.equal(one('.says'));
    expect(said()).to.contain('is done.').and.to.contain('Nothing is asked of you.');
  });

  it('asks why something cannot be done, and takes nothing without a reason', async () => {
    await unfold();
    button('Cannot be done…').click();
    await eventually(() => focused()?.id === 'reason');
    button('Say that it cannot be done').click();
    await eventually(() => one('#reason').getAttribute('aria-invalid') === 'true');
    expect(text(one('#reason-note'))).to.contain('Say why it cannot be done');
    expect(tasks.steps).to.have.length(0);
    await expect(list).to.be.accessible();
    write('reason', 'It was stolen.');
    const ended = once(list, 'task-ended');
    button('Say that it cannot be done').click();
    const { step } = await ended;
    expect([step.kind, step.text]).to.deep.equal(['declined', 'It was stolen.']);
    await eventually(() => list.state === 'empty');
    expect(said()).to.contain('“Return the old laptop” cannot be done.');
  });

  it('says what is commented to who asks, about the own part alone', async () => {
    const task = await unfold();
    write('comment', 'By Friday?');
    const commented = once(list, 'task-commented');
    button('Send').click();
    const { step } = await commented;
    expect([step.task, step.text, step.person?.id]).to.deep.equal([task, 'By Friday?', 'p-1']);
    await eventually(() => all('[part=step]').some((one) => text(one).includes('By Friday?')));
    expect(one<HTMLTextAreaElement>('#comment').value).to.equal('');
    expect(titles()).to.have.length(1);
  });

  it('keeps a comment that was refused, with a way to change it', async () => {
    await unfold();
    tasks.refusal = { status: 422, code: 'invalid' };
    write('comment', 'Two hours of work');
    button('Send').click();
    await eventually(() => status().includes('The service refused it (reference r-1)'));
    expect(text(one('[part=steps]'))).to.contain('Two hours of work');
    await expect(list).to.be.accessible();
    button('Edit it').click();
    await eventually(() => one<HTMLTextAreaElement>('#comment').value === 'Two hours of work');
    await eventually(() => focused()?.id === 'comment');
    tasks.refusal = undefined;
    button('Send').click();
    await eventually(() => tasks.steps.length === 1);
  });

  it('keeps what is being written across a reload, for whoever wrote it, until it is sent', async () => {
    await unfold();
    write('comment', 'Two hours');
    button('Cannot be done…').click();
    await eventually(() => one('#reason'));
    write('reason', 'It was stolen.');
    list.remove();
    await show({ task: 't-1' });
    await eventually(() => one<HTMLTextAreaElement>('#comment')?.value === 'Two hours');
    expect(one<HTMLTextAreaElement>('#reason').value).to.equal('It was stolen.');
    list.remove();
    client.close();
    const { me } = model.backend;
    model.backend.me = { ...me, id: 'p-2' };
    client = model.client();
    await show({ task: 't-1' });
    await eventually(() => one<HTMLTextAreaElement>('#comment')?.value === '');
    list.remove();
    client.close();
    model.backend.me = me;
    client = model.client();
    await show({ task: 't-1' });
    await eventually(() => one<HTMLTextAreaElement>('#comment')?.value === 'Two hours');
    button('Send').click();
    await eventually(() => tasks.steps.length === 1);
    button('Say that it cannot be done').click();
    await eventually(() => list.state === 'empty');
    expect(localStorage).to.have.length(0);
  });

  it('keeps the text where nothing was taken', async () => {
    await unfold();
    const { step } = client.outbox;
    client.outbox.step = () => Promise.reject(new Error('no room'));
    write('comment', 'Two hours of work');
    button('Send').click();
    await eventually(() => status().includes('Nothing was taken. Try again.'));
    expect(one<HTMLTextAreaElement>('#comment').value).to.equal('Two hours of work');
    client.outbox.step = step.bind(client.outbox);
    button('Send').click();
    await eventually(() => tasks.steps.length === 1);
  });

  it('keeps what is done without a connection on the device, says so, and records it later', async () => {
    await unfold();
    await client.me.read();
    model.isCut = true;
    button('Done').click();
    await eventually(() => status().includes('Not yet sent'));
    expect(status()).to.contain('keep this page open');
    expect(text(one('[part=row]'))).to.contain('kept on this device, not yet sent');
    expect(button('Done')).to.equal(undefined);
    await expect(list).to.be.accessible();
    model.isCut = false;
    button('Send now').click();
    await eventually(() => list.state === 'empty');
    expect(tasks.steps.map(({ kind }) => kind)).to.deep.equal(['done']);
  });

  it('says that a task is not asked any more, and keeps what was said about it until it is let go', async () => {
    await unfold();
    tasks.refusal = { status: 409, code: 'task-not-open' };
    tasks.tasks[0]!.state = 'closed';
    tasks.tasks[0]!.closedAt = '2026-11-20T10:00:00.000Z';
    write('comment', 'Two hours of work');
    button('Send').click();
    await eventually(() => status().includes('not asked of you any more'));
    await eventually(() => words(list).includes('nobody needs to do this any more'));
    expect(text(one('[part=list]'))).to.contain('Two hours of work');
    expect(button('Done')).to.equal(undefined);
    button('Discard').click();
    await eventually(() => list.state === 'empty');
  });

  it('shows what comes as it comes, and leaves what is being written where it is', async () => {
    await unfold();
    await eventually(() => model.asked.includes('GET /v1/events'));
    const field = one<HTMLTextAreaElement>('#comment');
    field.focus();
    await sendKeys({ type: 'I am still' });
    tasks.ask('Check the first-aid kit', { dueAt: inDays(-2) });
    await eventually(() => titles().length === 2);
    expect(titles()[0]).to.equal('Check the first-aid kit');
    await sendKeys({ type: ' here' });
    expect(focused()).to.equal(field);
    expect(field.value).to.equal('I am still here');
  });

  it('can be used with the keyboard alone', async () => {
    tasks.ask('Return the old laptop');
    await show();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(one('[part=row]'));
    await sendKeys({ press: 'Enter' });
    await eventually(() => button('Done'));
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(button('Done'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.id === 'reason');
  });

  it('shows hostile strings as the text that they are', async () => {
    const attack = '<img src=x onerror="window.ran=1">\u202e"><script>window.ran=1</script>';
    const { id } = tasks.ask(attack, {
      ...{ text: attack, author: { id: 'p-9', displayName: attack } },
      html: `<p>safe</p><a href="javascript:window.ran=1">link</a>${attack}`,
    });
    tasks.take({ task: id, kind: 'comment', text: attack });
    await show({ task: id });
    await eventually(() => text(one('[part=inside]')).includes('safe'));
    await eventually(() => all('[part=step]').length === 1);
    expect(titles()).to.deep.equal([attack]);
    expect(text(one('[part=step]'))).to.contain('<script>');
    expect(all('[onerror], script, .body a[href]')).to.deep.equal([]);
    expect((window as { ran?: number }).ran).to.equal(undefined);
  });

  it('is calm when nothing is asked', async () => {
    await show({}, 'empty');
    expect(said()).to.equal('Nothing is asked of you.');
    await expect(list).to.be.accessible();
    one('[part=ended] > summary').click();
    await eventually(() => text(one('[part=ended]')).includes('Nothing yet.'));
  });

  it('says in one sentence that the backend has no tasks, and asks for none', async () => {
    model.backend.discovery.profiles = ['core', 'evidence'];
    await show({}, 'absent');
    expect(words(list)).to.equal('This is not offered here.');
    expect(model.asked.filter((one) => /tasks|events/.test(one))).to.deep.equal([]);
  });

  it('says what is wrong, with a way out that works', async () => {
    tasks.ask('Return the old laptop');
    await client.discovery.read();
    model.isCut = true;
    await show({}, 'failed');
    await eventually(() => one('.says button'));
    await expect(list).to.be.accessible();
    model.isCut = false;
    one('.says button').click();
    await eventually(() => list.state === 'ready');
    model.isCut = true;
    list.refresh();
    await eventually(() => said().includes('There is no connection right now.'));
    expect(titles()).to.have.length(1);
    model.isCut = false;
    one('.says button').click();
    await eventually(() => !said());
  });

  it('speaks the language of the page', async () => {
    tasks.ask('Return the old laptop', { dueAt: inDays(3) });
    await show({ lang: 'de' });
    list.requestUpdate();
    await eventually(() => words(list).includes('von Mara Okafor'));
    expect(words(list)).to.contain('fällig in 3 Tagen');
  });

  it('fits into 320 pixels, from right to left, in forced colours and in a dark scheme', async () => {
    const { id } = tasks.ask('Sicherheitsüberprüfungsbescheinigungsverlängerungsantrag ausfüllen', {
      dueAt: inDays(-1),
      text: 'x',
      html: `<table><tr><td>${'wide'.repeat(99)}</td></tr></table>`,
    });
    tasks.take({ task: id, kind: 'comment', text: 'y'.repeat(300) });
    await show({ task: id });
    list.dir = 'rtl';
    list.style.setProperty('inline-size', '320px');
    await eventually(() => button('Done') && one('.body') && one('[part=step]'));
    button('Cannot be done…').click();
    await eventually(() => one('#reason'));
    expect(list.scrollWidth).to.be.at.most(320);
    const end = list.getBoundingClientRect().right;
    expect(end - one('[part=title]').getBoundingClientRect().right).to.be.at.most(28);
    for (const features of [
      [{ name: 'forced-colors', value: 'active' }],
      [
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
  });

  it('forgets whose it was when somebody else signs in', async () => {
    await unfold();
    write('comment', 'Mine');
    tasks.tasks.length = 0;
    model.backend.me = { ...model.backend.me, id: 'p-2' };
    list.task = undefined;
    list.forget();
    await eventually(() => list.state === 'empty');
    expect(words(list)).not.to.contain('laptop');
  });
});
