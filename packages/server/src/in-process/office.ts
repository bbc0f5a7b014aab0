import type { Setup } from '@heed/contract/setup';

const person = (
  userName: string,
  displayName: string,
  roles: Setup['people'][number]['roles'] = [],
): Setup['people'][number] => ({
  ...{ userName, displayName, roles },
  relation: 'employee',
  active: true,
});

const policy = (id: string, title: string, html: string): Setup['policies'][number] => ({
  ...{ id, title },
  kind: 'policy',
  classification: 'internal',
  controls: [],
  versions: [
    {
      number: 1,
      change: 'First version',
      material: true,
      documents: [
        {
          ...{ language: 'en', title },
          sections: [{ id: 'aim', title: 'Aim', level: 2, html, words: html.split(' ').length }],
        },
      ],
      images: [],
    },
  ],
});

/**
 * A small office to begin with: `ann` and `ben` of the staff, `mia` the ISMS manager, who handles incidents, too, `otto` the auditor. Everybody is
 * asked to acknowledge `clean-desk` within two weeks, is shown `travel`, and may say something in `notices`, where `mia`
 * sends alerts. Spread it to change a part.
 */
export const office: Setup = {
  channels: [
    {
      ...{ id: 'notices', title: 'Notices', audience: ['ann', 'ben', 'mia', 'otto'] },
      ...{ announcers: ['mia'], discussion: true, history: 'all' },
    },
  ],
  people: [
    person('ann', 'Ann Lee'),
    person('ben', 'Ben Okoro'),
    person('mia', 'Mia Lindqvist', ['isms-manager', 'incident-handler']),
    person('otto', 'Otto Brandt', ['auditor']),
  ],
  policies: [
    policy('clean-desk', 'Clean desk', '<p>Lock the screen when you stand up.</p>'),
    policy('travel', 'Travelling', '<p>Keep the laptop with you on the way.</p>'),
  ],
  packs: [
    {
      id: 'basics',
      title: 'What everyone works by',
      policies: ['clean-desk'],
      audience: ['ann', 'ben', 'mia', 'otto'],
      asks: 'acknowledge',
      statement: { en: 'I have taken note of this policy and will follow it.' },
      dueDays: 14,
    },
    {
      id: 'on-the-way',
      title: 'On the way',
      policies: ['travel'],
      audience: ['ann', 'ben', 'mia', 'otto'],
      asks: 'display',
      statement: {},
    },
  ],
};
