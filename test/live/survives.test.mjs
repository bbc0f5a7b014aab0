// What is shown live equals what the backend has, with no gap and nothing twice, whatever happens to the stream:
// `npm test` plays 10 schedules, `npm run soak -- live` 200.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalize } from '@heed/evidence';
import { createClient } from '@heed/sdk';
import { startServer } from '../setup/server.mjs';
import { follow, readAll } from './follower.mjs';
import { openProxy } from './proxy.mjs';

const channel = 'engineering-berlin';
const numRuns = process.env.SOAK ? 200 : 10;
const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const small = fc.nat({ max: 20 });
const step = (name, ...parts) => fc.tuple(fc.constant(name), ...parts);
const steps = fc.oneof(
  { weight: 10, arbitrary: step('post') },
  { weight: 4, arbitrary: step('reply', small) },
  { weight: 3, arbitrary: step('change', small) },
  { weight: 2, arbitrary: step('withdraw', small) },
  { weight: 2, arbitrary: step('alert') },
  { weight: 4, arbitrary: step('done', small) },
  { weight: 4, arbitrary: step('wait', fc.integer({ min: 10, max: 900 })) },
  { weight: 4, arbitrary: step('cut') },
  { weight: 3, arbitrary: step('hold') },
  { weight: 3, arbitrary: step('let go') },
  {
    weight: 3,
    arbitrary: step(
      'fault',
      fc.constantFrom('sign in', 'portal', 'busy'),
      fc.integer({ min: 1, max: 2 }),
    ),
  },
  { weight: 2, arbitrary: step('sleep', fc.integer({ min: 0, max: 3 })) },
  { weight: 1, arbitrary: step('crash') },
);

/** The laptop on which somebody follows: its clock, and what its browser tells a page that wakes. */
const laptop = new EventTarget();
setMaxListeners(0, laptop);
globalThis.addEventListener = laptop.addEventListener.bind(laptop);
const { now } = Date;
let slept = 0;
Date.now = () => now() + slept;

describe('what is shown live', () => {
  let heed, proxy;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    proxy = await openProxy(() => heed.url);
  });
  after(async () => {
    await proxy?.close();
    await heed?.stop();
  });

  /** Signs in at the backend itself, as a page does at its host. */
  const signIn = (userName) => {
    let token;
    return async ({ refresh } = {}) => {
      if (token && !refresh) return token;
      const answer = await fetch(`${heed.url}/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName }),
      });
      token = (await answer.json()).token;
      return token;
    };
  };

  /** Does it, and again until it was done: every id is chosen before. */
  async function surely(work) {
    for (let tries = 0; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (tries > 200 || error.kind === 'problem') throw error;
        await moment(100);
      }
    }
  }

  async function play(schedule) {
    const direct = (userName) =>
      createClient({ baseUrl: heed.url, getToken: signIn(userName), storage: 'memory' });
    const [speaker, manager] = [direct('jonas.reuter'), direct('ines.tavares')];
    const follower = follow({ baseUrl: proxy.url, getToken: signIn('lena.hartwig'), channel });
    const said = [];
    const alerts = [];
    const draft = (text) => ({ channel, kind: 'discussion', language: 'en', text });
    const acts = {
      async post() {
        const id = randomUUID();
        const body = { message: id, ...draft(`said ${id}`) };
        said.push(await surely(() => speaker.messages.record(body)));
      },
      async reply(at) {
        const root = said[at % said.length];
        if (!root || root.gone) return;
        const body = { message: randomUUID(), ...draft('a reply'), thread: root.id };
        await surely(() => speaker.messages.record(body));
      },
      async change(at) {
        const one = said[at % said.length];
        if (!one || one.gone) return;
        const body = { revision: randomUUID(), message: one.id, text: `changed ${randomUUID()}` };
        await surely(() => speaker.revisions.record(body));
      },
      async withdraw(at) {
        const one = said[at % said.length];
        if (!one || one.gone) return;
        one.gone = true;
        const body = { revision: randomUUID(), message: one.id, withdraw: true };
        await surely(() => speaker.revisions.record(body));
      },
      async alert() {
        const action = { text: 'Lock the door.' };
        const body = { message: randomUUID(), ...draft('an alert'), kind: 'alert', action };
        alerts.push(await surely(() => manager.messages.record(body)));
      },
      async done(at) {
        const one = alerts[at % alerts.length];
        if (!one) return;
        const { text, action } = one;
        const said = createHash('sha256').update(canonicalize({ text, action })).digest('hex');
        await surely(() =>
          speaker.completions.record({ message: one.id, textHash: `sha256:${said}` }),
        );
      },
      wait: (ms) => moment(ms),
      cut: () => proxy.cut(),
      hold: () => proxy.hold(),
      'let go': () => proxy.letGo(),
      fault: (name, times) => proxy.fault(name, times),
      /** Meanwhile others go on; a page that sleeps hears nothing, and its timers stand still. */
      async sleep(posts) {
        proxy.lose();
        for (let n = 0; n < posts; n++) await acts.post();
        slept += 3_600_000;
        laptop.dispatchEvent(new Event('online'));
      },
      async crash() {
        await heed.kill();
        await heed.restart();
      },
    };
    try {
      for (const [name, ...parts] of schedule) await acts[name](...parts);
      proxy.calm();
      await settle(follower, manager);
    } finally {
      proxy.calm();
      follower.close();
      await follower.done;
      speaker.close();
      manager.close();
    }
  }

  /** The screen has to become what the backend has: the longest wait between two tries is half a minute. */
  async function settle(follower, reader) {
    const sorted = (messages) =>
      [...messages.values()]
        .map(({ doneAt: _, ...message }) => message)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    const until = Date.now() + 60_000;
    for (;;) {
      const truth = sorted(await surely(() => readAll(reader, channel)));
      const shown = sorted(follower.shown);
      if (JSON.stringify(shown) === JSON.stringify(truth)) return;
      if (follower.ended || Date.now() > until) {
        assert.equal(follower.ended, undefined);
        assert.deepEqual(shown, truth, JSON.stringify(follower.told));
      }
      await moment(100);
    }
  }

  it(
    `equals what the backend has, after each of ${numRuns} schedules of what can happen to it`,
    { timeout: numRuns * 120_000 },
    async (t) => {
      t.diagnostic(`seed ${seed}`);
      await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 24 }), play), {
        seed,
        numRuns,
        endOnFailure: true,
      });
    },
  );
});
