import * as setups from '../setup.js';
import { components, schemaOf, schemasOf } from '../json-schema.js';
import { exactly, head } from './markdown.js';
import { memberTable, type Naming } from './members.js';
import { homeOf, type Sources } from './site.js';
import { asSchema } from './types.js';

/** A small namespace: what the page shows is what the schema takes, and a test holds it. */
export const exampleSetup: setups.Setup = {
  people: [
    {
      userName: 'ann',
      displayName: 'Ann Alder',
      relation: 'employee',
      roles: [],
      active: true,
    },
  ],
  policies: [
    {
      id: 'clean-desk',
      title: 'Clean desk',
      kind: 'policy',
      classification: 'internal',
      controls: ['A.7.7'],
      versions: [
        {
          number: 1,
          change: 'First version.',
          material: true,
          documents: [
            {
              language: 'en',
              title: 'Clean desk',
              sections: [
                { id: 'why', title: 'Why', level: 2, html: '<p>Paper tells.</p>', words: 2 },
              ],
            },
          ],
          images: [],
        },
      ],
    },
  ],
  packs: [
    {
      id: 'basics',
      title: 'Basics',
      policies: ['clean-desk'],
      audience: ['ann'],
      asks: 'acknowledge',
      statement: { en: 'I have taken note of this policy.' },
      dueDays: 14,
    },
  ],
};

/** The page of the set-up profile. */
export function setupPage({ meanings }: Sources): string {
  const own = schemasOf(setups);
  const names: Naming = {
    meanings,
    link(name) {
      const isOwn = [...own.values()].includes(name);
      return `[${name}](${isOwn ? '' : `${homeOf(name, meanings)}.md`}#${name.toLowerCase()})`;
    },
  };
  const all = new Map([...components, ...own]);
  return [
    ...head('Set-up of test installations'),
    meanings.texts.get('setup') ?? '',
    '',
    'The conformance kit asks for it with `--setup`. With it every check can be made, because the kit decides who is there and',
    'what is asked of them; without it, the kit uses the people and policies that it is given.',
    '',
    '```sh',
    'curl -X PUT http://localhost:8000/setup/one -H "content-type: application/json" -d @namespace.json',
    '```',
    '',
    'A namespace with one person, one policy and one pack:',
    '',
    ...exactly('json', JSON.stringify(exampleSetup, null, 2)),
    '## Objects',
    '',
    ...[...own].flatMap(([schema, name]) => [
      `### ${name}`,
      '',
      meanings.texts.get(name) ?? '',
      '',
      ...memberTable(asSchema(schemaOf(schema, 'input', true, all)), name, names),
    ]),
  ].join('\n');
}
