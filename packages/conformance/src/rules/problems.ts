import { problems, type ProblemCode } from '@heed/contract';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../kit/answer.js';
import { checks, expect, expectEqual } from '../kit/check.js';
import type { Trial } from '../kit/trial.js';

/** A refusal of each kind that can be had without recording anything. */
async function refusals(t: Trial): Promise<[ProblemCode, Answer<unknown>][]> {
  const staff = t.as('staff');
  return [
    ['not-signed-in', await t.anyone.ask('me.read', {})],
    ['not-signed-in', await t.bearing('no-token').ask('me.read', {})],
    ['not-found', await staff.ask('policies.read', { policy: 'no-such-policy' })],
    ['not-found', await staff.send('GET', '/v1/no-such-address')],
    ['method-not-allowed', await staff.send('GET', '/v1/readings/some-id')],
    ['forbidden', await staff.ask('people.list', {})],
    ['invalid', await staff.try('policies.list', { limit: 'many' })],
  ];
}

/** How it is said that something was not done. */
export const problemChecks = checks(
  {
    id: 'problems/form',
    title: 'Refusals are problem details with a registered type, code and title',
    requirements: ['PRB-1'],
    async run(t) {
      for (const [code, answer] of await refusals(t)) {
        const { type, title } = answer.refused(code);
        expectEqual(
          answer.headers.get('Content-Type')?.split(';')[0],
          'application/problem+json',
          `the Content-Type where ${answer.said}`,
        );
        expectEqual(type, `urn:heed:problem:${code}`, `type where ${answer.said}`);
        expectEqual(title, problems[code].title, `title where ${answer.said}`);
      }
    },
  },
  {
    id: 'problems/status',
    title: 'The problem has the status of the answer, which is the one that is registered',
    requirements: ['PRB-2'],
    async run(t) {
      for (const [code, answer] of await refusals(t)) {
        const { status } = answer.json() as { status?: unknown };
        expectEqual(
          [answer.status, status],
          [problems[code].status, problems[code].status],
          `status of the answer and in the body where ${answer.said}`,
        );
      }
    },
  },
  {
    id: 'problems/not-kept',
    title: 'Refusals are not to be cached',
    requirements: ['PRB-3'],
    async run(t) {
      for (const [code, answer] of await refusals(t)) {
        answer.refused(code);
        const header = answer.headers.get('Cache-Control') ?? 'absent';
        expect(/\bno-store\b/.test(header), `${answer.said} with Cache-Control ${header}`);
      }
    },
  },
  {
    id: 'problems/nothing-changed',
    title: 'A refusal changes nothing',
    requirements: ['PRB-4'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const look = async () => ({
        assignments: await session.all('assignments.list', {}),
        acknowledgements: await session.all('acknowledgements.list', {}),
        reading: (await session.ask('readings.read', draft)).success(),
      });
      const before = await look();
      const key = { 'Idempotency-Key': randomUUID() };
      (
        await session.try('acknowledgements.create', { ...draft, method: 'telepathy' }, key)
      ).refused('invalid');
      (await session.try('acknowledgements.create', { ...draft, version: 'one' }, key)).refused(
        'invalid',
      );
      (await session.try('acknowledgements.create', draft)).refused('idempotency-key-missing');
      (await session.try('readings.record', { session: randomUUID(), ...draft })).refused(
        'invalid',
      );
      (await t.anyone.try('acknowledgements.create', draft, key)).refused('not-signed-in');
      expectEqual(await look(), before, 'what can be read after refusals');
    },
  },
  {
    id: 'problems/address',
    title: 'An address that the contract does not have is not there',
    requirements: ['PRB-5'],
    async run(t) {
      for (const path of [
        '/v1',
        '/v1/no-such-address',
        '/v2/me',
        '/v1/me/more',
        '/v1/policies/%zz',
      ]) {
        (await t.as('staff').send('GET', path)).refused('not-found');
      }
    },
  },
  {
    id: 'problems/method',
    title: 'Another method is refused, and Allow names the right ones',
    requirements: ['PRB-5'],
    writes: true,
    async run(t) {
      const staff = t.as('staff');
      for (const [method, path, allowed] of [
        ['DELETE', '/v1/me', ['GET']],
        ['POST', '/v1/policies', ['GET']],
        ['PATCH', '/v1/acknowledgements', ['GET', 'POST']],
        ['DELETE', '/v1/acknowledgements/some-id', ['GET']],
        ['GET', '/v1/readings/some-id', ['PUT']],
      ] as const) {
        const answer = await staff.send(method, path);
        answer.refused('method-not-allowed');
        const named = (answer.headers.get('Allow') ?? '')
          .split(/\s*,\s*/)
          .filter((each) => !['HEAD', 'OPTIONS'].includes(each));
        expectEqual(named.sort(), [...allowed], `Allow where ${answer.said}`);
      }
    },
  },
);
