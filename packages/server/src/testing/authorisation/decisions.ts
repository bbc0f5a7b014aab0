import type { Contract, ProblemCode } from '@heed/contract';
import { incidentDecisions } from './incident-decisions.js';
import { taskDecisions } from './task-decisions.js';

/** Every endpoint by name, such as `people.read`. */
export type EndpointName = {
  [Noun in keyof Contract]: `${Noun}.${keyof Contract[Noun] & string}`;
}[keyof Contract];

/** What an answer may be: its status, its problem, and in words what the caller learns from it. */
export const outcomes = {
  sees: { statuses: [200], means: 'answered, and what was asked for is in it' },
  none: { statuses: [200], means: 'answered, with nothing of what was asked for in it' },
  done: { statuses: [200, 201], means: 'recorded, in the name of the caller' },
  shut: { statuses: [403], code: 'forbidden', means: 'not open to the caller, whatever is asked' },
  lost: { statuses: [404], code: 'not-found', means: 'as if it were not there' },
  text: {
    statuses: [409],
    code: 'content-mismatch',
    means: 'refused: not the text of this version',
  },
  vows: {
    statuses: [409],
    code: 'statement-mismatch',
    means: 'refused: nobody asks the caller for this statement',
  },
  idle: {
    statuses: [409],
    code: 'not-open-for-this',
    means: 'refused: the message asks nothing of the caller',
  },
  unfit: {
    statuses: [422],
    code: 'invalid',
    means: 'refused: it asks somebody who is not there',
  },
  anon: { statuses: [401], code: 'not-signed-in', means: 'sign in first' },
  alien: {
    statuses: [403],
    code: 'unknown-person',
    means: 'signed in, but nobody active of this tenant',
  },
} as const satisfies Record<
  string,
  { statuses: readonly number[]; code?: ProblemCode; means: string }
>;

/** What an answer may be. */
export type Outcome = keyof typeof outcomes;

/** The people of the tenant who ask, in the order of the columns below. */
export const insiders = [
  'employee',
  'contractor',
  'supplier',
  'customer',
  'manager',
  'isms-manager',
  'auditor',
  'incident-handler',
] as const;

/** Who asks without being an active person of the tenant. What they get follows from `access.who` alone. */
export const outsiders = { nobody: 'anon', stranger: 'alien', inactive: 'alien' } as const;

/** Whose the thing is that is asked for. `world.ts` says what each of them leads to. */
export const whose = {
  own: 'their own, or asked of them',
  other: 'another person’s, or asked of another person only (the manager’s report is that person)',
  foreign: 'of another tenant',
  absent: 'not there',
  unnamed: 'nothing in particular: the request names nothing',
  everybody: '`person=*`',
  fresh: 'asked of them and not yet acknowledged',
  public: 'a public policy that is asked of nobody',
  internal: 'an internal policy that is asked of nobody',
  'absent version': 'their own policy, a version that is not there',
  'other text': 'their own policy, the text of another policy',
  'foreign text': 'their own policy, the text of the same policy in another tenant',
  'other statement': 'their own policy, a statement that is asked of another person only',
  'new sitting': 'their own policy, a sitting that nobody has begun',
  'other sitting': 'their own policy, the sitting of another person',
  'foreign sitting': 'their own policy, a sitting of another tenant',
  'new try': 'their own check, a try that nobody has handed in',
  'other try': 'their own check, the try of another person',
  'new message': 'their own channel, a message that nobody has posted',
  'new task': 'everybody they know, a task that nobody has asked',
  'new report': 'a report that nobody has made',
  'new answer': 'their own report, an answer that nobody has given',
  'new notification': 'their own report, something that nobody has sent',
  'other report': 'another person’s report, an answer that nobody has given',
  'new step': 'a task that is asked of them, a step that nobody has made',
  'new change': 'their own message, a change that nobody has made',
  'other message': 'their own channel, the message of another person',
  'other thread': 'their own channel, a thread of a channel of another person only',
  'other file': 'their own channel, with an attachment of another person',
} as const;

/** Whose the thing is that is asked for. */
export type Whose = keyof typeof whose;

type Row = readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];

/** What every endpoint decides. */
export type Decisions = Record<EndpointName, Partial<Record<Whose, Row>>>;

const [sees, none, done, shut, lost, text, vows, idle] = [
  'sees',
  'none',
  'done',
  'shut',
  'lost',
  'text',
  'vows',
  'idle',
] as const;

/** Who may do what: each row is one request, each column the person who sends it. */
// prettier-ignore
export const decisions: Decisions = {
  //                     employee contr. supplier customer manager isms-m. auditor handler
  'discovery.read': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'health.read': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'me.read': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'people.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
    absent:              [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
    unnamed:             [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
  },
  'people.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'policies.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  none,    none,    sees,   sees,   sees,   sees],
    other:               [none,   none,  none,    none,    none,   sees,   sees,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'policies.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  lost,    lost,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'versions.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  lost,    lost,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'versions.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  lost,    lost,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'absent version':    [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'documents.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  lost,    lost,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'absent version':    [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other text':        [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'foreign text':      [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'images.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  lost,    lost,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'absent version':    [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other text':        [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'foreign text':      [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'packs.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
  },
  'packs.read': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   lost,   lost,   shut],
    absent:              [shut,   shut,  shut,    shut,    shut,   lost,   lost,   shut],
  },
  'assignments.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
    absent:              [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
  },
  'checks.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'attempts.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new try':           [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other try':         [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'terms.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    public:              [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    internal:            [sees,   sees,  none,    none,    sees,   sees,   sees,   sees],
    other:               [none,   none,  none,    none,    none,   sees,   sees,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'readings.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   none,   none,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'absent version':    [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'readings.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new sitting':       [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other sitting':     [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'foreign sitting':   [done,   done,  done,    done,    done,   done,   done,   done],
    'other text':        [text,   text,  text,    text,    text,   text,   text,   text],
    'foreign text':      [text,   text,  text,    text,    text,   text,   text,   text],
  },
  'acknowledgements.create': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    fresh:               [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   vows,   vows,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other text':        [text,   text,  text,    text,    text,   text,   text,   text],
    'foreign text':      [text,   text,  text,    text,    text,   text,   text,   text],
    'other statement':   [vows,   vows,  vows,    vows,    vows,   vows,   vows,   vows],
  },
  'acknowledgements.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    everybody:           [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
    absent:              [shut,   shut,  shut,    shut,    shut,   none,   none,   shut],
  },
  'acknowledgements.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'channels.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [none,   none,  none,    none,    none,   sees,   sees,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'channels.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'positions.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   done,   done,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'preferences.read': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'preferences.record': {
    unnamed:             [done,   done,  done,    done,    done,   done,   done,   done],
  },
  'messages.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other thread':      [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'messages.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'messages.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new message':       [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other message':     [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other thread':      [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other file':        [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'alerts.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [none,   none,  none,    none,    none,   none,   none,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'revisions.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new change':        [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other message':     [shut,   shut,  shut,    shut,    shut,   shut,   shut,   shut],
  },
  'revisions.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    'other message':     [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
  },
  'completions.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   idle,   idle,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'completions.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'members.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'attachments.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [done,   done,  done,    done,    done,   done,   done,   done],
  },
  'attachments.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'uploads.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'reactions.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   shut,   shut,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'reactions.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   shut,   shut],
    other:               [lost,   lost,  lost,    lost,    lost,   shut,   shut,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'pins.record': {
    own:                 [shut,   shut,  shut,    shut,    shut,   done,   shut,   shut],
    other:               [lost,   lost,  lost,    lost,    lost,   shut,   shut,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  ...taskDecisions,
  ...incidentDecisions,
  'events.stream': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'log.checkpoint': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'log.inclusion': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'log.consistency': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'log.entries': {
    unnamed:             [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
  },
};
