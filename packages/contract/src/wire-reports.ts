// Generated from the endpoints of this package; a test fails when it differs.
import type { WireOf } from './wire.js';

/** The endpoints of reports, and of what is done about them. */
export const wire: WireOf<'incidents' | 'answers' | 'triage' | 'changes' | 'unlocks'> = {
  incidents: {
    list: {
      method: 'GET',
      path: '/v1/incidents',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              language: 's',
              'seems?': 's',
              noticed: 's',
              'noticedAt?': 's',
              'safe?': 's',
              'did?': 's',
              'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
              privacy: 's',
              'reporter?': { 'id?': 's', displayName: 's' },
              reportedAt: 's',
              state: 's',
              history: [{ state: 's', at: 's' }],
              'resolved?': 's',
              answers: 'n',
              'answeredAt?': 's',
              mine: 'b',
              mayHandle: 'b',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
    read: {
      method: 'GET',
      path: '/v1/incidents/{incident}',
      answers: {
        '200': {
          id: 's',
          language: 's',
          'seems?': 's',
          noticed: 's',
          'noticedAt?': 's',
          'safe?': 's',
          'did?': 's',
          'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
          privacy: 's',
          'reporter?': { 'id?': 's', displayName: 's' },
          reportedAt: 's',
          state: 's',
          history: [{ state: 's', at: 's' }],
          'resolved?': 's',
          answers: 'n',
          'answeredAt?': 's',
          mine: 'b',
          mayHandle: 'b',
        },
      },
    },
    record: {
      method: 'PUT',
      path: '/v1/incidents/{incident}',
      answers: {
        '200': {
          incident: {
            id: 's',
            language: 's',
            'seems?': 's',
            noticed: 's',
            'noticedAt?': 's',
            'safe?': 's',
            'did?': 's',
            'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
            privacy: 's',
            'reporter?': { 'id?': 's', displayName: 's' },
            reportedAt: 's',
            state: 's',
            history: [{ state: 's', at: 's' }],
            'resolved?': 's',
            answers: 'n',
            'answeredAt?': 's',
            mine: 'b',
            mayHandle: 'b',
          },
          receipt: 's',
        },
      },
    },
  },
  answers: {
    record: {
      method: 'PUT',
      path: '/v1/answers/{answer}',
      answers: {
        '200': {
          answer: {
            id: 's',
            incident: 's',
            by: 's',
            'author?': { 'id?': 's', displayName: 's' },
            recordedAt: 's',
            text: 's',
            'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
            'internal?': 'b',
          },
          receipt: 's',
        },
      },
    },
    list: {
      method: 'GET',
      path: '/v1/incidents/{incident}/answers',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              incident: 's',
              by: 's',
              'author?': { 'id?': 's', displayName: 's' },
              recordedAt: 's',
              text: 's',
              'attachments?': [{ id: 's', name: 's', size: 'n', mediaType: 's', hash: 's' }],
              'internal?': 'b',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  triage: {
    read: {
      method: 'GET',
      path: '/v1/incidents/{incident}/triage',
      answers: {
        '200': {
          incident: 's',
          revision: 's',
          state: 's',
          'kind?': 's',
          'class?': 's',
          'severity?': 's',
          'outcome?': 's',
          'handler?': { 'id?': 's', displayName: 's' },
          assets: ['s'],
          'tlp?': 's',
          'awareAt?': 's',
          'classifiedAt?': 's',
          'personalData?': 'b',
          'resolved?': 's',
          'lesson?': { change: 's', 'text?': 's' },
          changedAt: 's',
        },
      },
    },
    record: {
      method: 'PUT',
      path: '/v1/incidents/{incident}/triage',
      answers: {
        '200': {
          incident: 's',
          revision: 's',
          state: 's',
          'kind?': 's',
          'class?': 's',
          'severity?': 's',
          'outcome?': 's',
          'handler?': { 'id?': 's', displayName: 's' },
          assets: ['s'],
          'tlp?': 's',
          'awareAt?': 's',
          'classifiedAt?': 's',
          'personalData?': 'b',
          'resolved?': 's',
          'lesson?': { change: 's', 'text?': 's' },
          changedAt: 's',
        },
      },
      guarded: true,
    },
  },
  changes: {
    list: {
      method: 'GET',
      path: '/v1/incidents/{incident}/changes',
      answers: {
        '200': {
          items: [
            {
              triage: {
                incident: 's',
                revision: 's',
                state: 's',
                'kind?': 's',
                'class?': 's',
                'severity?': 's',
                'outcome?': 's',
                'handler?': { 'id?': 's', displayName: 's' },
                assets: ['s'],
                'tlp?': 's',
                'awareAt?': 's',
                'classifiedAt?': 's',
                'personalData?': 'b',
                'resolved?': 's',
                'lesson?': { change: 's', 'text?': 's' },
                changedAt: 's',
              },
              'author?': { 'id?': 's', displayName: 's' },
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
  unlocks: {
    record: {
      method: 'PUT',
      path: '/v1/unlocks/{unlock}',
      answers: {
        '200': {
          id: 's',
          incident: 's',
          'author?': { 'id?': 's', displayName: 's' },
          reason: 's',
          recordedAt: 's',
        },
      },
    },
    list: {
      method: 'GET',
      path: '/v1/incidents/{incident}/unlocks',
      answers: {
        '200': {
          items: [
            {
              id: 's',
              incident: 's',
              'author?': { 'id?': 's', displayName: 's' },
              reason: 's',
              recordedAt: 's',
            },
          ],
          'next?': 's',
        },
      },
      list: true,
    },
  },
};
