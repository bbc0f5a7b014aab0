import * as z from 'zod/mini';
import { Id, Language } from './shapes.js';
import { Image } from './images.js';
import { Section } from './versions.js';

const Texts = z.record(z.string(), z.string());
const Count = z.int().check(z.minimum(1));

/** Somebody of the namespace. Names are unique; ids are the backend's own. */
export const SetupPerson = z.object({
  userName: Id,
  displayName: z.string(),
  relation: z.enum(['employee', 'contractor', 'supplier', 'customer']),
  roles: z.array(z.enum(['isms-manager', 'auditor'])),
  active: z.boolean(),
  department: z.optional(z.string()),
});

/** A version with its texts, which go over the wire exactly as they stand here. */
export const SetupVersion = z.object({
  number: Count,
  change: z.string(),
  material: z.boolean(),
  documents: z.array(
    z.object({ language: Language, title: z.string(), sections: z.array(Section) }),
  ),
  /** Pictures that the texts name, by the hash of their canonical JSON (RFC 8785). */
  images: z.array(Image),
});

/** A policy with its versions, oldest first; the last one is current, the others are superseded. */
export const SetupPolicy = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(['policy', 'procedure', 'guidance', 'training', 'notice']),
  classification: z.enum(['public', 'internal', 'confidential', 'restricted']),
  controls: z.array(z.string()),
  versions: z.array(SetupVersion).check(z.minLength(1)),
});

/** A pack; its audience is a list of people. */
export const SetupPack = z.object({
  id: Id,
  title: z.string(),
  policies: z.array(Id),
  /** By userName. */
  audience: z.array(Id),
  asks: z.enum(['display', 'acknowledge', 'agree']),
  /** By language; empty where nothing but displaying is asked. */
  statement: Texts,
  /** Days after the assignment began. */
  dueDays: z.optional(Count),
  check: z.optional(
    z.object({
      passMark: z.int().check(z.minimum(0), z.maximum(100)),
      tries: z.optional(Count),
      questions: z.array(
        z.object({
          policy: Id,
          texts: Texts,
          choices: z.array(z.object({ texts: Texts, right: z.boolean() })),
          explanation: Texts,
        }),
      ),
    }),
  ),
});

/** Everything that a namespace holds. */
export const Setup = z.object({
  people: z.array(SetupPerson),
  policies: z.array(SetupPolicy),
  packs: z.array(SetupPack),
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
 * hold exactly that, and answers 200 with {@link SetupDone}. Sent again with another body, it changes what is held as an
 * administrator would: people and packs that are missing are gone, a version that is there stays as it is. For test
 * installations only; no client ever uses it, and no discovery document names it.
 */
export const setup = { method: 'PUT', body: Setup, answer: SetupDone } as const;
