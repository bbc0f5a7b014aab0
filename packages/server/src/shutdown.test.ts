// What a stopping process has begun, it finishes: played against the real command, with connections that are held.
import assert from 'node:assert/strict';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { after, describe, test } from 'node:test';
import type { Acknowledgement, Assignment, Person } from '@heed/contract';
import { temporaryFolder } from '../../../test/setup/engines.mjs';
import { asPerson, runHeed, type Command } from './testing/command.js';
import { draftFor } from './testing/office.js';

interface Answer {
  status: number | undefined;
  connection: string | undefined;
  body: string;
}

async function readAll(answer: IncomingMessage): Promise<Answer> {
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  return { status: answer.statusCode, connection: answer.headers.connection, body };
}

/** One client with one connection, which it keeps. */
function client(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (
    path: string,
    { method = 'GET', headers = {}, body = '' }: RequestOptions = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(address + path, { agent, method, headers }, (answer) =>
        readAll(answer).then(resolve, reject),
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

async function tokenOf(address: string, userName: string): Promise<string> {
  const answer = await fetch(`${address}/dev/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userName }),
  });
  return ((await answer.json()) as { token: string }).token;
}

interface Act {
  headers: Record<string, string>;
  body: string;
}

/** One act for everything that is asked of the people of the starter, at most `most`. */
async function actsOf(address: string, most: number): Promise<Act[]> {
  const { items: people } = (
    await asPerson<{ items: Person[] }>(address, 'ines.tavares', '/v1/people?limit=200')
  ).body;
  const acts: Act[] = [];
  for (const { userName } of people.filter(({ active }) => active)) {
    const path = '/v1/assignments?state=open&limit=200';
    const { items } = (await asPerson<{ items: Assignment[] }>(address, userName, path)).body;
    const token = await tokenOf(address, userName);
    for (const assignment of items.filter(({ asks, check }) => asks !== 'display' && !check)) {
      const language = assignment.documents[0]?.language ?? 'en';
      const body = JSON.stringify(draftFor(assignment, language));
      acts.push({
        body,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(body)),
          'Idempotency-Key': `stop-${acts.length}`,
        },
      });
      if (acts.length === most) return acts;
    }
  }
  return acts;
}

async function isRefused(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return false;
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ECONNREFUSED');
    return true;
  } finally {
    socket.destroy();
  }
}

/** Sends the head of an act and keeps the body back. */
async function begin(address: string, { headers }: Act): Promise<Socket> {
  const { host, hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const lines = Object.entries({ Host: host, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(`POST /v1/acknowledgements HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return socket;
}

describe('SIGTERM', { timeout: 60_000 }, () => {
  const started: Command[] = [];
  after(() => {
    for (const { child } of started) child.kill('SIGKILL');
  });

  async function start(data: string): Promise<Command & { address: string }> {
    const run = await runHeed(['--dev', '--data', data]);
    started.push(run);
    assert.ok(run.address, run.errors);
    return Object.assign(run, { address: run.address.replace('localhost', '127.0.0.1') });
  }

  test('while acknowledgements are under way: every one is answered, none is lost, nobody new comes in', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await start(data);
    const [held, ...acts] = await actsOf(first.address, 61);
    assert.ok(held && acts.length >= 40, `${acts.length} acts`);
    const clients = acts.map(() => client(first.address));
    for (const ask of clients) assert.equal((await ask('/health')).status, 200);
    const open = await begin(first.address, held);
    const late = client(first.address);
    await late('/health');

    const sending = clients.map((ask, index) =>
      ask('/v1/acknowledgements', { method: 'POST', ...acts[index] }),
    );
    first.child.kill('SIGTERM');
    const answers = await Promise.all(sending);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);

    // One request is still under way, so the process is there: it finishes, and takes nothing new.
    assert.ok(await isRefused(first.address));
    assert.equal(first.child.exitCode, null);
    let said = '';
    open.on('data', (chunk) => (said += String(chunk)));
    open.write(held.body);
    await once(open, 'close');
    assert.match(said, /^HTTP\/1\.1 201 /);
    assert.match(said, /^connection: close\r$/im);
    assert.equal(await first.ended, 0, first.errors);
    await assert.rejects(late('/health'));

    const again = await start(data);
    const kept = await asPerson<{ items: Acknowledgement[] }>(
      again.address,
      'ines.tavares',
      '/v1/acknowledgements?person=*&limit=200',
    );
    const receipts = kept.body.items.map(({ receipt }) => receipt).sort();
    const answered = [...answers.map(({ body }) => body), said.slice(said.indexOf('\r\n\r\n') + 4)];
    const told = answered.map((body) => /"receipt":"(?:[^"\\]|\\.)*"/.exec(body)?.[0] ?? '');
    assert.deepEqual(
      told.map((each) => JSON.parse(`{${each}}`).receipt as string).sort(),
      receipts,
    );
    again.child.kill('SIGTERM');
    assert.equal(await again.ended, 0);
  });

  test('is not held up by clients that keep their connection, or have sent nothing on it', async () => {
    const run = await start(join(temporaryFolder(), 'data'));
    const { hostname, port } = new URL(run.address);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    assert.equal((await client(run.address)('/health')).status, 200);
    const began = Date.now();
    run.child.kill('SIGTERM');
    assert.equal(await run.ended, 0);
    // Held up it would be for 20 s.
    assert.ok(Date.now() - began < 15_000, `${Date.now() - began} ms`);
    silent.destroy();
  });
});
