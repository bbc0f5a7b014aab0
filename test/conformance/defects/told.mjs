// Defects in what is told: a backend that knows better, and says it wrong.
import { createHash } from 'node:crypto';
import { formatVerifierKey, generateSigningKey } from '@heed/evidence';
import { asks, body, good, instead, items, plainly, problem, query, refusal } from '../ways.mjs';

const hash = (text) => createHash('sha256').update(text).digest('base64url');
const otherKey = formatVerifierKey((await generateSigningKey('other.example.test')).signer.key);
const later = (time, seconds) => new Date(Date.parse(time) + seconds * 1000).toISOString();

/** @type {import('./all.mjs').Told[]} */
export const told = [
  // Discovery, health, people.
  [
    'discovery-needs-token',
    'DIS-1',
    'discovery.read',
    'the discovery document needs a token',
    () =>
      instead('discovery.read', async (asked, forward) =>
        asked.headers.authorization ? forward(asked) : problem(401, 'not-signed-in'),
      ),
  ],
  [
    'discovery-unknown-profile',
    'DIS-2',
    'discovery.read',
    'a profile is claimed that there is not',
    () => body('discovery.read', (it) => void it.profiles.push('everything')),
  ],
  [
    'discovery-no-core',
    'DIS-2',
    'discovery.read',
    'the core profile is not named',
    () =>
      body('discovery.read', (it) => ({
        ...it,
        profiles: it.profiles.filter((one) => one !== 'core'),
      })),
  ],
  [
    'discovery-other-version',
    'DIS-2',
    'discovery.read',
    'a contract is named that is not spoken',
    () => body('discovery.read', (it) => ({ ...it, contract: ['7.0'] })),
  ],
  [
    'discovery-hidden-log',
    'DIS-2',
    'discovery.read',
    'the log is there and not declared',
    () => body('discovery.read', ({ log: _, ...it }) => ({ ...it, profiles: ['core'] })),
  ],
  [
    'discovery-hidden-channels',
    'DIS-2',
    'discovery.read',
    'channels are there and not declared',
    () =>
      body('discovery.read', (it) => ({
        ...it,
        profiles: it.profiles.filter((one) => !['comms', 'live'].includes(one)),
      })),
  ],
  [
    'endpoint-missing',
    'DIS-2',
    'terms.list',
    'an endpoint of a declared profile is not there',
    () => instead('terms.list', async () => problem(404, 'not-found')),
  ],
  [
    'discovery-other-key',
    'DIS-3',
    'discovery.read',
    'the key is that of another log',
    () => body('discovery.read', (it) => void (it.log.key = otherKey)),
  ],
  [
    'discovery-hidden-terms',
    'DIS-4',
    'discovery.read',
    'there are terms, and nobody is told',
    () => body('discovery.read', ({ terms: _, ...it }) => it),
  ],
  [
    'discovery-terms-of-none',
    'DIS-4',
    'discovery.read',
    'terms are told of where there are none',
    () => body('discovery.read', (it) => ({ ...it, terms: true })),
  ],
  [
    'health-local-time',
    'HEA-1',
    'health.read',
    'the clock is that of a time zone',
    () => body('health.read', (it) => ({ ...it, time: it.time.replace('Z', '+02:00') })),
  ],
  [
    'health-slow-clock',
    'HEA-1',
    'health.read',
    'the clock is an hour late',
    () => body('health.read', (it) => ({ ...it, time: later(it.time, -3600) })),
  ],
  [
    'me-cached',
    'ME-1',
    'me.read',
    'a cache before the backend gives everybody the first one’s answer',
    () => {
      let first;
      return instead('me.read', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status === 200) first ??= answer;
        return answer.status === 200 ? { ...first } : answer;
      });
    },
  ],
  [
    'me-unknown-404',
    'ME-2',
    'me.read',
    'who is not known is told that there is nothing',
    () =>
      refusal('me.read', (it, told) => {
        if (it.code === 'unknown-person') told.status = 404;
      }),
  ],
  [
    'people-name-ignored',
    'PEO-1',
    'people.list',
    'userName does not choose',
    () => query('people.list', (values) => values.delete('userName')),
  ],
  [
    'people-offset',
    'PEO-2',
    'people.list',
    'a cursor is a number of rows',
    () => offsets('people.list'),
  ],
  [
    'people-forbidden',
    'PEO-3',
    'people.read',
    'another person answers 403',
    () => refusal('people.read', (it, told) => forbidden(told)),
  ],
  [
    'person-empty',
    'PEO-3',
    'people.read',
    'a person is told without what is known of them',
    () => body('people.read', (it) => ({ ...it, displayName: '' })),
  ],

  // Policies, versions, texts, pictures, packs.
  [
    'policy-old-version',
    'POL-2',
    'policies.read',
    'a policy shows its first version',
    () => body('policies.read', (it) => ({ ...it, version: 1 })),
  ],
  [
    'policies-without-text',
    'POL-2',
    'policies.list',
    'policies are listed without their texts',
    () => items('policies.list', (all) => all.map((one) => ({ ...one, documents: [] }))),
  ],
  [
    'policy-forbidden',
    'POL-3',
    'policies.read',
    'a policy that the caller may not see answers 403',
    () => refusal('policies.read', (it, told) => forbidden(told)),
  ],
  [
    'policy-names-what-is-hidden',
    'POL-3',
    'policies.read',
    'what is not there names what was asked for',
    () =>
      refusal('policies.read', (it, told, { path }) => ({
        ...it,
        detail: path.includes('vault') ? 'Not for you.' : it.detail,
      })),
  ],
  [
    'versions-oldest-first',
    'VER-1',
    'versions.list',
    'versions are listed oldest first',
    () => items('versions.list', (all) => all.reverse()),
  ],
  [
    'versions-current-only',
    'VER-1',
    'versions.list',
    'superseded versions are gone',
    () => items('versions.list', (all) => all.filter(({ status }) => status === 'published')),
  ],
  [
    'version-moves',
    'VER-2',
    'versions.read',
    'a version was published whenever it is asked for',
    () => body('versions.read', (it) => ({ ...it, publishedAt: new Date().toISOString() })),
  ],
  [
    'document-pretty',
    'DOC-1',
    'documents.read',
    'a text is written with other white space',
    () =>
      good(
        'documents.read',
        (told) => void (told.text = JSON.stringify(JSON.parse(told.text), null, 2)),
      ),
  ],
  [
    'document-order',
    'DOC-1',
    'documents.read',
    'the members of a text have another order',
    () => body('documents.read', ({ policy, ...it }) => ({ ...it, policy })),
  ],
  [
    'document-corrected',
    'DOC-1',
    'documents.read',
    'a word of a text is corrected under its old hash',
    () => body('documents.read', (it) => void (it.sections[0].html += ' ')),
  ],
  [
    'document-normalised',
    'DOC-1',
    'documents.read',
    'a text is normalised',
    () => good('documents.read', (told) => void (told.text = told.text.normalize('NFD'))),
  ],
  [
    'document-words',
    'DOC-1',
    'policies.list',
    'words are counted otherwise than in the text',
    () =>
      items(
        'policies.list',
        (all) => void all.forEach((one) => one.documents.forEach((text) => text.words++)),
      ),
  ],
  [
    'document-public',
    'DOC-2',
    'documents.read',
    'a text may be kept by caches that many share',
    () =>
      good(
        'documents.read',
        (told) => void (told.headers['cache-control'] = 'public, max-age=31536000, immutable'),
      ),
  ],
  [
    'image-recompressed',
    'IMG-1',
    'images.read',
    'a picture is compressed anew',
    () => body('images.read', (it) => ({ ...it, data: it.data.replace('A', 'B') })),
  ],
  [
    'pack-without-due',
    'PAC-1',
    'packs.list',
    'packs do not say when they are due',
    () => items('packs.list', (all) => all.map((one) => ({ ...one, due: {} }))),
  ],
  [
    'pack-any',
    'PAC-2',
    'packs.read',
    'a pack that is not there answers with another',
    () => {
      let last;
      return instead('packs.read', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status === 200) last = answer;
        return answer.status === 404 && last ? last : answer;
      });
    },
  ],
  [
    'pack-without-languages',
    'PAC-1',
    'packs.read',
    'a statement is there in one language only',
    () =>
      body('packs.read', (it) => {
        if (it.statement) it.statement.texts = { en: it.statement.texts.en };
      }),
  ],

  // Terms.
  [
    'terms-of-others',
    'TERM-1',
    'terms.list',
    'the terms of another tenant are listed, too',
    () =>
      items('terms.list', (all) => [
        ...all,
        { id: 'theirs', texts: { en: { name: 'theirs', also: [], meaning: 'Theirs.' } } },
      ]),
  ],
  [
    'terms-in-every-language',
    'TERM-2',
    'terms.list',
    'the language that is asked for changes nothing',
    () => query('terms.list', (values) => values.delete('language')),
  ],
  [
    'terms-without-wider',
    'TERM-2',
    'terms.list',
    'a term is told in exactly the language that is asked for, or not at all',
    () =>
      items('terms.list', (all, asked) => {
        const language = new URLSearchParams(asked.path.split('?')[1]).get('language');
        return all.filter(({ texts }) => !language || language in texts);
      }),
  ],
  [
    'terms-name-what-is-closed',
    'TERM-3',
    'terms.list',
    'a policy that says more is named to everybody',
    () =>
      items('terms.list', (all) =>
        all.map((one) =>
          one.id === 'key' ? { ...one, policy: { id: 'vault', title: 'The vault policy' } } : one,
        ),
      ),
  ],

  // Assignments, checks, readings.
  [
    'assignments-twice',
    'ASG-1',
    'assignments.list',
    'an assignment is listed twice',
    () => items('assignments.list', (all) => [...all, ...all.slice(0, 1)]),
  ],
  [
    'assignments-own-instead',
    'ASG-2',
    'assignments.list',
    'who asks for another person’s gets their own',
    () =>
      instead('assignments.list', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status !== 403) return answer;
        return forward({ ...asked, path: asked.path.replace(/person=[^&]*/, '') });
      }),
  ],
  [
    'assignments-kept',
    'ASG-3',
    'assignments.list',
    'a list is remembered while audiences change',
    () => {
      const kept = new Map();
      return instead('assignments.list', async (asked, forward) => {
        const name = asked.base + claimOf(asked) + asked.path;
        const answer = kept.get(name) ?? (await forward(asked));
        if (answer.status === 200) kept.set(name, answer);
        return { ...answer };
      });
    },
  ],
  [
    'assignments-by-title',
    'ASG-4',
    'assignments.list',
    'the list is in the order of titles',
    () =>
      items('assignments.list', (all) =>
        all.sort((a, b) => (a.policy.title < b.policy.title ? -1 : 1)),
      ),
  ],
  [
    'assignments-settled-first',
    'ASG-4',
    'assignments.list',
    'what is settled comes first',
    () => items('assignments.list', (all) => all.reverse()),
  ],
  [
    'assignments-state-ignored',
    'ASG-4',
    'assignments.list',
    'state does not choose',
    () => query('assignments.list', (values) => values.delete('state')),
  ],
  [
    'assignments-pending',
    'ASG-5',
    'assignments.list',
    'what was acknowledged is still pending',
    () =>
      items('assignments.list', (all) =>
        all.map((one) => (one.state === 'acknowledged' ? { ...one, state: 'pending' } : one)),
      ),
  ],
  [
    'assignments-of-leavers',
    'ASG-7',
    'assignments.list',
    'who has left is still asked',
    () => {
      let some;
      return items('assignments.list', (all, { path }) => {
        if (all.length > 0) some = all;
        return path.includes('person=') && all.length === 0 ? some : all;
      });
    },
  ],
  [
    'assignments-unlinked',
    'ASG-5',
    'assignments.list',
    'an assignment does not name what settled it',
    () => items('assignments.list', (all) => all.map(({ acknowledgement: _, ...one }) => one)),
  ],
  [
    'assignments-statement-hash',
    'ASG-1',
    'assignments.list',
    'the hash is of the statement in one language',
    () =>
      items('assignments.list', (all) =>
        all.map((one) => ({
          ...one,
          ...(one.statement && {
            statement: { ...one.statement, hash: `sha256:${'1'.repeat(64)}` },
          }),
        })),
      ),
  ],
  [
    'check-tells',
    'CHK-1',
    'checks.read',
    'the choices say which are right',
    () =>
      body(
        'checks.read',
        (it) => void it.questions.forEach(({ choices }) => (choices[1].right = true)),
      ),
  ],
  [
    'check-hash',
    'CHK-7',
    'checks.read',
    'the hash is not that of the questions',
    () => body('checks.read', (it) => ({ ...it, hash: `sha256:${'1'.repeat(64)}` })),
  ],
  [
    'attempt-renamed',
    'CHK-3',
    'attempts.record',
    'an attempt that is sent again counts again',
    () =>
      asks('attempts.record', (asked) => void (asked.path += Math.random().toString(36).slice(2))),
  ],
  [
    'attempt-reused-409',
    'CHK-4',
    'attempts.record',
    'an attempt with other answers is a conflict',
    () =>
      refusal('attempts.record', (it, told) => {
        if (it.code === 'attempt-reused') told.status = 409;
      }),
  ],
  [
    'attempt-solution',
    'CHK-1',
    'attempts.record',
    'a try that failed tells what would have been right',
    () => body('attempts.record', (it) => void it.results.forEach((one) => (one.solution = ['2']))),
  ],
  [
    'attempt-forever',
    'CHK-6',
    'checks.read',
    'it is not said when a check may be taken again',
    () => body('checks.read', ({ againAt: _, ...it }) => it),
  ],
  [
    'reading-missing',
    'REA-1',
    'readings.read',
    'what was not displayed yet is not there',
    () =>
      good('readings.read', (told) => {
        if (JSON.parse(told.text).seconds === 0) Object.assign(told, problem(404, 'not-found'));
      }),
  ],
  [
    'reading-anonymous-device',
    'REA-1',
    'readings.read',
    'the last place does not name its device',
    () => body('readings.read', (it) => void delete it.last?.device),
  ],
  [
    'reading-late-refused',
    'REA-2',
    'readings.record',
    'a report that comes late is a conflict',
    () => {
      const sent = new Map();
      return instead('readings.record', async (asked, forward) => {
        const { sequence } = JSON.parse(asked.body);
        const before = sent.get(asked.path);
        if (before >= sequence) return problem(409, 'content-mismatch');
        const answer = await forward(asked);
        if (answer.status === 200) sent.set(asked.path, sequence);
        return answer;
      });
    },
  ],
  [
    'reading-doubled',
    'REA-3',
    'readings.record',
    'a report that is sent twice counts twice',
    () =>
      asks('readings.record', (asked) => void (asked.path += Math.random().toString(36).slice(2))),
  ],
  [
    'reading-other-forbidden',
    'REA-4',
    'readings.record',
    'a sitting of another person answers 403',
    () => refusal('readings.record', (it, told) => forbidden(told)),
  ],

  // Acknowledgements.
  [
    'acknowledgement-client-time',
    'ACK-1',
    'acknowledgements.create',
    'the device says when it was recorded',
    () =>
      body('acknowledgements.create', (it, { body: sent }) => ({
        ...it,
        recordedAt: JSON.parse(sent).clientTime,
      })),
  ],
  [
    'acknowledgement-200',
    'ACK-1',
    'acknowledgements.create',
    'a new one answers 200',
    () => good('acknowledgements.create', (told) => void (told.status = 200)),
  ],
  [
    'acknowledgement-lost',
    'ACK-1',
    'acknowledgements.create',
    'an act is answered and not stored',
    () => {
      let last;
      return instead('acknowledgements.create', async (asked, forward) => {
        if (!last) return (last = await forward(asked));
        return { ...last, status: 201 };
      });
    },
  ],
  [
    'acknowledgement-one-receipt',
    'ACK-2',
    'acknowledgements.create',
    'everybody gets the first one’s receipt',
    () => {
      let first;
      return body('acknowledgements.create', (it) => ({
        ...it,
        receipt: (first ??= it.receipt.replace('A', 'B')),
      }));
    },
  ],
  [
    'acknowledgement-receipt-cut',
    'ACK-2',
    'acknowledgements.create',
    'the receipt ends early',
    () => body('acknowledgements.create', (it) => ({ ...it, receipt: it.receipt.slice(0, -20) })),
  ],
  [
    'acknowledgement-second',
    'ACK-3',
    'acknowledgements.create',
    'a second act is another record',
    () => body('acknowledgements.create', (it) => ({ ...it, id: it.id + Math.random() })),
  ],
  [
    'acknowledgement-second-refused',
    'ACK-3',
    'acknowledgements.create',
    'a second act is refused',
    () =>
      good('acknowledgements.create', (told) => {
        if (told.status === 200) Object.assign(told, problem(409, 'version-not-current'));
      }),
  ],
  [
    'key-forgotten',
    'ACK-4',
    'acknowledgements.create',
    'keys are forgotten at once',
    () => newKeys(),
  ],
  [
    'key-other-bytes',
    'ACK-4',
    'acknowledgements.create',
    'a replay has other white space',
    () => {
      let times = 0;
      return good('acknowledgements.create', (told) => void (told.text += ' '.repeat(times++)));
    },
  ],
  [
    'not-current-404',
    'ACK-6',
    'acknowledgements.create',
    'a version that is not current is not there',
    () =>
      refusal('acknowledgements.create', (it, told) =>
        it.code === 'version-not-current' ? Object.assign(it, asNotFound(told)) : it,
      ),
  ],
  [
    'acknowledgement-for-another',
    'ACK-9',
    'acknowledgements.create',
    'the body says whose it is',
    () =>
      body('acknowledgements.create', (it, { body: sent }) => ({
        ...it,
        person: JSON.parse(sent).person ?? it.person,
      })),
  ],
  [
    'acknowledgements-oldest-first',
    'ACK-10',
    'acknowledgements.list',
    'they are listed oldest first',
    () => items('acknowledgements.list', (all) => all.reverse()),
  ],
  [
    'acknowledgements-empty',
    'ACK-11',
    'acknowledgements.list',
    'who may not see others’ gets an empty list',
    () =>
      instead('acknowledgements.list', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status !== 403) return answer;
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          text: '{"items":[]}',
        };
      }),
  ],
  [
    'acknowledgement-forbidden',
    'ACK-12',
    'acknowledgements.read',
    'somebody else’s answers 403',
    () => refusal('acknowledgements.read', (it, told) => forbidden(told)),
  ],

  // The log.
  [
    'checkpoint-unsigned',
    'LOG-1',
    'log.checkpoint',
    'the signature is of another text',
    () =>
      good(
        'log.checkpoint',
        (told) =>
          void (told.text = told.text.replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`)),
      ),
  ],
  [
    'checkpoint-rolled-back',
    'LOG-2',
    'log.checkpoint',
    'an old checkpoint is served after newer ones',
    () => {
      let first;
      return instead('log.checkpoint', async (asked, forward) => (first ??= await forward(asked)));
    },
  ],
  [
    'inclusion-reversed',
    'LOG-3',
    'log.inclusion',
    'the hashes of a proof come from the root down',
    () => body('log.inclusion', (it) => ({ ...it, hashes: it.hashes.reverse() })),
  ],
  [
    'inclusion-other-leaf',
    'LOG-3',
    'log.inclusion',
    'the proof is that of the next leaf',
    () =>
      query('log.inclusion', (values) => {
        const index = Number(values.get('index'));
        if (index + 1 < Number(values.get('size'))) values.set('index', String(index + 1));
      }),
  ],
  [
    'consistency-cut',
    'LOG-4',
    'log.consistency',
    'a proof lacks its last hash',
    () => body('log.consistency', (it) => ({ ...it, hashes: it.hashes.slice(0, -1) })),
  ],
  [
    'entries-personal',
    'LOG-5',
    'log.entries',
    'an entry names the person',
    () =>
      items('log.entries', (all) =>
        all.map((one) => ({
          ...one,
          entry: one.entry.replace('{', '{"actor":"Reader-1 Example",'),
        })),
      ),
  ],
  [
    'entries-swapped',
    'LOG-6',
    'log.entries',
    'two entries have changed places',
    () =>
      items('log.entries', ([one, two, ...more]) =>
        two
          ? [{ ...one, entry: two.entry }, { ...two, entry: one.entry }, ...more]
          : [one, ...more],
      ),
  ],
  [
    'entries-gap',
    'LOG-6',
    'log.entries',
    'an entry is left out',
    () => items('log.entries', (all) => all.filter(({ index }) => index !== 1)),
  ],
];

/** Every list that is asked by a number of rows to be left out. */
export function offsets(name) {
  return instead(name, async (asked, forward) => {
    const url = new URL(asked.path, 'http://x');
    const { searchParams: search } = url;
    const [limit, offset] = [Number(search.get('limit') ?? 50), Number(search.get('cursor') ?? 0)];
    search.delete('cursor');
    search.set('limit', '200');
    const answer = await forward({ ...plainly(asked), path: url.pathname + url.search });
    if (answer.status !== 200) return answer;
    const page = JSON.parse(answer.text);
    const rest = page.items.slice(offset);
    const next = rest.length > limit ? { next: String(offset + limit) } : {};
    return { ...answer, text: JSON.stringify({ items: rest.slice(0, limit), ...next }) };
  });
}

/** Makes 403 of 404. */
export function forbidden(told) {
  if (told.status !== 404) return undefined;
  told.status = 403;
  return JSON.parse(problem(403, 'forbidden').text);
}

/** Makes 404 of another refusal. */
export function asNotFound(told) {
  told.status = 404;
  return JSON.parse(problem(404, 'not-found').text);
}

function newKeys() {
  return asks('acknowledgements.create', (asked) => {
    if (asked.headers['idempotency-key'])
      asked.headers['idempotency-key'] = hash(String(Math.random()));
  });
}

/** The userName in a token of the reference backend. */
function claimOf({ headers }) {
  const [, claims = ''] = (headers.authorization ?? '').split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}').sub ?? '';
}
