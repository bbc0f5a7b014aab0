import { checks, expect, expectEqual } from '../kit/check.js';
import { endpointOf, endpoints } from '../kit/endpoints.js';
import type { Session } from '../kit/session.js';
import { tour, type Stop } from '../kit/tour.js';
import type { Trial } from '../kit/trial.js';

/** Every endpoint that is not for anyone, asked by somebody else than may ask it. */
async function everywhere(t: Trial, session: Session, withActs: boolean): Promise<Stop[]> {
  const stops = await tour(t, { writes: withActs });
  return stops
    .filter(({ name }) => endpointOf(name).access.who !== 'anyone')
    .map((stop) => ({ ...stop, session }));
}

const ask = ({ name, session, input, headers }: Stop) => session.try(name, input, headers);

/** Who may ask for what. */
export const accessChecks = checks(
  {
    id: 'access/nobody',
    title: 'Nothing but what is for anyone is open without a token',
    requirements: ['ACC-1'],
    async run(t) {
      for (const stop of await everywhere(t, t.anyone, false)) {
        const answer = await ask(stop);
        answer.refused('not-signed-in');
        const header = answer.headers.get('WWW-Authenticate') ?? 'absent';
        expect(/^Bearer\b/i.test(header), `${answer.said} with WWW-Authenticate ${header}`);
      }
    },
  },
  {
    id: 'access/nobody-acts',
    title: 'Nothing is recorded without a token',
    requirements: ['ACC-1', 'PRB-4'],
    writes: true,
    async run(t) {
      for (const stop of await everywhere(t, t.anyone, true))
        (await ask(stop)).refused('not-signed-in');
    },
  },
  {
    id: 'access/bad-token',
    title: 'A token that is not readable counts for nothing',
    requirements: ['ACC-2'],
    async run(t) {
      (await t.as('staff').ask('me.read', {})).success();
      for (const token of ['x', 'a.b.c', `${'x'.repeat(2000)}`]) {
        (await t.bearing(token).ask('me.read', {})).refused('not-signed-in');
      }
      for (const header of ['Basic cm9iaW46', 'Bearer', 'Bearer a b']) {
        (await t.anyone.ask('me.read', {}, { Authorization: header })).refused('not-signed-in');
      }
    },
  },
  {
    id: 'access/forged-token',
    title: 'A token that was changed, and one without a signature, count for nothing',
    requirements: ['ACC-2'],
    async run(t) {
      const token = t.token('staff');
      (await t.bearing(token).ask('me.read', {})).success();
      const parts = token.split('.');
      const forged = [`${token.slice(0, -6)}AAAAAA`];
      if (parts.length === 3) {
        const none = Buffer.from('{"alg":"none"}').toString('base64url');
        forged.push(`${none}.${parts[1]}.`, `${parts[0]}.${parts[1]}.`);
      }
      for (const each of forged)
        (await t.bearing(each).ask('me.read', {})).refused('not-signed-in');
    },
  },
  {
    id: 'access/expired',
    title: 'A token that has expired counts for nothing',
    requirements: ['ACC-2'],
    async run(t) {
      (await t.as('expired').ask('me.read', {})).refused('not-signed-in');
    },
  },
  {
    id: 'access/roles',
    title: 'What is for roles is for nobody else',
    requirements: ['ACC-3'],
    async run(t) {
      const stops = await tour(t, { writes: false });
      for (const stop of stops) {
        if (typeof endpointOf(stop.name).access.who === 'string') continue;
        for (const role of ['staff', 'supplier'] as const) {
          (await ask({ ...stop, session: t.as(role) })).refused('forbidden');
        }
        for (const role of ['auditor', 'isms-manager'] as const) {
          (await ask({ ...stop, session: t.as(role) })).success();
        }
      }
    },
  },
  {
    id: 'access/unknown',
    title: 'Who is not known here gets nothing, whatever they ask for',
    requirements: ['ME-2', 'ACC-4'],
    async run(t) {
      for (const stop of await everywhere(t, t.as('unknown'), false))
        (await ask(stop)).refused('unknown-person');
    },
  },
  {
    id: 'access/inactive',
    title: 'Who has left gets nothing, whatever they ask for',
    requirements: ['ACC-6'],
    async run(t) {
      for (const stop of await everywhere(t, t.as('inactive'), false))
        (await ask(stop)).refused('unknown-person');
    },
  },
  {
    id: 'access/inactive-acts',
    title: 'Who has left records nothing',
    requirements: ['ACC-6', 'PRB-4'],
    writes: true,
    async run(t) {
      for (const stop of await everywhere(t, t.as('inactive'), true))
        (await ask(stop)).refused('unknown-person');
    },
  },
  {
    id: 'access/not-yours',
    title: 'What is not the caller’s answers like what is not there',
    requirements: ['ACC-5'],
    async run(t) {
      const [vault] = await t.named('kim').all('versions.list', { policy: 'vault' });
      const contentHash = vault?.documents[0]?.contentHash ?? '';
      const [assignment] = await t.named('kim').all('assignments.list', { policy: 'quiz' });
      const robin = t.named('robin');
      const zeros = `sha256:${'0'.repeat(64)}`;
      for (const [name, theirs, absent] of [
        ['policies.read', { policy: 'vault' }, { policy: 'none' }],
        ['versions.list', { policy: 'vault' }, { policy: 'none' }],
        ['versions.read', { policy: 'vault', version: 1 }, { policy: 'none', version: 1 }],
        [
          'documents.read',
          { policy: 'vault', version: 1, contentHash },
          { policy: 'none', version: 1, contentHash: zeros },
        ],
        ['readings.read', { policy: 'vault', version: 1 }, { policy: 'none', version: 1 }],
        ['checks.read', { assignment: assignment?.id }, { assignment: 'none' }],
      ] as const) {
        const found = (await robin.try(name, theirs)).refused('not-found');
        const wanted = (await robin.try(name, absent)).refused('not-found');
        expectEqual(
          [found.title, found.detail],
          [wanted.title, wanted.detail],
          `title and detail of ${name} for another person’s`,
        );
      }
    },
  },
  {
    id: 'access/every-endpoint',
    title: 'Every endpoint of the declared profiles is there',
    requirements: ['DIS-2'],
    writes: true,
    async run(t) {
      const { profiles } = (await t.anyone.ask('discovery.read', {})).success();
      const visited = new Set((await tour(t, { writes: true })).map(({ name }) => name));
      for (const [name, { profile, method, path }] of endpoints) {
        if (!profiles.includes(profile)) continue;
        const address = path.replaceAll(/\{\w+\}/g, 'x');
        const body = method === 'GET' ? undefined : '{}';
        const answer = await t.as('auditor').send(method, address, body);
        // Where the address names something, that may be what is not there.
        const missing = address === path ? [404, 405, 501] : [405, 501];
        expect(!missing.includes(answer.status), `${answer.said}: ${name} is missing`);
        expect(visited.has(name) || answer.status !== 500, `${answer.said}`);
      }
    },
  },
);
