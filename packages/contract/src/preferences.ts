import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { open } from './shapes.js';

/** How a person wants to be told what is new. Alerts are told at once, whatever they chose. */
export const Preferences = z.object({
  /** How often they get a mail with everything that is new, where the organisation sends such mails. */
  digest: open('daily', 'weekly', 'never'),
});
/** How a person wants to be told what is new. */
export type Preferences = z.output<typeof Preferences>;

/** What a person chooses. */
export const PreferencesDraft = z.object({
  /** How often they want a mail with everything that is new. */
  digest: z.enum(['daily', 'weekly', 'never']),
});
/** What a person chooses. */
export type PreferencesDraft = z.output<typeof PreferencesDraft>;

/** `GET /v1/me/preferences` */
export const readPreferences = endpoint({
  method: 'GET',
  path: '/v1/me/preferences',
  answers: { 200: Preferences },
  summary: 'How the caller wants to be told what is new',
  profile: 'comms',
  access: { who: 'person' },
  cache: 'revalidate',
  requirements: [
    {
      id: 'PREF-1',
      must: 'Answers with what the caller chose last; before that, with what the organisation has set for everybody.',
    },
  ],
});

/** `PUT /v1/me/preferences` */
export const recordPreferences = endpoint({
  method: 'PUT',
  path: '/v1/me/preferences',
  answers: { 200: Preferences },
  summary: 'Choose how to be told what is new',
  profile: 'comms',
  access: { who: 'person' },
  body: PreferencesDraft,
  cache: 'none',
  problems: ['malformed', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'PREF-2',
      must: 'What is chosen replaces what was chosen before, and is the answer. It is the choice of one person: what anybody else is answered stays.',
    },
  ],
});
