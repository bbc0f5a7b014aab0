import type { Decisions, Outcome } from './decisions.js';

const [sees, none, done, shut, lost] = [
  'sees',
  'none',
  'done',
  'shut',
  'lost',
] as const satisfies readonly Outcome[];

/** Who may do what with reports: each row is one request, each column the person who sends it. */
// prettier-ignore
export const incidentDecisions = {
  //                     employee contr. supplier customer manager isms-m. auditor handler
  'incidents.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    everybody:           [none,   none,  none,    none,    none,   none,   sees,   sees],
    other:               [none,   none,  none,    none,    none,   none,   none,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'incidents.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'incidents.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new report':        [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [done,   done,  done,    done,    done,   done,   done,   done],
  },
  'answers.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new answer':        [done,   done,  done,    done,    done,   done,   done,   done],
    'other report':      [lost,   lost,  lost,    lost,    lost,   lost,   shut,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'answers.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'triage.read': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'triage.record': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   shut,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   shut,   done],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'changes.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'unlocks.record': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   shut,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   shut,   done],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'unlocks.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  // The code decides: who asks does not.
  'claims.open': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'claims.record': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'claims.answer': {
    unnamed:             [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
  },
  'clocks.read': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'notifications.record': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   shut,   done],
    'new notification':  [shut,   shut,  shut,    shut,    shut,   shut,   shut,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   shut,   done],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'notifications.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   shut,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   sees,   sees],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
} satisfies Partial<Decisions>;
