import {
  audience,
  channel,
  pack,
  person,
  policy,
  question,
  term,
  version,
  type Content,
} from '../content.js';

/** Stands in every text of the other person and of what is asked of them only. No base64 can hold it by chance. */
export const otherWord = 'sea-otter';

/** Stands in every text of the other tenant. */
export const foreignWord = 'sea-falcon';

const everybody = { all: [] };

const asks = (policy: string) => ({ check: { passMark: 100, questions: [question(policy)] } });

function marked(id: string, word: string, classification: 'internal' | 'confidential') {
  return policy(id, {
    title: `The ${word} policy`,
    owner: `${word} owner`,
    classification,
    versions: [version(id, 1, `${word} text`, { change: `${word} change` })],
  });
}

/** The tenant that is asked: everybody in it, and one policy for every way of being open or not. */
export function ownContent(isInactiveGone: boolean): Content {
  const confidential = { classification: 'confidential' } as const;
  return {
    people: [
      person('employee'),
      person('contractor', { relation: 'contractor' }),
      person('supplier', { relation: 'supplier' }),
      person('customer', { relation: 'customer' }),
      person('manager'),
      person('isms-manager', { roles: ['isms-manager'] }),
      person('auditor', { roles: ['auditor'] }),
      person('incident-handler', { roles: ['incident-handler'] }),
      person('inactive', { active: !isInactiveGone }),
      person('sea-otter', {
        displayName: 'Sea-otter the other',
        title: 'Sea-otter in chief',
        department: 'Sea-otters',
        manager: 'manager',
      }),
    ],
    policies: [
      policy('shared-rules', confidential),
      policy('fresh-rules', confidential),
      policy('public-notice', { classification: 'public' }),
      policy('house-rules', { classification: 'internal' }),
      marked('sea-otter-rules', otherWord, 'confidential'),
    ],
    audiences: [
      audience('everybody', everybody),
      audience('isms', { attribute: 'roles', in: ['isms-manager'] }),
      {
        ...audience('sea-otters', { attribute: 'department', in: ['Sea-otters'] }),
        title: 'The sea-otters',
      },
    ],
    packs: [
      pack('shared-pack', ['shared-rules', 'fresh-rules'], 'everybody', asks('shared-rules')),
      pack('sea-otter-pack', ['sea-otter-rules'], 'sea-otters', asks('sea-otter-rules')),
    ],
    laws: [{ id: 'gdpr' }],
    channels: [
      channel('shared-channel', 'everybody', { announcers: 'isms' }),
      channel('sea-otter-channel', 'sea-otters', {
        ...{ title: 'The sea-otter channel', announcers: 'sea-otters' },
      }),
    ],
    terms: ['shared-rules', 'public-notice', 'house-rules', 'sea-otter-rules'].map(
      (policy, index) => term(`word-${index}`, { policy }),
    ),
  };
}

/** Audiences of many names, as a large organisation has them: to decide what is asked of somebody takes time. */
export function crowd(content: Content): Content {
  const names = Array.from({ length: 450 }, (_, index) => `someone.${index}@example.test`);
  const crowds = Array.from({ length: 60 }, (_, index) => `crowd-${index}`);
  return {
    ...content,
    audiences: [
      ...content.audiences,
      ...crowds.map((id) => ({ ...audience(id, { any: [] }), include: names })),
    ],
    packs: [...content.packs, ...crowds.map((id) => pack(`pack-${id}`, ['house-rules'], id))],
  };
}

/** The other tenant: people with the same sign-in, a policy with the same id, and things of its own. */
export function foreignContent(): Content {
  const falcon = { displayName: 'Sea-falcon', title: 'Sea-falcon in chief' };
  return {
    people: [person('employee', falcon), person('stranger', falcon)],
    policies: [
      marked('shared-rules', foreignWord, 'internal'),
      marked('sea-falcon-rules', foreignWord, 'internal'),
    ],
    audiences: [{ ...audience('sea-falcons', everybody), title: 'The sea-falcons' }],
    packs: [
      pack('sea-falcon-pack', ['sea-falcon-rules', 'shared-rules'], 'sea-falcons', {
        ...asks('sea-falcon-rules'),
        title: 'The sea-falcon pack',
        statement: { en: 'I fly as a sea-falcon.' },
      }),
    ],
    laws: [{ id: 'gdpr' }],
    channels: [
      channel('shared-channel', 'sea-falcons', { announcers: 'sea-falcons' }),
      channel('sea-falcon-channel', 'sea-falcons', {
        ...{ title: 'The sea-falcon channel', announcers: 'sea-falcons' },
      }),
    ],
    terms: [
      term('word-0', { policy: 'sea-falcon-rules' }),
      term('word-7', { texts: { en: { name: 'Sea-falcon', also: [], meaning: 'A sea-falcon.' } } }),
    ],
  };
}
