/** The ids of the policies. */
export const policies = Array.from({ length: 20 }, (_, at) => `policy-${at}`);
const statement = { en: 'I have taken note of this policy and will follow it.' };

/**
 * People (`p0`, `p1`, …), and policies that are asked of all of them.
 *
 * @param {number} size How many people.
 * @param {string} [html] The text of every policy.
 * @returns {import('@heed/server').Publication}
 */
export function company(size, html = '<p>What we want.</p>') {
  const document = (policy) => ({
    ...{ policy, version: 1, language: 'en', title: policy },
    sections: [{ id: 'aim', title: 'Aim', level: 2, html, words: 3 }],
  });
  const policy = (id) => ({
    ...{ id, title: id, kind: 'policy', classification: 'internal', controls: [], language: 'en' },
    versions: [
      {
        number: 1,
        material: true,
        change: 'New',
        documents: [{ document: document(id), file: `${id}.md` }],
      },
    ],
  });
  const person = (at) => ({
    ...{ userName: `p${at}`, displayName: `P ${at}`, emails: [], groups: [], products: [] },
    ...{ relation: 'employee', roles: [], active: true, file: 'people.csv' },
  });
  const rule = { attribute: 'relation', in: ['employee'] };
  const part = (understood) => ({ understood, source: 'bench', digest: 'bench' });
  return {
    people: part({ people: Array.from({ length: size }, (_, at) => person(at)), groups: [] }),
    content: part({
      policies: policies.map(policy),
      terms: [],
      channels: [],
      webhooks: [],
      laws: [],
      incidents: [],
      messages: [],
      audiences: [{ id: 'all', title: 'All', kind: 'internal', rule, include: [], exclude: [] }],
      packs: [
        {
          ...{ id: 'basics', title: 'Basics', policies, audience: 'all', asks: 'acknowledge' },
          ...{ statement, due: { days: 14 }, reminders: [], escalation: [] },
        },
      ],
    }),
  };
}
