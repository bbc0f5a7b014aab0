// What goes over the wire when somebody reports without a name, while they are signed in on the same page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimRecorded, OpenedClaim, Triage } from '@heed/contract';
import { createClaimCode, createClient } from './index.js';
import { goldenJson } from './testing/golden.js';

const canary = 'sea-otter';

/** Everything of a request that anybody could read. */
async function wireOf(request: Request): Promise<string> {
  const { method, url, headers, credentials, referrer, referrerPolicy } = request;
  const sent = { method, url, headers: [...headers], credentials, referrer, referrerPolicy };
  return JSON.stringify({ ...sent, body: await request.clone().text() });
}

test('a report without a name, and what is said in it, carry nothing of who is signed in', async () => {
  const sent: string[] = [];
  const requests: Request[] = [];
  let asked = 0;
  const isms = createClient({
    baseUrl: 'https://isms.example.com',
    storage: 'memory',
    getToken: () => ((asked += 1), canary),
    hooks: { beforeRequest: [(request) => void request.headers.set('x-user', canary)] },
    fetch: async (input) => {
      const request = input as Request;
      requests.push(request);
      sent.push(await wireOf(request));
      const verb =
        request.method === 'POST' ? 'open' : /answers/.test(request.url) ? 'answer' : 'record';
      return Response.json(goldenJson(`claims.${verb}.200.json`));
    },
  });
  const code = createClaimCode();
  const made: ClaimRecorded = await isms.claims.record({
    ...{ claim: 'c-1', language: 'en', noticed: 'The door', code },
  });
  assert.equal(made.incident.privacy, 'anonymous');
  const opened: OpenedClaim = await isms.claims.open({ code });
  assert.equal(opened.answers.length, 1);
  await isms.claims.answer({ answer: 'a-1', code, text: 'More' });
  assert.equal(sent.length, 3);
  assert.equal(asked, 0, 'nobody is asked for a token');
  for (const [at, text] of sent.entries()) {
    assert.ok(!text.includes(canary), text);
    assert.equal(requests[at]?.credentials, 'omit');
    assert.equal(requests[at]?.referrerPolicy, 'no-referrer');
    assert.ok(!requests[at]?.url.includes(code), 'a code is in no address');
    const names = [...(requests[at]?.headers.keys() ?? [])].sort();
    assert.deepEqual(names, ['accept', 'content-type']);
  }
  // The same client, a moment later, by name: then the token and the hooks of the host are used.
  await isms.incidents.read({ incident: 'i-1' }).catch(() => undefined);
  assert.ok(sent.at(-1)?.includes(canary));
  isms.close();
});

test('a claim code is 16 digits, another one every time', () => {
  const codes = Array.from({ length: 500 }, createClaimCode);
  for (const code of codes) assert.match(code, /^[0-9]{16}$/);
  assert.equal(new Set(codes).size, codes.length);
  const digits = new Set(codes.join(''));
  assert.equal(digits.size, 10);
});

test('a change of a triage names what it changes in If-Match, and not in its body', async () => {
  let seen: Request | undefined;
  const isms = createClient({
    ...{ baseUrl: 'https://isms.example.com', storage: 'memory', getToken: () => 'token' },
    fetch: (input) => {
      seen = (input as Request).clone();
      return Promise.resolve(Response.json(goldenJson<Triage>('triage.record.200.json')));
    },
  });
  await isms.triage.record({ incident: 'i-1', revision: '3', state: 'assessing' });
  assert.equal(seen?.headers.get('if-match'), '"3"');
  assert.deepEqual(await seen?.json(), { state: 'assessing' });
  isms.close();
});
