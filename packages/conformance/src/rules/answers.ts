import { mediaTypes } from '@heed/contract';
import { checks, expect, expectEqual } from '../kit/check.js';
import { endpointOf } from '../kit/endpoints.js';
import { ask, tour } from '../kit/tour.js';

/** What every good answer has. */
export const answerChecks = checks(
  {
    id: 'answers/schema',
    title: 'Every endpoint that reads answers with the status and body of its schema',
    requirements: ['ANS-1'],
    async run(t) {
      for (const stop of await tour(t, { writes: false })) (await ask(stop)).success();
    },
  },
  {
    id: 'answers/recorded',
    title: 'Every endpoint that records answers with the status and body of its schema',
    requirements: ['ANS-1'],
    writes: true,
    async run(t) {
      for (const stop of await tour(t, { writes: true })) (await ask(stop)).success();
    },
  },
  {
    id: 'answers/media-type',
    title: 'Bodies are JSON, plain text or a stream of events, in UTF-8',
    requirements: ['ANS-2'],
    async run(t) {
      for (const stop of await tour(t, { writes: false })) {
        const answer = await ask(stop);
        const schema = endpointOf(stop.name).answers[answer.status];
        const named = typeof schema === 'string' ? mediaTypes[schema] : 'application/json';
        const wanted = new RegExp(`^${named}(; ?charset=utf-8)?$`, 'i');
        const type = answer.headers.get('Content-Type') ?? 'absent';
        expect(wanted.test(type), `${answer.said} with Content-Type ${type}`);
        const isText = schema !== 'bytes';
        expect(
          !isText || !answer.text.includes('\ufffd'),
          `${answer.said} with a body that is not UTF-8`,
        );
      }
    },
  },
  {
    id: 'answers/head',
    title: 'HEAD answers as GET does, without the body',
    requirements: ['ANS-3'],
    async run(t) {
      for (const stop of await tour(t, { writes: false })) {
        const got = await ask(stop);
        const head = await stop.session.try(stop.name, stop.input, stop.headers, 'HEAD');
        expectEqual(
          [head.status, head.text],
          [got.status, ''],
          `status and body of HEAD for ${stop.name}`,
        );
        // A clock moves on between the two.
        if (endpointOf(stop.name).cache !== 'none') {
          expectEqual(
            head.headers.get('ETag'),
            got.headers.get('ETag'),
            `the ETag of HEAD for ${stop.name}`,
          );
        }
      }
    },
  },
);
