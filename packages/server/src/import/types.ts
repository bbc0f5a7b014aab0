import type { Document } from '@heed/contract';
import type { ImportedIncident } from './incidents/incident.js';

/** Something the reader of the dry run should know. A `problem` wants a decision, a `note` does not. */
export interface Finding {
  /** Path inside the imported folder, with `/`. */
  file: string;
  /** Line in that file, or paragraph of a Word document, from 1. Absent when the whole file is meant. */
  line?: number;
  severity: 'problem' | 'note';
  message: string;
}

/** What became of one file. Every file of the folder has exactly one account. */
export interface FileAccount {
  file: string;
  /** `partly`: taken, but something in it was left out and is listed among the findings. */
  outcome: 'taken' | 'partly' | 'left out';
  /** What it was taken as, or why it was left out. */
  reason: string;
}

/** Attributes of a person that an audience rule may ask about. */
export const ATTRIBUTES = [
  'department',
  'division',
  'title',
  'location',
  'relation',
  'products',
  'groups',
  'roles',
  'userName',
  'manager',
  'costCenter',
  'active',
] as const;
/** Attribute of a person that an audience rule may ask about. `active` is `'true'` or `'false'`. */
export type Attribute = (typeof ATTRIBUTES)[number];

/**
 * A rule over a person's attributes. `all: []` is everyone, `any: []` is nobody. An attribute with
 * several values matches when any of them is listed; values are compared exactly.
 */
export type Rule =
  { all: Rule[] } | { any: Rule[] } | { not: Rule } | { attribute: Attribute; in: string[] };

/** A named rule with single people added or taken out by `userName`; `exclude` wins. */
export interface ImportedAudience {
  id: string;
  title: string;
  kind: 'internal' | 'external';
  rule: Rule;
  include: string[];
  exclude: string[];
}

/** When it is due: days after the assignment began, a fixed date, or a day (`MM-DD`) of each year. */
export type ImportedDue = { days: number } | { date: string } | { yearly: string };

/** What is asked about the policies of a pack before they can be acknowledged. */
export interface ImportedCheck {
  /** Share of right answers that is enough, in percent. */
  passMark: number;
  /** How often it may be taken in 24 hours; as often as the person likes when absent. */
  tries?: number;
  questions: {
    /** Id of a policy of the pack. */
    policy: string;
    /** The question, by BCP 47 language tag, as every text of it. */
    texts: Record<string, string>;
    /** Two at least, of which one at least is right and one wrong. */
    choices: { texts: Record<string, string>; right: boolean }[];
    /** Why the right choices are right. */
    explanation?: Record<string, string>;
  }[];
}

/** What the organisation means by a word. */
export interface ImportedTerm {
  id: string;
  /** By BCP 47 language tag; one at least. `also` are other spellings and abbreviations. */
  texts: Record<string, { name: string; also: string[]; meaning: string }>;
  /** Id of an {@link ImportedPolicy} that says more. */
  policy?: string;
}

/** Policies, an audience and what is asked of it. */
export interface ImportedPack {
  id: string;
  title: string;
  description?: string;
  /** Ids of {@link ImportedPolicy}; all of them were imported. */
  policies: string[];
  /** Id of an {@link ImportedAudience}. */
  audience: string;
  asks: 'display' | 'acknowledge' | 'agree';
  /** Every section is to be displayed before an acknowledgement, or read in another way. */
  everySection?: boolean;
  check?: ImportedCheck;
  /** What people put their name to, by language. Empty when `asks` is `display`. */
  statement: Record<string, string>;
  due?: ImportedDue;
  /** Days before the due date. */
  reminders: number[];
  /** Days after the due date on which the manager is told. */
  escalation: number[];
}

/** A communication group. */
export interface ImportedChannel {
  id: string;
  title: string;
  description?: string;
  /** Id of an {@link ImportedAudience}: who is told. */
  audience: string;
  /** Id of an {@link ImportedAudience}: who may announce; nobody when absent. */
  announcers?: string;
  /** Whether people may begin discussions and reply. */
  discussion: boolean;
  /** What somebody sees who enters the audience: everything, or what came since. */
  history: 'all' | 'entered';
}

/** An address of the organisation's own that is told what is posted. */
export interface ImportedWebhook {
  id: string;
  /** https, or http within this machine. */
  url: string;
  /** Name of the environment variable that has the secret. */
  secret: string;
  tells: ('alert' | 'broadcast' | 'discussion' | 'reply' | 'task')[];
  /** Ids of {@link ImportedChannel}s. */
  channels: string[];
}

/** A law whose clocks run. */
export interface ImportedLaw {
  id: 'nis2' | 'gdpr' | 'dora' | 'cra' | 'whistleblowing';
  /** Who is told, as the organisation calls them. */
  authority?: string;
}

/** What was said in a channel before. */
export interface ImportedMessage {
  id: string;
  /** Id of an {@link ImportedChannel}. */
  channel: string;
  /** RFC 3339 UTC. */
  postedAt: string;
  /** BCP 47. */
  language: string;
  title?: string;
  /** As it was written, in Markdown. */
  text: string;
  /** The same for showing. */
  html: string;
  /** As colleagues know who wrote it. */
  author?: string;
}

/** One language of one version, with the file it came from. */
export interface ImportedDocument {
  /** Exactly what goes over the wire and into the content hash (RFC 8785 bytes). */
  document: Document;
  file: string;
  /** What changed, in this language, when the file says so. */
  change?: string;
}

/** A picture of a text. */
export interface ImportedImage {
  /** The name by which texts know it: the hash of `body`. */
  contentHash: string;
  /** Exactly what goes over the wire: RFC 8785 text of an `Image` of the contract. */
  body: string;
}

/** One state of the text. */
export interface ImportedVersion {
  /** Whole number from 1; later versions have greater numbers. */
  number: number;
  /** What the organisation calls it, for example `2.1`. */
  label?: string;
  /** RFC 3339 full-date. */
  effective?: string;
  /** What changed, in one line, in the leading language. */
  change?: string;
  material: boolean;
  /** Leading language first, the others by their tag. */
  documents: ImportedDocument[];
  /** Every picture that stands in one of them, once; absent when there is none. */
  images?: ImportedImage[];
}

/** A controlled document with all its versions and languages. */
export interface ImportedPolicy {
  /** Readable and unique in the folder. */
  id: string;
  title: string;
  /** What a register calls it, for example `POL-004`. */
  reference?: string;
  kind: 'policy' | 'procedure' | 'guidance' | 'training' | 'notice';
  /** `userName` of a person or, from a register, the words of the register (`IT Operations Lead`). */
  owner?: string;
  /** As `owner`. */
  approver?: string;
  classification: 'public' | 'internal' | 'confidential' | 'restricted';
  /** RFC 3339 full-date. */
  reviewBy?: string;
  /** Annex A of ISO/IEC 27001:2022, for example `A.5.10`. */
  controls: string[];
  /** The leading language. */
  language: string;
  /** Whether an organisation can take the text as it is, and what to fill in when not. */
  adoption?: { as: 'adopt' | 'adapt'; adapt: string[] };
  /** Oldest first; at least one. The last is the current one. */
  versions: ImportedVersion[];
}

/** A person, from an allow-list of attributes: nothing else of the source is ever looked at. */
export interface ImportedPerson {
  /** Unique in the report. */
  userName: string;
  /** How the identity provider knows this person (RFC 7643, 3.1), case-exact. */
  externalId?: string;
  displayName: string;
  /** The primary one first. */
  emails: string[];
  department?: string;
  division?: string;
  title?: string;
  costCenter?: string;
  organization?: string;
  location?: string;
  /** `userName` of the manager, who is in the same report. */
  manager?: string;
  /** BCP 47. */
  preferredLanguage?: string;
  groups: string[];
  products: string[];
  relation: 'employee' | 'contractor' | 'supplier' | 'customer';
  roles: ('isms-manager' | 'incident-handler' | 'auditor')[];
  active: boolean;
  /** RFC 3339 full-date. */
  joined?: string;
  /** RFC 3339 full-date. */
  left?: string;
  /** Where it came from. */
  file: string;
}

/** A group of a directory, with the `userName`s of members that are in the same report. */
export interface ImportedGroup {
  name: string;
  members: string[];
  file: string;
}

interface Report {
  /** The folder as it was named. */
  folder: string;
  /** By file, then line, then message. */
  findings: Finding[];
  /** By file. */
  files: FileAccount[];
  /**
   * Files that could not be read wholly. What is missing from the report may still be meant by them, so
   * while there are any, nothing is to be removed and nobody deactivated for being missing.
   */
  incomplete: string[];
}

/** How much a content folder holds. */
export interface ContentCounts {
  policies: number;
  versions: number;
  /** One per version and language. */
  documents: number;
  sections: number;
  words: number;
  audiences: number;
  packs: number;
  terms: number;
  channels: number;
  messages: number;
}

/** What a content folder holds. Nothing has been stored. */
export interface ContentReport extends Report {
  understood: {
    policies: ImportedPolicy[];
    audiences: ImportedAudience[];
    packs: ImportedPack[];
    terms: ImportedTerm[];
    channels: ImportedChannel[];
    webhooks: ImportedWebhook[];
    laws: ImportedLaw[];
    /** Oldest first. */
    incidents: ImportedIncident[];
    /** Oldest first. */
    messages: ImportedMessage[];
  };
  counts: ContentCounts;
}

/** What a people folder holds. Nothing has been stored. */
export interface PeopleReport extends Report {
  understood: { people: ImportedPerson[]; groups: ImportedGroup[] };
}
