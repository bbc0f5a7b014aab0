import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Acknowledgement, Assignment, Person, Problem } from '@heed/contract';
import { draftFor } from '../testing/office.js';
import { office } from './office.js';
import { openBackend, type InProcessBackend } from './open.js';

describe('a backend within the process of a test', () => {
  const now = new Date('2027-03-01T08:00:00.000Z');
  let backend: InProcessBackend;
  before(async () => {
    backend = await openBackend(office, { clock: () => now });
  });
  after(() => backend.close());

  async function ask<T>(token: string, path: string, init: RequestInit = {}) {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    const answer = await backend.fetch(new Request(backend.baseUrl + path, { ...init, headers }));
    return { status: answer.status, body: (await answer.json()) as T };
  }

  it('knows its people by the tokens that it gives, and nobody else', async () => {
    const { body } = await ask<Person>(await backend.token('ann'), '/v1/me');
    assert.equal(body.displayName, 'Ann Lee');
    for (const [token, code] of [
      [await backend.token('ann', -60), 'not-signed-in'],
      [await backend.token('nobody'), 'unknown-person'],
      ['forged', 'not-signed-in'],
    ] as const) {
      assert.equal((await ask<Problem>(token, '/v1/me')).body.code, code);
    }
  });

  it('asks for what it holds, records by its own clock, and has no door for personas', async () => {
    const token = await backend.token('ben');
    const { body } = await ask<{ items: Assignment[] }>(token, '/v1/assignments?policy=clean-desk');
    const [asked] = body.items;
    assert.equal(asked?.dueAt?.slice(0, 10), '2027-03-15');
    const recorded = await ask<Acknowledgement>(token, '/v1/acknowledgements', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: JSON.stringify(draftFor(asked)),
    });
    assert.equal(recorded.status, 201);
    assert.equal(recorded.body.recordedAt, now.toISOString());
    assert.equal((await ask(token, '/dev/personas')).status, 404);
  });

  it('can be given other people and packs', async () => {
    const rest = office.people.filter(({ userName }) => userName !== 'otto');
    await backend.publish({ ...office, people: rest, packs: [] });
    const gone = await ask<Problem>(await backend.token('otto'), '/v1/me');
    assert.equal(gone.body.code, 'unknown-person');
    const { body } = await ask<{ items: Assignment[] }>(
      await backend.token('ann'),
      '/v1/assignments?state=open',
    );
    assert.deepEqual(body.items, []);
  });

  it('leaves nothing behind, also when its content is none', async (t) => {
    // Other tests have theirs where this one would look.
    const { TMPDIR } = process.env;
    const folder = await mkdtemp(join(tmpdir(), 'heed-own-'));
    process.env['TMPDIR'] = folder;
    t.after(async () => {
      if (TMPDIR) process.env['TMPDIR'] = TMPDIR;
      else delete process.env['TMPDIR'];
      await rm(folder, { recursive: true });
    });
    const data = async () =>
      (await readdir(folder)).filter((name) => name.startsWith('heed-in-process-'));
    {
      await using second = await openBackend();
      assert.equal((await data()).length, 1);
      await second.close();
    }
    const broken = { ...office, policies: [{ id: 'x' } as never] };
    await assert.rejects(openBackend(broken), { message: /policies\[0\]\.title/ });
    const impossible = { ...office, people: [...office.people, ...office.people] };
    await openBackend(impossible).then(
      (made) => made.close(),
      () => undefined,
    );
    assert.deepEqual(await data(), []);
  });
});
