import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Channel, Completion, Message, MessageDraft, Problem, Revision } from '@heed/contract';
import { verify } from '@heed/evidence';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import { audience, officeContent, person } from '../testing/content.js';
import { openOffice, type Checked, type Office } from '../testing/office.js';

const channel = (id: string, more: object = {}) => ({
  ...{ id, title: `The ${id} channel`, audience: 'inside', announcers: 'team', discussion: true },
  ...{ history: 'all' as const, ...more },
});

function content() {
  const office = officeContent();
  return {
    ...office,
    audiences: [
      ...office.audiences,
      audience('team', { attribute: 'department', in: ['Security'] }),
      audience('berlin', {
        all: [
          { attribute: 'department', in: ['Engineering'] },
          { attribute: 'location', in: ['Berlin'] },
        ],
      }),
    ],
    people: [
      ...office.people,
      person('bea', { department: 'Engineering', location: 'Berlin' }),
      person('bo', { department: 'Engineering', location: 'Berlin' }),
    ],
    channels: [
      channel('notices'),
      channel('berlin', { audience: 'berlin' }),
      channel('secrets', { audience: 'berlin', history: 'entered' }),
      channel('told', { discussion: false }),
    ],
  };
}

eachEngine('messages', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(content());
  });
  after(() => office.close());

  const draft = (more: Partial<MessageDraft> = {}): MessageDraft => ({
    ...{ channel: 'notices', kind: 'broadcast', language: 'en', text: 'Good *morning*.' },
    ...more,
  });
  const alert = { kind: 'alert', action: { text: 'Lock the door.' } } as const;
  type Posted = Checked<Message & Problem>;
  const post = async (who: string, more: Partial<MessageDraft>, id: string = randomUUID()) =>
    (await office.as(who)).send<Message & Problem>('PUT', `/v1/messages/${id}`, draft(more));
  const revise = async (who: string, body: object, id: string = randomUUID()): Promise<Posted> =>
    (await office.as(who)).send('PUT', `/v1/revisions/${id}`, body);
  const get = async <T>(who: string, path: string) => (await office.as(who)).get<T & Problem>(path);
  const list = async (who: string, of: string, query = '') => {
    const { body } = await get<{ items: Message[]; next?: string }>(
      who,
      `/v1/channels/${of}/messages${query}`,
    );
    return body;
  };
  const texts = ({ items }: { items: Message[] }) => items.map(({ text }) => text);
  const code = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

  test('channels are open to whom they tell, to who announces, and to the roles', async () => {
    const open = async (who: string) => {
      const { body } = await get<{ items: Channel[] }>(who, '/v1/channels');
      return body.items.map(({ id, mayAnnounce, mayDiscuss }) => {
        return `${id}${mayAnnounce ? ' announces' : ''}${mayDiscuss ? ' discusses' : ''}`;
      });
    };
    assert.deepEqual(await open('ann'), ['notices discusses', 'told']);
    assert.deepEqual(await open('bea'), [
      ...['berlin discusses', 'notices discusses', 'secrets discusses', 'told'],
    ]);
    assert.deepEqual(await open('sue'), []);
    assert.deepEqual(await open('mia'), [
      ...['berlin announces discusses', 'notices announces discusses'],
      ...['secrets announces discusses', 'told announces'],
    ]);
    assert.deepEqual(await open('otto'), ['berlin', 'notices discusses', 'secrets', 'told']);
    const berlin = (await get<Channel>('mia', '/v1/channels/berlin')).body;
    assert.deepEqual([berlin.people, berlin.audience.title], [2, 'Audience berlin']);
    assert.deepEqual(code(await get('ann', '/v1/channels/berlin')), [404, 'not-found']);
  });

  test('a broadcast reaches its audience and nobody else', async () => {
    const { status, body } = await post('mia', { channel: 'berlin', title: 'Keys' });
    assert.equal(status, 200);
    assert.deepEqual(body.author, { id: body.author.id, displayName: 'MIA' });
    assert.equal(body.html, '<p>Good <em>morning</em>.</p>');
    assert.deepEqual(texts(await list('bo', 'berlin')), ['Good *morning*.']);
    for (const who of ['ann', 'sue']) {
      assert.deepEqual(code(await get(who, `/v1/messages/${body.id}`)), [404, 'not-found']);
      assert.deepEqual(code(await get(who, '/v1/channels/berlin/messages')), [404, 'not-found']);
    }
    const { body: bea } = await get<Channel>('bea', '/v1/channels/berlin');
    assert.deepEqual([bea.unread, bea.latestAt, bea.position], [1, body.postedAt, undefined]);
    const seen = await (
      await office.as('bea')
    ).send('PUT', '/v1/channels/berlin/position', {
      message: body.id,
    });
    assert.deepEqual(seen.body, { channel: 'berlin', message: body.id, unread: 0 });
    assert.equal((await get<Channel>('bo', '/v1/channels/berlin')).body.unread, 1);
  });

  test('the same post is posted once, and its id is nobody else’s', async () => {
    const id = randomUUID();
    const first = await post('ann', { kind: 'discussion', text: 'once' }, id);
    const again = await post('ann', { kind: 'discussion', text: 'once' }, id);
    assert.deepEqual(again.body, first.body);
    const other = await post('ann', { kind: 'discussion', text: 'twice' }, id);
    assert.deepEqual(code(other), [422, 'message-reused']);
    const foreign = await post('ben', { kind: 'discussion', text: 'once' }, id);
    assert.deepEqual(code(foreign), [404, 'not-found']);
    assert.equal(texts(await list('ann', 'notices')).filter((text) => text === 'once').length, 1);
    const all = Array.from({ length: 8 }, () =>
      post('ann', { kind: 'discussion', text: 'at once' }, 'the-same'),
    );
    for (const one of await Promise.all(all)) assert.equal(one.status, 200);
    assert.equal(texts(await list('ann', 'notices')).filter((t) => t === 'at once').length, 1);
  });

  test('who may not say something is told so', async () => {
    const announced = 'not an announcer';
    for (const kind of [{ kind: 'broadcast' } as const, alert]) {
      assert.deepEqual(code(await post('ann', { ...kind, text: announced })), [403, 'forbidden']);
    }
    assert.deepEqual(code(await post('ann', { channel: 'told', kind: 'discussion' })), [
      403,
      'forbidden',
    ]);
    assert.deepEqual(code(await post('ann', { channel: 'berlin', kind: 'discussion' })), [
      404,
      'not-found',
    ]);
    assert.deepEqual(code(await post('mia', { kind: 'alert' })), [422, 'invalid']);
    assert.deepEqual(code(await post('mia', { action: alert.action })), [422, 'invalid']);
    assert.ok(!texts(await list('mia', 'notices')).includes(announced));
  });

  test('replies are to what begins a thread', async () => {
    const { body: root } = await post('mia', { text: 'root' });
    const reply = { kind: 'discussion', thread: root.id } as const;
    const { body: first } = await post('ann', { ...reply, text: 'first' });
    await post('ben', { ...reply, text: 'second' });
    assert.equal(first.thread, root.id);
    assert.deepEqual(texts(await list('ann', 'notices', `?thread=${root.id}`)), [
      'first',
      'second',
    ]);
    const { body: now } = await get<Message>('ann', `/v1/messages/${root.id}`);
    assert.equal(now.replies, 2);
    assert.ok(
      !texts(await list('ann', 'notices')).includes('first'),
      'replies are in their thread',
    );
    const deeper = await post('ben', { ...reply, thread: first.id });
    assert.deepEqual(code(deeper), [409, 'not-open-for-this']);
    assert.deepEqual(code(await post('mia', { thread: root.id })), [409, 'not-open-for-this']);
    assert.deepEqual(code(await post('ann', { ...reply, title: 'No' })), [422, 'invalid']);
    const elsewhere = await post('mia', { ...reply, channel: 'berlin' });
    assert.deepEqual(code(elsewhere), [404, 'not-found']);
    await revise('ann', { message: first.id, withdraw: true });
    assert.equal((await get<Message>('ann', `/v1/messages/${root.id}`)).body.replies, 1);
  });

  test('a channel is read from its newest message on, or around one', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 7; n++) {
      ids.push((await post('mia', { channel: 'told', text: `${n}` })).body.id);
    }
    assert.deepEqual(texts(await list('ann', 'told', '?limit=3')), ['7', '6', '5']);
    const { next } = await list('ann', 'told', '?limit=3');
    await post('mia', { channel: 'told', text: '8' });
    assert.deepEqual(texts(await list('ann', 'told', `?limit=3&cursor=${next}`)), ['4', '3', '2']);
    const around = await list('ann', 'told', `?after=${ids[3]}&limit=2`);
    assert.deepEqual(texts(around), ['5', '6']);
    assert.deepEqual(
      texts(await list('ann', 'told', `?after=${ids[3]}&limit=2&cursor=${around.next}`)),
      ['7', '8'],
    );
    assert.deepEqual(texts(await list('ann', 'told', `?before=${ids[3]}&limit=2`)), ['3', '2']);
    const foreign = `/v1/channels/told/messages?cursor=${around.next}`;
    assert.deepEqual(code(await get('ann', foreign)), [422, 'invalid'], 'of another part');
    assert.deepEqual(code(await get('ann', `/v1/channels/notices/messages?after=${ids[3]}`)), [
      404,
      'not-found',
    ]);
    assert.deepEqual(
      code(await get('ann', `/v1/channels/told/messages?after=${ids[3]}&before=${ids[1]}`)),
      [422, 'invalid'],
    );
  });

  test('what is done is counted, once for each, and proven', async () => {
    const { body: one } = await post('mia', { ...alert, channel: 'berlin' });
    assert.deepEqual(one.done, { count: 0, of: 2 });
    let shown = hashOf(canonicalText({ text: one.text, action: one.action }));
    const complete = async (who: string) =>
      (await office.as(who)).send<Completion & Problem>(
        'PUT',
        `/v1/messages/${one.id}/completion`,
        { textHash: shown },
      );
    const outdated = shown;
    await revise('mia', { message: one.id, text: 'Two doors are open.' });
    assert.deepEqual(code(await complete('bea')), [409, 'text-mismatch']);
    const { body: now } = await get<Message>('bea', `/v1/messages/${one.id}`);
    assert.deepEqual(now.done, { count: 0, of: 2 });
    shown = hashOf(canonicalText({ text: now.text, action: now.action }));
    const first = await complete('bea');
    assert.equal(first.status, 200);
    const { record } = await verify(first.body.receipt);
    assert.deepEqual(record['message'], { id: one.id, channel: 'berlin' });
    assert.deepEqual(record['action'], alert.action);
    assert.equal(record['textHash'], shown);
    assert.equal((record['person'] as { userName: string }).userName, 'bea');
    assert.deepEqual((await complete('bea')).body, first.body);
    shown = outdated;
    assert.deepEqual((await complete('bea')).body, first.body, 'of whichever words');
    const { body: bea } = await get<Message>('bea', `/v1/messages/${one.id}`);
    assert.deepEqual([bea.done, bea.doneAt], [{ count: 1, of: 2 }, first.body.recordedAt]);
    assert.equal((await get<Message>('bo', `/v1/messages/${one.id}`)).body.doneAt, undefined);
    assert.deepEqual(code(await complete('mia')), [409, 'not-open-for-this']);
    assert.deepEqual(code(await complete('ann')), [404, 'not-found']);
    const asked = await get<{ items: { person: { displayName: string }; doneAt?: string }[] }>(
      'mia',
      `/v1/messages/${one.id}/completions`,
    );
    const done = asked.body.items.map(({ person: who, doneAt }) => [who.displayName, doneAt]);
    assert.deepEqual(
      new Map(done as [string, string][]),
      new Map<string, string | undefined>([
        ['BEA', first.body.recordedAt],
        ['BO', undefined],
      ]),
    );
    assert.deepEqual(code(await get('bea', `/v1/messages/${one.id}/completions`)), [
      403,
      'forbidden',
    ]);
    assert.deepEqual(code(await revise('bea', { message: one.id, withdraw: true })), [
      403,
      'forbidden',
    ]);
    await revise('mia', { message: one.id, withdraw: true });
    assert.deepEqual(code(await complete('bo')), [409, 'not-open-for-this']);
    assert.deepEqual((await complete('bea')).body, first.body, 'what was recorded stays');
  });

  test('a changed message keeps what it said; a withdrawn one says nothing any more', async () => {
    const { body: one } = await post('ann', { kind: 'discussion', text: 'teh door' });
    const change = { message: one.id, text: 'the door' };
    const id = randomUUID();
    const changed = await revise('ann', change, id);
    assert.deepEqual([changed.body.text, changed.body.html], ['the door', '<p>the door</p>']);
    assert.ok(changed.body.editedAt);
    assert.deepEqual((await revise('ann', change, id)).body, changed.body);
    assert.deepEqual(code(await revise('ann', { ...change, text: 'x' }, id)), [
      422,
      'message-reused',
    ]);
    assert.deepEqual(code(await revise('ben', change)), [403, 'forbidden']);
    assert.deepEqual(code(await revise('ben', change, id)), [404, 'not-found']);
    assert.deepEqual(code(await revise('ann', { message: one.id })), [422, 'invalid']);
    const gone = await revise('ann', { message: one.id, withdraw: true });
    assert.deepEqual([gone.body.text, gone.body.html], ['', '']);
    assert.ok(gone.body.withdrawnAt);
    assert.deepEqual(code(await revise('ann', change)), [409, 'not-open-for-this']);
    const said = await get<{ items: Revision[] }>('otto', `/v1/messages/${one.id}/revisions`);
    assert.deepEqual(
      said.body.items.map(({ text }) => text),
      ['teh door', 'the door', undefined],
    );
    assert.equal(said.body.items[0]?.id, one.id);
    assert.deepEqual(code(await get('ben', `/v1/messages/${one.id}/revisions`)), [
      403,
      'forbidden',
    ]);
  });

  test('who enters later sees the history that the channel allows', async () => {
    await post('mia', { channel: 'secrets', text: 'before' });
    const { body: root } = await post('bea', {
      channel: 'secrets',
      kind: 'discussion',
      text: 'old',
    });
    const joined = content();
    const cy = person('cy', { department: 'Engineering', location: 'Berlin' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await office.publish({ ...joined, people: [...joined.people, cy] });
    assert.deepEqual(texts(await list('cy', 'secrets')), []);
    assert.ok(texts(await list('cy', 'berlin')).length > 0, 'the other one tells everything');
    assert.deepEqual(code(await get('cy', `/v1/messages/${root.id}`)), [404, 'not-found']);
    const late = { channel: 'secrets', kind: 'discussion', thread: root.id, text: 'late' } as const;
    const { body: reply } = await post('bea', late);
    assert.deepEqual(code(await get('cy', `/v1/messages/${reply.id}`)), [404, 'not-found']);
    assert.deepEqual(code(await post('cy', late)), [404, 'not-found']);
    await post('mia', { channel: 'secrets', text: 'after' });
    assert.deepEqual(texts(await list('cy', 'secrets')), ['after']);
    assert.equal((await get<Channel>('cy', '/v1/channels/secrets')).body.unread, 1);
    assert.deepEqual(texts(await list('otto', 'secrets')), ['after', 'old', 'before']);
  });

  test('words are found in messages and replies, in the language of each', async () => {
    const found = async (who: string, words: string, of = 'notices') =>
      texts(await list(who, of, `?search=${encodeURIComponent(words)}`));
    const one = { kind: 'discussion', text: 'Two badgers were seen at the turnstiles' } as const;
    const { body: root } = await post('ann', one);
    const { body: reply } = await post('ben', {
      ...{ kind: 'discussion', thread: root.id, text: 'A badger? At night?' },
    });
    await post('ann', {
      kind: 'discussion',
      language: 'de',
      text: 'Alle Türen waren offen',
    });
    await post('mia', { title: 'Badger alarm', text: 'Close the gate' });
    assert.deepEqual(await found('ann', 'BADGER'), ['Close the gate', reply.text, root.text]);
    assert.deepEqual(await found('ann', 'turnstile badgers'), [root.text]);
    assert.deepEqual(await found('ann', 'turnstile or walrus'), []);
    assert.deepEqual(await found('ann', 'TÜR'), ['Alle Türen waren offen']);
    assert.deepEqual(await found('ann', 'badger -night'), [reply.text], 'words, and no signs');
    assert.deepEqual(await found('ann', 'walrus'), []);
    for (const odd of ["'", '"', '&|!()', '\\', ':*', '🦡'])
      assert.deepEqual(await found('ann', odd), []);
    assert.deepEqual(await found('mia', 'badger', 'told'), []);
    await revise('ann', { message: root.id, text: 'Two foxes' });
    assert.deepEqual(await found('ann', 'foxes'), ['Two foxes']);
    assert.deepEqual(await found('ann', 'turnstile'), []);
    await revise('ben', { message: reply.id, withdraw: true });
    assert.deepEqual(await found('ann', 'badger'), ['Close the gate']);
    assert.deepEqual(await found('cy', 'old', 'secrets'), [], 'from before they entered');
    assert.deepEqual(await found('cy', 'late', 'secrets'), [], 'in a thread from before');
    assert.deepEqual(await found('bea', 'late', 'secrets'), ['late']);
    for (const which of ['first', 'second']) await post('mia', { text: `The ${which} window` });
    const page = await list('ann', 'notices', '?search=window&limit=1');
    assert.deepEqual(texts(page), ['The second window']);
    const rest = `?search=window&limit=1&cursor=${page.next ?? ''}`;
    assert.deepEqual(texts(await list('ann', 'notices', rest)), ['The first window']);
    const both = `/v1/channels/notices/messages?search=a&after=${root.id}`;
    assert.deepEqual(code(await get('ann', both)), [422, 'invalid']);
  });

  test('nothing in a text becomes more than a section may hold', async () => {
    const text =
      '<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](/here) <b>x</b> 1 < 2 🦉\n\n[a](javascript:alert(1)) [b](/here)\none\ntwo\n\n# Title\n\n- item\n';
    const { body } = await post('ann', { kind: 'discussion', text });
    assert.equal(body.text, text);
    assert.ok(!/<(script|img|b)\b|href/i.test(body.html), body.html);
    assert.match(body.html, /&#x3C;script>alert\(1\)&#x3C;\/script>/);
    assert.match(body.html, /one<br>\n?two/);
    assert.match(body.html, /<p><strong>Title<\/strong><\/p>\n<ul>/);
  });

  test('every act is an entry of the log', async () => {
    const rows = await office.db.query<{ type: string }>(
      `select distinct type from audit_events where tenant = 'acme' and type ~ 'message|alert|channel'
       order by type`,
    );
    assert.deepEqual(
      rows.map(({ type }) => type),
      [
        ...['isms.alert.done', 'isms.channel.defined', 'isms.message.changed'],
        ...['isms.message.posted', 'isms.message.withdrawn'],
      ],
    );
  });
});
