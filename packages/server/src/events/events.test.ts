import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import type { MessageDraft } from '@heed/contract';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { audience, officeContent, person } from '../testing/content.js';
import { listen, until, type Listening } from '../testing/events.js';
import { openOffice, type Office } from '../testing/office.js';

const channel = (id: string, more: object = {}) => ({
  ...{ id, title: `The ${id} channel`, audience: 'inside', announcers: 'team', discussion: true },
  ...{ history: 'all' as const, ...more },
});

const office = officeContent();
const content = {
  ...office,
  audiences: [
    ...office.audiences,
    audience('team', { attribute: 'department', in: ['Security'] }),
    audience('berlin', { attribute: 'location', in: ['Berlin'] }),
  ],
  people: [
    ...office.people,
    person('bea', { location: 'Berlin' }),
    person('bo', { location: 'Berlin' }),
  ],
  channels: [
    channel('notices'),
    channel('berlin', { audience: 'berlin' }),
    channel('secrets', { audience: 'berlin', history: 'entered' }),
  ],
};

eachEngine('live events', (engine) => {
  let acme: Office;
  let app: App;
  const open: Listening[] = [];
  before(async () => {
    acme = await openOffice(await engine.newLocation());
    await acme.publish(content);
    app = acme.app('acme', { report: (line) => assert.match(line, /"rate-limited"/) });
  });
  after(async () => {
    for (const one of open) one.leave();
    await acme.close();
  });

  const hear = async (who: string, last?: string, seconds = 600): Promise<Listening> => {
    const token = await acme.issuer.sign(who, seconds);
    const heard = await listen((init) => app.request('/v1/events', init), token, last);
    open.push(heard);
    return heard;
  };
  const begun = async (who: string) => {
    const heard = await hear(who);
    await until(() => heard.said().includes('reset'));
    return heard;
  };
  const post = async (who: string, text: string, more: Partial<MessageDraft> = {}) => {
    const id = randomUUID();
    const draft = { channel: 'notices', kind: 'discussion', language: 'en', text, ...more };
    const { status } = await (
      await acme.as(who, 'acme', app)
    ).send('PUT', `/v1/messages/${id}`, draft);
    assert.equal(status, 200);
    return id;
  };
  const send = async (who: string, path: string, body: object) =>
    (await acme.as(who, 'acme', app)).send('PUT', path, body);

  test('begins with reset, and tells a message to whom it is open and to nobody else', async () => {
    const [ann, bea, otto] = [await begun('ann'), await begun('bea'), await begun('otto')];
    assert.equal(ann.headers.get('Content-Type'), 'text/event-stream');
    assert.equal(ann.headers.get('Cache-Control'), 'no-store');
    assert.equal(ann.headers.get('X-Accel-Buffering'), 'no');
    assert.ok(ann.headers.get('X-Request-Id') && ann.comments > 0);
    await post('bea', 'In Berlin', { channel: 'berlin' });
    await post('ann', 'For all');
    await until(() => [ann, bea, otto].every((one) => one.said().includes('For all')));
    assert.deepEqual(ann.said(), ['reset', 'For all']);
    assert.deepEqual(bea.said(), ['reset', 'In Berlin', 'For all']);
    assert.deepEqual(otto.said(), bea.said());
    const ids = bea.events.map(({ id }) => parseFloat(id));
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    );
  });

  test('a reply, a change, a withdrawal and what is done tell the message as it is now', async () => {
    const [ann, bo] = [await begun('ann'), await begun('bo')];
    const last = () => ann.events.at(-1)?.data;
    const alert = await post('mia', 'Lock', { kind: 'alert', action: { text: 'Lock the door' } });
    await until(() => last()?.id === alert);
    await post('ann', 'Why?', { thread: alert });
    await until(() => last()?.replies === 1);
    assert.deepEqual(ann.said().slice(1), ['Lock', 'Why?', 'Lock']);
    const said = { text: 'Lock', action: { text: 'Lock the door' } };
    const textHash = hashOf(canonicalText(said));
    await send('bo', `/v1/messages/${alert}/completion`, { textHash });
    await until(() => last()?.done?.count === 1);
    assert.ok(!ann.events.concat(bo.events).some(({ data }) => 'doneAt' in data));
    await send('mia', `/v1/revisions/${randomUUID()}`, { message: alert, text: 'Lock it' });
    await until(() => last()?.text === 'Lock it');
    await send('mia', `/v1/revisions/${randomUUID()}`, { message: alert, withdraw: true });
    await until(() => last()?.text === '');
    assert.equal(ann.events.length, bo.events.length);
  });

  test('resumes after any event without a gap and without what is not open', async () => {
    const whole = await begun('bea');
    const first = await post('bea', 'One');
    await post('bo', 'Two', { channel: 'berlin' });
    await post('ann', 'Three', { thread: first });
    await until(() => whole.said().includes('Three'));
    await until(() => whole.events.at(-1)?.data.id === first);
    assert.equal(new Set(whole.events.map(({ id }) => id)).size, whole.events.length);
    for (const { id } of whole.events) {
      const told = whole.events.slice(whole.events.findIndex((one) => one.id === id) + 1);
      const again = await hear('bea', id);
      await until(() => again.events.length >= new Set(told.map(({ data }) => data.id)).size);
      await wait(20);
      const ids = again.events.map(({ data }) => data.id);
      for (const { data } of told) assert.ok(ids.includes(data.id), `${data.text} after ${id}`);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(!again.said().includes('reset'));
      again.leave();
    }
    const ann = await hear('ann', whole.events[0]?.id);
    await until(() => ann.said().includes('Three'));
    assert.ok(!ann.said().includes('Two'));
    ann.leave();
  });

  for (const last of ['999999999', '0', 'never', '-1', '']) {
    test(`cannot resume from “${last}”, so it begins with reset`, async () => {
      const heard = await hear('ann', last);
      await until(() => heard.events.length > 0);
      assert.deepEqual(heard.said(), ['reset']);
      heard.leave();
    });
  }

  test('who enters an audience hears of channels, and only of what came since they entered', async () => {
    const earlier = await post('bea', 'Before', { channel: 'secrets' });
    const ann = await begun('ann');
    const moved = content.people.map((one) =>
      one.userName === 'ann' ? { ...one, location: 'Berlin' } : one,
    );
    await acme.publish({ ...content, people: moved });
    await until(() => ann.said().includes('channels'));
    const { id: last = '' } = ann.events[0] ?? {};
    await post('bea', 'To what was before', { channel: 'secrets', thread: earlier });
    await post('bea', 'After', { channel: 'secrets' });
    await until(() => ann.said().includes('After'));
    assert.ok(!ann.said().includes('To what was before') && !ann.said().includes('Before'));
    ann.leave();
    const again = await hear('ann', last);
    await until(() => again.said().includes('After'));
    assert.ok(again.said().includes('channels'));
    await acme.publish(content);
    await until(() => again.said().filter((name) => name === 'channels').length === 2);
    await post('bea', 'Among us', { channel: 'secrets' });
    await post('bea', 'Everybody');
    await until(() => again.said().includes('Everybody'));
    assert.ok(!again.said().includes('Among us'));
    again.leave();
  });

  test('ends when the person is no longer active, and when the token ends', async () => {
    const [bo, brief] = [await begun('bo'), await hear('ann', undefined, 2)];
    const from = Date.now();
    await acme.publish({
      ...content,
      people: content.people.map((one) =>
        one.userName === 'bo' ? { ...one, active: false } : one,
      ),
    });
    await until(() => bo.isOver);
    await until(() => brief.isOver);
    const lasted = Date.now() - from;
    assert.ok(lasted < 4000, `${lasted} ms`);
    await acme.publish(content);
    // A token that has run out within the tolerance between clocks opens nothing.
    assert.equal((await hear('ann', undefined, -2)).status, 401);
  });

  test('HEAD answers the head alone; other methods and strangers are refused', async () => {
    const token = await acme.issuer.sign('ann', 600);
    const ask = (method: string, headers = {}) => app.request('/v1/events', { method, headers });
    const head = await ask('HEAD', { authorization: `Bearer ${token}` });
    assert.deepEqual(
      [head.status, head.headers.get('Content-Type'), await head.text()],
      [200, 'text/event-stream', ''],
    );
    assert.equal((await ask('POST', { authorization: `Bearer ${token}` })).status, 405);
    assert.equal((await ask('GET')).status, 401);
  });

  test('a person has at most twenty streams at a time', async () => {
    const many: Listening[] = [];
    for (let at = 0; at < 20; at += 1) many.push(await hear('otto'));
    const own = open.filter((one) => !one.isOver).length;
    assert.ok(own >= 20);
    const refused = await hear('otto');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) > 0);
    many[0]?.leave();
    let again = await hear('otto');
    for (let tries = 0; tries < 100 && again.status === 429; tries += 1) {
      await wait(20);
      again = await hear('otto');
    }
    assert.equal(again.status, 200);
    for (const one of [...many, ...open]) one.leave();
  });

  test('is named among the profiles', async () => {
    const { body } = await (await acme.as('ann')).get<{ profiles: string[] }>('/.well-known/isms');
    assert.ok(body.profiles.includes('live'));
  });
});
