// The SDK against a backend of an earlier minor: less comes, and the rest goes on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems, type Discovery } from '@heed/contract';
import { createClient, NotIsmsError, ProblemError } from '../index.js';
import {
  callOf,
  examples,
  goldenJson,
  inputOf,
  methodOf,
  type Example,
  typeOf,
  understood,
} from '../testing/golden.js';
import { older } from '../testing/other-minor.js';

/** What says that an endpoint is missing: in the words of the contract, or in those of whatever serves it. */
const missing = {
  'not-found': (): Response => refusal('not-found'),
  'method-not-allowed': (): Response => refusal('method-not-allowed'),
  'a page': (): Response =>
    new Response('Cannot find it', { status: 404, headers: { 'content-type': 'text/html' } }),
};

function refusal(code: 'not-found' | 'method-not-allowed'): Response {
  const { status, title } = problems[code];
  const body = JSON.stringify({ type: `urn:heed:problem:${code}`, title, status, code });
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** The answer of an earlier minor as text. */
function olderText({ endpoint, status, text }: Example): string {
  const schema = endpoint.answers[status]!;
  return typeof schema === 'string' ? text : JSON.stringify(older(schema, JSON.parse(text)));
}

/** A backend that has every endpoint but one. */
function without(gone: Example | undefined, answer: () => Response) {
  const at = ({ path, method }: Example['endpoint']) =>
    new RegExp(`^${method} ${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return createClient({
    baseUrl: 'https://isms.example.com',
    storage: 'memory',
    fetch: (input) => {
      const { method, url } = input as Request;
      const line = `${method} ${new URL(url).pathname}`;
      const example = examples.find(({ endpoint }) => at(endpoint).test(line))!;
      if (example === gone) return Promise.resolve(answer());
      const headers = { 'content-type': typeOf(example) };
      return Promise.resolve(new Response(olderText(example), { status: example.status, headers }));
    },
  });
}

describe('an earlier minor', () => {
  for (const example of examples) {
    const { noun, verb, endpoint } = example;
    const name = `${noun}.${verb}`;
    const text = olderText(example);

    it(`answers ${name} without what may be absent`, async () => {
      const isms = without(undefined, missing['not-found']);
      const value = await callOf(isms, example, text);
      assert.deepEqual(value, understood(example, text));
    });

    for (const [how, answer] of Object.entries(missing)) {
      it(`has no ${name} (${how}): that call says so, and every other goes on`, async () => {
        const isms = without(example, answer);
        const kind = how === 'a page' ? NotIsmsError : ProblemError;
        const says = (error: unknown) =>
          error instanceof kind && (kind === NotIsmsError || (error as ProblemError).code === how);
        await assert.rejects(callOf(isms, example, text), says);
        if (endpoint.list) {
          const list = methodOf(isms, noun, verb)(inputOf(example, text)) as AsyncIterator<unknown>;
          await assert.rejects(list.next(), says);
          assert.deepEqual(await list.next(), { done: true, value: undefined });
        }
        for (const other of examples) {
          if (other !== example) await callOf(isms, other, olderText(other));
        }
      });
    }
  }

  it('names fewer profiles, and one version', async () => {
    const { contract, organisation } = goldenJson<Discovery>('discovery.read.200.json');
    const told = { contract, organisation, profiles: ['core'] };
    const fetch = () => Promise.resolve(Response.json(told));
    const isms = createClient({ baseUrl: 'https://isms.example.com', storage: 'memory', fetch });
    const read = await isms.discovery.read();
    assert.deepEqual(read, told);
    assert.equal(read.log, undefined);
  });

  it('has lists that end without a word', async () => {
    const isms = without(undefined, missing['not-found']);
    for (const example of examples.filter(({ endpoint }) => endpoint.list)) {
      const { noun, verb } = example;
      const found: unknown[] = [];
      const list = methodOf(isms, noun, verb)(inputOf(example, ''));
      for await (const item of list as AsyncIterable<unknown>) found.push(item);
      assert.deepEqual(found, (JSON.parse(olderText(example)) as { items: unknown[] }).items);
    }
  });
});
