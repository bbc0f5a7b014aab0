import type { Setup } from '@heed/contract/setup';
import type {
  ImportedAudience,
  ImportedChannel,
  ImportedLaw,
  ImportedPack,
  ImportedPerson,
  ImportedPolicy,
  ImportedTerm,
} from '../import/types.js';
import { canonicalText, hashOf } from '../publishing/hashes.js';
import type { Publication } from '../publishing/publish.js';

type SetupChannel = NonNullable<Setup['channels']>[number];

const source = 'set-up';

function person(one: Setup['people'][number]): ImportedPerson {
  const { userName, displayName, relation, roles, active, department } = one;
  return {
    ...{ userName, displayName, relation, roles, active },
    ...(department !== undefined && { department }),
    emails: [],
    groups: [],
    products: [],
    file: source,
  };
}

function policy({ versions, ...about }: Setup['policies'][number]): ImportedPolicy {
  return {
    ...about,
    language: versions[0]?.documents[0]?.language ?? 'en',
    versions: versions.map(({ documents, images, ...version }) => ({
      ...version,
      documents: documents.map(({ language, title, sections }) => ({
        document: { policy: about.id, version: version.number, language, title, sections },
        file: source,
      })),
      images: images.map((image) => {
        const body = canonicalText(image);
        return { contentHash: hashOf(body), body };
      }),
    })),
  };
}

function pack({ audience: _, dueDays, check, ...about }: Setup['packs'][number]): ImportedPack {
  return {
    ...about,
    audience: about.id,
    ...(dueDays !== undefined && { due: { days: dueDays } }),
    ...(check && { check: check as NonNullable<ImportedPack['check']> }),
    reminders: [],
    escalation: [],
  };
}

function term({ id, texts, policy }: NonNullable<Setup['terms']>[number]): ImportedTerm {
  return { id, texts, ...(policy !== undefined && { policy }) };
}

function law({ id, authority }: NonNullable<Setup['laws']>[number]): ImportedLaw {
  return { id, ...(authority !== undefined && { authority }) };
}

function channel({ announcers, audience: _, ...one }: SetupChannel): ImportedChannel {
  const may = announcers.length > 0 && { announcers: announcersOf(one.id) };
  return { ...one, audience: one.id, ...may };
}

const announcersOf = (channel: string) => `${channel}-announcers`;

function audience(id: string, title: string, include: string[]): ImportedAudience {
  return { ...{ id, title, kind: 'internal', rule: { any: [] } }, ...{ include, exclude: [] } };
}

/** What is published for a namespace: each pack and channel has an audience of its name that lists its people. */
export function publicationOf(setup: Setup): Publication {
  const channels = setup.channels ?? [];
  const part = <U>(understood: U) => ({ understood, source, digest: JSON.stringify(understood) });
  return {
    content: part({
      policies: setup.policies.map(policy),
      packs: setup.packs.map(pack),
      terms: (setup.terms ?? []).map(term),
      channels: channels.map(channel),
      webhooks: [],
      laws: (setup.laws ?? []).map(law),
      incidents: [],
      messages: [],
      audiences: [
        ...[...setup.packs, ...channels].map((one) => audience(one.id, one.title, one.audience)),
        ...channels.map((one) => audience(announcersOf(one.id), one.title, one.announcers)),
      ],
    }),
    people: part({ people: setup.people.map(person) }),
  };
}
