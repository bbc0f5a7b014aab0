import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assignment, Person, PolicyVersion } from '@heed/contract';
import type { Catalogue } from '../catalogue.js';
import type { StoredPack } from '../packs/records.js';
import { derive, openStates, type Settled, type Situation } from './rules.js';

const hash = 'sha256:statement';
const ann: Person = {
  id: 'p1',
  userName: 'ann',
  displayName: 'Ann',
  emails: [],
  groups: [],
  products: [],
  relation: 'employee',
  roles: [],
  active: true,
};

const day = (date: string) => `${date}T12:00:00.000Z`;

function version(number: number, publishedAt: string, material = true): PolicyVersion {
  return {
    policy: 'conduct',
    number,
    status: 'published',
    material,
    publishedAt: day(publishedAt),
    documents: [],
  };
}

function catalogue(versions: PolicyVersion[], more: Partial<StoredPack> = {}): Catalogue {
  const pack: StoredPack = {
    id: 'basics',
    title: 'Basics',
    policies: ['conduct'],
    audience: 'all',
    asks: 'acknowledge',
    statement: { hash, texts: { en: 'Noted.' } },
    due: { days: 10 },
    reminders: [],
    askedSince: new Map([['conduct', day('2026-01-01')]]),
    ...more,
  };
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const policy = {
    id: 'conduct',
    title: 'Conduct',
    kind: 'policy',
    classification: 'internal',
    controls: [],
    version: newestFirst[0]?.number ?? 0,
    documents: [],
    versions: newestFirst,
  };
  const all = { id: 'all', title: 'All', kind: 'internal' as const, rule: { all: [] } };
  return {
    revision: 1,
    policies: new Map([['conduct', policy]]),
    packs: [pack],
    audiences: new Map([['all', all]]),
    channels: [],
    webhooks: [],
    laws: [],
    terms: [],
  };
}

function situation(more: Partial<Situation> = {}): Situation {
  return {
    person: ann,
    entered: new Map([['all', day('2026-01-01')]]),
    acknowledgements: [],
    displayed: [],
    passes: [],
    ...more,
  };
}

function act(number: number, recordedAt: string, statementHash = hash): Settled {
  return {
    id: `a${number}`,
    policy: 'conduct',
    version: number,
    statementHash,
    recordedAt: day(recordedAt),
  };
}

function states(published: Catalogue, of: Situation, now: string): Assignment[] {
  return derive(published, of, day(now)).map(({ assignment }) => assignment);
}

describe('what is asked of a person', () => {
  const one = catalogue([version(1, '2026-01-05')]);

  test('it begins when the version, the pack and the person have met', () => {
    const [pending] = states(one, situation(), '2026-01-06');
    assert.deepEqual([pending?.state, pending?.since], ['pending', day('2026-01-05')]);
    assert.equal(pending?.dueAt, '2026-01-15T23:59:59.999Z');
    const joiner = situation({ entered: new Map([['all', day('2026-03-01')]]) });
    const [later] = states(one, joiner, '2026-03-02');
    assert.deepEqual([later?.since, later?.dueAt], [day('2026-03-01'), '2026-03-11T23:59:59.999Z']);
  });

  test('displayed makes it started, its time makes it overdue, the act settles it', () => {
    const displayed = [{ policy: 'conduct', version: 1, since: day('2026-01-07') }];
    const shown = situation({ displayed });
    assert.deepEqual(
      states(one, shown, '2026-01-08').map(({ state, since }) => [state, since]),
      [['started', day('2026-01-07')]],
    );
    const [late] = states(one, shown, '2026-01-16');
    assert.deepEqual([late?.state, late?.since], ['overdue', late?.dueAt]);
    const done = situation({ displayed, acknowledgements: [act(1, '2026-01-20')] });
    const [settled] = states(one, done, '2026-01-21');
    assert.deepEqual(
      [settled?.state, settled?.since, settled?.acknowledgement],
      ['acknowledged', day('2026-01-20'), 'a1'],
    );
  });

  test('what the pack asks to be displayed first is in what is asked', () => {
    const [plain] = states(one, situation(), '2026-01-08');
    assert.equal('everySection' in plain!, false);
    const asking = catalogue([version(1, '2026-01-05')], { everySection: true });
    assert.equal(states(asking, situation(), '2026-01-08')[0]?.everySection, true);
  });

  test('another statement settles nothing', () => {
    const other = situation({ acknowledgements: [act(1, '2026-01-06', 'sha256:other')] });
    assert.equal(states(one, other, '2026-01-07')[0]?.state, 'pending');
  });

  test('a material version asks again and supersedes what was asked', () => {
    const two = catalogue([version(1, '2026-01-05'), version(2, '2026-02-05')]);
    const done = situation({ acknowledgements: [act(1, '2026-01-06')] });
    const [now, before] = states(two, done, '2026-02-06');
    assert.deepEqual(
      [now?.version, now?.state, now?.since, now?.acknowledgedVersion],
      [2, 'pending', day('2026-02-05'), 1],
    );
    assert.deepEqual(
      [before?.version, before?.state, before?.since, before?.acknowledgement],
      [1, 'superseded', day('2026-02-05'), 'a1'],
    );
    assert.notEqual(now?.id, before?.id);
  });

  test('an editorial version asks nothing of whoever acknowledged since the material one', () => {
    const edited = catalogue([
      version(1, '2026-01-05'),
      version(2, '2026-02-05'),
      version(3, '2026-03-05', false),
    ]);
    const done = situation({ acknowledgements: [act(2, '2026-02-06')] });
    const [now] = states(edited, done, '2026-03-06');
    assert.deepEqual(
      [now?.version, now?.state, now?.acknowledgement, now?.acknowledgedVersion],
      [3, 'acknowledged', 'a2', 2],
    );
    const behind = situation({ acknowledgements: [act(1, '2026-01-06')] });
    const [asked] = states(edited, behind, '2026-02-10');
    assert.deepEqual(
      [asked?.version, asked?.state, asked?.since],
      [3, 'pending', day('2026-02-05')],
    );
  });

  test('a version that nobody could have met is not a superseded assignment', () => {
    const at = '2026-01-05';
    const imported = catalogue([version(1, at), version(2, at)]);
    assert.equal(states(imported, situation(), '2026-01-06').length, 1);
  });

  test('a display pack is done when every section was displayed, and claims no act', () => {
    const shown = catalogue([version(1, '2026-01-05')], { asks: 'display' });
    const all = { policy: 'conduct', version: 1, since: day('2026-01-06') };
    const complete = situation({ displayed: [{ ...all, completeAt: day('2026-01-07') }] });
    const [done] = states(shown, complete, '2026-03-01');
    assert.deepEqual([done?.state, done?.since], ['displayed', day('2026-01-07')]);
    assert.equal(openStates.includes('displayed'), false);
    assert.equal(states(shown, situation({ displayed: [all] }), '2026-01-07')[0]?.state, 'started');
  });

  test('nobody inactive is asked anything', () => {
    assert.deepEqual(
      states(one, situation({ person: { ...ann, active: false } }), '2026-01-06'),
      [],
    );
  });
});
