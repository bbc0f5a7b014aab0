// Runs in the page: a backend that cleans nothing, and every staff element showing what it sends.
import { createClient, type Client, type Section } from '@heed/sdk';
import { AckButton } from '../../packages/elements/src/ack-button/ack-button.js';
import { PolicyList } from '../../packages/elements/src/policy-list/policy-list.js';
import { PolicyReader } from '../../packages/elements/src/policy-reader/policy-reader.js';
import { createBackend } from '../../packages/elements/src/testing/backend.js';

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

[PolicyList, PolicyReader, AckButton].forEach((element) => element.define());

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
  const client = createClient({
    ...{ baseUrl: backend.baseUrl, fetch: backend.fetch, storage: 'memory' },
    getToken: () => 'token',
  });
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
  const list = mount<PolicyList>('policy-list', client, {});
  const reader = mount<PolicyReader>('policy-reader', client, { policy: id });
  const button = mount<AckButton>('ack-button', client, { policy: id });
  if (!(await until(() => reader.state === 'ready'))) outcome.broken.push(`reader: ${first}`);
  if (!(await until(() => list.state === 'ready'))) outcome.broken.push(`list: ${first}`);
  if (!(await until(() => button.state !== 'loading'))) outcome.broken.push(`button: ${first}`);
  const root = reader.shadowRoot!;
  // An attack that opens a comment leaves its section with nothing.
  await until(() => [...root.querySelectorAll('.body')].every((body) => body.firstChild), 500);
  const titles = [...root.querySelectorAll('section > [role=heading]')].map((one) =>
    seen(one.textContent!),
  );
  for (const payload of payloads) {
    if (seen(payload) && !titles.includes(seen(payload))) outcome.missing.push(payload);
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>('.body a[href]')) {
    if (!/^(https?|mailto|tel|policy):$/.test(link.protocol)) outcome.broken.push(link.href);
  }
  await new Promise((resolve) => setTimeout(resolve, 30));
  client.close();
  for (const element of [list, reader, button]) element.remove();
}

window.attack = async (payloads) => {
  const atOnce = 40;
  for (let i = 0; i < payloads.length; i += atOnce) await show(payloads.slice(i, i + atOnce), i);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { ...outcome, ran: window.ran };
};
