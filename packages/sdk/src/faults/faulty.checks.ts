import type { IsmsError } from '../index.js';
import { equal } from '../testing/equal.js';
import { calls, openPage, queued, type Backend, type Call, type Page } from './calls.checks.js';
import type { Fault } from './fault.js';

type Kind = Fault['kind'];

/** Each fault, and what a call comes to that meets it once, and with every repetition. */
const faults: { [K in Kind]: [Extract<Fault, { kind: K }>, once: Ends, always: Ends] } = {
  latency: [{ kind: 'latency', milliseconds: 30 }, 'well', 'well'],
  offline: [{ kind: 'offline' }, 'well', 'network'],
  'answer-lost': [{ kind: 'answer-lost' }, 'well', 'network'],
  'answer-cut': [{ kind: 'answer-cut' }, 'network', 'network'],
  'token-refused': [{ kind: 'token-refused' }, 'well', 'auth'],
  unavailable: [{ kind: 'unavailable', retryAfter: 1 }, 'well', 'problem'],
  'login-page': [{ kind: 'login-page' }, 'not-isms', 'not-isms'],
};
type Ends = 'well' | IsmsError['kind'];

const howOften = { once: 1, always: Infinity } as const;

/** One check: who is there, and what happens. */
export interface FaultCheck {
  name: string;
  /** userName of its person. */
  person: string;
  run(backend: Backend): Promise<void>;
}

const endOf = (work: Promise<unknown>): Promise<Ends> =>
  work.then(
    () => 'well',
    (error: Partial<IsmsError>) => error.kind ?? Promise.reject(error as Error),
  );

/** An outbox goes on for ever; a check does not. */
function soon<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Nothing came of it in 30 s.')), 30_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function makes(
  page: Page,
  call: Call,
  fault: Fault,
  times: number,
  ends: Ends,
): Promise<void> {
  page.network.arm(fault, { times, when: call.hits });
  let error: unknown;
  const end = await endOf(call.make(page).catch((thrown) => Promise.reject((error = thrown))));
  equal(end, ends, 'end');
  if (fault.kind === 'unavailable' && end !== 'well') {
    equal((error as IsmsError).retryAfter, 1000, 'retryAfter');
  }
  if (fault.kind === 'token-refused') equal(page.refreshed(), 1, 'refreshed');
  const met = page.network.sent.filter((one) => one.fault === fault.kind);
  equal(met.length >= 1 && met.length <= 3, true, `${met.length} requests met it`);
  page.network.heal();
  await call.check(page, await call.make(page));
}

async function queues(page: Page, fault: Fault, times: number, ends: Ends): Promise<void> {
  const { isms, network, draft } = page;
  network.arm(fault, { times, when: queued.hits });
  const failed = new Promise<Ends>((resolve) => {
    isms.outbox.addEventListener('change', ({ entry }) => {
      if (entry.error) resolve(entry.error.kind);
      else if (entry.state === 'recorded') resolve('well');
    });
  });
  const { key } = await isms.outbox.acknowledge(draft);
  const end = await soon(failed);
  if (times === Infinity) equal(end, ends, 'end');
  network.heal();
  await isms.outbox.flush();
  const { state, acknowledgement } = await soon(isms.outbox.settled(key));
  equal([state, !!acknowledgement?.receipt], ['recorded', true]);
  await queued.check(page);
}

/** Each fault with each kind of call: what the caller is told, and that nothing is lost or doubled. */
export function faultChecks(): FaultCheck[] {
  const checks: FaultCheck[] = [];
  const add = (name: string, work: (page: Page) => Promise<void>) => {
    const person = `person-${checks.length}`;
    const run = async (backend: Backend) => {
      const page = await openPage(backend, person);
      // What still waits in an outbox would keep the process.
      await work(page).finally(() => page.isms.close());
    };
    checks.push({ name, person, run });
  };
  for (const [fault, once, always] of Object.values(faults)) {
    for (const [often, times] of Object.entries(howOften)) {
      const ends = times === 1 ? once : always;
      for (const [kind, call] of Object.entries(calls)) {
        add(`${fault.kind} ${often}: ${kind}`, (page) => makes(page, call, fault, times, ends));
      }
      add(`${fault.kind} ${often}: act in the outbox`, (page) => queues(page, fault, times, ends));
    }
  }
  return checks;
}
