import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Attachment, Message, MessageDraft, Problem } from '@heed/contract';
import { eachEngine } from '../../../../test/setup/engines.mjs';
import type { App } from '../app.js';
import { audience, channel, person } from '../testing/content.js';
import { checked, openOffice, type Checked, type Office } from '../testing/office.js';
import { day, partSize, patience } from './rules.js';
import * as pictures from './testing/pictures.js';

const content = () => ({
  people: [
    person('ann', { department: 'Engineering' }),
    person('bo', { department: 'Engineering' }),
    person('cy', { department: 'Sales' }),
    person('otto', { roles: ['auditor'] }),
  ],
  ...{ policies: [], packs: [] },
  audiences: [audience('makers', { attribute: 'department', in: ['Engineering'] })],
  channels: [channel('makers', 'makers', { announcers: 'makers' })],
});

/** A file of so many bytes of text. */
const fileOf = (bytes: number) =>
  Buffer.from(randomBytes(Math.ceil(bytes / 2)).toString('hex')).subarray(0, bytes);

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

eachEngine('attachments', (engine) => {
  let office: Office;
  let now = Date.parse('2026-11-30T12:00:00.000Z');
  let app: App;
  before(async () => {
    office = await openOffice(await engine.newLocation());
    await office.publish(content());
    // The operator hears of limits that are met; here they are meant to be.
    app = office.app('acme', { clock: () => new Date(now), report: () => undefined });
  });
  after(() => office.close());

  type Told = Checked<Attachment & Problem>;
  const send = async (
    who: string,
    path: string,
    body: Buffer,
    type = 'application/octet-stream',
  ) => {
    const headers = {
      Authorization: `Bearer ${await office.issuer.sign(who, 600)}`,
      'Content-Type': type,
    };
    const answer = await app.request(path, { method: 'PUT', headers, body: new Uint8Array(body) });
    return checked<Attachment & Problem>('PUT', path, answer);
  };
  const declare = async (who: string, id: string, name: string, size: number): Promise<Told> =>
    (await office.as(who, 'acme', app)).send('PUT', `/v1/attachments/${id}`, { name, size });
  const part = (who: string, id: string, file: Buffer, number: number) => {
    const bytes = file.subarray(number * partSize, (number + 1) * partSize);
    return send(who, `/v1/attachments/${id}/parts/${number}`, bytes);
  };
  const upload = async (
    who: string,
    file: Buffer,
    name = 'notes.txt',
    id: string = randomUUID(),
  ) => {
    let told = await declare(who, id, name, file.length);
    for (let number = 0; number * partSize < file.length; number++) {
      told = await part(who, id, file, number);
    }
    return told;
  };
  const read = async (who: string, id: string, more: Record<string, string> = {}) => {
    const headers = { Authorization: `Bearer ${await office.issuer.sign(who, 600)}`, ...more };
    const answer = await app.request(`/v1/attachments/${id}/content`, { headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const isOpen = async (id: string) => {
    const open: string[] = [];
    for (const who of ['ann', 'bo', 'cy', 'otto']) {
      const { answer, bytes } = await read(who, id);
      if (answer.status === 200) open.push(who);
      else assert.deepEqual([answer.status, JSON.parse(String(bytes)).code], [404, 'not-found']);
    }
    return open;
  };
  const draft = (attachments: string[], more: Partial<MessageDraft> = {}) => ({
    ...{ channel: 'makers', kind: 'discussion', language: 'en', text: 'See this.', attachments },
    ...more,
  });
  const post = async (who: string, body: object, id: string = randomUUID()) =>
    (await office.as(who, 'acme', app)).send<Message & Problem>('PUT', `/v1/messages/${id}`, body);
  const code = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
  const pieces = async (id: string) => {
    const [row] = await office.db.query<{ count: number }>(
      'select count(*)::int as count from attachment_chunks where tenant = $1 and attachment = $2',
      ['acme', id],
    );
    return row?.count;
  };

  test('a file arrives byte for byte, whatever the order of its parts and however often they come', async () => {
    const file = fileOf(3 * partSize + 17);
    const id = randomUUID();
    const first = await declare('ann', id, 'all.log', file.length);
    assert.deepEqual(first.body, {
      ...{ id, name: 'all.log', size: file.length, partSize, received: 0, ready: false },
    });
    const received: number[] = [];
    for (const number of [1, 0, 0, 3]) {
      received.push((await part('ann', id, file, number)).body.received);
    }
    assert.deepEqual(received, [0, 2 * partSize, 2 * partSize, 2 * partSize]);
    // Where somebody goes on who has lost every answer.
    const again = await declare('ann', id, 'all.log', file.length);
    assert.deepEqual([again.body.received, again.body.ready], [2 * partSize, false]);
    const { status, body } = await part('ann', id, file, 2);
    assert.equal(status, 200);
    const told = { mediaType: 'text/plain', hash: sha256(file), ready: true };
    assert.deepEqual(body, { ...first.body, received: file.length, ...told });
    assert.deepEqual((await declare('ann', id, 'all.log', file.length)).body, body);
    assert.deepEqual((await part('ann', id, file, 0)).body, body);
    const { answer, bytes } = await read('ann', id);
    assert.equal(bytes.equals(file), true);
    assert.equal(answer.headers.get('Content-Length'), String(file.length));
    assert.equal(answer.headers.get('Content-Type'), 'application/octet-stream');
    assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(answer.headers.get('Content-Security-Policy') ?? '', /^sandbox;/);
    const known = { 'If-None-Match': answer.headers.get('ETag') ?? '' };
    assert.equal((await read('ann', id, known)).answer.status, 304);
    assert.equal((await read('bo', id, known)).answer.status, 404);
  });

  test('what comes again while it is checked does not get past the check', async () => {
    const file = fileOf(2 * partSize);
    const id = randomUUID();
    await declare('ann', id, 'a.txt', file.length);
    await part('ann', id, file, 0);
    const other = Buffer.concat([Buffer.from('<svg>'), file.subarray(5)]);
    const all = await Promise.all([
      part('ann', id, file, 1),
      ...[0, 1, 0].map((number) => part('ann', id, other, number)),
    ]);
    const { answer, bytes } = await read('ann', id);
    if (answer.status === 404) assert.ok(all.some(({ body }) => body.code === 'file-refused'));
    else assert.ok(!bytes.includes('<svg>') && bytes.equals(file));
  });

  test('a process that is gone before it has checked is no loss: whoever asks next has it checked', async () => {
    const file = fileOf(partSize + 1);
    const id = randomUUID();
    await declare('ann', id, 'a.txt', file.length);
    await part('ann', id, file, 0);
    await office.db.query(
      'insert into attachment_chunks (tenant, attachment, number, bytes) values ($1, $2, 1, $3)',
      ['acme', id, file.subarray(partSize)],
    );
    assert.equal((await declare('ann', id, 'a.txt', file.length)).body.ready, true);
    assert.equal((await read('ann', id)).bytes.equals(file), true);
  });

  test('an id is one person’s, for one file', async () => {
    const id = randomUUID();
    await declare('ann', id, 'a.txt', 5);
    assert.deepEqual(code(await declare('bo', id, 'a.txt', 5)), [404, 'not-found']);
    assert.deepEqual(code(await part('bo', id, Buffer.from('hello'), 0)), [404, 'not-found']);
    assert.deepEqual(code(await declare('ann', id, 'a.txt', 6)), [422, 'attachment-reused']);
    assert.deepEqual(code(await declare('ann', id, 'b.txt', 5)), [422, 'attachment-reused']);
    assert.equal((await part('ann', id, Buffer.from('hello'), 0)).body.ready, true);
    assert.deepEqual(await isOpen(id), ['ann']);
  });

  test('what does not fit is refused, and says how', async () => {
    const id = randomUUID();
    for (const size of [0, -1, 1.5, 25 * 1024 * 1024 + 1]) {
      const { status, body } = await declare('ann', id, 'a.txt', size);
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, '/size']);
    }
    assert.deepEqual(code(await declare('ann', id, 'a\0.txt', 1)), [400, 'malformed']);
    assert.deepEqual(code(await declare('ann', id, '', 1)), [422, 'invalid']);
    const file = fileOf(partSize + 1);
    await declare('ann', id, 'a.txt', file.length);
    const to = (number: number) => `/v1/attachments/${id}/parts/${number}`;
    for (const [number, bytes] of [
      [0, file.subarray(0, -2)],
      [0, Buffer.alloc(0)],
      [1, file.subarray(0, 2)],
      [2, file.subarray(0, 1)],
    ] as const) {
      assert.deepEqual(code(await send('ann', to(number), bytes)), [422, 'invalid']);
    }
    assert.deepEqual(code(await send('ann', to(0), file)), [413, 'too-large']);
    const json = await send('ann', to(1), Buffer.from('"x"'), 'application/json');
    assert.deepEqual(code(json), [415, 'unsupported-media-type']);
    assert.deepEqual(code(await send('ann', to(-1), Buffer.alloc(1))), [422, 'invalid']);
    assert.equal(await pieces(id), 0);
  });

  test('a file of a kind that is not taken is refused for good, and nothing of it stays', async () => {
    const id = randomUUID();
    const file = Buffer.from('<svg onload="alert(1)"></svg>');
    const { status, body } = await upload('ann', file, 'logo.png', id);
    assert.deepEqual([status, body.code], [422, 'file-refused']);
    assert.match(body.detail ?? '', /SVG/);
    assert.deepEqual(code(await declare('ann', id, 'logo.png', file.length)), [
      422,
      'file-refused',
    ]);
    assert.deepEqual(code(await part('ann', id, file, 0)), [422, 'file-refused']);
    assert.equal(await pieces(id), 0);
    assert.deepEqual(await isOpen(id), []);
    assert.deepEqual(code(await post('ann', draft([id]))), [409, 'not-open-for-this']);
  });

  test('a picture is kept without what was said in it, under a name that is true', async () => {
    const place = Buffer.from('\xff\xfe\0\x0fGPS 52.5 13.4', 'latin1');
    const sent = Buffer.concat([pictures.jpeg.subarray(0, 2), place, pictures.jpeg.subarray(2)]);
    const { body } = await upload('ann', sent, '../../„Büro“ 100%.png');
    assert.deepEqual(
      [body.name, body.mediaType, body.size],
      ['„Büro“ 100%.jpg', 'image/jpeg', pictures.jpeg.length],
    );
    assert.equal(body.received, sent.length);
    const { answer, bytes } = await read('ann', body.id);
    assert.equal(bytes.equals(pictures.jpeg), true);
    assert.equal(body.hash, sha256(bytes));
    assert.equal(
      answer.headers.get('Content-Disposition'),
      `attachment; filename="_B_ro_ 100_.jpg"; filename*=UTF-8''%E2%80%9EB%C3%BCro%E2%80%9C%20100%25.jpg`,
    );
  });

  test('a file of many parts is taken', async () => {
    const file = Buffer.alloc(16 * partSize, 'one line after the other\n');
    const { body } = await upload('bo', file, 'long.txt');
    assert.deepEqual([body.ready, body.hash], [true, sha256(file)]);
    assert.equal((await read('bo', body.id)).bytes.equals(file), true);
  });

  test('what a message names is open to whom the message is, and gone with it', async () => {
    const one = (await upload('ann', Buffer.from('one'))).body;
    const two = (await upload('ann', pictures.png, 'two.png')).body;
    assert.deepEqual(await isOpen(one.id), ['ann']);
    const message = randomUUID();
    const said = await post('ann', draft([two.id, one.id]), message);
    const attached = [two, one].map(({ id, name, size, mediaType, hash }) => ({
      ...{ id, name, size, mediaType, hash },
    }));
    assert.deepEqual(said.body.attachments, attached);
    assert.deepEqual((await post('ann', draft([two.id, one.id]), message)).body, said.body);
    assert.deepEqual(await isOpen(one.id), ['ann', 'bo', 'otto']);
    const [row] = await office.db.query<{ record: string }>(
      `select record from audit_events where tenant = $1 and record::text like $2`,
      ['acme', `%${message}%`],
    );
    assert.deepEqual(JSON.parse(String(row?.record)).attachments, attached);
    for (const body of [draft([one.id]), draft([randomUUID()]), draft([one.id, one.id])]) {
      const before = await pieces(one.id);
      assert.ok([404, 409, 422].includes((await post('ann', body)).status));
      assert.equal(await pieces(one.id), before);
    }
    const withdrawal = { message, withdraw: true };
    const gone = await (
      await office.as('ann', 'acme', app)
    ).send<Message>('PUT', `/v1/revisions/${randomUUID()}`, withdrawal);
    assert.equal(gone.body.attachments, undefined);
    assert.deepEqual(await isOpen(one.id), []);
    assert.deepEqual([await pieces(one.id), await pieces(two.id)], [0, 0]);
    assert.deepEqual(code(await declare('ann', one.id, 'notes.txt', 3)), [404, 'not-found']);
    assert.deepEqual(code(await post('ann', draft([one.id]))), [409, 'not-open-for-this']);
  });

  test('a refused post lets what it names stand where it was', async () => {
    const mine = (await upload('ann', Buffer.from('mine'))).body;
    const theirs = (await upload('bo', Buffer.from('theirs'))).body;
    const half = randomUUID();
    await declare('ann', half, 'half.txt', 9);
    assert.deepEqual(code(await post('ann', draft([mine.id, theirs.id]))), [404, 'not-found']);
    assert.deepEqual(code(await post('ann', draft([mine.id, half]))), [409, 'not-open-for-this']);
    assert.deepEqual(await isOpen(mine.id), ['ann']);
    assert.equal((await post('ann', draft([mine.id]))).status, 200);
    const two = await Promise.all([1, 2].map(() => post('bo', draft([theirs.id]))));
    assert.deepEqual(two.map(({ status }) => status).sort(), [200, 409]);
  });

  test('what nothing names is forgotten after a while, and what is named is not', async () => {
    const [named, loose] = [
      (await upload('ann', Buffer.from('named'))).body,
      (await upload('ann', Buffer.from('loose'))).body,
    ];
    await post('ann', draft([named.id]));
    now += patience + 1000;
    await upload('bo', Buffer.from('later'));
    assert.deepEqual(await isOpen(loose.id), []);
    assert.equal(await pieces(loose.id), 0);
    assert.deepEqual(await isOpen(named.id), ['ann', 'bo', 'otto']);
    assert.equal((await declare('ann', loose.id, 'notes.txt', 5)).body.received, 0);
  });

  test('a person sends so much in a day, and others are not held up by it', async () => {
    now += patience;
    const size = 25 * 1024 * 1024;
    for (let count = 0; count < 10; count++) {
      assert.equal((await declare('cy', randomUUID(), 'a.txt', size)).status, 200);
    }
    const full = await declare('cy', randomUUID(), 'a.txt', 1);
    assert.deepEqual(code(full), [429, 'rate-limited']);
    assert.equal(full.headers.get('Retry-After'), String(day / 1000));
    assert.equal((await declare('bo', randomUUID(), 'a.txt', size)).status, 200);
    now += day;
    assert.equal((await declare('cy', randomUUID(), 'a.txt', 1)).status, 200);
  });
});
