// Defects of the HTTP that every endpoint speaks.
import { createHash } from 'node:crypto';
import { asks, body, good, instead, isFor, plainly, problem, query, refusal } from '../ways.mjs';
import { offsets } from './told.mjs';

const lists = [
  'people.list',
  'policies.list',
  'versions.list',
  'packs.list',
  'terms.list',
  'assignments.list',
  'acknowledgements.list',
  'channels.list',
  'messages.list',
  'alerts.list',
  'revisions.list',
  'completions.list',
  'tasks.list',
  'parts.list',
  'steps.list',
  'log.entries',
];
const isList = (asked) => lists.some((name) => isFor(name, asked));
const onLists = (change) =>
  body('*', (page, asked) => (isList(asked) ? change(page, asked) : page));
const header = (name, value) =>
  good('*', (told) => {
    if (value === undefined) delete told.headers[name];
    else told.headers[name] = typeof value === 'function' ? value(told.headers[name], told) : value;
  });
const problemHeader = (name, value) => ({
  tells(told) {
    if (told.status < 400) return;
    if (value === undefined) delete told.headers[name];
    else told.headers[name] = value;
  },
});

/** @type {import('./all.mjs').Told[]} */
export const everywhere = [
  [
    'answers-incomplete',
    'ANS-1',
    'policies.list',
    'a member is missing',
    () => body('policies.list', (page) => void page.items.forEach((one) => delete one.controls)),
  ],
  [
    'answers-null',
    'ANS-1',
    'me.read',
    'what is not known is null',
    () => body('me.read', (it) => ({ ...it, division: null })),
  ],
  [
    'answers-other-status',
    'ANS-1',
    'readings.record',
    'a report answers 204',
    () => good('readings.record', (told) => Object.assign(told, { status: 204, text: '' })),
  ],
  [
    'answers-html',
    'ANS-2',
    'me.read',
    'JSON is called HTML',
    () => header('content-type', 'text/html'),
  ],
  [
    'answers-latin',
    'ANS-2',
    'me.read',
    'the encoding is an old one',
    () => header('content-type', (now = '') => `${now.split(';')[0]}; charset=iso-8859-1`),
  ],
  [
    'head-refused',
    'ANS-3',
    'me.read',
    'HEAD is refused',
    () =>
      instead('*', async (asked, forward) =>
        asked.method === 'HEAD' ? problem(405, 'method-not-allowed') : forward(asked),
      ),
  ],
  [
    'problems-json',
    'PRB-1',
    'me.read',
    'problems are called JSON',
    () => problemHeader('content-type', 'application/json'),
  ],
  [
    'problems-about-blank',
    'PRB-1',
    'me.read',
    'problems have no type',
    () => refusal('*', (it) => ({ ...it, type: 'about:blank' })),
  ],
  [
    'problems-own-title',
    'PRB-1',
    'me.read',
    'problems have titles of their own',
    () => refusal('*', (it) => ({ ...it, title: 'Error' })),
  ],
  [
    'problems-200',
    'PRB-2',
    'policies.read',
    'a problem is told with status 200',
    () => ({
      tells(told) {
        if (told.status === 404) told.status = 200;
      },
    }),
  ],
  [
    'problems-other-status',
    'PRB-2',
    'policies.read',
    'the status in the body is another',
    () => refusal('*', (it) => ({ ...it, status: 400 })),
  ],
  [
    'problems-kept',
    'PRB-3',
    'policies.read',
    'problems may be cached',
    () => problemHeader('cache-control', 'private, max-age=60'),
  ],
  [
    'unknown-address-page',
    'PRB-5',
    'me.read',
    'every address answers with the start page',
    () => ({
      tells(told, { path }) {
        if (told.status === 404 && !/^\/v1\/\w+\/./.test(path)) {
          Object.assign(told, { status: 200, text: '<!doctype html><title>Intranet</title>' });
        }
      },
    }),
  ],
  [
    'method-404',
    'PRB-5',
    'me.read',
    'another method is not there',
    () =>
      refusal('*', (it, told) => {
        if (told.status !== 405) return it;
        told.status = 404;
        return JSON.parse(problem(404, 'not-found').text);
      }),
  ],
  [
    'method-without-allow',
    'PRB-5',
    'me.read',
    'it is not said which methods there are',
    () => problemHeader('allow', undefined),
  ],
  [
    'misfits-unnamed',
    'INP-1',
    'readings.record',
    'what does not fit is not named',
    () => refusal('*', ({ errors: _, ...it }) => it),
  ],
  [
    'misfits-first-only',
    'INP-1',
    'readings.record',
    'only the first misfit is named',
    () => refusal('*', (it) => ({ ...it, ...(it.errors && { errors: it.errors.slice(0, 1) }) })),
  ],
  [
    'misfits-no-pointer',
    'INP-1',
    'readings.record',
    'misfits are named with dots',
    () =>
      refusal('*', (it) => ({
        ...it,
        ...(it.errors && {
          errors: it.errors.map((one) => ({
            ...one,
            pointer: one.pointer.slice(1).replaceAll('/', '.'),
          })),
        }),
      })),
  ],
  [
    'query-misfit-ignored',
    'INP-1',
    'assignments.list',
    'a state that is none is ignored',
    () =>
      query(
        'assignments.list',
        (values) => values.get('state') === 'lost' && values.delete('state'),
      ),
  ],
  [
    'odd-id-500',
    'INP-1',
    'policies.read',
    'an id with a quote in it is an error of the server',
    () =>
      refusal('*', (it, told, { path }) => {
        if (!path.includes('%27') && !path.includes("'")) return it;
        told.status = 500;
        return JSON.parse(problem(500, 'internal').text);
      }),
  ],
  [
    'not-json-500',
    'INP-2',
    'readings.record',
    'what is not JSON is an error of the server',
    () =>
      refusal('*', (it, told) => {
        if (it.code === 'malformed') told.status = 500;
      }),
  ],
  [
    'any-media-type',
    'INP-3',
    'readings.record',
    'any media type is taken',
    () =>
      asks('readings.record', (asked) => void (asked.headers['content-type'] = 'application/json')),
  ],
  [
    'small-bodies',
    'INP-4',
    'readings.record',
    'bodies of more than 100 kB are refused',
    () =>
      instead('*', async (asked, forward) =>
        asked.body.length > 100_000 ? problem(413, 'too-large') : forward(asked),
      ),
  ],
  [
    'large-body-500',
    'INP-4',
    'readings.record',
    'a body that is too large is an error of the server',
    () =>
      instead('*', async (asked, forward) =>
        asked.body.length > 1_000_000 ? problem(500, 'internal') : forward(asked),
      ),
  ],
  [
    'unknown-members-refused',
    'INP-5',
    'acknowledgements.create',
    'members that are not known are refused',
    () =>
      instead('acknowledgements.create', async (asked, forward) =>
        String(asked.body).includes('"more"') ? problem(422, 'invalid') : forward(asked),
      ),
  ],
  [
    'text-normalised',
    'INP-6',
    'readings.record',
    'text is normalised',
    () =>
      asks('readings.record', (asked) => void (asked.body = String(asked.body).normalize('NFC'))),
  ],
  [
    'text-cut',
    'INP-6',
    'readings.record',
    'what is not in the Basic Multilingual Plane is lost',
    () =>
      asks(
        'readings.record',
        (asked) =>
          void (asked.body = String(asked.body).replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?')),
      ),
  ],
  [
    'nul-dropped',
    'INP-6',
    'readings.record',
    'U+0000 is dropped',
    () =>
      asks(
        'readings.record',
        (asked) =>
          void (asked.body = String(asked.body).replaceAll(/\\u0000|\\ud800|\\udc00/g, '')),
      ),
  ],
  [
    'refused-and-recorded',
    'PRB-4',
    'acknowledgements.create',
    'an act that is refused is recorded all the same',
    () =>
      instead('acknowledgements.create', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status !== 422) return answer;
        await forward({
          ...asked,
          body: String(asked.body).replace('telepathy', 'visual').replace('"one"', '1'),
        });
        return answer;
      }),
  ],
  [
    'no-challenge',
    'ACC-1',
    'me.read',
    'it is not said how to sign in',
    () => problemHeader('www-authenticate', undefined),
  ],
  [
    'token-400',
    'ACC-2',
    'me.read',
    'a token that is not readable is a bad request',
    () =>
      refusal('me.read', (it, told) => {
        if (told.status === 401) told.status = 400;
      }),
  ],
  [
    'token-in-basic',
    'ACC-2',
    'me.read',
    'any header with a token in it counts',
    () => {
      let known;
      return asks('me.read', (asked) => {
        if (/^Bearer eyJ/.test(asked.headers.authorization)) known ??= asked.headers.authorization;
        if (/^Basic/.test(asked.headers.authorization ?? ''))
          asked.headers.authorization = known ?? '';
      });
    },
  ],
  [
    'roles-404',
    'ACC-3',
    'packs.list',
    'what is for roles is not there for others',
    () =>
      refusal('*', (it, told) => {
        if (it.code !== 'forbidden') return it;
        told.status = 404;
        return JSON.parse(problem(404, 'not-found').text);
      }),
  ],
  [
    'not-yours-told',
    'ACC-5',
    'checks.read',
    'what is not the caller’s has words of its own',
    () =>
      refusal('checks.read', (it, told, { path }) =>
        path.includes('/none/') || path.includes('/no-such')
          ? it
          : { ...it, detail: 'This is not yours.' },
      ),
  ],
  [
    'limit-ignored',
    'LST-1',
    'policies.list',
    'limit does not limit',
    () => ({
      asks(asked) {
        if (isList(asked)) asked.path = asked.path.replace(/limit=\d+/, 'limit=200');
      },
    }),
  ],
  [
    'default-large',
    'LST-1',
    'people.list',
    'without a limit everything comes',
    () => ({
      asks(asked) {
        if (isList(asked) && !/limit=/.test(asked.path))
          asked.path += `${asked.path.includes('?') ? '&' : '?'}limit=200`;
      },
    }),
  ],
  [
    'next-after-last',
    'LST-2',
    'policies.list',
    'the last page has a next one',
    () =>
      onLists((page) => (page.items.length > 0 && !page.next ? { ...page, next: 'end' } : page)),
  ],
  [
    'cursor-skips',
    'LST-2',
    'people.list',
    'the first item of a next page is missing',
    () =>
      onLists((page, asked) =>
        /cursor=/.test(asked.path) ? { ...page, items: page.items.slice(1) } : page,
      ),
  ],
  [
    'cursor-repeats',
    'LST-2',
    'people.list',
    'the last item is on the next page again',
    () => {
      let last;
      return onLists((page, asked) => {
        const items = /cursor=/.test(asked.path) && last ? [last, ...page.items] : page.items;
        last = page.items.at(-1);
        return { ...page, items };
      });
    },
  ],
  [
    'cursor-ignored',
    'LST-3',
    'policies.list',
    'a cursor that is none begins again',
    () => ({
      asks(asked) {
        if (isList(asked)) asked.path = asked.path.replace(/cursor=(no-cursor|%21|e30)/, '');
      },
    }),
  ],
  [
    'limit-clamped',
    'LST-4',
    'policies.list',
    'a limit out of range becomes the nearest',
    () => ({
      asks(asked) {
        if (isList(asked))
          asked.path = asked.path
            .replace(/limit=(0|-1)\b(?!\.)/, 'limit=1')
            .replace(/limit=201/, 'limit=200');
      },
    }),
  ],
  [
    'acknowledgements-offset',
    'LST-5',
    'acknowledgements.list',
    'a cursor is a number of rows',
    () => offsets('acknowledgements.list'),
  ],
  [
    'etag-weak',
    'CCH-1',
    'policies.list',
    'entity tags are weak',
    () => header('etag', (tag) => tag && `W/${tag}`),
  ],
  [
    'etag-missing',
    'CCH-1',
    'policies.list',
    'there is no entity tag',
    () => header('etag', undefined),
  ],
  [
    'kept-a-minute',
    'CCH-1',
    'policies.list',
    'what changes may be kept for a minute',
    () =>
      header('cache-control', (now) => (now?.includes('no-cache') ? 'private, max-age=60' : now)),
  ],
  [
    'never-304',
    'CCH-2',
    'documents.read',
    'it is never said that nothing changed',
    () => instead('*', async (asked, forward) => forward(plainly(asked))),
  ],
  [
    'always-304',
    'CCH-2',
    'policies.list',
    'any entity tag is answered with 304',
    () =>
      instead('*', async (asked, forward) => {
        const answer = await forward(plainly(asked));
        return asked.headers['if-none-match'] && answer.status === 200
          ? { ...answer, status: 304, text: '' }
          : answer;
      }),
  ],
  [
    '304-without-etag',
    'CCH-2',
    'me.read',
    'a 304 has no entity tag',
    () => ({
      tells(told) {
        if (told.status === 304) delete told.headers.etag;
      },
    }),
  ],
  [
    'etag-of-address',
    'CCH-3',
    'assignments.list',
    'the entity tag is that of the address',
    () => {
      const tagOf = ({ path }) => `"${createHash('sha256').update(path).digest('base64url')}"`;
      return instead('*', async (asked, forward) => {
        const answer = await forward(plainly(asked));
        if (answer.status !== 200 || !answer.headers.etag) return answer;
        const etag = tagOf(asked);
        const same = asked.headers['if-none-match']?.includes(etag);
        return {
          ...answer,
          headers: { ...answer.headers, etag },
          ...(same && { status: 304, text: '' }),
        };
      });
    },
  ],
  [
    'immutable-a-day',
    'CCH-4',
    'documents.read',
    'what never changes may be kept for a day',
    () => header('cache-control', (now) => now?.replace('31536000', '86400')),
  ],
  [
    'log-kept',
    'CCH-5',
    'log.checkpoint',
    'the latest checkpoint may be kept',
    () =>
      good(
        'log.checkpoint',
        (told) => void (told.headers['cache-control'] = 'private, max-age=300'),
      ),
  ],
  [
    'act-kept',
    'CCH-5',
    'acknowledgements.create',
    'the answer to an act may be kept',
    () => good('acknowledgements.create', (told) => void delete told.headers['cache-control']),
  ],
  [
    'vary-missing',
    'CCH-6',
    'me.read',
    'caches are not told that the answer depends on who asks',
    () => header('vary', 'Accept-Encoding'),
  ],
  [
    'key-optional',
    'KEY-1',
    'acknowledgements.create',
    'an act without a key is recorded',
    () =>
      asks(
        'acknowledgements.create',
        (asked) => void (asked.headers['idempotency-key'] ||= `made-${Math.random()}`),
      ),
  ],
  [
    'key-short',
    'KEY-1',
    'acknowledgements.create',
    'keys of more than 64 characters are refused',
    () =>
      instead('acknowledgements.create', async (asked, forward) =>
        asked.headers['idempotency-key']?.length > 64
          ? problem(400, 'idempotency-key-missing')
          : forward(asked),
      ),
  ],
  [
    'key-of-all',
    'KEY-2',
    'acknowledgements.create',
    'a key is the same for everybody',
    () => {
      const kept = new Map();
      return instead('acknowledgements.create', async (asked, forward) => {
        const key = asked.headers['idempotency-key'];
        const answer = kept.get(key) ?? (await forward(asked));
        if (key && answer.status === 201) kept.set(key, answer);
        return { ...answer };
      });
    },
  ],
  [
    'key-race',
    'KEY-3',
    'acknowledgements.create',
    'requests at the same time are recorded each',
    () => {
      let busy = 0;
      return instead('acknowledgements.create', async (asked, forward) => {
        const beside = busy++;
        const answer = await forward(asked);
        busy--;
        if (beside === 0 || answer.status >= 300) return answer;
        const made = JSON.parse(answer.text);
        return { ...answer, text: JSON.stringify({ ...made, id: `${made.id}-${beside}` }) };
      });
    },
  ],
  [
    'key-burnt',
    'KEY-4',
    'acknowledgements.create',
    'a refusal is remembered under the key',
    () => {
      const kept = new Map();
      return instead('acknowledgements.create', async (asked, forward) => {
        const key = asked.headers['idempotency-key'] + asked.headers.authorization;
        const answer = kept.get(key) ?? (await forward(asked));
        if (answer.status === 409) kept.set(key, answer);
        return { ...answer };
      });
    },
  ],
];
