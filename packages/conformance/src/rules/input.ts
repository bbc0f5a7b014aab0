import { bodyLimit } from '@heed/contract';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../kit/answer.js';
import { checks, expect, expectEqual } from '../kit/check.js';
import { endpointOf } from '../kit/endpoints.js';
import { tour } from '../kit/tour.js';

function pointers(answer: Answer<unknown>): string[] {
  const { errors = [] } = answer.refused('invalid');
  return errors.map(({ pointer }) => pointer).sort();
}

const reading = (more: object) => ({
  ...{ policy: 'p', version: 1, language: 'en', contentHash: `sha256:${'0'.repeat(64)}` },
  ...{ sequence: 1, startedAt: new Date().toISOString(), method: 'visual', sections: [] },
  ...more,
});

/** What somebody types who looks for a way in. */
const hostileIds = [
  "' or '1'='1",
  '"; drop table policies; --',
  '../../etc/passwd',
  '..%2f..%2fme',
  '%00',
  'a\u0000b',
  '{{7*7}}',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '*',
  '\u202e\u{1f4a9}',
  'x'.repeat(201),
  '-1',
  '9'.repeat(40),
];

/** What a request may hold. None of these is recorded but where it says so. */
export const inputChecks = checks(
  {
    id: 'input/body-misfits',
    title: 'Every member that does not fit is named by its JSON Pointer',
    requirements: ['INP-1'],
    writes: true,
    async run(t) {
      const body = reading({
        ...{ version: 0, sequence: -1, method: 'telepathy', startedAt: 'yesterday' },
        sections: [
          { id: 'a', seconds: 1 },
          { id: 'b', seconds: -1 },
        ],
      });
      const answer = await t.as('staff').try('readings.record', { session: randomUUID(), ...body });
      expectEqual(
        pointers(answer),
        ['/method', '/sections/1/seconds', '/sequence', '/startedAt', '/version'],
        'the pointers of errors',
      );
    },
  },
  {
    id: 'input/missing',
    title: 'A member that is missing is named by its JSON Pointer',
    requirements: ['INP-1'],
    writes: true,
    async run(t) {
      const { language: _, sequence: __, ...body } = reading({});
      const answer = await t.as('staff').try('readings.record', { session: randomUUID(), ...body });
      expectEqual(pointers(answer), ['/language', '/sequence'], 'the pointers of errors');
    },
  },
  {
    id: 'input/no-object',
    title: 'JSON that is no object does not fit',
    requirements: ['INP-1'],
    writes: true,
    async run(t) {
      for (const body of ['[]', 'null', '"text"', '7']) {
        const answer = await t.as('staff').send('PUT', `/v1/readings/${randomUUID()}`, body);
        expect(answer.refused('invalid'), body);
      }
    },
  },
  {
    id: 'input/query-misfits',
    title: 'What does not fit in the query and in the path is named, too',
    requirements: ['INP-1'],
    async run(t) {
      const staff = t.as('staff');
      expectEqual(
        pointers(await staff.try('policies.list', { limit: 'many' })),
        ['#query/limit'],
        'the pointers of errors',
      );
      expectEqual(
        pointers(await staff.try('assignments.list', { state: 'lost' })),
        ['#query/state'],
        'the pointers of errors',
      );
      expectEqual(
        pointers(await staff.try('versions.read', { policy: 'p', version: 'x' })),
        ['#path/version'],
        'the pointers of errors',
      );
    },
  },
  {
    id: 'input/hostile-ids',
    title: 'An id that is no id leads nowhere, and breaks nothing',
    requirements: ['INP-1', 'PRB-1'],
    async run(t) {
      const stops = await tour(t, { writes: false });
      for (const { name, session, input } of stops) {
        const names = [...endpointOf(name).path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
        for (const member of names) {
          for (const id of hostileIds) {
            const asked = { ...input, [member as string]: id };
            (await session.try(name, asked)).refused('not-found', 'invalid');
          }
        }
      }
    },
  },
  {
    id: 'input/not-json',
    title: 'A body that is not JSON in UTF-8 is not readable',
    requirements: ['INP-2'],
    writes: true,
    async run(t) {
      for (const body of ['{', '', '{"a":1,}', "{'a':1}", new Uint8Array([0x22, 0xff, 0x22])]) {
        const answer = await t.as('staff').send('PUT', `/v1/readings/${randomUUID()}`, body);
        answer.refused('malformed');
      }
    },
  },
  {
    id: 'input/media-type',
    title: 'A body of another media type is refused',
    requirements: ['INP-3'],
    writes: true,
    async run(t) {
      const body = JSON.stringify(reading({}));
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
        const headers = { 'Content-Type': type };
        const bytes = new TextEncoder().encode(body);
        (await t.as('staff').send('PUT', `/v1/readings/${randomUUID()}`, bytes, headers)).refused(
          'unsupported-media-type',
        );
      }
    },
  },
  {
    id: 'input/large',
    title: 'A body of 262,144 bytes is taken',
    requirements: ['INP-4', 'INP-5'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const { policy, version, contentHash, language } = draft;
      const bare = JSON.stringify({
        ...reading({ policy, version, contentHash, language }),
        filling: '',
      });
      const body = bare.replace(
        '"filling":""',
        `"filling":"${'x'.repeat(bodyLimit - bare.length)}"`,
      );
      const answer = await session.send('PUT', `/v1/readings/${randomUUID()}`, body);
      expectEqual(answer.status, 200, `the status for a body of ${body.length} bytes`);
    },
  },
  {
    id: 'input/too-large',
    title: 'A body of 16 MB is taken or refused as too large, and nothing else happens',
    requirements: ['INP-4'],
    writes: true,
    async run(t) {
      const body = JSON.stringify({
        ...reading({ policy: 'no-such-policy' }),
        filling: 'x'.repeat(16 * 1024 * 1024),
      });
      const answer = await t.as('staff').send('PUT', `/v1/readings/${randomUUID()}`, body);
      answer.refused('too-large', 'not-found');
    },
  },
  {
    id: 'input/unknown-members',
    title: 'Members that the schema does not have are ignored',
    requirements: ['INP-5'],
    writes: true,
    async run(t) {
      const { session, draft } = await t.newcomer();
      const more = { ...draft, more: { of: ['this'] }, __proto__: null, constructor: 'x' };
      const made = await session.try('acknowledgements.create', more, {
        'Idempotency-Key': randomUUID(),
      });
      made.success();
      expect(!made.text.includes('"more"'), 'the answer holds a member that nobody knows');
    },
  },
  {
    id: 'input/not-storable',
    title: 'Text with U+0000 or a lone surrogate is not readable',
    requirements: ['INP-6'],
    writes: true,
    async run(t) {
      for (const text of ['\\u0000', 'a\\ud800b', '\\udc00']) {
        const body = JSON.stringify(reading({})).replace('"p"', `"${text}"`);
        (await t.as('staff').send('PUT', `/v1/readings/${randomUUID()}`, body)).refused(
          'malformed',
        );
      }
    },
  },
);
