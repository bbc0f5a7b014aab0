// The types of every method: what goes in, what comes out, and what a loop gives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Acknowledgement,
  Answer,
  AnswerDraft,
  AnswerRecorded,
  AcknowledgementDraft,
  Assignment,
  Asked,
  Asking,
  Attachment,
  AttachmentDraft,
  CallOptions,
  Channel,
  CheckAttempt,
  CheckAttemptDraft,
  ClaimDraft,
  ClaimRecorded,
  Client,
  Completion,
  CompletionDraft,
  Contract,
  Discovery,
  Document,
  Image,
  Incident,
  IncidentDraft,
  IncidentRecorded,
  KnowledgeCheck,
  LiveEvent,
  Member,
  Message,
  MessageDraft,
  OpenedClaim,
  Output,
  Part,
  Person,
  PinDraft,
  Policy,
  PolicyPack,
  PolicyVersion,
  Position,
  Preferences,
  PreferencesDraft,
  Reading,
  ReactionsDraft,
  ReadingDraft,
  Revision,
  RevisionDraft,
  Step,
  StepDraft,
  StepRecorded,
  StreamOptions,
  Task,
  TaskDraft,
  Term,
  Clocks,
  Notification,
  NotificationDraft,
  NotificationRecorded,
  Triage,
  TriageChange,
  TriageDraft,
  Unlock,
  UnlockDraft,
} from '../index.js';
import type { Flat, Same } from '../testing/same.js';

/** A method whose input is needed, and one whose input may be left out. */
interface Takes<I, O> {
  input: I;
  output: O;
}
interface MayTake<I, O> {
  input?: I;
  output: O;
}
/** Lists: every item one after the other, or a page. */
interface ListsOf<I, T> extends Takes<I, { items: T[]; next?: string | undefined }> {
  item: T;
}
interface Lists<I, T> extends MayTake<I, { items: T[]; next?: string | undefined }> {
  item: T;
}

interface OfIncident {
  incident: string;
}
interface Paged {
  limit?: number;
  cursor?: string | undefined;
}
interface OfPolicy {
  policy: string;
}
interface OfVersion extends OfPolicy {
  version: number;
}
interface OfMessage {
  message: string;
}
interface OfTask {
  task: string;
}

interface OfAttachment {
  attachment: string;
}
interface OfText extends OfVersion {
  contentHash: string;
}
/** Nothing at all goes in. */
type None = Record<string, never>;
type State = NonNullable<NonNullable<Parameters<Client['assignments']['list']>[0]>['state']>;

/** What the methods are to be; an endpoint that is missing here does not compile. */
interface Expected {
  discovery: { read: MayTake<None, Discovery> };
  health: { read: MayTake<None, Output<Contract['health']['read']>> };
  me: { read: MayTake<None, Person> };
  people: {
    list: Lists<Paged & { userName?: string | undefined }, Person>;
    read: Takes<{ person: string }, Person>;
  };
  policies: { list: Lists<Paged, Policy>; read: Takes<OfPolicy, Policy> };
  versions: {
    list: ListsOf<Paged & OfPolicy, PolicyVersion>;
    read: Takes<OfVersion, PolicyVersion>;
  };
  documents: { read: Takes<OfText, Document> };
  images: { read: Takes<OfText, Image> };
  terms: { list: Lists<Paged & { language?: string | undefined }, Term> };
  packs: { list: Lists<Paged, PolicyPack>; read: Takes<{ pack: string }, PolicyPack> };
  assignments: {
    list: Lists<
      Paged & {
        person?: string | undefined;
        policy?: string | undefined;
        state?: State | undefined;
      },
      Assignment
    >;
  };
  checks: { read: Takes<{ assignment: string }, KnowledgeCheck> };
  attempts: { record: Takes<{ attempt: string } & CheckAttemptDraft, CheckAttempt> };
  readings: {
    read: Takes<OfVersion, Reading>;
    record: Takes<{ session: string } & ReadingDraft, Reading>;
  };
  acknowledgements: {
    create: Takes<AcknowledgementDraft, Acknowledgement>;
    list: Lists<
      Paged & { person?: string | undefined; policy?: string | undefined },
      Acknowledgement
    >;
    read: Takes<{ acknowledgement: string }, Acknowledgement>;
  };
  channels: { list: Lists<Paged, Channel>; read: Takes<{ channel: string }, Channel> };
  positions: { record: Takes<{ channel: string } & OfMessage, Position> };
  preferences: { read: MayTake<None, Preferences>; record: Takes<PreferencesDraft, Preferences> };
  messages: {
    list: ListsOf<
      Paged & {
        channel: string;
        thread?: string | undefined;
        after?: string | undefined;
        before?: string | undefined;
        search?: string | undefined;
        pinned?: 'true' | undefined;
      },
      Message
    >;
    read: Takes<OfMessage, Message>;
    record: Takes<OfMessage & MessageDraft, Message>;
  };
  alerts: { list: Lists<Paged, Message> };
  revisions: {
    record: Takes<{ revision: string } & RevisionDraft, Message>;
    list: ListsOf<Paged & OfMessage, Revision>;
  };
  members: { list: ListsOf<Paged & { channel: string; search: string }, Member> };
  reactions: {
    record: Takes<OfMessage & ReactionsDraft, Message>;
    list: ListsOf<Paged & OfMessage, Asking>;
  };
  pins: { record: Takes<OfMessage & PinDraft, Message> };
  completions: {
    record: Takes<OfMessage & CompletionDraft, Completion>;
    list: ListsOf<Paged & OfMessage, Asked>;
  };
  attachments: {
    record: Takes<OfAttachment & AttachmentDraft, Attachment>;
    read: Takes<OfAttachment, Uint8Array<ArrayBuffer>>;
  };
  uploads: {
    record: Takes<OfAttachment & { part: number; bytes: Uint8Array<ArrayBuffer> }, Attachment>;
  };
  tasks: {
    list: Lists<
      Paged & {
        of?: 'me' | 'by-me' | 'all' | undefined;
        state?: 'open' | 'ended' | undefined;
      },
      Task
    >;
    read: Takes<OfTask, Task>;
    record: Takes<OfTask & TaskDraft, Task>;
  };
  parts: {
    list: ListsOf<Paged & OfTask & { state?: 'open' | 'done' | 'declined' | undefined }, Part>;
  };
  steps: {
    record: Takes<{ step: string } & StepDraft, StepRecorded>;
    list: ListsOf<Paged & OfTask & { person?: string | undefined }, Step>;
  };
  incidents: {
    list: Lists<
      Paged & { of?: 'me' | 'all' | undefined; state?: 'open' | 'closed' | undefined },
      Incident
    >;
    read: Takes<OfIncident, Incident>;
    record: Takes<OfIncident & IncidentDraft, IncidentRecorded>;
  };
  answers: {
    record: Takes<{ answer: string } & AnswerDraft, AnswerRecorded>;
    list: ListsOf<Paged & OfIncident, Answer>;
  };
  triage: {
    read: Takes<OfIncident, Triage>;
    record: Takes<OfIncident & { revision: string } & TriageDraft, Triage>;
  };
  changes: { list: ListsOf<Paged & OfIncident, TriageChange> };
  clocks: { read: Takes<OfIncident, Clocks> };
  notifications: {
    record: Takes<{ notification: string } & NotificationDraft, NotificationRecorded>;
    list: ListsOf<Paged & OfIncident, Notification>;
  };
  unlocks: {
    record: Takes<{ unlock: string } & UnlockDraft, Unlock>;
    list: ListsOf<Paged & OfIncident, Unlock>;
  };
  claims: {
    open: Takes<{ code: string }, OpenedClaim>;
    record: Takes<{ claim: string } & ClaimDraft, ClaimRecorded>;
    answer: Takes<{ answer: string; code: string; text: string }, OpenedClaim>;
  };
  events: { stream: { input?: StreamOptions; item: LiveEvent } };
  log: {
    checkpoint: MayTake<None, string>;
    inclusion: Takes<{ index: number; size: number }, Output<Contract['log']['inclusion']>>;
    consistency: Takes<{ from: number; to: number }, Output<Contract['log']['consistency']>>;
    entries: Lists<Paged & { start?: number }, LogEntryOf>;
  };
}
type LogEntryOf = Output<Contract['log']['entries']>['items'][number];

/** Whether the argument may be left out says the same in both. */
type InputOf<G extends unknown[]> = [] extends G ? { input?: Needed<G[0]> } : { input: G[0] };
type Needed<T> = Exclude<T, undefined>;

/** What a method is. */
type Described<M> = M extends {
  (...given: infer G extends unknown[]): AsyncIterableIterator<infer T>;
  page(...given: infer P): Promise<infer O>;
}
  ? Same<G, P> extends true
    ? InputOf<G> & { output: O; item: T }
    : 'a page takes something else than the list'
  : M extends (...given: infer G extends unknown[]) => Promise<infer O>
    ? InputOf<G> & { output: O }
    : M extends (...given: infer G extends unknown[]) => AsyncIterable<infer T>
      ? InputOf<G> & { item: T }
      : 'no method';

type Members<T> = {
  [K in keyof T]-?: { of: Flat<Needed<T[K]>>; optional: undefined extends T[K] ? 1 : 0 };
};

type MethodAt<N extends keyof Contract, V> = V extends keyof Client[N] ? Client[N][V] : never;

/** The names of the methods that are something else than expected. */
type Different = {
  [N in keyof Contract]: {
    [V in keyof Contract[N]]: Same<
      Members<Described<MethodAt<N, V>>>,
      Members<V extends keyof Expected[N] ? Expected[N][V] : never>
    > extends true
      ? never
      : `${N}.${V & string}`;
  }[keyof Contract[N]];
}[keyof Contract];

/** The names of the methods whose second argument is something else than the options of every call; a stream has one. */
type Unoptioned = {
  [N in Exclude<keyof Contract, 'events'>]: {
    [V in keyof Contract[N]]: MethodAt<N, V> extends (
      ...given: infer G extends unknown[]
    ) => unknown
      ? Same<Needed<G[1]>, CallOptions> extends true
        ? never
        : `${N}.${V & string}`
      : never;
  }[keyof Contract[N]];
}[Exclude<keyof Contract, 'events'>];

test('every method has the types of its endpoint (checked by tsc)', () => {
  const different: Different[] = [];
  const unoptioned: Unoptioned[] = [];
  const none: never[] = [...different, ...unoptioned];
  assert.deepEqual(none, []);
});
