import type { Decisions, Outcome } from './decisions.js';

const [sees, none, done, shut, lost, unfit] = [
  'sees',
  'none',
  'done',
  'shut',
  'lost',
  'unfit',
] as const satisfies readonly Outcome[];

/** Who may do what with tasks: each row is one request, each column the person who sends it. */
// prettier-ignore
export const taskDecisions = {
  //                     employee contr. supplier customer manager isms-m. auditor handler
  'tasks.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    everybody:           [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [none,   none,  none,    none,    none,   none,   none,   none],
    foreign:             [none,   none,  none,    none,    none,   none,   none,   none],
  },
  'tasks.read': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'tasks.record': {
    own:                 [shut,   shut,  shut,    shut,    shut,   done,   shut,   shut],
    'new task':          [shut,   shut,  shut,    shut,    shut,   done,   shut,   shut],
    other:               [shut,   shut,  shut,    shut,    shut,   lost,   shut,   shut],
    foreign:             [shut,   shut,  shut,    shut,    shut,   unfit,  shut,   shut],
    absent:              [shut,   shut,  shut,    shut,    shut,   unfit,  shut,   shut],
  },
  'parts.list': {
    own:                 [shut,   shut,  shut,    shut,    shut,   sees,   sees,   shut],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'steps.record': {
    own:                 [done,   done,  done,    done,    done,   done,   done,   done],
    'new step':          [done,   done,  done,    done,    done,   done,   done,   done],
    other:               [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
  'steps.list': {
    own:                 [sees,   sees,  sees,    sees,    sees,   sees,   sees,   sees],
    other:               [lost,   lost,  lost,    lost,    lost,   sees,   sees,   lost],
    foreign:             [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
    absent:              [lost,   lost,  lost,    lost,    lost,   lost,   lost,   lost],
  },
} satisfies Partial<Decisions>;
