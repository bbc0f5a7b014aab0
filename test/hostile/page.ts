// Runs in the page: a backend that cleans nothing, and every staff element showing what it sends.
import { type Client, type Section } from '@heed/sdk';
import { AckButton } from '../../packages/elements/src/ack-button/ack-button.js';
import { IsmsInbox } from '../../packages/elements/src/isms-inbox/isms-inbox.js';
import { PolicyList } from '../../packages/elements/src/policy-list/policy-list.js';
import { PolicyReader } from '../../packages/elements/src/policy-reader/policy-reader.js';
import { TaskList } from '../../packages/elements/src/task-list/task-list.js';
import { CommsFeed } from '../../packages/elements/src/comms-feed/comms-feed.js';
import { createBackend } from '../../packages/elements/src/testing/backend.js';
import { ModelChannels } from '../../packages/elements/src/testing/channels.js';
import { ModelTasks } from '../../packages/elements/src/testing/tasks.js';

/** What a hostile string has done, and what people see of it. */
export interface Outcome {
  /** How often one of them ran. */
  ran: number;
  /** Errors of the page that nobody caught. */
  errors: string[];
  /** Strings whose text cannot be read where it should stand. */
  missing: string[];
  /** Elements that ended in another state than that of a harmless text. */
  broken: string[];
}

declare global {
  interface Window {
    attack(payloads: string[]): Promise<Outcome>;
    ran: number;
  }
}

const outcome: Outcome = { ran: 0, errors: [], missing: [], broken: [] };
window.ran = 0;
for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
  Object.defineProperty(window, name, { value: () => void window.ran++ });
}
addEventListener('error', ({ message }) => outcome.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => outcome.errors.push(String(reason)));

[IsmsInbox, TaskList, PolicyList, PolicyReader, AckButton, CommsFeed].forEach((element) =>
  element.define(),
);

const until = async (condition: () => boolean, ms = 10_000): Promise<boolean> => {
  const end = performance.now() + ms;
  while (!condition() && performance.now() < end) await new Promise((r) => setTimeout(r, 20));
  return condition();
};

/** White space is the page's business. */
const seen = (text: string): string => text.replace(/\s+/g, ' ').trim();

function mount<T extends HTMLElement>(tag: string, client: Client, set: object): T {
  const element = Object.assign(document.createElement(tag) as T, { client }, set);
  document.body.append(element);
  return element;
}

async function show(payloads: readonly string[], number: number): Promise<void> {
  const backend = await createBackend();
  const channels = new ModelChannels(backend);
  const client = channels.client();
  const [first = ''] = payloads;
  backend.me = { ...backend.me, displayName: first, userName: first, emails: [first] };
  const sections = payloads.map((payload, i): Section => {
    const value = payload.replaceAll('"', '&quot;');
    const link = `<p><a href="${value}">link</a></p>`;
    const picture = `<p><img data-image="${value}" alt="${value}" width="9" height="9"></p>`;
    const html = `${payload}${link}${picture}`;
    return { id: `s${i}`, title: payload, level: 2, words: 1, html };
  });
  const id = `p-${number}`;
  await backend.publish({
    id,
    change: first,
    documents: { en: { title: first, sections } },
    statement: { en: first || 'x' },
    asks: { asks: 'acknowledge' },
  });
  channels.open('channel', { title: first, description: first, mayAnnounce: true });
  payloads.forEach((payload, i) =>
    channels.say('channel', {
      ...{ kind: 'alert', title: payload, text: payload, html: sections[i]!.html },
      ...{ action: { text: payload }, author: { id: 'p-9', displayName: payload } },
    }),
  );
  const tasks = new ModelTasks(channels);
  payloads.forEach((payload, i) =>
    tasks.ask(payload, {
      ...{ text: payload, html: sections[i]!.html },
      author: { id: 'p-9', displayName: payload },
    }),
  );
  const opened = tasks.tasks[0]!.id;
  for (const text of payloads) tasks.take({ task: opened, kind: 'comment', text });
  const list = mount<PolicyList>('policy-list', client, {});
  const inbox = mount<IsmsInbox>('isms-inbox', client, { max: 999 });
  const asked = mount<TaskList>('task-list', client, { task: opened });
  const reader = mount<PolicyReader>('policy-reader', client, { policy: id });
  const button = mount<AckButton>('ack-button', client, { policy: id });
  const feed = mount<CommsFeed>('comms-feed', client, { channel: 'channel' });
  if (!(await until(() => reader.state === 'ready'))) outcome.broken.push(`reader: ${first}`);
  if (!(await until(() => list.state === 'ready'))) outcome.broken.push(`list: ${first}`);
  if (!(await until(() => inbox.state === 'ready' && inbox.count > payloads.length)))
    outcome.broken.push(`inbox: ${first}`);
  const doing = asked.shadowRoot!;
  if (!(await until(() => doing.querySelectorAll('[part=step]').length === payloads.length)))
    outcome.broken.push(`tasks: ${first}`);
  if (!(await until(() => button.state !== 'loading'))) outcome.broken.push(`button: ${first}`);
  const said = feed.shadowRoot!;
  if (!(await until(() => said.querySelectorAll('.message .body').length === payloads.length)))
    outcome.broken.push(`feed: ${first}`);
  const authors = [...said.querySelectorAll('.author')].map((one) => seen(one.textContent!));
  const root = reader.shadowRoot!;
  // An attack that opens a comment leaves its section with nothing.
  await until(() => [...root.querySelectorAll('.body')].every((body) => body.firstChild), 500);
  const titles = [...root.querySelectorAll('section > [role=heading]')].map((one) =>
    seen(one.textContent!),
  );
  const asks = [...doing.querySelectorAll('[part=title]')].map((one) => seen(one.textContent!));
  for (const payload of payloads) {
    if (!seen(payload)) continue;
    if (!titles.includes(seen(payload))) outcome.missing.push(payload);
    if (!asks.includes(seen(payload))) outcome.missing.push(`task: ${payload}`);
    if (!authors.includes(seen(payload))) outcome.missing.push(`author: ${payload}`);
  }
  const links = [root, said, doing].flatMap((one) => [
    ...one.querySelectorAll<HTMLAnchorElement>('.body a[href]'),
  ]);
  for (const link of links) {
    if (!/^(https?|mailto|tel|policy):$/.test(link.protocol)) outcome.broken.push(link.href);
  }
  await new Promise((resolve) => setTimeout(resolve, 30));
  client.close();
  for (const element of [list, inbox, asked, reader, button, feed]) element.remove();
}

window.attack = async (payloads) => {
  const atOnce = 40;
  for (let i = 0; i < payloads.length; i += atOnce) await show(payloads.slice(i, i + atOnce), i);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { ...outcome, ran: window.ran };
};
