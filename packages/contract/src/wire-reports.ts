// Generated from the endpoints of this package; a test fails when it differs.
import type { WireOf } from './wire.js';

/** The endpoints of reports, and of what is done about them. */
export const wire: WireOf<'incidents' | 'answers'> = {
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
};
