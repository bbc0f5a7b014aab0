import { checks, expect, expectEqual } from '../kit/check.js';
import { endpointOf } from '../kit/endpoints.js';
import { ask, tour, type Stop } from '../kit/tour.js';
import type { Trial } from '../kit/trial.js';
import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@heed/contract';

async function stops(t: Trial, cache: Endpoint['cache']): Promise<Stop[]> {
  return (await tour(t, { writes: false })).filter(({ name }) => endpointOf(name).cache === cache);
}

/** How long an answer stays true. */
export const cachingChecks = checks(
  {
    id: 'caching/revalidate',
    title: 'What changes has a strong ETag, and is asked for again every time',
    requirements: ['CCH-1'],
    async run(t) {
      for (const stop of await stops(t, 'revalidate')) {
        const answer = await ask(stop);
        const [tag, header] = ['ETag', 'Cache-Control'].map(
          (each) => answer.headers.get(each) ?? 'absent',
        );
        expect(
          /^"[^"]+"$/.test(tag ?? ''),
          `${answer.said} with the ETag ${tag}, and has to have a strong one`,
        );
        expect(
          /\bprivate\b/.test(header ?? '') && /\bno-cache\b/.test(header ?? ''),
          `${answer.said} with Cache-Control ${header}`,
        );
      }
    },
  },
  {
    id: 'caching/not-modified',
    title: 'What has not changed answers 304 with nothing',
    requirements: ['CCH-2'],
    async run(t) {
      const all = [...(await stops(t, 'revalidate')), ...(await stops(t, 'immutable'))];
      for (const stop of all) {
        const tag = (await ask(stop)).headers.get('ETag') ?? '';
        for (const header of [tag, `"other", ${tag}`, `W/${tag}`]) {
          const again = await ask(stop, { 'If-None-Match': header });
          expectEqual(
            [again.status, again.text],
            [304, ''],
            `status and body of ${stop.name} with If-None-Match: ${header}`,
          );
          expectEqual(again.headers.get('ETag'), tag, `the ETag of the 304 of ${stop.name}`);
        }
        const other = await ask(stop, { 'If-None-Match': '"other"' });
        expectEqual(other.status, 200, `the status of ${stop.name} with another ETag`);
      }
    },
  },
  {
    id: 'caching/tag-changes',
    title: 'The ETag is another one when the body is',
    requirements: ['CCH-3'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const look = async () => session.ask('assignments.list', {});
      const before = await look();
      const headers = { 'Idempotency-Key': randomUUID() };
      (await session.ask('acknowledgements.create', draft, headers)).success();
      const tag = before.headers.get('ETag') ?? '';
      const after = await session.ask('assignments.list', {}, { 'If-None-Match': tag });
      expectEqual(
        after.status,
        200,
        'the status of a list that has changed, asked with its old ETag',
      );
      expect(after.headers.get('ETag') !== tag, 'a list that has changed has the ETag that it had');
      expect(
        after.text !== before.text,
        'the list of assignments is the same after an acknowledgement',
      );
    },
  },
  {
    id: 'caching/tags-differ',
    title: 'Answers to two people have two ETags where their bodies differ',
    requirements: ['CCH-3'],
    async run(t) {
      const [one, two] = [
        await t.as('staff').ask('me.read', {}),
        await t.as('colleague').ask('me.read', {}),
      ];
      expect(one.text !== two.text, 'two people are answered with one person');
      expect(one.headers.get('ETag') !== two.headers.get('ETag'), 'two bodies have one ETag');
      const crossed = await t
        .as('colleague')
        .ask('me.read', {}, { 'If-None-Match': one.headers.get('ETag') ?? '' });
      expectEqual(crossed.status, 200, 'the status for a person with the ETag of another’s answer');
    },
  },
  {
    id: 'caching/immutable',
    title: 'What never changes may be kept for a year, by the caller alone',
    requirements: ['CCH-4'],
    async run(t) {
      for (const stop of await stops(t, 'immutable')) {
        const answer = await ask(stop);
        const header = answer.headers.get('Cache-Control') ?? 'absent';
        const age = Number(/max-age=(\d+)/.exec(header)?.[1] ?? 0);
        expect(
          /\bprivate\b/.test(header) && /\bimmutable\b/.test(header) && age >= 31_536_000,
          `${answer.said} with Cache-Control ${header}`,
        );
      }
    },
  },
  {
    id: 'caching/not-kept',
    title: 'What is true only now is not kept',
    requirements: ['CCH-5'],
    async run(t) {
      for (const stop of await stops(t, 'none')) {
        const answer = await ask(stop);
        const header = answer.headers.get('Cache-Control') ?? 'absent';
        expect(/\bno-store\b/.test(header), `${answer.said} with Cache-Control ${header}`);
      }
    },
  },
  {
    id: 'caching/recorded-not-kept',
    title: 'What an act is answered with is not kept',
    requirements: ['CCH-5'],
    writes: true,
    async run(t) {
      const all = await tour(t, { writes: true });
      for (const stop of all.filter(({ name }) => endpointOf(name).method !== 'GET')) {
        const answer = await ask(stop);
        const header = answer.headers.get('Cache-Control') ?? 'absent';
        expect(/\bno-store\b/.test(header), `${answer.said} with Cache-Control ${header}`);
      }
    },
  },
  {
    id: 'caching/vary',
    title: 'An answer that depends on who asks says so',
    requirements: ['CCH-6'],
    async run(t) {
      for (const stop of await tour(t, { writes: false })) {
        if (endpointOf(stop.name).access.who === 'anyone') continue;
        const answer = await ask(stop);
        const vary = (answer.headers.get('Vary') ?? '').toLowerCase().split(/\s*,\s*/);
        expect(
          vary.includes('authorization') || vary.includes('*'),
          `${answer.said} with Vary ${vary.join(', ') || 'absent'}`,
        );
      }
    },
  },
);
