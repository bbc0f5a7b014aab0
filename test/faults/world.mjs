// Plays a schedule: a person at their device, the real client in its tabs, the network, the backend. Writes down
// everything that any screen ever said, and what was there in the end.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Where devices come from: Node, or a browser.
 *
 * @typedef {object} Computers
 * @property {(world: object) => object} create A new device: `person`, `tabs`, `open()`, `setClock(ms)`, `storage`, `close()`.
 * @property {Map<string, { type: string, body: string }>} [files] What the network has to serve to its tabs.
 * @property {() => Promise<void>} stop
 */

/**
 * Plays one schedule to its end and through a quiet period.
 *
 * @param {readonly (readonly [string, ...unknown[]])[]} schedule
 * @param {{ backend: object, network: object, company: object, computers: Computers, people: readonly [string, string], injected: Map<string, number> }} parts
 * @returns the history: what was pressed, taken and said, what the device held in the end, and the keys on the wire.
 */
export async function play(schedule, { backend, network, company, computers, people, injected }) {
  const history = { pressed: [], taken: [], said: [], held: [], keys: network.keys, blind: false };
  const begun = [];
  let repair = Promise.resolve();
  let clearings = 0;
  /** Strike once, at the next act that comes so far. */
  const strikes = new Map();
  const reach = (phase, tab) => {
    const strike = strikes.get(phase);
    strikes.delete(phase);
    strike?.(tab);
  };
  if (company.restore()) await backend.operate('import');
  network.keys.clear();
  network.heal();
  const count = (fault) => injected.set(fault, (injected.get(fault) ?? 0) + 1);
  const hear = {
    pressed: (_tab, act) => history.pressed.push({ ...act, clearings }),
    taken(tab, act) {
      // Several presses of one tab may be under way: what counts is what was cleared since this one.
      const from = history.pressed.find(({ press }) => press === act.press);
      history.taken.push({ ...act, tab, cleared: clearings > from.clearings });
    },
    said(tab, entry) {
      if (entry.kind !== 'acknowledgement') return;
      history.said.push(entry);
      reach(entry.state, tab);
    },
  };
  const device = computers.create({
    baseUrl: network.url,
    tokenOf: (person) => backend.tokenOf(person),
    tell: (tab, what, act) => void hear[what](tab, act),
    passing: (tab, phase) => reach(phase, tab),
  });
  device.person = people[0];
  await device.open();
  const tabAt = async (index) =>
    device.tabs[index % (device.tabs.length || 1)] ?? (await device.open());

  /** A person does something and does not wait for it. */
  const begin = (tab, done) => begun.push({ tab, done: done.catch(() => undefined) });
  /** Whatever was begun in a tab that still lives has come to its end, or the time is over. */
  const settled = (ms) =>
    Promise.race([
      Promise.all(begun.map(({ tab, done }) => tab.alive && done)).then(() => true),
      pause(ms),
    ]);

  /** The machine room works beside everything else, one thing after the other. */
  const operate = (fault, work) => {
    count(fault);
    repair = repair.then(work).catch((error) => (history.broken = String(error)));
  };

  const does = {
    async press(index, which) {
      const tab = await tabAt(index);
      begin(tab, tab.press(which));
    },
    async read(index) {
      const tab = await tabAt(index);
      begin(tab, tab.read(company.policies[0]));
    },
    wait: (ms) => pause(ms),
    network: (fault, times, acts) => network.arm(fault, times, acts),
    clock(ms) {
      count(`clock set by ${ms / 3_600_000} h`);
      return device.setClock(ms);
    },
    'open tab': () => device.open(),
    async 'kill tab'(index) {
      count('tab killed');
      await (await tabAt(index)).kill();
    },
    'press, kill tab'(index, which, phase) {
      strikes.set(phase, (struck) => {
        count(`tab killed with an act ${phase}`);
        void struck.kill();
      });
      return this.press(index, which);
    },
    async 'freeze tab'(index) {
      count('tab frozen');
      await (await tabAt(index)).freeze();
    },
    'thaw tabs': () => thaw(),
    'sign in'(person) {
      count('somebody signs in');
      device.person = people[person];
    },
    async storage(how) {
      if (how !== 'fine') count(`storage ${how}`);
      if (how !== 'fine') history.blind = true;
      const forget = () => {
        clearings += 1;
        history.taken.forEach((one) => (one.cleared = true));
      };
      if (how === 'cleared') forget();
      await device.storage[how]();
      if (how === 'cleared') forget();
    },
    revise(policy) {
      company.revise(company.policies[policy]);
      operate('version published', () => backend.operate('import'));
    },
    withdraw(policy) {
      company.withdraw(company.policies[policy]);
      operate('version withdrawn', () =>
        backend.operate('withdraw', { policy: company.policies[policy] }),
      );
    },
    move() {
      company.move(people[0]);
      operate('audience changed', () => backend.operate('import'));
    },
    'crash backend': () => operate('backend killed', () => backend.crash()),
    'crash database': () => operate('database killed', () => backend.crashDatabase()),
    'press, crash'(index, which, what, phase) {
      strikes.set(phase, () =>
        operate(`${what} killed with an act ${phase}`, () =>
          what === 'database' ? backend.crashDatabase() : backend.crash(),
        ),
      );
      return this.press(index, which);
    },
  };

  const thaw = () => Promise.all(device.tabs.map((tab) => tab.thaw()));

  for (const [name, ...given] of schedule) {
    await does[name](...given);
    await pause(5);
  }
  await quiet();
  await device.close();
  return history;

  /** Everything works again. Whoever has something on this device comes back to it. */
  async function quiet() {
    await thaw();
    await settled(1500);
    for (let i = 0; strikes.size > 0 && i < 30; i++) await pause(10);
    strikes.clear();
    await repair;
    network.heal();
    await device.storage.fine();
    if (!(await settled(20_000))) history.broken = 'What a person began never came to an end.';
    for (const person of people) {
      device.person = person;
      await device.open();
      for (let round = 0; round < 15; round++) {
        await device.setClock(400_000);
        for (const tab of device.tabs) await tab.flush();
        if ((await held()).every(({ state }) => ['recorded', 'rejected'].includes(state))) break;
      }
      // What a browser would not store lives in the tab that took it.
      for (const entry of await held()) {
        if (entry.kind === 'acknowledgement') history.held.push(entry);
      }
    }
    for (const one of history.taken) one.alive = one.tab.alive;
  }

  async function held() {
    return (await Promise.all(device.tabs.map((tab) => tab.entries()))).flat();
  }
}
