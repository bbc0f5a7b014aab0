import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Part, Problem, Step, StepRecorded, Task } from '@heed/contract';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { audience, channel, officeContent, person } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

/** Everybody of the office, with those who work in Berlin, where the fox may announce. */
function content(berlin: readonly string[]) {
  const office = officeContent();
  const inBerlin = (userName: string) => ({
    location: berlin.includes(userName) ? 'Berlin' : 'Vienna',
  });
  return {
    ...office,
    people: [
      ...office.people,
      ...['bea', 'bo', 'fox'].map((userName) => person(userName, inBerlin(userName))),
    ],
    audiences: [
      ...office.audiences,
      audience('berlin', { attribute: 'location', in: ['Berlin'] }),
      { ...audience('foxes', { any: [] }), include: ['fox'] },
    ],
    channels: [channel('berlin', 'berlin', { announcers: 'foxes' })],
  };
}

eachEngine('tasks', (engine) => {
  let office: Office;
  const ids: Record<string, string> = {};
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(content(['bea', 'bo']));
    for (const name of ['ann', 'bea', 'bo', 'fox', 'mia', 'otto']) {
      ids[name] = (await (await office.as(name)).get<{ id: string }>('/v1/me')).body.id;
    }
  });
  after(() => office.close());

  const get = async <T>(who: string, path: string) => (await office.as(who)).get<T & Problem>(path);
  const ask = async (who: string, more: object, id: string = randomUUID()) =>
    (await office.as(who)).send<Task & Problem>('PUT', `/v1/tasks/${id}`, {
      ...{ language: 'en', title: 'Return the key', ...more },
    });
  const step = async (who: string, body: object, id: string = randomUUID()) =>
    (await office.as(who)).send<StepRecorded & Problem>('PUT', `/v1/steps/${id}`, body);
  const read = async (who: string, id: string) => get<Task>(who, `/v1/tasks/${id}`);
  const listed = async (who: string, query = '') => {
    const { body } = await get<{ items: Task[] }>(who, `/v1/tasks?limit=200${query}`);
    return body.items.map(({ id }) => id);
  };
  const parts = async (who: string, id: string, query = '') => {
    const { body } = await get<{ items: Part[] }>(who, `/v1/tasks/${id}/parts${query}`);
    return body.items.map(({ person: { displayName }, state }) => `${displayName} ${state}`).sort();
  };
  const code = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

  test('ask those who are named and those of an audience, each once, and nobody else sees them', async () => {
    const asked = await ask('mia', {
      ...{ text: 'To the *desk*.', audience: 'berlin', people: [ids['ann'], ids['bea']] },
      dueAt: '2099-01-31T12:00:00Z',
    });
    assert.equal(asked.status, 200, asked.text);
    const { id } = asked.body;
    assert.equal(asked.body.html, '<p>To the <em>desk</em>.</p>');
    assert.equal(asked.body.dueAt, '2099-01-31T12:00:00.000Z');
    assert.deepEqual(asked.body.audience, { id: 'berlin', title: 'Audience berlin' });
    assert.deepEqual(asked.body.progress, { done: 0, declined: 0, of: 3 });
    assert.deepEqual([asked.body.mayManage, asked.body.mine], [true, undefined]);
    const { body: seen } = await read('bea', id);
    assert.deepEqual(seen.mine, { person: { id: ids['bea'], displayName: 'BEA' }, state: 'open' });
    assert.deepEqual([seen.mayManage, seen.progress], [false, undefined]);
    assert.deepEqual(code(await read('sue', id)), [404, 'not-found']);
    assert.deepEqual(code(await get('sue', `/v1/tasks/${id}/steps`)), [404, 'not-found']);
    assert.deepEqual(code(await get('bea', `/v1/tasks/${id}/parts`)), [403, 'forbidden']);
    assert.deepEqual(await parts('otto', id), ['ANN open', 'BEA open', 'BO open']);
    assert.equal((await read('otto', id)).body.mayManage, false);
  });

  test('are asked by who runs the ISMS, and by who announces, of their own audience', async () => {
    assert.equal((await ask('fox', { audience: 'berlin' })).status, 200);
    assert.equal((await ask('fox', { people: [ids['bo']] })).status, 200);
    for (const [who, more] of [
      ['fox', { audience: 'inside' }],
      ['fox', { people: [ids['bo'], ids['ann']] }],
      ['fox', { people: ['nobody'] }],
      ['bea', { audience: 'berlin' }],
      ['otto', { people: [ids['otto']] }],
    ] as const) {
      assert.deepEqual(code(await ask(who, more)), [403, 'forbidden'], JSON.stringify(more));
    }
    const unknown = await ask('mia', { people: [ids['bo'], 'nobody'], audience: 'none' });
    assert.deepEqual(
      unknown.body.errors?.map(({ pointer }) => pointer),
      ['/people/1', '/audience'],
    );
    assert.equal((await ask('mia', {})).status, 422);
    const noYear = await ask('mia', { audience: 'berlin', dueAt: '0000-01-01T00:00:00Z' });
    assert.equal(noYear.body.errors?.[0]?.pointer, '/dueAt');
  });

  test('the same id asks once', async () => {
    const id = randomUUID();
    const first = await ask('fox', { audience: 'berlin' }, id);
    assert.deepEqual((await ask('fox', { audience: 'berlin' }, id)).body, first.body);
    const other = await ask('fox', { audience: 'berlin', title: 'Another' }, id);
    assert.deepEqual(code(other), [422, 'message-reused']);
    assert.deepEqual(code(await ask('mia', { audience: 'berlin' }, id)), [404, 'not-found']);
    assert.deepEqual(code(await ask('bea', { audience: 'berlin' }, id)), [403, 'forbidden']);
  });

  test('end for each on their own, with a receipt, and are reopened with a reason', async () => {
    const { id } = (await ask('fox', { people: [ids['bea'], ids['bo']], text: 'Now' })).body;
    const key = randomUUID();
    const said = await step('bea', { task: id, kind: 'declined', text: 'It was stolen.' }, key);
    assert.equal(said.status, 200, said.text);
    assert.deepEqual(said.body.step.person, { id: ids['bea'], displayName: 'BEA' });
    assert.equal(said.body.task.mine?.state, 'declined');
    const { record, entry } = await verify(said.body.receipt);
    assert.deepEqual(record?.['step'], {
      id: key,
      kind: 'declined',
      text: 'It was stolen.',
      person: ids['bea'],
    });
    assert.equal(entry.time, said.body.step.recordedAt);
    const again = await step('bea', { task: id, kind: 'declined', text: 'It was stolen.' }, key);
    assert.deepEqual(again.body, said.body);
    assert.deepEqual(code(await step('bea', { task: id, kind: 'done' }, key)), [
      422,
      'message-reused',
    ]);
    assert.deepEqual(code(await step('bo', { task: id, kind: 'done' }, key)), [404, 'not-found']);
    assert.deepEqual((await read('fox', id)).body.progress, { done: 0, declined: 1, of: 2 });
    assert.deepEqual(await listed('bea', '&state=ended'), [id]);
    assert.deepEqual(code(await step('fox', { task: id, kind: 'done' })), [409, 'task-not-open']);
    const reopened = { task: id, kind: 'reopened', person: ids['bea'], text: 'Found.' };
    assert.deepEqual(code(await step('bo', reopened)), [403, 'forbidden']);
    assert.equal((await step('fox', reopened)).status, 200);
    assert.deepEqual(code(await step('fox', reopened)), [409, 'task-not-open']);
    const { mine } = (await read('bea', id)).body;
    assert.deepEqual([mine?.state, mine?.text], ['open', 'Found.']);
    assert.ok((await listed('bea')).includes(id));
    assert.equal((await step('bea', { task: id, kind: 'done' })).status, 200);
    assert.deepEqual(await parts('mia', id, '?state=done'), ['BEA done']);
  });

  test('what is said about a part is between the person and who asked', async () => {
    const { id } = (await ask('fox', { audience: 'berlin' })).body;
    const comment = (text: string, person?: string) => ({
      ...{ task: id, kind: 'comment', text, ...(person !== undefined && { person }) },
    });
    assert.equal((await step('bea', comment('Mine is blue.', ids['bea']))).status, 200);
    assert.deepEqual(code(await step('bea', comment('Yours?', ids['bo']))), [403, 'forbidden']);
    assert.deepEqual(code(await step('bea', comment('To all'))), [403, 'forbidden']);
    assert.equal((await step('fox', comment('Blue is fine.', ids['bea']))).status, 200);
    assert.equal((await step('fox', comment('By Friday.'))).status, 200);
    assert.deepEqual(code(await step('fox', comment('Ann?', ids['ann']))), [404, 'not-found']);
    const texts = async (who: string, query = '') => {
      const { body } = await get<{ items: Step[] }>(who, `/v1/tasks/${id}/steps${query}`);
      return body.items.map(({ text }) => text);
    };
    const all = ['Mine is blue.', 'Blue is fine.', 'By Friday.'];
    assert.deepEqual([await texts('bea'), await texts('otto')], [all, all]);
    for (const query of ['', `?person=${ids['bea']}`]) {
      assert.deepEqual(await texts('bo', query), ['By Friday.']);
    }
    assert.deepEqual(await texts('fox', `?person=${ids['bo']}`), ['By Friday.']);
    assert.deepEqual(
      [(await read('bo', id)).body.comments, (await read('fox', id)).body.comments],
      [1, 3],
    );
  });

  test('are rescheduled and closed for everybody, and then nothing more is taken', async () => {
    const { id } = (await ask('fox', { audience: 'berlin' })).body;
    const later = { task: id, kind: 'rescheduled', dueAt: '2099-02-01T00:00:00.000Z' };
    assert.deepEqual(code(await step('bea', later)), [403, 'forbidden']);
    assert.equal((await step('mia', later)).body.task.dueAt, later.dueAt);
    assert.equal((await step('mia', { ...later, dueAt: undefined })).body.task.dueAt, undefined);
    assert.equal((await step('fox', { task: id, kind: 'closed' })).body.task.state, 'closed');
    for (const [who, body] of [
      ['bea', { kind: 'done' }],
      ['fox', { kind: 'comment', text: 'x' }],
      ['fox', { kind: 'closed' }],
    ] as const) {
      assert.deepEqual(code(await step(who, { task: id, ...body })), [409, 'task-not-open']);
    }
    assert.ok(!(await listed('bea')).includes(id));
    assert.ok((await listed('bea', '&state=ended')).includes(id));
    for (const body of [
      { kind: 'declined' },
      { kind: 'comment' },
      { kind: 'reopened', text: 'x' },
      { kind: 'done', person: ids['bea'] },
      { kind: 'closed', dueAt: later.dueAt },
    ]) {
      assert.equal((await step('bea', { task: id, ...body })).status, 422, JSON.stringify(body));
    }
  });

  test('are listed by due date, page after page, each once', async () => {
    const due = (day: number) => ({ dueAt: `2098-01-0${day}T00:00:00.000Z` });
    const made: string[] = [];
    for (const more of [{}, due(2), due(1), {}, due(2)]) {
      made.push((await ask('mia', { people: [ids['otto']], ...more })).body.id);
    }
    const wanted = [2, 4, 1, 3, 0].map((at) => made[at]);
    assert.deepEqual(await listed('otto'), wanted);
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get<{ items: Task[]; next?: string }>(
        'otto',
        `/v1/tasks?limit=2${cursor}`,
      );
      found.push(...body.items.map(({ id }) => id));
      if (body.next === undefined) break;
      cursor = `&cursor=${body.next}`;
    }
    assert.deepEqual(found, wanted);
    assert.deepEqual(code(await get('ann', '/v1/tasks?of=all')), [403, 'forbidden']);
    assert.ok((await listed('otto', '&of=all')).length > wanted.length);
    assert.ok((await listed('mia', '&of=by-me')).includes(made[0] as string));
  });

  test('who comes gets what is open, who goes has nothing left, and a step stays recorded', async () => {
    const { id } = (await ask('fox', { audience: 'berlin' })).body;
    const { id: closed } = (await ask('fox', { audience: 'berlin' })).body;
    await step('fox', { task: closed, kind: 'closed' });
    const key = randomUUID();
    await step('bo', { task: id, kind: 'done' }, key);
    await office.publish(content(['bea', 'fox']));
    assert.ok((await listed('fox')).includes(id));
    assert.equal((await read('bo', id)).status, 404);
    assert.deepEqual((await read('mia', id)).body.progress, { done: 0, declined: 0, of: 2 });
    assert.deepEqual(await parts('mia', closed), ['BEA open']);
    assert.ok(!(await listed('fox', '&state=ended')).includes(closed));
    const again = await step('bo', { task: id, kind: 'done' }, key);
    assert.deepEqual([again.status, again.body.step.kind], [200, 'done']);
    await office.publish(content(['bea', 'bo']));
  });
});
