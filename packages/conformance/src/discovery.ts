import { contractVersion, mediaTypes, type Endpoint } from '@heed/contract';
import { openCheckpoint, parseVerifierKey } from '@heed/evidence';
import type { Answer } from './kit/answer.js';
import { checks, expect, unmet } from './kit/check.js';
import { endpoints } from './kit/endpoints.js';

const known = [
  'core',
  'comms',
  'tasks',
  'incidents',
  'administration',
  'assurance',
  'evidence',
  'live',
];

const isOfType = (
  { headers }: Answer<unknown>,
  schema: Endpoint['answers'][number] | undefined,
) => {
  const named = typeof schema === 'string' ? mediaTypes[schema] : 'application/json';
  return headers.get('Content-Type')?.startsWith(named) === true;
};

function fits(answer: Answer<unknown>): boolean {
  try {
    answer.success();
    return true;
  } catch {
    return false;
  }
}

/** What the backend says of itself. */
export const discoveryChecks = checks(
  {
    id: 'discovery/open',
    title: 'The discovery document is served to anybody',
    requirements: ['DIS-1'],
    async run({ anyone }) {
      (await anyone.ask('discovery.read', {})).success();
    },
  },
  {
    id: 'discovery/version',
    title: 'It names a version of the contract that this kit knows, and the core profile',
    requirements: ['DIS-2'],
    async run({ anyone }) {
      const { contract, profiles } = (await anyone.ask('discovery.read', {})).success();
      const major = contractVersion.split('.')[0];
      expect(
        contract.some((each) => each.split('.')[0] === major),
        `contract names ${contract.join(', ') || 'nothing'}, and this kit tests ${contractVersion}`,
      );
      expect(profiles.includes('core'), 'profiles has to name core: every backend has it');
      expect(new Set(profiles).size === profiles.length, 'profiles names one twice');
      for (const each of profiles) {
        expect(
          known.includes(each) || each.includes(':'),
          `profiles names ${each}, which the contract does not have; a name of your own has a colon in it`,
        );
      }
    },
  },
  {
    id: 'discovery/claims',
    title: 'What is there is declared: evidence with its log, and no log is open without it',
    requirements: ['DIS-2', 'DIS-3'],
    async run({ anyone }) {
      const { profiles, log } = (await anyone.ask('discovery.read', {})).success();
      const declares = profiles.includes('evidence');
      expect(!declares || log !== undefined, 'profiles names evidence, and log is missing');
      const checkpoint = await anyone.send('GET', '/v1/log/checkpoint');
      expect(
        declares || checkpoint.status >= 400,
        `the profile evidence is not declared, and ${checkpoint.said}`,
      );
    },
  },
  {
    id: 'discovery/undeclared',
    title: 'What is not declared is not open either',
    requirements: ['DIS-2'],
    async run(t) {
      const { profiles } = (await t.anyone.ask('discovery.read', {})).success();
      for (const [name, { profile, method, path, access, answers }] of endpoints) {
        if (profiles.includes(profile) || method !== 'GET' || path.includes('{')) continue;
        const asker = access.who === 'anyone' ? t.anyone : t.as('staff');
        const answer = await asker.try(name, {});
        if (answer.status !== 200 || !isOfType(answer, answers[200])) continue;
        const isIt = typeof answers[200] === 'string' || fits(answer);
        expect(!isIt, `the profile ${profile} is not declared, and ${answer.said}`);
      }
    },
  },
  {
    id: 'discovery/key',
    title: 'The key in the discovery document is that of the checkpoint',
    requirements: ['DIS-3', 'LOG-1'],
    async run({ anyone }) {
      const { log } = (await anyone.ask('discovery.read', {})).success();
      expect(log, 'log is missing');
      const key = await parseVerifierKey(log.key).catch(() => undefined);
      expect(key, `log.key is no C2SP verifier key: ${log.key}`);
      expect(key.name === log.origin, `log.key is of ${key.name}, and log.origin is ${log.origin}`);
      const note = (await anyone.ask('log.checkpoint', {})).success();
      await openCheckpoint(note, [key]).catch((error: Error) =>
        unmet(`the checkpoint does not verify with log.key: ${error.message}`),
      );
    },
  },
);
