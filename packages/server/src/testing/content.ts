import type { Document } from '@heed/contract';
import type { ImportedIncident } from '../import/incidents/incident.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import type {
  ImportedAudience,
  ImportedChannel,
  ImportedLaw,
  ImportedCheck,
  ImportedImage,
  ImportedMessage,
  ImportedPack,
  ImportedPerson,
  ImportedPolicy,
  ImportedTerm,
  ImportedVersion,
  ImportedWebhook,
} from '../import/types.js';

/** A person of the test office; give what matters. */
export function person(userName: string, more: Partial<ImportedPerson> = {}): ImportedPerson {
  return {
    userName,
    displayName: userName.toUpperCase(),
    emails: [`${userName}@example.test`],
    groups: [],
    products: [],
    relation: 'employee',
    roles: [],
    active: true,
    file: 'people.json',
    ...more,
  };
}

/** A document of three sections whose text tells `text`. */
export function document(
  policy: string,
  version: number,
  language: string,
  text: string,
): Document {
  const section = (id: string, words: number) => ({
    id,
    title: id,
    level: 2,
    html: `<p>${text}: ${id}</p>`,
    words,
  });
  return {
    policy,
    version,
    language,
    title: `${policy} (${language})`,
    sections: [section('aim', 10), section('rules', 40), section('help', 5)],
  };
}

/** A stored picture whose bytes tell `of`; what it shows matters to no test of the server. */
export function picture(of: string): ImportedImage & { data: string } {
  const data = Buffer.from(`a picture of ${of}`).toString('base64');
  const body = canonicalText({ type: 'image/png', width: 2, height: 1, data });
  return { contentHash: hashOf(body), body, data };
}

/** A version in the given languages, with one picture. */
export function version(
  policy: string,
  number: number,
  text: string,
  { languages = ['en'], material = true, change = `Change ${number}` } = {},
): ImportedVersion {
  return {
    number,
    material,
    change,
    documents: languages.map((language) => ({
      document: document(policy, number, language, text),
      file: `${policy}.md`,
    })),
    images: [picture(`${policy}, ${text}`)],
  };
}

/** A policy with its versions, oldest first; one version when none is given. */
export function policy(id: string, more: Partial<ImportedPolicy> = {}): ImportedPolicy {
  return {
    id,
    title: `The ${id} policy`,
    kind: 'policy',
    classification: 'internal',
    controls: ['A.5.10'],
    language: 'en',
    versions: [version(id, 1, 'first text')],
    ...more,
  };
}

/** A question whose second choice is right. */
export function question(policy: string, text = `What do the rules of ${policy} say?`) {
  return {
    policy,
    texts: { en: text, de: `${text} (de)` },
    choices: ['No', 'Yes', 'Perhaps'].map((en) => ({ texts: { en }, right: en === 'Yes' })),
    explanation: { en: `Because of ${text}` },
  } satisfies ImportedCheck['questions'][number];
}

/** An audience by rule. */
export function audience(id: string, rule: ImportedAudience['rule']): ImportedAudience {
  return { id, title: `Audience ${id}`, kind: 'internal', rule, include: [], exclude: [] };
}

/** A pack that asks for an acknowledgement. */
export function pack(
  id: string,
  policies: string[],
  to: string,
  more: Partial<ImportedPack> = {},
): ImportedPack {
  return {
    id,
    title: `Pack ${id}`,
    policies,
    audience: to,
    asks: 'acknowledge',
    statement: { en: `I have taken note (${id}).`, de: `Zur Kenntnis genommen (${id}).` },
    due: { days: 14 },
    reminders: [7],
    escalation: [],
    ...more,
  };
}

/** A term in English, and in German by the same name. */
export function term(id: string, more: Partial<ImportedTerm> = {}): ImportedTerm {
  const text = (of: string) => ({ name: id, also: [id.toUpperCase()], meaning: `${id} (${of}).` });
  return { id, texts: { en: text('en'), de: text('de') }, ...more };
}

/** A channel in which everybody of the audience may discuss. */
export function channel(
  id: string,
  to: string,
  more: Partial<ImportedChannel> = {},
): ImportedChannel {
  return { id, title: `Channel ${id}`, audience: to, discussion: true, history: 'all', ...more };
}

/** What the test office publishes. */
export interface Content {
  people: ImportedPerson[];
  policies: ImportedPolicy[];
  audiences: ImportedAudience[];
  packs: ImportedPack[];
  terms?: ImportedTerm[];
  channels?: ImportedChannel[];
  webhooks?: ImportedWebhook[];
  laws?: ImportedLaw[];
  incidents?: ImportedIncident[];
  messages?: ImportedMessage[];
}

/**
 * A small office: staff `ann` (sales) and `ben` (engineering), `mia` the ISMS manager, `otto` the auditor,
 * `sue` of a supplier, `leo` who has left. `conduct` is asked of everyone inside, `keys` (confidential) of engineering,
 * `visitors` (public) of suppliers; `board` (restricted) of nobody.
 */
export function officeContent(): Content {
  return {
    people: [
      person('ann', { department: 'Sales', preferredLanguage: 'en' }),
      person('ben', { department: 'Engineering', manager: 'mia' }),
      person('mia', { department: 'Security', roles: ['isms-manager'] }),
      person('otto', { department: 'Audit', roles: ['auditor'] }),
      person('sue', { relation: 'supplier' }),
      person('leo', { active: false }),
    ],
    policies: [
      policy('conduct', {
        versions: [version('conduct', 1, 'be kind', { languages: ['en', 'de'] })],
      }),
      policy('keys', { classification: 'confidential' }),
      policy('visitors', { classification: 'public' }),
      policy('board', { classification: 'restricted' }),
    ],
    audiences: [
      audience('inside', { attribute: 'relation', in: ['employee', 'contractor'] }),
      audience('engineering', { attribute: 'department', in: ['Engineering'] }),
      audience('suppliers', { attribute: 'relation', in: ['supplier'] }),
    ],
    packs: [
      pack('basics', ['conduct'], 'inside'),
      pack('crypto', ['keys'], 'engineering', { due: { date: '2099-01-31' } }),
      pack('guests', ['visitors'], 'suppliers', { asks: 'agree' }),
    ],
  };
}
