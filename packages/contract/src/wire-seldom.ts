// Generated from the endpoints of this package; a test fails when it differs.
import type { WireOf } from './wire.js';

/** The endpoints that few pages ask for. */
export const wire: WireOf<
  | 'health'
  | 'people'
  | 'packs'
  | 'checks'
  | 'attempts'
  | 'terms'
  | 'channels'
  | 'members'
  | 'positions'
  | 'preferences'
  | 'messages'
  | 'alerts'
  | 'revisions'
  | 'completions'
  | 'attachments'
  | 'uploads'
  | 'reactions'
  | 'pins'
  | 'tasks'
  | 'parts'
  | 'steps'
  | 'events'
  | 'log'
> = {
  health: {
    read: { method: 'GET', path: '/health', answers: { '200': { status: 's', time: 's' } } },
  },
  people: {
    list: {
      method: 'GET',
      path: '/v1/people',
      answers: {
        '200': {
          items: [
            {
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
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/people/{person}',
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
  packs: {
    list: {
      method: 'GET',
      path: '/v1/packs',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              title: 's',
              'description?': 's',
              policies: ['s'],
              audience: { id: 's', title: 's' },
              asks: 's',
              'everySection?': 'b',
              'check?': { passMark: 'n', 'tries?': 'n', questions: { '*': 'n' } },
              'statement?': { hash: 's', texts: { '*': 's' } },
              due: { 'days?': 'n', 'date?': 's', 'yearly?': 's' },
              reminders: ['n'],
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/packs/{pack}',
      answers: {
        '200': {
          id: 's',
          title: 's',
          'description?': 's',
          policies: ['s'],
          audience: { id: 's', title: 's' },
          asks: 's',
          'everySection?': 'b',
          'check?': { passMark: 'n', 'tries?': 'n', questions: { '*': 'n' } },
          'statement?': { hash: 's', texts: { '*': 's' } },
          due: { 'days?': 'n', 'date?': 's', 'yearly?': 's' },
          reminders: ['n'],
        },
      },
    },
  },
  checks: {
    read: {
      method: 'GET',
      path: '/v1/assignments/{assignment}/check',
      answers: {
        '200': {
          assignment: 's',
          hash: 's',
          passMark: 'n',
          questions: [
            {
              id: 's',
              texts: { '*': 's' },
              several: 'b',
              choices: [{ id: 's', texts: { '*': 's' } }],
            },
          ],
          'triesLeft?': 'n',
          'againAt?': 's',
          passed: 'b',
        },
      },
    },
  },
  attempts: {
    record: {
      method: 'PUT',
      path: '/v1/attempts/{attempt}',
      answers: {
        '200': {
          id: 's',
          assignment: 's',
          recordedAt: 's',
          right: 'n',
          of: 'n',
          passed: 'b',
          results: [
            { question: 's', right: 'b', 'solution?': ['s'], 'explanation?': { '*': 's' } },
          ],
          'triesLeft?': 'n',
          'againAt?': 's',
        },
      },
    },
  },
  terms: {
    list: {
      method: 'GET',
      path: '/v1/terms',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              texts: { '*': { name: 's', also: ['s'], meaning: 's' } },
              'policy?': { id: 's', title: 's' },
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  channels: {
    list: {
      method: 'GET',
      path: '/v1/channels',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              title: 's',
              'description?': 's',
              audience: { id: 's', title: 's' },
              people: 'n',
              history: 's',
              isMember: 'b',
              mayAnnounce: 'b',
              mayDiscuss: 'b',
              unread: 'n',
              'position?': 's',
              'latestAt?': 's',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/channels/{channel}',
      answers: {
        '200': {
          id: 's',
          title: 's',
          'description?': 's',
          audience: { id: 's', title: 's' },
          people: 'n',
          history: 's',
          isMember: 'b',
          mayAnnounce: 'b',
          mayDiscuss: 'b',
          unread: 'n',
          'position?': 's',
          'latestAt?': 's',
        },
      },
    },
  },
  members: {
    list: {
      method: 'GET',
      path: '/v1/channels/{channel}/members',
      answers: { '200': { items: [{ id: 's', displayName: 's' }], 'next?': 's' } },
      list: true,
    },
  },
  positions: {
    record: {
      method: 'PUT',
      path: '/v1/channels/{channel}/position',
      answers: { '200': { channel: 's', message: 's', unread: 'n' } },
    },
  },
  preferences: {
    read: { method: 'GET', path: '/v1/me/preferences', answers: { '200': { digest: 's' } } },
    record: { method: 'PUT', path: '/v1/me/preferences', answers: { '200': { digest: 's' } } },
  },
  messages: {
    list: {
      method: 'GET',
      path: '/v1/channels/{channel}/messages',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              channel: 's',
              'thread?': 's',
              kind: 's',
              author: { 'id?': 's', displayName: 's' },
              postedAt: 's',
              language: 's',
              'title?': 's',
              text: 's',
              html: 's',
              'editedAt?': 's',
              'withdrawnAt?': 's',
              'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
              replies: 'n',
              'repliedAt?': 's',
              'action?': { text: 's', 'dueAt?': 's' },
              'done?': { count: 'n', of: 'n' },
              'doneAt?': 's',
              'reactions?': { thanks: 'n', question: 'n' },
              'reacted?': ['s'],
              'pinnedAt?': 's',
              'mentions?': [{ id: 's', displayName: 's' }],
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/messages/{message}',
      answers: {
        '200': {
          id: 's',
          channel: 's',
          'thread?': 's',
          kind: 's',
          author: { 'id?': 's', displayName: 's' },
          postedAt: 's',
          language: 's',
          'title?': 's',
          text: 's',
          html: 's',
          'editedAt?': 's',
          'withdrawnAt?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          replies: 'n',
          'repliedAt?': 's',
          'action?': { text: 's', 'dueAt?': 's' },
          'done?': { count: 'n', of: 'n' },
          'doneAt?': 's',
          'reactions?': { thanks: 'n', question: 'n' },
          'reacted?': ['s'],
          'pinnedAt?': 's',
          'mentions?': [{ id: 's', displayName: 's' }],
        },
      },
    },
    record: {
      method: 'PUT',
      path: '/v1/messages/{message}',
      answers: {
        '200': {
          id: 's',
          channel: 's',
          'thread?': 's',
          kind: 's',
          author: { 'id?': 's', displayName: 's' },
          postedAt: 's',
          language: 's',
          'title?': 's',
          text: 's',
          html: 's',
          'editedAt?': 's',
          'withdrawnAt?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          replies: 'n',
          'repliedAt?': 's',
          'action?': { text: 's', 'dueAt?': 's' },
          'done?': { count: 'n', of: 'n' },
          'doneAt?': 's',
          'reactions?': { thanks: 'n', question: 'n' },
          'reacted?': ['s'],
          'pinnedAt?': 's',
          'mentions?': [{ id: 's', displayName: 's' }],
        },
      },
    },
  },
  alerts: {
    list: {
      method: 'GET',
      path: '/v1/alerts',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              channel: 's',
              'thread?': 's',
              kind: 's',
              author: { 'id?': 's', displayName: 's' },
              postedAt: 's',
              language: 's',
              'title?': 's',
              text: 's',
              html: 's',
              'editedAt?': 's',
              'withdrawnAt?': 's',
              'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
              replies: 'n',
              'repliedAt?': 's',
              'action?': { text: 's', 'dueAt?': 's' },
              'done?': { count: 'n', of: 'n' },
              'doneAt?': 's',
              'reactions?': { thanks: 'n', question: 'n' },
              'reacted?': ['s'],
              'pinnedAt?': 's',
              'mentions?': [{ id: 's', displayName: 's' }],
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  revisions: {
    record: {
      method: 'PUT',
      path: '/v1/revisions/{revision}',
      answers: {
        '200': {
          id: 's',
          channel: 's',
          'thread?': 's',
          kind: 's',
          author: { 'id?': 's', displayName: 's' },
          postedAt: 's',
          language: 's',
          'title?': 's',
          text: 's',
          html: 's',
          'editedAt?': 's',
          'withdrawnAt?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          replies: 'n',
          'repliedAt?': 's',
          'action?': { text: 's', 'dueAt?': 's' },
          'done?': { count: 'n', of: 'n' },
          'doneAt?': 's',
          'reactions?': { thanks: 'n', question: 'n' },
          'reacted?': ['s'],
          'pinnedAt?': 's',
          'mentions?': [{ id: 's', displayName: 's' }],
        },
      },
    },
    list: {
      method: 'GET',
      path: '/v1/messages/{message}/revisions',
      answers: {
        '200': {
          items: [{ id: 's', recordedAt: 's', 'person?': 's', 'title?': 's', 'text?': 's' }],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  completions: {
    record: {
      method: 'PUT',
      path: '/v1/messages/{message}/completion',
      answers: { '200': { message: 's', person: 's', recordedAt: 's', receipt: 's' } },
    },
    list: {
      method: 'GET',
      path: '/v1/messages/{message}/completions',
      answers: {
        '200': { items: [{ person: { id: 's', displayName: 's' }, 'doneAt?': 's' }], 'next?': 's' },
      },
      list: true,
    },
  },
  attachments: {
    record: {
      method: 'PUT',
      path: '/v1/attachments/{attachment}',
      answers: {
        '200': {
          id: 's',
          name: 's',
          size: 'n',
          partSize: 'n',
          received: 'n',
          ready: 'b',
          'mediaType?': 's',
          'hash?': 's',
        },
      },
    },
    read: {
      method: 'GET',
      path: '/v1/attachments/{attachment}/content',
      answers: { '200': 'bytes' },
    },
  },
  uploads: {
    record: {
      method: 'PUT',
      path: '/v1/attachments/{attachment}/parts/{part}',
      answers: {
        '200': {
          id: 's',
          name: 's',
          size: 'n',
          partSize: 'n',
          received: 'n',
          ready: 'b',
          'mediaType?': 's',
          'hash?': 's',
        },
      },
      bytes: true,
    },
  },
  reactions: {
    record: {
      method: 'PUT',
      path: '/v1/messages/{message}/reactions',
      answers: {
        '200': {
          id: 's',
          channel: 's',
          'thread?': 's',
          kind: 's',
          author: { 'id?': 's', displayName: 's' },
          postedAt: 's',
          language: 's',
          'title?': 's',
          text: 's',
          html: 's',
          'editedAt?': 's',
          'withdrawnAt?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          replies: 'n',
          'repliedAt?': 's',
          'action?': { text: 's', 'dueAt?': 's' },
          'done?': { count: 'n', of: 'n' },
          'doneAt?': 's',
          'reactions?': { thanks: 'n', question: 'n' },
          'reacted?': ['s'],
          'pinnedAt?': 's',
          'mentions?': [{ id: 's', displayName: 's' }],
        },
      },
    },
    list: {
      method: 'GET',
      path: '/v1/messages/{message}/reactions',
      answers: {
        '200': { items: [{ person: { id: 's', displayName: 's' }, since: 's' }], 'next?': 's' },
      },
      list: true,
    },
  },
  pins: {
    record: {
      method: 'PUT',
      path: '/v1/messages/{message}/pin',
      answers: {
        '200': {
          id: 's',
          channel: 's',
          'thread?': 's',
          kind: 's',
          author: { 'id?': 's', displayName: 's' },
          postedAt: 's',
          language: 's',
          'title?': 's',
          text: 's',
          html: 's',
          'editedAt?': 's',
          'withdrawnAt?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          replies: 'n',
          'repliedAt?': 's',
          'action?': { text: 's', 'dueAt?': 's' },
          'done?': { count: 'n', of: 'n' },
          'doneAt?': 's',
          'reactions?': { thanks: 'n', question: 'n' },
          'reacted?': ['s'],
          'pinnedAt?': 's',
          'mentions?': [{ id: 's', displayName: 's' }],
        },
      },
    },
  },
  tasks: {
    list: {
      method: 'GET',
      path: '/v1/tasks',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              title: 's',
              text: 's',
              html: 's',
              language: 's',
              author: { 'id?': 's', displayName: 's' },
              askedAt: 's',
              'dueAt?': 's',
              'audience?': { id: 's', title: 's' },
              state: 's',
              'closedAt?': 's',
              'mine?': {
                person: { id: 's', displayName: 's' },
                state: 's',
                'at?': 's',
                'text?': 's',
              },
              mayManage: 'b',
              'progress?': { done: 'n', declined: 'n', of: 'n' },
              comments: 'n',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/tasks/{task}',
      answers: {
        '200': {
          id: 's',
          title: 's',
          text: 's',
          html: 's',
          language: 's',
          author: { 'id?': 's', displayName: 's' },
          askedAt: 's',
          'dueAt?': 's',
          'audience?': { id: 's', title: 's' },
          state: 's',
          'closedAt?': 's',
          'mine?': { person: { id: 's', displayName: 's' }, state: 's', 'at?': 's', 'text?': 's' },
          mayManage: 'b',
          'progress?': { done: 'n', declined: 'n', of: 'n' },
          comments: 'n',
        },
      },
    },
    record: {
      method: 'PUT',
      path: '/v1/tasks/{task}',
      answers: {
        '200': {
          id: 's',
          title: 's',
          text: 's',
          html: 's',
          language: 's',
          author: { 'id?': 's', displayName: 's' },
          askedAt: 's',
          'dueAt?': 's',
          'audience?': { id: 's', title: 's' },
          state: 's',
          'closedAt?': 's',
          'mine?': { person: { id: 's', displayName: 's' }, state: 's', 'at?': 's', 'text?': 's' },
          mayManage: 'b',
          'progress?': { done: 'n', declined: 'n', of: 'n' },
          comments: 'n',
        },
      },
    },
  },
  parts: {
    list: {
      method: 'GET',
      path: '/v1/tasks/{task}/parts',
      answers: {
        '200': {
          items: [{ person: { id: 's', displayName: 's' }, state: 's', 'at?': 's', 'text?': 's' }],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  steps: {
    record: {
      method: 'PUT',
      path: '/v1/steps/{step}',
      answers: {
        '200': {
          step: {
            id: 's',
            task: 's',
            kind: 's',
            'person?': { id: 's', displayName: 's' },
            author: { 'id?': 's', displayName: 's' },
            recordedAt: 's',
            'text?': 's',
            'dueAt?': 's',
          },
          task: {
            id: 's',
            title: 's',
            text: 's',
            html: 's',
            language: 's',
            author: { 'id?': 's', displayName: 's' },
            askedAt: 's',
            'dueAt?': 's',
            'audience?': { id: 's', title: 's' },
            state: 's',
            'closedAt?': 's',
            'mine?': {
              person: { id: 's', displayName: 's' },
              state: 's',
              'at?': 's',
              'text?': 's',
            },
            mayManage: 'b',
            'progress?': { done: 'n', declined: 'n', of: 'n' },
            comments: 'n',
          },
          receipt: 's',
        },
      },
    },
    list: {
      method: 'GET',
      path: '/v1/tasks/{task}/steps',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              task: 's',
              kind: 's',
              'person?': { id: 's', displayName: 's' },
              author: { 'id?': 's', displayName: 's' },
              recordedAt: 's',
              'text?': 's',
              'dueAt?': 's',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  events: { stream: { method: 'GET', path: '/v1/events', answers: { '200': 'events' } } },
  log: {
    checkpoint: { method: 'GET', path: '/v1/log/checkpoint', answers: { '200': 'text' } },
    inclusion: {
      method: 'GET',
      path: '/v1/log/proofs/inclusion',
      answers: { '200': { index: 'n', size: 'n', leafHash: 's', hashes: ['s'] } },
    },
    consistency: {
      method: 'GET',
      path: '/v1/log/proofs/consistency',
      answers: { '200': { from: 'n', to: 'n', hashes: ['s'] } },
    },
    entries: {
      method: 'GET',
      path: '/v1/log/entries',
      answers: { '200': { items: [{ index: 'n', entry: 's' }], 'next?': 's' } },
      list: true,
    },
  },
};
