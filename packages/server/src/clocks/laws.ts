/** The laws that clocks come from. */
export const laws = ['nis2', 'gdpr', 'dora', 'cra', 'whistleblowing'] as const;
/** A law that clocks come from. */
export type Law = (typeof laws)[number];

/**
 * What an incident is to the laws; each is judged by whoever handles it. `significant`: NIS2 Art. 23(3). `personal-data`: a
 * breach that is likely a risk to people, GDPR Art. 33(1). `major`: DORA Art. 18. `exploited`: an actively exploited
 * vulnerability in a product, CRA Art. 14(1). `severe`: an incident that harms the security of a product, CRA Art. 14(5).
 * `breach-of-law`: the report is one that the Whistleblowing Directive protects.
 */
export type Circumstance =
  'significant' | 'personal-data' | 'major' | 'exploited' | 'severe' | 'breach-of-law';

/** Moments in the life of an incident that clocks start with. */
export type Moment = 'reportedAt' | 'awareAt' | 'classifiedAt' | 'measureAt' | 'handledAt';

/** How long, as the laws say it. */
export type Period = { hours: number } | { days: number } | { months: number };

/** With what a clock starts: a moment, or that what another clock asks for was sent. */
export type Start = { moment: Moment } | { sent: ClockId; which: 'first' | 'last' };

/** Ids of clocks. They stand in the log, so they stay as they are. */
export type ClockId =
  | 'nis2-early-warning'
  | 'nis2-notification'
  | 'nis2-progress'
  | 'nis2-final'
  | 'gdpr-notification'
  | 'dora-initial'
  | 'dora-intermediate'
  | 'dora-final'
  | 'cra-exploited-early-warning'
  | 'cra-exploited-notification'
  | 'cra-exploited-final'
  | 'cra-severe-early-warning'
  | 'cra-severe-notification'
  | 'cra-severe-final'
  | 'whistleblowing-acknowledgement'
  | 'whistleblowing-feedback';

/** A legal deadline. */
export interface Clock {
  id: ClockId;
  law: Law;
  article: string;
  /** What has to be sent. */
  title: string;
  /** Whom it is sent to. */
  to: string;
  /** What the incident has to be for it. */
  when: Circumstance;
  start: Start;
  period: Period;
  /** It ends at the latest so many hours after another moment, where it started before that. */
  atMost?: { hours: number; after: Moment };
  /** How many hours before the end there is a warning. */
  warnHours: number;
  /** It falls away with this being sent. */
  endedBy?: ClockId;
  /** It falls away when the incident was over before it ended. */
  onlyOngoing?: true;
  /** When that was sent, it starts with this instead. */
  instead?: { sent: ClockId; start: Start };
  /** When what it starts with was not sent, or late, it starts with the end of that clock. */
  orEndOf?: ClockId;
}

const aware = { moment: 'awareAt' } as const;
const csirt = 'CSIRT or competent authority';
const financial = 'Competent authority under DORA Art. 46';
const product = 'CSIRT designated as coordinator, and ENISA';
const reporter = 'Whoever reported it';
const week = 168;

const nis2: readonly Clock[] = [
  {
    ...{ id: 'nis2-early-warning', law: 'nis2', article: 'Art. 23(4)(a)', title: 'Early warning' },
    ...{ to: csirt, when: 'significant', start: aware, period: { hours: 24 }, warnHours: 6 },
  },
  {
    ...{ id: 'nis2-notification', law: 'nis2', article: 'Art. 23(4)(b)' },
    ...{ title: 'Incident notification', to: csirt, when: 'significant' },
    ...{ start: aware, period: { hours: 72 }, warnHours: 24 },
  },
  {
    ...{ id: 'nis2-progress', law: 'nis2', article: 'Art. 23(4)(e)', title: 'Progress report' },
    ...{ to: csirt, when: 'significant', start: { sent: 'nis2-notification', which: 'first' } },
    ...{ period: { months: 1 }, warnHours: week, endedBy: 'nis2-final', onlyOngoing: true },
  },
  {
    ...{ id: 'nis2-final', law: 'nis2', article: 'Art. 23(4)(d) and (e)', title: 'Final report' },
    ...{ to: csirt, when: 'significant', start: { sent: 'nis2-notification', which: 'first' } },
    ...{ period: { months: 1 }, warnHours: week },
    instead: { sent: 'nis2-progress', start: { moment: 'handledAt' } },
  },
];

const gdpr: readonly Clock[] = [
  {
    ...{ id: 'gdpr-notification', law: 'gdpr', article: 'Art. 33(1)' },
    ...{ title: 'Notification of a personal data breach', to: 'Data protection authority' },
    ...{ when: 'personal-data', start: aware, period: { hours: 72 }, warnHours: 24 },
  },
];

const dora: readonly Clock[] = [
  {
    ...{ id: 'dora-initial', law: 'dora', title: 'Initial notification', to: financial },
    ...{ article: 'Art. 19(4)(a); (EU) 2025/301 Art. 5(1)(a) and (2)', when: 'major' },
    ...{ start: { moment: 'classifiedAt' }, period: { hours: 4 }, warnHours: 1 },
    atMost: { hours: 24, after: 'awareAt' },
  },
  {
    ...{ id: 'dora-intermediate', law: 'dora', title: 'Intermediate report', to: financial },
    ...{ article: 'Art. 19(4)(b); (EU) 2025/301 Art. 5(1)(b)', when: 'major' },
    ...{ start: { sent: 'dora-initial', which: 'first' }, period: { hours: 72 }, warnHours: 24 },
  },
  {
    ...{ id: 'dora-final', law: 'dora', title: 'Final report', to: financial, when: 'major' },
    article: 'Art. 19(4)(c); (EU) 2025/301 Art. 5(1)(c)',
    start: { sent: 'dora-intermediate', which: 'last' },
    ...{ period: { months: 1 }, warnHours: week },
  },
];

const cra: readonly Clock[] = [
  {
    ...{ id: 'cra-exploited-early-warning', law: 'cra', article: 'Art. 14(2)(a)' },
    ...{ title: 'Early warning of an exploited vulnerability', to: product, when: 'exploited' },
    ...{ start: aware, period: { hours: 24 }, warnHours: 6 },
  },
  {
    ...{ id: 'cra-exploited-notification', law: 'cra', article: 'Art. 14(2)(b)' },
    ...{ title: 'Vulnerability notification', to: product, when: 'exploited' },
    ...{ start: aware, period: { hours: 72 }, warnHours: 24 },
  },
  {
    ...{ id: 'cra-exploited-final', law: 'cra', article: 'Art. 14(2)(c)' },
    ...{ title: 'Final report on an exploited vulnerability', to: product, when: 'exploited' },
    ...{ start: { moment: 'measureAt' }, period: { days: 14 }, warnHours: 72 },
  },
  {
    ...{ id: 'cra-severe-early-warning', law: 'cra', article: 'Art. 14(4)(a)' },
    ...{ title: 'Early warning of a severe incident', to: product, when: 'severe' },
    ...{ start: aware, period: { hours: 24 }, warnHours: 6 },
  },
  {
    ...{ id: 'cra-severe-notification', law: 'cra', article: 'Art. 14(4)(b)' },
    ...{ title: 'Notification of a severe incident', to: product, when: 'severe' },
    ...{ start: aware, period: { hours: 72 }, warnHours: 24 },
  },
  {
    ...{ id: 'cra-severe-final', law: 'cra', article: 'Art. 14(4)(c)' },
    ...{ title: 'Final report on a severe incident', to: product, when: 'severe' },
    start: { sent: 'cra-severe-notification', which: 'first' },
    ...{ period: { months: 1 }, warnHours: week },
  },
];

const whistleblowing: readonly Clock[] = [
  {
    ...{ id: 'whistleblowing-acknowledgement', law: 'whistleblowing', article: 'Art. 9(1)(b)' },
    ...{ title: 'Acknowledgement of receipt', to: reporter, when: 'breach-of-law' },
    ...{ start: { moment: 'reportedAt' }, period: { days: 7 }, warnHours: 48 },
  },
  {
    ...{ id: 'whistleblowing-feedback', law: 'whistleblowing', article: 'Art. 9(1)(f)' },
    ...{ title: 'Feedback', to: reporter, when: 'breach-of-law' },
    start: { sent: 'whistleblowing-acknowledgement', which: 'first' },
    ...{ period: { months: 3 }, warnHours: 2 * week },
    orEndOf: 'whistleblowing-acknowledgement',
  },
];

/** Every clock that is known, in the order in which they are told. */
export const clocks: readonly Clock[] = [...nis2, ...gdpr, ...dora, ...cra, ...whistleblowing];
