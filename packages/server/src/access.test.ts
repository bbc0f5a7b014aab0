import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { contract, type Endpoint } from '@heed/contract';
import { oneEngine } from '../../../test/setup/engines.mjs';
import { officeContent } from './testing/content.js';
import {
  acknowledge,
  assignments,
  checked,
  draftFor,
  openOffice,
  type Office,
  type Session,
} from './testing/office.js';

// Who may do what is in authorisation.test.ts; this is what a table of decisions cannot say.
oneEngine('who may see what', (engine) => {
  let office: Office;
  const ids: Record<string, string> = {};
  const sessions: Record<string, Session> = {};

  before(async () => {
    office = await openOffice(await engine.newLocation(), ['acme', 'globex']);
    await office.publish(officeContent());
    const other = officeContent();
    other.people = other.people.filter(({ userName }) => userName !== 'ann');
    other.policies = other.policies.filter(({ id }) => id === 'visitors');
    other.packs = other.packs.filter(({ id }) => id === 'guests');
    await office.publish(other, 'globex');
    for (const name of ['ann', 'ben', 'mia', 'otto', 'sue']) {
      const session = await office.as(name);
      sessions[name] = session;
      ids[name] = (await session.get<{ id: string }>('/v1/me')).body.id;
    }
    sessions['stranger'] = await office.as('mia', 'globex');
    for (const name of ['ann', 'ben']) {
      const session = sessions[name] as Session;
      const asked = (await assignments(session)).find((each) => each.policy.id === 'conduct');
      assert.ok(asked);
      ids[`${name}Ack`] = (await acknowledge(session, draftFor(asked))).body.id;
      ids['conduct'] = asked.documents.find(({ language }) => language === 'en')?.contentHash ?? '';
    }
  });
  after(() => office.close());

  test('numbers beyond everything are not there', async () => {
    const paths = [
      '/v1/policies/conduct/versions/2',
      '/v1/policies/conduct/versions/99999999999',
      `/v1/policies/conduct/versions/99999999999/documents/${ids['conduct']}`,
      '/v1/policies/conduct/versions/99999999999/reading',
      '/v1/log/proofs/inclusion?index=0&size=100000',
    ];
    for (const path of paths) {
      assert.equal((await (sessions['mia'] as Session).get(path)).status, 404, path);
    }
  });

  test('without a usable token nothing answers but what is open to anyone', async () => {
    const app = office.app('acme');
    for (const verbs of Object.values(contract)) {
      for (const endpoint of Object.values<Endpoint>(verbs)) {
        const path = endpoint.path.replaceAll(/\{\w+\}/g, '1');
        const init = { method: endpoint.method };
        const answer = await checked(endpoint.method, path, await app.request(path, init));
        const open = endpoint.access.who === 'anyone';
        const answered = endpoint.method === 'GET' ? 200 : 415;
        assert.equal(answer.status, open ? answered : 401, path);
        if (!open) assert.match(answer.headers.get('WWW-Authenticate') ?? '', /^Bearer/);
      }
    }
  });

  test('rows of others stay out of lists', async () => {
    const list = async (name: string, path: string) =>
      (await (sessions[name] as Session).get<{ items: { id: string; person: string }[] }>(path))
        .body.items;
    const policies = async (name: string) => (await list(name, '/v1/policies')).map(({ id }) => id);
    assert.deepEqual(await policies('ann'), ['conduct', 'visitors']);
    assert.deepEqual(await policies('ben'), ['conduct', 'keys', 'visitors']);
    assert.deepEqual(await policies('sue'), ['visitors']);
    assert.deepEqual(await policies('mia'), ['board', 'conduct', 'keys', 'visitors']);
    assert.deepEqual(await policies('stranger'), ['visitors']);
    const own = await list('ann', '/v1/acknowledgements');
    assert.deepEqual(
      own.map(({ person }) => person),
      [ids['ann']],
    );
    assert.equal((await list('mia', '/v1/acknowledgements?person=*')).length, 2);
    assert.deepEqual(await list('stranger', '/v1/acknowledgements?person=*'), []);
    assert.deepEqual(await list('stranger', `/v1/assignments?person=${ids['ben']}`), []);
    assert.equal((await list('stranger', '/v1/people')).length, 5);
  });

  test('nobody writes for another person or into another tenant', async () => {
    const ben = sessions['ben'] as Session;
    const session = randomUUID();
    const draft = {
      policy: 'conduct',
      version: 1,
      language: 'en',
      contentHash: ids['conduct'],
      sequence: 1,
      startedAt: '2026-11-24T09:00:00.000Z',
      method: 'visual',
      sections: [{ id: 'aim', seconds: 3 }],
    };
    assert.equal((await ben.send('PUT', `/v1/readings/${session}`, draft)).status, 200);
    const foreign = await (sessions['ann'] as Session).send('PUT', `/v1/readings/${session}`, {
      ...draft,
      sequence: 9,
    });
    assert.equal(foreign.status, 404);
    const abroad = await (sessions['stranger'] as Session).send(
      'PUT',
      `/v1/readings/${session}`,
      draft,
    );
    assert.equal(abroad.status, 404);
    const path = '/v1/policies/conduct/versions/1/reading';
    const mine = await ben.get<{ seconds: number }>(path);
    assert.equal(mine.body.seconds, 3);
  });

  test('somebody unknown or inactive is told so', async () => {
    for (const name of ['leo', 'nobody']) {
      const answer = await (await office.as(name)).get('/v1/me');
      assert.deepEqual([answer.status, answer.body['code']], [403, 'unknown-person']);
    }
    assert.equal((await (await office.as('ann', 'globex')).get('/v1/me')).status, 403);
  });
});
