import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Assignment, CheckAttempt, KnowledgeCheck, PolicyPack } from '@heed/contract';
import { verify } from '@heed/evidence';
import { oneEngine } from '../../../../test/setup/engines.mjs';
import { officeContent, pack, question, version } from '../testing/content.js';
import {
  acknowledge,
  assignments,
  draftFor,
  openOffice,
  takeCheck,
  type Office,
  type Session,
} from '../testing/office.js';

const several = {
  ...question('conduct', 'Which two?'),
  choices: ['A', 'B', 'C'].map((en) => ({ texts: { en }, right: en !== 'A' })),
};

function content(more = {}) {
  const office = officeContent();
  const check = { passMark: 50, tries: 2, questions: [question('conduct'), several], ...more };
  return { ...office, packs: [pack('basics', ['conduct', 'visitors'], 'inside', { check })] };
}

oneEngine('a knowledge check', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(content());
  });
  after(() => office.close());

  const about = async (session: Session, policy = 'conduct'): Promise<Assignment> => {
    const found = (await assignments(session)).find((each) => each.policy.id === policy);
    assert.ok(found);
    return found;
  };
  const read = async (session: Session, { id }: Assignment) =>
    (await session.get<KnowledgeCheck>(`/v1/assignments/${id}/check`)).body;
  const hand = async (
    session: Session,
    assignment: Assignment,
    choices: string[][],
    id: string = randomUUID(),
    more = {},
  ) => {
    const { hash } = await read(session, assignment);
    const answers = choices.map((given, at) => ({ question: String(at + 1), choices: given }));
    const draft = { assignment: assignment.id, hash, language: 'en', answers, ...more };
    return session.send<CheckAttempt & { code?: string; detail?: string }>(
      ...(['PUT', `/v1/attempts/${id}`, draft] as const),
    );
  };

  test('shows its questions, and nothing of what is right', async () => {
    const ann = await office.as('ann');
    const asked = await about(ann);
    assert.deepEqual(asked.check, { questions: 2 });
    const answer = await ann.get<KnowledgeCheck>(`/v1/assignments/${asked.id}/check`);
    assert.deepEqual(
      answer.body.questions.map(({ several, choices }) => [several, choices.length]),
      [
        [false, 3],
        [true, 3],
      ],
    );
    assert.deepEqual([answer.body.passMark, answer.body.triesLeft], [50, 2]);
    assert.doesNotMatch(answer.text, /"right"|solution|Because/);
    const visitors = await about(ann, 'visitors');
    assert.equal(visitors.check, undefined, 'it asks nothing about the other policy');
    const none = await ann.get(`/v1/assignments/${visitors.id}/check`);
    assert.equal(none.status, 404);
    const mia = await office.as('mia');
    const packs = await mia.get<{ items: PolicyPack[] }>('/v1/packs');
    assert.deepEqual(packs.body.items[0]?.check, {
      passMark: 50,
      tries: 2,
      questions: { conduct: 2 },
    });
  });

  test('comes before the acknowledgement, which names it', async () => {
    const ann = await office.as('ann');
    const asked = await about(ann);
    const early = await acknowledge(ann, draftFor(asked));
    assert.deepEqual([early.status, early.body.code], [409, 'check-not-passed']);
    const id = randomUUID();
    const taken = await hand(ann, asked, [['2'], ['2']], id);
    assert.deepEqual(
      [taken.status, taken.body.right, taken.body.of, taken.body.passed, taken.body.triesLeft],
      [200, 1, 2, true, 1],
    );
    assert.deepEqual(taken.body.results[1], {
      ...{ question: '2', right: false, solution: ['2', '3'] },
      explanation: { en: 'Because of Which two?' },
    });
    const settled = await about(ann);
    assert.equal(settled.check, undefined);
    assert.equal((await read(ann, settled)).passed, true);
    const recorded = await acknowledge(ann, draftFor(asked));
    assert.equal(recorded.status, 201, recorded.text);
    const discovery = await ann.get<{ log: { key: string } }>('/.well-known/isms');
    const { record } = await verify(recorded.body.receipt, { key: discovery.body.log.key });
    assert.deepEqual(record['check'], { attempt: id, right: 1, of: 2, passMark: 50 });
    const events = await office.db.query<{ type: string; record: string }>(
      'select type, record from audit_events where subject = $1',
      [id],
    );
    assert.deepEqual(
      events.map(({ type }) => type),
      ['isms.check.taken'],
    );
    const told = JSON.parse(events[0]?.record ?? '') as Record<string, unknown>;
    assert.deepEqual(told['answers'], [
      { question: '1', choices: ['2'] },
      { question: '2', choices: ['2'] },
    ]);
    const visitors = await about(ann, 'visitors');
    assert.equal((await acknowledge(ann, draftFor(visitors))).status, 201);
  });

  test('counts a try once, however often it arrives, and none too many', async () => {
    const ben = await office.as('ben');
    const asked = await about(ben);
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => hand(ben, asked, [['1'], ['1']], id)));
    assert.equal(new Set(sent.map(({ text }) => text)).size, 1);
    assert.deepEqual([sent[0]?.status, sent[0]?.body.triesLeft], [200, 1]);
    assert.ok(sent[0]?.body.results.every(({ solution }) => solution === undefined));
    assert.match(sent[0]?.text ?? '', /Because/, 'but why is told');
    const other = await hand(ben, asked, [['2'], ['1']], id);
    assert.deepEqual([other.status, other.body.code], [422, 'attempt-reused']);
    const unlike = await hand(ben, asked, [['2']], randomUUID(), {
      hash: `sha256:${'0'.repeat(64)}`,
    });
    assert.deepEqual([unlike.status, unlike.body.code], [409, 'check-mismatch']);
    assert.equal((await read(ben, asked)).triesLeft, 1, 'that was no try');
    const both = await Promise.all([1, 2].map(() => hand(ben, asked, [['1'], ['2', '3', '1']])));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const last = both.find(({ status }) => status === 200);
    assert.deepEqual([last?.body.triesLeft, last?.body.right], [0, 0]);
    assert.deepEqual(last?.body.results[0]?.solution, ['2'], 'nothing is left to guess today');
    assert.equal(both.find(({ status }) => status === 409)?.body.code, 'no-try-left');
    const now = await read(ben, asked);
    assert.ok(now.againAt && Date.parse(now.againAt) > Date.now());
    const tomorrow = office.app('acme', { clock: () => new Date(Date.parse(now.againAt ?? '')) });
    const later = await office.as('ben', 'acme', tomorrow);
    assert.equal((await read(later, asked)).triesLeft, 1);
  });

  test('is of one person, and holds until a material version', async () => {
    const mia = await office.as('mia');
    const asked = await about(mia);
    const id = randomUUID();
    await takeCheck(mia, asked, id);
    const otto = await office.as('otto');
    const theirs = await hand(otto, await about(otto), [['2']], id);
    assert.equal(theirs.status, 404);
    assert.equal((await otto.get(`/v1/assignments/${asked.id}/check`)).status, 404);
    const next = (material: boolean, number: number) => {
      const { policies, ...rest } = content();
      const [conduct, ...others] = policies;
      assert.ok(conduct);
      const more = version('conduct', number, `text ${number}`, { material });
      conduct.versions.push(
        ...(number === 3 ? [version('conduct', 2, 'text 2', { material: false })] : []),
        more,
      );
      return { ...rest, policies: [conduct, ...others] };
    };
    await office.publish(next(false, 2));
    assert.equal((await about(mia)).check, undefined, 'it is the same asking');
    const recorded = await acknowledge(mia, draftFor(await about(mia)));
    assert.equal(recorded.status, 201, recorded.text);
    await office.publish(next(true, 3));
    assert.equal((await about(mia)).check?.questions, 2);
    const early = await acknowledge(mia, draftFor(await about(mia)));
    assert.equal(early.body.code, 'check-not-passed');
  });
});
