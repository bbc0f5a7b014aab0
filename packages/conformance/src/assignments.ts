import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { hashOf } from './kit/world.js';

const openStates = ['pending', 'started', 'overdue'];

/** What is asked of whom. */
export const assignmentChecks = checks(
  {
    id: 'assignments/own',
    title: 'Everybody meets what is asked of them, and of nobody else',
    requirements: ['ASG-1'],
    async run(t) {
      const staff = t.as('staff');
      const me = (await staff.ask('me.read', {})).success();
      const own = await staff.all('assignments.list', {});
      expect(own.length > 0, 'nothing is asked of the employee, so nothing can be tried');
      expectEqual(
        [...new Set(own.map(({ person }) => person))],
        [me.id],
        'whom the assignments are of',
      );
      const named = await staff.all('assignments.list', { person: me.id });
      expectEqual(named, own, 'the list with the caller’s own id as person');
      expect(new Set(own.map(({ id }) => id)).size === own.length, 'two assignments have one id');
    },
  },
  {
    id: 'assignments/as-set-up',
    title: 'What a pack asks reaches its audience and nobody else',
    requirements: ['ASG-1', 'ASG-3'],
    async run(t) {
      const asked = async (name: string) =>
        (await t.named(name).all('assignments.list', {})).map(({ policy }) => policy.id).sort();
      const all = ['conduct', 'drill', 'leaflet', 'quiz'];
      expectEqual(await asked('robin'), all, 'what is asked of an employee');
      expectEqual(await asked('kim'), [...all, 'vault'], 'what is asked of the one with more');
      expectEqual(await asked('sasha'), ['visits'], 'what is asked of a supplier');
    },
  },
  {
    id: 'assignments/whole',
    title: 'An assignment names the current version, its texts and the statement with its hash',
    requirements: ['ASG-1'],
    async run(t) {
      const staff = t.as('staff');
      const own = await staff.all('assignments.list', { state: 'open' });
      for (const { policy, version, documents, statement, asks } of own.slice(0, 5)) {
        const read = (await staff.ask('policies.read', { policy: policy.id })).success();
        expectEqual(
          [version, documents],
          [read.version, read.documents],
          `version and texts of ${policy.id}`,
        );
        expectEqual(
          statement !== undefined,
          asks !== 'display',
          `whether ${policy.id} has a statement`,
        );
        if (statement)
          expectEqual(statement.hash, hashOf(statement.texts), 'the hash of the statement');
      }
    },
  },
  {
    id: 'assignments/other',
    title: 'Another person’s are for those who oversee',
    requirements: ['ASG-2'],
    async run(t) {
      const { id: person } = (await t.as('colleague').ask('me.read', {})).success();
      (await t.as('staff').ask('assignments.list', { person })).refused('forbidden');
      const own = await t.as('colleague').all('assignments.list', {});
      for (const role of ['auditor', 'isms-manager'] as const) {
        const seen = await t.as(role).all('assignments.list', { person });
        expectEqual(seen, own, `what the ${role} sees`);
      }
    },
  },
  {
    id: 'assignments/order',
    title: 'What is open comes first, and of that what is due first',
    requirements: ['ASG-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const headers = { 'Idempotency-Key': randomUUID() };
      (await session.ask('acknowledgements.create', draft, headers)).success();
      const found = await session.all('assignments.list', {});
      const isOpen = found.map(({ state }) => openStates.includes(state));
      const lastOpen = isOpen.lastIndexOf(true);
      expect(
        !isOpen.slice(0, lastOpen + 1).includes(false),
        'something that is settled stands before something open',
      );
      const due = found
        .slice(0, lastOpen + 1)
        .map(({ dueAt }) => (dueAt ? Date.parse(dueAt) : Infinity));
      expect(
        due.every((each, at) => at === 0 || (due[at - 1] ?? 0) <= each),
        'something that is due later stands before something that is due earlier',
      );
    },
  },
  {
    id: 'assignments/state',
    title: 'state and policy choose from the list',
    requirements: ['ASG-1', 'ASG-4'],
    async run(t) {
      const staff = t.as('staff');
      const all = await staff.all('assignments.list', {});
      const open = await staff.all('assignments.list', { state: 'open' });
      expectEqual(
        open,
        all.filter(({ state }) => openStates.includes(state)),
        'what state=open finds',
      );
      const acknowledged = await staff.all('assignments.list', { state: 'acknowledged' });
      expectEqual(
        acknowledged,
        all.filter(({ state }) => state === 'acknowledged'),
        'what state=acknowledged finds',
      );
      const policy = all[0]?.policy.id;
      expect(policy !== undefined, 'nothing is asked of the employee, so nothing can be tried');
      const one = await staff.all('assignments.list', { policy });
      expectEqual(
        one,
        all.filter((each) => each.policy.id === policy),
        'what policy finds',
      );
    },
  },
  {
    id: 'assignments/acknowledged',
    title: 'An acknowledgement settles the assignment at once, and is named by it',
    requirements: ['ASG-5'],
    writes: true,
    async run(t) {
      const { session, draft, assignment } = await t.newcomer();
      const headers = { 'Idempotency-Key': randomUUID() };
      const made = (await session.ask('acknowledgements.create', draft, headers)).success();
      const after = await session.all('assignments.list', { policy: draft.policy });
      const same = after.find(({ id }) => id === assignment.id);
      expectEqual(
        [same?.state, same?.acknowledgement, same?.since],
        ['acknowledged', made.id, made.recordedAt],
        'state, acknowledgement and since of the assignment',
      );
    },
  },
  {
    id: 'assignments/displayed',
    title: 'What is only to be displayed is settled by one whole text, and nothing else is by that',
    requirements: ['ASG-6'],
    writes: true,
    async run(t) {
      t.named('robin');
      const { session } = await t.newcomer();
      const stateOf = async (policy: string) =>
        (await session.all('assignments.list', { policy }))[0]?.state;
      const display = async (policy: string, language: string, from: number, to?: number) => {
        const { version, documents } = (await session.ask('policies.read', { policy })).success();
        const { contentHash } = documents.find((each) => each.language === language) ?? {};
        const place = { policy, version, contentHash: contentHash ?? '' };
        const { sections } = (await session.ask('documents.read', place)).success();
        const shown = sections.slice(from, to).map(({ id }) => ({ id, seconds: 1 }));
        const report = { ...place, language, sequence: 1, method: 'visual' as const };
        const startedAt = new Date().toISOString();
        const input = { session: randomUUID(), ...report, startedAt, sections: shown };
        (await session.ask('readings.record', input)).success();
      };
      await display('leaflet', 'en', 0, 1);
      expectEqual(await stateOf('leaflet'), 'started', 'the state with a section displayed');
      await display('leaflet', 'de', 1);
      expectEqual(await stateOf('leaflet'), 'started', 'the state with half of each language');
      await display('leaflet', 'en', 1);
      expectEqual(await stateOf('leaflet'), 'displayed', 'the state with every section displayed');
      await display('drill', 'en', 0);
      expectEqual(await stateOf('drill'), 'started', 'the state of what is to be acknowledged');
    },
  },
);
