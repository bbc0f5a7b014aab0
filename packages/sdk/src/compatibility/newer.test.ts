// The SDK against a backend of a later minor: what it does not know is kept, and nothing stops.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem, problems, type Discovery } from '@heed/contract';
import type * as z from 'zod/mini';
import { createClient, ProblemError, AuthError, type IsmsError } from '../index.js';
import { callOf, examples, goldenJson, inputOf, methodOf } from '../testing/golden.js';
import { LATER, newer, openPaths, valuesAt } from '../testing/other-minor.js';

/** Headers that nobody has asked for. */
const headers = {
  deprecation: '@1796083200',
  sunset: 'Wed, 24 Nov 2027 09:30:00 GMT',
  link: '<https://isms.example.com/migrate>; rel="deprecation"',
  'x-later': LATER,
  vary: 'Accept, X-Later',
  'cache-control': 'private, no-cache, later="1"',
};
const json = { ...headers, 'content-type': 'application/json;profile=later;charset=UTF-8' };

const connect = (answer: (request: Request) => Response) =>
  createClient({
    baseUrl: 'https://isms.example.com',
    storage: 'memory',
    getToken: () => 'token',
    fetch: (input) => Promise.resolve(answer(input as Request)),
  });

const isNewer = (value: unknown): boolean => JSON.stringify(value).includes(LATER);

describe('a later minor', () => {
  for (const example of examples) {
    const { noun, verb, endpoint, text } = example;
    for (const [status, schema] of Object.entries(endpoint.answers)) {
      if (typeof schema === 'string') continue;
      const later = newer(schema, JSON.parse(text));
      const body = JSON.stringify(later);

      it(`answers ${noun}.${verb} with ${status}: everything is kept, also what is asked for again`, async () => {
        assert.ok(isNewer(later));
        for (const path of openPaths(schema)) {
          assert.ok(valuesAt(later, path).includes(LATER), path.join('/'));
        }
        const asked: (string | null)[] = [];
        const isms = connect((request) => {
          const etag = request.headers.get('if-none-match');
          asked.push(etag);
          return etag
            ? new Response(null, { status: 304, headers: { etag } })
            : new Response(body, { status: Number(status), headers: { ...json, etag: '"later"' } });
        });
        assert.deepEqual(await callOf(isms, example, body), later);
        assert.deepEqual(await callOf(isms, example, body), later);
        assert.deepEqual(asked, [null, endpoint.method === 'GET' ? '"later"' : null]);
      });
    }
    if (!endpoint.list) continue;

    it(`lists ${noun}.${verb} to the end, with items and pages that have more in them`, async () => {
      const schema = endpoint.answers[example.status] as z.ZodMiniType;
      const page = newer(schema, JSON.parse(text)) as { items: object[] };
      const pages = new Map([
        [null, { ...page, next: 'later two' }],
        ['later two', { ...page, items: [], next: 'later three' }],
        ['later three', { ...page, next: undefined }],
      ]);
      const isms = connect(({ url }) => {
        const next = pages.get(new URL(url).searchParams.get('cursor'));
        return Response.json(next, { headers });
      });
      const found: unknown[] = [];
      const list = methodOf(isms, noun, verb)(inputOf(example, text));
      for await (const item of list as AsyncIterable<unknown>) found.push(item);
      assert.deepEqual(found, [...page.items, ...page.items]);
    });
  }

  it('says so in its discovery document, with profiles that are not known', async () => {
    const now = goldenJson<Discovery>('discovery.read.200.json');
    const contract = ['1.0', '1.1'];
    const profiles = [...now.profiles, LATER];
    const isms = connect(() => Response.json({ ...now, contract, profiles, more: { at: LATER } }));
    const read = await isms.discovery.read();
    assert.deepEqual([read.contract, read.profiles], [contract, profiles]);
  });

  const statuses = new Set([
    ...Object.values(problems).map(({ status }) => status),
    ...[402, 406, 410, 423, 424, 425, 451, 501, 507, 511],
  ]);
  for (const status of statuses) {
    it(`refuses with ${status} and a code that is not known: an error with all that was said`, async () => {
      const told = {
        ...(newer(Problem, goldenJson('problem.json')) as Problem),
        ...{ status, code: LATER, type: `urn:heed:problem:${LATER}` },
        errors: [{ pointer: '/later', message: 'Not so', hint: LATER }],
      };
      const retried = {
        ...headers,
        'content-type': 'application/problem+json',
        'retry-after': '0',
      };
      const isms = connect(() => new Response(JSON.stringify(told), { status, headers: retried }));
      const calls = [
        isms.me.read(),
        isms.policies.list.page(),
        isms.policies.list().next(),
        isms.acknowledgements.create(goldenJson('acknowledgements.create.request.json')),
      ];
      for (const settled of await Promise.allSettled(calls)) {
        assert.equal(settled.status, 'rejected');
        const error = settled.reason as IsmsError;
        assert.ok(error instanceof (status === 401 ? AuthError : ProblemError));
        assert.equal(error.status, status);
        assert.equal(error.requestId, told.requestId);
        assert.deepEqual(error.problem, told);
        if (!(error instanceof ProblemError)) continue;
        assert.equal(error.code, LATER);
        assert.equal(error.message, `${told.title}. ${told.detail}`);
      }
    });
  }
});
