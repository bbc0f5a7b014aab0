import { createHash } from 'node:crypto';
import { canonicalize, type JsonObject } from '@heed/evidence';
import type { Setup } from '@heed/contract/setup';

type Policy = Setup['policies'][number];
type Pack = Setup['packs'][number];
type Person = Setup['people'][number];
type Channel = NonNullable<Setup['channels']>[number];

/** Names that occur nowhere else, to be looked for where they may not be. */
export const canaries = { own: 'kestrel', foreign: 'narwhal' } as const;

/** The channel for the colleague alone. */
export const roomOf = (canary: string) => `${canary}-room`;

/** People with a part of their own, by userName. */
export const cast = {
  staff: 'robin',
  colleague: 'kim',
  supplier: 'sasha',
  'isms-manager': 'mona',
  auditor: 'otis',
  inactive: 'ivo',
} as const;

/** A picture of one grey pixel. */
const picture = {
  type: 'image/png',
  width: 1,
  height: 1,
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
};

/** `sha256:` and the hash of the canonical JSON (RFC 8785). */
export function hashOf(value: object): string {
  const text = canonicalize(JSON.parse(JSON.stringify(value)) as JsonObject);
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function section(id: string, html: string) {
  return { id, title: `About ${id}`, level: 2, html, words: html.split(' ').length };
}

/** A version whose text tells `text`, in English and German, with a picture. */
export function version(number: number, text: string, material = true): Policy['versions'][number] {
  const body = (language: string) => [
    section('aim', `<p>${text} (${language}), “as it was sent”: Ünïcödé 漢字 🦉.</p>`),
    section(
      'rules',
      `<p>${text}</p><p><img data-image="${hashOf(picture)}" width="1" height="1" alt="A pixel"></p>`,
    ),
    section('help', '<ul><li>Ask <strong>us</strong>.</li></ul>'),
  ];
  return {
    ...{ number, material, change: `What changed with ${number}` },
    documents: ['en', 'de'].map((language) => ({
      ...{ language, title: `${text} (${language})`, sections: body(language) },
    })),
    images: [picture],
  };
}

function policy(id: string, classification: Policy['classification'], ...texts: string[]): Policy {
  return {
    ...{ id, title: `The ${id} policy`, kind: 'policy', classification, controls: ['A.5.10'] },
    versions: texts.map((text, at) => version(at + 1, text)),
  };
}

function person(userName: string, more: Partial<Person> = {}): Person {
  const name = userName[0]?.toUpperCase() + userName.slice(1);
  return {
    ...{ userName, displayName: `${name} Example`, relation: 'employee', roles: [], active: true },
    ...more,
  };
}

/** A pack that asks for an acknowledgement. */
export function pack(
  id: string,
  policies: string[],
  audience: string[],
  more: Partial<Pack> = {},
): Pack {
  return {
    ...{ id, title: `Pack ${id}`, policies, audience, asks: 'acknowledge', dueDays: 14 },
    statement: { en: `I have taken note of ${id}.`, de: `Zur Kenntnis genommen: ${id}.` },
    ...more,
  };
}

function questionsOf(of: string) {
  return [1, 2].map((n) => ({
    policy: of,
    texts: { en: `Question ${n}?`, de: `Frage ${n}?` },
    choices: [1, 2, 3].map((choice) => ({
      texts: { en: `Choice ${choice}` },
      right: choice === 2,
    })),
    explanation: { en: `The second, for reason ${n}.` },
  }));
}

const termText = (id: string, language: string) => ({
  ...{ name: id, also: [`${id}s`], meaning: `What ${id} means (${language}).` },
});

/** A term in English and German, and in the German of Switzerland. */
export function term(id: string, policy?: string): NonNullable<Setup['terms']>[number] {
  const texts = Object.fromEntries(['en', 'de', 'de-CH'].map((tag) => [tag, termText(id, tag)]));
  return { id, texts, ...(policy !== undefined && { policy }) };
}

/** A channel in which mona may announce and its audience may discuss, and which shows everything to everybody of it. */
export function channel(id: string, audience: string[], more: Partial<Channel> = {}): Channel {
  return {
    ...{ id, title: `Channel ${id}`, audience, announcers: [cast['isms-manager']] },
    ...{ discussion: true, history: 'all', ...more },
  };
}

/**
 * A small tenant without texts, for what is said in channels: the cast without roles but the auditor, whom nothing is said
 * to. Whoever is not named in a channel has nothing to do with it.
 */
export function office(...channels: Channel[]): Setup {
  return {
    people: [
      ...[cast.staff, cast.colleague, cast.supplier, cast['isms-manager']].map((one) =>
        person(one),
      ),
      person(cast.auditor, { roles: ['auditor'] }),
    ],
    ...{ policies: [], packs: [], channels },
  };
}

const everybody = (people: readonly Person[]) =>
  people.filter(({ relation }) => relation === 'employee').map(({ userName }) => userName);

/**
 * A company: the cast, and so many readers who have done nothing yet (none where it is not said). `conduct` (in its second
 * version), `drill` and `quiz` are asked of every employee, `vault` of the colleague alone, `visits` of the supplier;
 * `notice` (public), `house` (internal) and `board` (restricted) of nobody. `leaflet` is only to be displayed. Of its terms,
 * `conduct` says more of `care` and `vault` of `key`; `near-miss` is there in German alone. Of its channels, `news` and
 * `notices` (without discussion) are for every employee, `shift` (seen since one entered it) for the staff and the colleague,
 * `desk` for the supplier with the staff announcing, and one for the colleague alone.
 */
export function company(canary: string, readers = 0): Setup {
  const people = [
    person(cast.staff),
    person(cast.colleague, { department: `${canary} department` }),
    person(cast.supplier, { relation: 'supplier' }),
    person(cast['isms-manager'], { roles: ['isms-manager'] }),
    person(cast.auditor, { roles: ['auditor'] }),
    person(cast.inactive, { active: false }),
    ...Array.from({ length: readers }, (_, n) => person(`reader-${n + 1}`)),
  ];
  const all = everybody(people);
  const quiz = { passMark: 100, tries: 3, questions: questionsOf('quiz') };
  return {
    people,
    policies: [
      policy('conduct', 'internal', 'Be kind', 'Be kind and careful'),
      policy('drill', 'internal', 'Leave by the stairs'),
      policy('leaflet', 'internal', 'Good to know'),
      policy('quiz', 'internal', 'What there is to know'),
      policy('vault', 'confidential', `Keys of the ${canary} vault`),
      policy('visits', 'public', 'Sign in at the desk'),
      policy('notice', 'public', 'Known to everybody'),
      policy('house', 'internal', 'Shut the windows'),
      policy('board', 'restricted', `For the ${canary} board`),
    ],
    terms: [
      term('care', 'conduct'),
      term('key', 'vault'),
      { ...term('near-miss'), texts: { de: termText('near-miss', 'de') } },
    ],
    packs: [
      pack('basics', ['conduct', 'drill'], all),
      pack('leaflets', ['leaflet'], all, { asks: 'display', statement: {} }),
      pack('learning', ['quiz'], all, { check: quiz, dueDays: 30 }),
      pack('vaults', ['vault'], [cast.colleague], { asks: 'agree' }),
      pack('guests', ['visits'], [cast.supplier]),
    ],
    channels: [
      channel('news', all),
      channel('notices', all, { discussion: false }),
      channel('shift', [cast.staff, cast.colleague], { history: 'entered' }),
      channel('desk', [cast.supplier], { announcers: [cast.staff] }),
      channel(roomOf(canary), [cast.colleague], { announcers: [cast.colleague] }),
    ],
  };
}
