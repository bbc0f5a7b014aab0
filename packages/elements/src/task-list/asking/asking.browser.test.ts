import type { Client, Part, Task } from '@heed/sdk';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { createChannels, type ModelChannels } from '../../testing/channels.js';
import { eventually, once, words } from '../../testing/page.js';
import { ModelTasks } from '../../testing/tasks.js';
import { TaskList } from '../task-list.js';

TaskList.define();

const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const part = (n: number, more: Partial<Part> = {}): Part => ({
  person: { id: `q-${n}`, displayName: `Person ${n}` },
  state: 'open',
  ...more,
});

describe('task-list, for whoever asks', () => {
  let model: ModelChannels;
  let tasks: ModelTasks;
  let client: Client;
  let list: TaskList;

  beforeEach(async () => {
    localStorage.clear();
    model = await createChannels();
    tasks = new ModelTasks(model);
    client = model.client();
    model.open('engineering', { mayAnnounce: true });
  });
  afterEach(() => client.close());

  const all = <T extends HTMLElement>(what: string) => [
    ...list.shadowRoot!.querySelectorAll<T>(what),
  ];
  const one = <T extends HTMLElement = HTMLElement>(what: string) => all<T>(what)[0]!;
  const button = (label: string, within = '') =>
    all(`${within} button`).find((one) => text(one) === label)!;
  const asking = () => text(one('[part=asking]'));
  const status = () => all('.asking [part=status]').map(text).join(' ').trim();
  const write = (id: string, value: string) => {
    const field = one<HTMLInputElement>(`#asking-${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const focused = () => list.shadowRoot!.activeElement;

  const show = async (more: Partial<TaskList> = {}): Promise<TaskList> => {
    list = await fixture<TaskList>(html`<task-list .client=${client}></task-list>`);
    Object.assign(list, more);
    await eventually(() => one('[part=asking]'), 'what is asked of others');
    return list;
  };
  const mine = (title: string, more: Partial<Task> = {}): Task => {
    const { id, displayName } = model.backend.me;
    const task = tasks.ask(title, {
      ...{ author: { id, displayName }, mayManage: true },
      ...{ progress: { done: 1, declined: 1, of: 4 }, ...more },
    });
    delete task.mine;
    tasks.parts.set(task.id, [
      part(1),
      part(2),
      part(3, { state: 'done', at: '2026-11-20T09:00:00.000Z', text: 'In the box.' }),
      part(4, { state: 'declined', at: '2026-11-20T09:00:00.000Z', text: 'It was stolen.' }),
    ]);
    return task;
  };
  const unfold = async (more: Partial<Task> = {}): Promise<Task> => {
    const task = mine('Return the old laptop', more);
    await show();
    await eventually(() => one('.managed [part=row]'));
    one('.managed [part=row]').click();
    await eventually(() => one('#asking-remark'));
    return task;
  };
  const begin = async (): Promise<void> => {
    await show();
    await eventually(() => button('Ask for something…'));
    button('Ask for something…').click();
    await eventually(() => focused()?.id === 'asking-title');
  };

  it('costs nobody anything who asks nothing, and may not', async () => {
    model.channels[0]!.mayAnnounce = false;
    tasks.ask('Return the old laptop');
    list = await fixture<TaskList>(html`<task-list .client=${client}></task-list>`);
    await eventually(() => model.asked.includes('GET /v1/channels'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(all('[part=asking]')).to.deep.equal([]);
    expect(list.state).to.equal('ready');
  });

  it('asks a group to do something until a date, and says when that is recorded', async () => {
    await begin();
    expect(asking()).to.contain('Everybody in it (412 people)');
    button('Ask 412 people').click();
    await eventually(() => status().includes('Say what is to be done.'));
    expect(focused()!.getAttribute('aria-invalid')).to.equal('true');
    await expect(list).to.be.accessible();
    await sendKeys({ type: 'Return the old laptop' });
    write('text', 'To the desk.');
    write('dueAt', '2027-01-04T12:00');
    const sent: unknown[] = [];
    const { ask } = client.outbox;
    client.outbox.ask = (id, draft, person) => {
      sent.push(draft);
      return ask.call(client.outbox, id, draft, person);
    };
    const asked = once(list, 'task-asked');
    await sendKeys({ press: 'Enter' });
    const { task } = await asked;
    expect(tasks.tasks.map(({ id }) => id)).to.deep.equal([task]);
    expect(sent).to.deep.equal([
      {
        ...{ language: sent.length && (sent[0] as Task).language, title: 'Return the old laptop' },
        ...{ text: 'To the desk.', dueAt: new Date('2027-01-04T12:00').toISOString() },
        audience: 'everyone',
      },
    ]);
    await eventually(() => one('.managed [part=title]'));
    expect(asking()).to.contain('Recorded: “Return the old laptop” is asked.');
    expect(asking()).to.contain('0 of 2 done · 2 open');
    expect(one('form.ask')).to.equal(undefined);
    expect(focused()?.id).to.equal('asking-ask');
  });

  it('asks people by name, found as one types, with the keyboard', async () => {
    await begin();
    await sendKeys({ type: 'Check the first-aid kit' });
    one<HTMLInputElement>('[name=whom][value=some]').click();
    await eventually(() => one('#asking-name'));
    button('Ask').click();
    await eventually(() => status().includes('Name at least one person.'));
    expect(focused()?.id).to.equal('asking-name');
    await sendKeys({ type: 'zo' });
    await eventually(() => one('[role=option]'));
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await eventually(() => text(one('.chosen')).includes('Zoë Brandt'));
    expect(one<HTMLInputElement>('#asking-name').value).to.equal('');
    await sendKeys({ type: 'an' });
    await eventually(() => one('[role=option]'));
    await sendKeys({ press: 'Enter' });
    await eventually(() => button('Ask 2 people'));
    one('[aria-label="Do not ask Anna Ahrens"]').click();
    await eventually(() => button('Ask 1 person'));
    const { ask } = client.outbox;
    let people: unknown;
    client.outbox.ask = (id, draft, person) => {
      people = draft.people;
      return ask.call(client.outbox, id, draft, person);
    };
    button('Ask 1 person').click();
    await eventually(() => tasks.tasks.length === 1);
    expect(people).to.deep.equal(['p-43']);
  });

  it('keeps what is being asked across a reload, and what was refused', async () => {
    await begin();
    write('title', 'Return the old laptop');
    list.remove();
    await show();
    await eventually(
      () => one<HTMLInputElement>('#asking-title')?.value === 'Return the old laptop',
    );
    tasks.refusal = { status: 403, code: 'forbidden' };
    button('Ask 412 people').click();
    await eventually(() => status().includes('You may not ask that of them.'));
    await expect(list).to.be.accessible();
    tasks.refusal = undefined;
    button('Edit it').click();
    await eventually(
      () => one<HTMLInputElement>('#asking-title')?.value === 'Return the old laptop',
    );
    button('Ask 412 people').click();
    await eventually(() => tasks.tasks.length === 1);
    expect(localStorage).to.have.length(0);
  });

  it('shows how it stands, who is late, and with everybody', async () => {
    await unfold({ dueAt: inDays(-2) });
    expect(text(one('.managed [part=progress]'))).to.contain('1 of 4 done · 1 cannot · 2 late');
    button('Who has done it').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => one('dialog li'));
    expect(text(one('dialog'))).to.match(
      /Say that it cannot be done \(1\).*It was stolen.*Not yet \(2\).*Person 2.*Have done it \(1\).*In the box/,
    );
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await eventually(() => !one('dialog'));
    expect(focused()?.id).to.equal('asking-who');
  });

  it('comments to everybody, or to one, and asks one once more', async () => {
    const { id: task } = await unfold();
    write('remark', 'By Friday, please.');
    const commented = once(list, 'task-commented');
    button('Send', '.managed').click();
    expect((await commented).step.text).to.equal('By Friday, please.');
    expect(tasks.steps[0]!.person).to.equal(undefined);
    await eventually(() => one<HTMLTextAreaElement>('#asking-remark').value === '');
    button('Who has done it').click();
    await eventually(() => one('[aria-label="Comment… Person 1"]'));
    one('[aria-label="Comment… Person 1"]').click();
    await eventually(() => text(one('[for=asking-remark]')) === 'Comment to Person 1');
    expect(focused()?.id).to.equal('asking-remark');
    write('remark', 'Only for you.');
    button('Send', '.managed').click();
    await eventually(() => tasks.steps.length === 2);
    expect(tasks.steps[1]!.person?.id).to.equal('q-1');
    await eventually(() => button('Who has done it'));
    button('Who has done it').click();
    await eventually(() => one('[aria-label="Ask once more Person 4"]'));
    expect(one('[aria-label="Ask once more Person 1"]')).to.equal(undefined);
    one('[aria-label="Ask once more Person 4"]').click();
    await eventually(() => text(one('[for=asking-remark]')) === 'Why Person 4 is asked once more');
    button('Ask once more', '.managed').click();
    await eventually(() => text(one('#asking-remark-note')).includes('Write something first.'));
    write('remark', 'It was found.');
    const changed = once(list, 'task-changed');
    button('Ask once more', '.managed').click();
    const { step } = await changed;
    expect([step.kind, step.person?.id, step.text]).to.deep.equal([
      ...['reopened', 'q-4', 'It was found.'],
    ]);
    expect(tasks.parts.get(task)![3]!.state).to.equal('open');
  });

  it('keeps what was not recorded where it was said, and to whom', async () => {
    await unfold();
    button('Who has done it').click();
    await eventually(() => one('[aria-label="Comment… Person 1"]'));
    one('[aria-label="Comment… Person 1"]').click();
    await eventually(() => text(one('[for=asking-remark]')) === 'Comment to Person 1');
    await client.me.read();
    tasks.refusal = { status: 422, code: 'invalid' };
    write('remark', 'Only for you.');
    button('Send', '.managed').click();
    await eventually(() => status().includes('The service refused it (reference r-1)'));
    expect(text(one('.managed [part=steps]'))).to.contain('Only for you.');
    tasks.refusal = undefined;
    button('Edit it').click();
    await eventually(() => one<HTMLTextAreaElement>('#asking-remark').value === 'Only for you.');
    button('Send', '.managed').click();
    await eventually(() => tasks.steps.length === 1);
    expect(tasks.steps[0]!.person?.id).to.equal('q-1');
  });

  it('gives another due date, or none', async () => {
    const task = await unfold({ dueAt: inDays(3) });
    button('Reschedule…').click();
    await eventually(() => focused()?.id === 'asking-moved');
    await expect(list).to.be.accessible();
    write('moved', '2027-02-01T09:00');
    button('Reschedule').click();
    await eventually(() => tasks.steps.length === 1);
    expect(task.dueAt).to.equal(new Date('2027-02-01T09:00').toISOString());
    await eventually(() => asking().includes('is rescheduled.'));
    button('Reschedule…').click();
    await eventually(() => one('#asking-moved'));
    write('moved', '');
    button('Reschedule').click();
    await eventually(() => tasks.steps.length === 2);
    expect(tasks.steps[1]).not.to.have.property('dueAt');
  });

  it('closes a task for everybody, once that is meant', async () => {
    await unfold();
    button('Close…').click();
    await eventually(() => one('dialog'));
    expect(text(one('dialog'))).to.contain('Nobody needs to do it any more');
    await expect(list).to.be.accessible();
    button('Keep it open').click();
    await eventually(() => !one('dialog'));
    expect(tasks.steps).to.have.length(0);
    button('Close…').click();
    await eventually(() => one('dialog'));
    const changed = once(list, 'task-changed');
    button('Close it for everybody').click();
    expect((await changed).step.kind).to.equal('closed');
    await eventually(() => !one('.managed'));
    one('.asking .ended > summary').click();
    await eventually(() => one('.closed [part=title]'));
    one('.closed [part=row]').click();
    await eventually(() => button('Who has done it'));
    expect(button('Close…')).to.equal(undefined);
    expect(one('#asking-remark')).to.equal(undefined);
  });

  it('shows the roles everything that is asked, and by whom', async () => {
    model.backend.me = { ...model.backend.me, roles: ['auditor'] };
    model.channels[0]!.mayAnnounce = false;
    tasks.ask('Return the old laptop', { progress: { done: 0, declined: 0, of: 4 } });
    delete tasks.tasks[0]!.mine;
    await show({ task: 't-1' });
    await eventually(() => one('.managed .task[open]'), 'what the link leads to');
    expect(asking()).to.contain('Everything that is asked').and.to.contain('asked by Mara Okafor');
    await eventually(() => button('Who has done it'));
    expect(button('Ask for something…')).to.equal(undefined);
    expect(button('Close…')).to.equal(undefined);
    expect(words(list)).not.to.contain('This task is not there');
  });

  it('counts live as people say that it is done', async () => {
    const task = await unfold();
    await eventually(() => model.asked.includes('GET /v1/events'));
    task.progress = { done: 2, declined: 1, of: 4 };
    model.tell('task', { id: task.id });
    await eventually(() => asking().includes('2 of 4 done'));
  });

  it('fits into 320 pixels, from right to left, in forced colours and in a dark scheme', async () => {
    await unfold({ title: 'Sicherheitsüberprüfungsbescheinigungsverlängerungsantrag ausfüllen' });
    list.dir = 'rtl';
    list.style.setProperty('inline-size', '320px');
    button('Ask for something…').click();
    button('Reschedule…').click();
    await eventually(() => one('#asking-moved') && one('form.ask'));
    one<HTMLInputElement>('[name=whom][value=some]').click();
    await eventually(() => one('#asking-name'));
    expect(list.scrollWidth).to.be.at.most(320);
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

  it('speaks the language of the page, also when that changes', async () => {
    mine('Return the old laptop');
    await show({ lang: 'de' });
    list.requestUpdate();
    await eventually(() => words(list).includes('Von Ihnen gestellt'));
    await eventually(() => asking().includes('1 von 4 erledigt'));
    list.lang = 'nl';
    list.requestUpdate();
    await eventually(() => one('[part=asking]') && asking().includes('1 van 4 gedaan'));
  });
});
