import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { officeContent } from '../testing/content.js';
import { listen, until, type Listening } from '../testing/events.js';
import { openOffice, type Office } from '../testing/office.js';

eachEngine('live events of tasks', (engine) => {
  let acme: Office;
  let app: App;
  const open: Listening[] = [];
  before(async () => {
    acme = await openOffice(await engine.newLocation());
    await acme.publish(officeContent());
    app = acme.app('acme');
  });
  after(async () => {
    for (const one of open) one.leave();
    await acme.close();
  });

  const hear = async (who: string, last?: string): Promise<Listening> => {
    const token = await acme.issuer.sign(who, 600);
    const heard = await listen((init) => app.request('/v1/events', init), token, last);
    open.push(heard);
    await until(() => last !== undefined || heard.said().includes('reset'));
    return heard;
  };
  const send = async (who: string, path: string, body: object) => {
    const answer = await (await acme.as(who, 'acme', app)).send('PUT', path, body);
    assert.equal(answer.status, 200, answer.text);
  };
  const tasks = (heard: Listening) =>
    heard.events.flatMap(({ name, data }) => (name === 'task' ? [data.id] : []));

  test('tell a task and its steps to those whom they are open to, resumed or not', async () => {
    const names = ['ann', 'ben', 'sue', 'mia', 'otto'];
    const heard = await Promise.all(names.map((name) => hear(name)));
    const [ann, ben, sue, mia, otto] = heard as [
      Listening,
      Listening,
      Listening,
      Listening,
      Listening,
    ];
    const { body: me } = await (await acme.as('ann')).get<{ id: string }>('/v1/me');
    const [first, second] = [randomUUID(), randomUUID()];
    const draft = { language: 'en', title: 'Return the key' };
    await send('mia', `/v1/tasks/${first}`, { ...draft, audience: 'inside' });
    await until(() => [ann, ben, mia, otto].every((one) => tasks(one).length === 1));
    const place = ben.events.at(-1)?.id;
    const comment = { task: first, kind: 'comment', person: me.id, text: 'Mine is blue.' };
    await send('ann', `/v1/steps/${randomUUID()}`, comment);
    await until(() => [ann, mia, otto].every((one) => tasks(one).length === 2));
    await send('mia', `/v1/tasks/${second}`, { ...draft, audience: 'engineering' });
    await until(() => [ben, mia, otto].every((one) => tasks(one).includes(second)));
    assert.deepEqual(tasks(ann), [first, first]);
    assert.deepEqual(tasks(ben), [first, second], 'nothing of the part of somebody else');
    assert.deepEqual(tasks(mia), [first, first, second]);
    assert.deepEqual(tasks(sue), []);
    const again = await hear('ben', place);
    await until(() => tasks(again).length > 0);
    assert.deepEqual(tasks(again), [second]);
  });
});
