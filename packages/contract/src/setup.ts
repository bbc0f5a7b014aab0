import * as z from 'zod/mini';
import { Id, Language } from './shapes.js';
import { Image } from './images.js';
import { TermText } from './terms.js';
import { Section } from './versions.js';

const Texts = z.record(z.string(), z.string());
const Count = z.int().check(z.minimum(1));

/** Somebody of the namespace. Names are unique; ids are the backend's own. */
export const SetupPerson = z.object({
  /** What the token of the person says. */
  userName: Id,
  /** As in a person. */
  displayName: z.string(),
  /** As in a person. */
  relation: z.enum(['employee', 'contractor', 'supplier', 'customer']),
  /** As in a person. */
  roles: z.array(z.enum(['isms-manager', 'incident-handler', 'auditor'])),
  /** Whether they are still here. */
  active: z.boolean(),
  /** As in a person. */
  department: z.optional(z.string()),
});

/** A version with its texts, which go over the wire exactly as they stand here. */
export const SetupVersion = z.object({
  /** As in a version. */
  number: Count,
  /** What changed, in one line. */
  change: z.string(),
  /** As in a version. */
  material: z.boolean(),
  /** One for each language. The document that is served has `policy` and `version` beside these members. */
  documents: z.array(
    z.object({
      /** BCP 47. */
      language: Language,
      /** Title in this language. */
      title: z.string(),
      /** The whole text. */
      sections: z.array(Section),
    }),
  ),
  /** Pictures that the texts name, by the hash of their canonical JSON (RFC 8785). */
  images: z.array(Image),
});

/** A policy with its versions, oldest first; the last one is current, the others are superseded. */
export const SetupPolicy = z.object({
  /** Id of the policy. */
  id: Id,
  /** Of the policy. */
  title: z.string(),
  /** As in a policy. */
  kind: z.enum(['policy', 'procedure', 'guidance', 'training', 'notice']),
  /** As in a policy. */
  classification: z.enum(['public', 'internal', 'confidential', 'restricted']),
  /** As in a policy. */
  controls: z.array(z.string()),
  /** Oldest first. */
  versions: z.array(SetupVersion).check(z.minLength(1)),
});

/** A pack; its audience is a list of people. */
export const SetupPack = z.object({
  /** Id of the pack, and of its audience. */
  id: Id,
  /** Of the pack. */
  title: z.string(),
  /** Ids of policies of this namespace. */
  policies: z.array(Id),
  /** By userName. */
  audience: z.array(Id),
  /** As in a pack. */
  asks: z.enum(['display', 'acknowledge', 'agree']),
  /** By language; empty where nothing but displaying is asked. */
  statement: Texts,
  /** Days after the assignment began. */
  dueDays: z.optional(Count),
  /** Asked before an acknowledgement. */
  check: z.optional(
    z.object({
      /** In percent. */
      passMark: z.int().check(z.minimum(0), z.maximum(100)),
      /** In 24 hours; as often as the person likes when absent. */
      tries: z.optional(Count),
      /** In the order in which they are asked. */
      questions: z.array(
        z.object({
          /** Id of the policy that it is about. */
          policy: Id,
          /** The question, by language. */
          texts: Texts,
          /** In the order in which they are shown. */
          choices: z.array(
            z.object({
              /** By language. */
              texts: Texts,
              /** Whether it belongs to the right answer. */
              right: z.boolean(),
            }),
          ),
          /** Told after every try, by language. */
          explanation: Texts,
        }),
      ),
    }),
  ),
});

/** A term of the glossary. */
export const SetupTerm = z.object({
  /** Id of the term. */
  id: Id,
  /** By BCP 47 language tag. */
  texts: z.record(z.string(), TermText),
  /** Id of the policy that says more. */
  policy: z.optional(Id),
});

/** A channel; its audience and its announcers are lists of people. */
export const SetupChannel = z.object({
  /** Id of the channel, and of its audience. */
  id: Id,
  /** Of the channel. */
  title: z.string(),
  /** Who is told, by userName. */
  audience: z.array(Id),
  /** Who may announce, by userName, whether they belong to the audience or not. */
  announcers: z.array(Id),
  /** Whether everybody of the audience may discuss; announcers may where it is so for others. */
  discussion: z.boolean(),
  /** As in a channel. */
  history: z.enum(['all', 'entered']),
});

/** A law that the namespace is under. */
export const SetupLaw = z.object({
  /** As in a clock. */
  id: z.enum(['nis2', 'gdpr', 'dora', 'cra', 'whistleblowing']),
  /** Who is told; general words when absent. */
  authority: z.optional(z.string()),
});

/** Everything that a namespace holds. */
export const Setup = z.object({
  /** Everybody, whether active or not. */
  people: z.array(SetupPerson),
  /** Each published, with its last version current. */
  policies: z.array(SetupPolicy),
  /** Each asking from the moment it is sent; whoever stays in its audience is asked since then. */
  packs: z.array(SetupPack),
  /** The glossary; none when absent. */
  terms: z.optional(z.array(SetupTerm)),
  /** Channels, for backends of the comms and tasks profiles; none when absent. Their messages stay while they are named. */
  channels: z.optional(z.array(SetupChannel)),
  /** Laws whose clocks run, for backends of the incidents profile; none when absent. */
  laws: z.optional(z.array(SetupLaw)),
});
/** Everything that a namespace holds. */
export type Setup = z.infer<typeof Setup>;

/** Where the namespace is served, and tokens that are good for an hour at least. */
export const SetupDone = z.object({
  /** Base URL of the namespace: the contract's paths come after it. */
  baseUrl: z.string(),
  /** By userName, of everybody, whether active or not. */
  tokens: z.record(z.string(), z.string()),
  /** A token of somebody who is nobody here. */
  unknown: z.string(),
  /** A token of the first person that has expired. */
  expired: z.string(),
});
/** Where the namespace is served, and tokens for it. */
export type SetupDone = z.infer<typeof SetupDone>;

/**
 * The set-up profile: `PUT {set-up address}/{namespace}` with a {@link Setup} makes the namespace, a tenant of its own,
 * hold exactly that, and answers 200 with {@link SetupDone}. A namespace is named by 1 to 60 of a-z, 0-9 and hyphens. Sent
 * again with another body, it changes what is held as an administrator would. Packs, terms and channels that are missing are gone.
 * People who are missing are no longer active, and who comes back has the same id. Policies that are missing stay, and so do
 * versions: a version that is there stays as it is, so every later body names it again, before new ones whose text is
 * another. For test installations only; no client ever uses it, and no discovery document names it.
 */
export const setup = { method: 'PUT', body: Setup, answer: SetupDone } as const;
