// Generated from the endpoints of this package; a test fails when it differs.
import type { Contract } from './contract.js';
import type { Shape, Wire } from './shape.js';

export { fits, type Shape, type Wire } from './shape.js';

/** Problem details, RFC 9457. */
export const problem: Shape = {
  type: 's',
  title: 's',
  status: 'n',
  code: 's',
  'detail?': 's',
  'requestId?': 's',
  'errors?': [{ pointer: 's', message: 's' }],
};

/** The endpoints of nouns, by noun and verb. */
export type WireOf<Nouns extends keyof Contract> = {
  readonly [Noun in Nouns]: { readonly [Verb in keyof Contract[Noun]]: Wire };
};

/** The contract as a client needs it at run time: where to send what, and what comes back. */
export const wire: WireOf<
  | 'discovery'
  | 'me'
  | 'policies'
  | 'versions'
  | 'documents'
  | 'images'
  | 'assignments'
  | 'readings'
  | 'acknowledgements'
> = {
  discovery: {
    read: {
      method: 'GET',
      path: '/.well-known/isms',
      answers: {
        '200': {
          contract: ['s'],
          profiles: ['s'],
          organisation: 's',
          'log?': { origin: 's', key: 's' },
          'terms?': 'b',
        },
      },
    },
  },
  me: {
    read: {
      method: 'GET',
      path: '/v1/me',
      answers: {
        '200': {
          id: 's',
          userName: 's',
          displayName: 's',
          emails: ['s'],
          'department?': 's',
          'division?': 's',
          'title?': 's',
          'costCenter?': 's',
          'location?': 's',
          'manager?': 's',
          'preferredLanguage?': 's',
          groups: ['s'],
          products: ['s'],
          relation: 's',
          roles: ['s'],
          active: 'b',
          'joined?': 's',
          'left?': 's',
        },
      },
    },
  },
  policies: {
    list: {
      method: 'GET',
      path: '/v1/policies',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              title: 's',
              kind: 's',
              'owner?': 's',
              'approver?': 's',
              classification: 's',
              'reviewBy?': 's',
              controls: ['s'],
              version: 'n',
              documents: [{ language: 's', title: 's', contentHash: 's', words: 'n' }],
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/policies/{policy}',
      answers: {
        '200': {
          id: 's',
          title: 's',
          kind: 's',
          'owner?': 's',
          'approver?': 's',
          classification: 's',
          'reviewBy?': 's',
          controls: ['s'],
          version: 'n',
          documents: [{ language: 's', title: 's', contentHash: 's', words: 'n' }],
        },
      },
    },
  },
  versions: {
    list: {
      method: 'GET',
      path: '/v1/policies/{policy}/versions',
      answers: {
        '200': {
          items: [
            {
              policy: 's',
              number: 'n',
              'label?': 's',
              status: 's',
              'change?': 's',
              material: 'b',
              'effective?': 's',
              publishedAt: 's',
              documents: [{ language: 's', title: 's', contentHash: 's', words: 'n' }],
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/policies/{policy}/versions/{version}',
      answers: {
        '200': {
          policy: 's',
          number: 'n',
          'label?': 's',
          status: 's',
          'change?': 's',
          material: 'b',
          'effective?': 's',
          publishedAt: 's',
          documents: [{ language: 's', title: 's', contentHash: 's', words: 'n' }],
        },
      },
    },
  },
  documents: {
    read: {
      method: 'GET',
      path: '/v1/policies/{policy}/versions/{version}/documents/{contentHash}',
      answers: {
        '200': {
          policy: 's',
          version: 'n',
          language: 's',
          title: 's',
          sections: [{ id: 's', title: 's', level: 'n', html: 's', words: 'n' }],
        },
      },
    },
  },
  images: {
    read: {
      method: 'GET',
      path: '/v1/policies/{policy}/versions/{version}/images/{contentHash}',
      answers: { '200': { type: 's', width: 'n', height: 'n', data: 's' } },
    },
  },
  assignments: {
    list: {
      method: 'GET',
      path: '/v1/assignments',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              person: 's',
              policy: { id: 's', title: 's', kind: 's' },
              version: 'n',
              'label?': 's',
              'change?': 's',
              pack: { id: 's', title: 's' },
              asks: 's',
              'everySection?': 'b',
              'check?': { questions: 'n' },
              'statement?': { hash: 's', texts: { '*': 's' } },
              documents: [{ language: 's', title: 's', contentHash: 's', words: 'n' }],
              state: 's',
              since: 's',
              'dueAt?': 's',
              'acknowledgement?': 's',
              'acknowledgedVersion?': 'n',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  readings: {
    read: {
      method: 'GET',
      path: '/v1/policies/{policy}/versions/{version}/reading',
      answers: {
        '200': {
          policy: 's',
          version: 'n',
          sections: [{ id: 's', seconds: 'n' }],
          seconds: 'n',
          methods: ['s'],
          'last?': { section: 's', quote: 's', offset: 'n', at: 's', 'device?': 's' },
          'furthest?': { section: 's', quote: 's', offset: 'n' },
        },
      },
    },
    record: {
      method: 'PUT',
      path: '/v1/readings/{session}',
      answers: {
        '200': {
          policy: 's',
          version: 'n',
          sections: [{ id: 's', seconds: 'n' }],
          seconds: 'n',
          methods: ['s'],
          'last?': { section: 's', quote: 's', offset: 'n', at: 's', 'device?': 's' },
          'furthest?': { section: 's', quote: 's', offset: 'n' },
        },
      },
    },
  },
  acknowledgements: {
    create: {
      method: 'POST',
      path: '/v1/acknowledgements',
      answers: {
        '200': {
          id: 's',
          person: 's',
          policy: 's',
          version: 'n',
          contentHash: 's',
          language: 's',
          statementHash: 's',
          recordedAt: 's',
          receipt: 's',
        },
        '201': {
          id: 's',
          person: 's',
          policy: 's',
          version: 'n',
          contentHash: 's',
          language: 's',
          statementHash: 's',
          recordedAt: 's',
          receipt: 's',
        },
      },
      keyed: true,
    },
    list: {
      method: 'GET',
      path: '/v1/acknowledgements',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              person: 's',
              policy: 's',
              version: 'n',
              contentHash: 's',
              language: 's',
              statementHash: 's',
              recordedAt: 's',
              receipt: 's',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/acknowledgements/{acknowledgement}',
      answers: {
        '200': {
          id: 's',
          person: 's',
          policy: 's',
          version: 'n',
          contentHash: 's',
          language: 's',
          statementHash: 's',
          recordedAt: 's',
          receipt: 's',
        },
      },
    },
  },
};

/** Loads the endpoints that few pages ask for. Rejects as every import of a module does. */
export const readSeldom = async () => (await import('./wire-seldom.js')).wire;
