import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocks, type Clock, type ClockId, type Law } from './laws.js';
import { nextDueOf, standingOf, standingsOf, type Facts, type Standing } from './rules.js';

const berlin = 'Europe/Berlin';
const york = 'America/New_York';
const all: readonly Law[] = ['nis2', 'gdpr', 'dora', 'cra', 'whistleblowing'];
const judged = Object.fromEntries(clocks.map(({ when }) => [when, true]));

const clockOf = (id: ClockId) => clocks.find((clock) => clock.id === id) as Clock;

/** Facts by their moments and by what was sent, `['nis2-notification', '2026-…']`. */
const facts = (moments: Facts['moments'], ...sent: [ClockId, string][]): Facts => ({
  ...{ moments, judged },
  sent: sent.map(([clock, sentAt]) => ({ clock, sentAt })),
});

const standing = (id: ClockId, known: Facts, now: string, zone = berlin): Standing =>
  standingOf(clockOf(id), known, zone, new Date(now));

type Row = [id: ClockId, known: Facts, due: string | undefined, zone?: string];

const aware = (awareAt: string, ...sent: [ClockId, string][]) => facts({ awareAt }, ...sent);
const classified = (awareAt: string, classifiedAt: string) => facts({ awareAt, classifiedAt });
const reported = (reportedAt: string, ...sent: [ClockId, string][]) =>
  facts({ reportedAt }, ...sent);

// Every date on the right was counted by hand from the words of the law; none is copied from a run.
const nis2: Row[] = [
  ['nis2-early-warning', aware('2026-11-30T09:00+01:00'), '2026-12-01T09:00+01:00'],
  ['nis2-early-warning', aware('2026-03-28T20:00+01:00'), '2026-03-29T21:00+02:00'],
  ['nis2-early-warning', aware('2026-10-24T20:00+02:00'), '2026-10-25T19:00+01:00'],
  ['nis2-early-warning', aware('2028-02-28T20:00+01:00'), '2028-02-29T20:00+01:00'],
  ['nis2-early-warning', aware('2026-03-07T20:00-05:00'), '2026-03-08T21:00-04:00', york],
  ['nis2-notification', aware('2026-03-27T16:30+01:00'), '2026-03-30T17:30+02:00'],
  ['nis2-notification', aware('2026-10-23T16:30+02:00'), '2026-10-26T15:30+01:00'],
  ['nis2-notification', aware('2027-02-27T16:30+01:00'), '2027-03-02T16:30+01:00'],
  ['nis2-notification', aware('2026-10-31T12:00-04:00'), '2026-11-03T11:00-05:00', york],
  ['nis2-final', aware('2026-01-28T08:00+01:00'), undefined],
  [
    // A month after it was sent, which was two days before it had to be.
    'nis2-final',
    aware('2026-01-30T08:00+01:00', ['nis2-notification', '2026-01-31T08:00+01:00']),
    '2026-02-28T23:59:59.999+01:00',
  ],
  [
    // The same though it was sent late: the month is counted from the submission.
    'nis2-final',
    aware('2028-01-20T08:00+01:00', ['nis2-notification', '2028-01-31T08:00+01:00']),
    '2028-02-29T23:59:59.999+01:00',
  ],
  [
    'nis2-final',
    aware('2026-03-12T08:00+01:00', ['nis2-notification', '2026-03-14T08:00+01:00']),
    '2026-04-14T23:59:59.999+02:00',
  ],
  [
    'nis2-final',
    aware('2026-10-09T08:00-04:00', ['nis2-notification', '2026-10-11T23:00-04:00']),
    '2026-11-11T23:59:59.999-05:00',
    york,
  ],
  [
    // What is sent once more, with corrections, does not begin another month.
    'nis2-final',
    aware(
      '2026-06-01T08:00+02:00',
      ...([
        ['nis2-notification', '2026-06-09T08:00+02:00'],
        ['nis2-notification', '2026-06-02T08:00+02:00'],
      ] as [ClockId, string][]),
    ),
    '2026-07-02T23:59:59.999+02:00',
  ],
  [
    'nis2-progress',
    aware('2026-08-30T08:00+02:00', ['nis2-notification', '2026-08-31T08:00+02:00']),
    '2026-09-30T23:59:59.999+02:00',
  ],
  [
    // After a progress report, a month after it was handled.
    'nis2-final',
    facts(
      { awareAt: '2026-08-30T08:00+02:00', handledAt: '2026-12-31T17:00+01:00' },
      ['nis2-notification', '2026-08-31T08:00+02:00'],
      ['nis2-progress', '2026-09-30T10:00+02:00'],
    ),
    '2027-01-31T23:59:59.999+01:00',
  ],
  [
    'nis2-final',
    facts(
      { awareAt: '2026-08-30T08:00+02:00' },
      ['nis2-notification', '2026-08-31T08:00+02:00'],
      ['nis2-progress', '2026-09-30T10:00+02:00'],
    ),
    undefined,
  ],
];

const gdpr: Row[] = [
  ['gdpr-notification', aware('2026-11-30T09:00+01:00'), '2026-12-03T09:00+01:00'],
  ['gdpr-notification', aware('2026-03-28T09:00+01:00'), '2026-03-31T10:00+02:00'],
  ['gdpr-notification', aware('2026-10-23T09:00+02:00'), '2026-10-26T08:00+01:00'],
  ['gdpr-notification', aware('2026-10-25T02:59:59+02:00'), '2026-10-28T01:59:59+01:00'],
  ['gdpr-notification', aware('2028-02-27T09:00+01:00'), '2028-03-01T09:00+01:00'],
  ['gdpr-notification', aware('2026-12-30T09:00+01:00'), '2027-01-02T09:00+01:00'],
  ['gdpr-notification', aware('2026-03-06T09:00-05:00'), '2026-03-09T10:00-04:00', york],
  ['gdpr-notification', facts({ reportedAt: '2026-11-30T09:00+01:00' }), undefined],
];

const dora: Row[] = [
  ['dora-initial', aware('2026-11-30T09:00+01:00'), undefined],
  [
    'dora-initial',
    classified('2026-11-30T09:00+01:00', '2026-11-30T11:00+01:00'),
    '2026-11-30T15:00+01:00',
  ],
  [
    // Four hours would be more than 24 after they became aware.
    'dora-initial',
    classified('2026-11-30T09:00+01:00', '2026-12-01T07:30+01:00'),
    '2026-12-01T09:00+01:00',
  ],
  [
    // Classified after 24 hours: four hours from then.
    'dora-initial',
    classified('2026-11-30T09:00+01:00', '2026-12-02T07:30+01:00'),
    '2026-12-02T11:30+01:00',
  ],
  [
    'dora-initial',
    classified('2026-03-28T20:00+01:00', '2026-03-29T01:00+01:00'),
    '2026-03-29T06:00+02:00',
  ],
  [
    // 24 hours from awareness end at 21:00 by the clock of the summer.
    'dora-initial',
    classified('2026-03-28T20:00+01:00', '2026-03-29T19:00+02:00'),
    '2026-03-29T21:00+02:00',
  ],
  [
    'dora-initial',
    classified('2026-10-24T20:00+02:00', '2026-10-25T00:30+02:00'),
    '2026-10-25T03:30+01:00',
  ],
  [
    'dora-initial',
    classified('2026-10-31T22:00-04:00', '2026-11-01T00:30-04:00'),
    '2026-11-01T03:30-05:00',
    york,
  ],
  ['dora-intermediate', classified('2026-11-30T09:00Z', '2026-11-30T10:00Z'), undefined],
  [
    // 72 hours after it was sent, though it was sent early.
    'dora-intermediate',
    aware('2026-03-27T08:00+01:00', ['dora-initial', '2026-03-27T11:00+01:00']),
    '2026-03-30T12:00+02:00',
  ],
  [
    'dora-intermediate',
    aware('2026-10-23T08:00+02:00', ['dora-initial', '2026-10-23T11:00+02:00']),
    '2026-10-26T10:00+01:00',
  ],
  [
    'dora-intermediate',
    aware('2028-02-26T08:00+01:00', ['dora-initial', '2028-02-27T11:00+01:00']),
    '2028-03-01T11:00+01:00',
  ],
  ['dora-final', aware('2026-01-28T08:00Z', ['dora-initial', '2026-01-28T11:00Z']), undefined],
  [
    'dora-final',
    aware('2026-01-28T08:00Z', ['dora-intermediate', '2026-01-31T11:00+01:00']),
    '2026-02-28T23:59:59.999+01:00',
  ],
  [
    // A month after the last intermediate report that was sent.
    'dora-final',
    aware(
      '2026-01-28T08:00Z',
      ['dora-intermediate', '2026-03-15T11:00+01:00'],
      ['dora-intermediate', '2026-01-31T11:00+01:00'],
    ),
    '2026-04-15T23:59:59.999+02:00',
  ],
  [
    'dora-final',
    aware('2026-09-27T08:00Z', ['dora-intermediate', '2026-09-30T23:30-04:00']),
    '2026-10-30T23:59:59.999-04:00',
    york,
  ],
  [
    // The same moment is a day later in Berlin.
    'dora-final',
    aware('2026-09-27T08:00Z', ['dora-intermediate', '2026-09-30T23:30-04:00']),
    '2026-11-01T23:59:59.999+01:00',
  ],
];

const cra: Row[] = [
  ['cra-exploited-early-warning', aware('2026-10-24T12:00+02:00'), '2026-10-25T11:00+01:00'],
  ['cra-exploited-early-warning', aware('2028-02-28T12:00+01:00'), '2028-02-29T12:00+01:00'],
  ['cra-exploited-notification', aware('2027-03-26T12:00+01:00'), '2027-03-29T13:00+02:00'],
  ['cra-exploited-notification', aware('2026-12-29T12:00+01:00'), '2027-01-01T12:00+01:00'],
  ['cra-exploited-final', aware('2026-11-30T12:00+01:00'), undefined],
  [
    'cra-exploited-final',
    facts({ measureAt: '2026-10-17T12:00+02:00' }),
    '2026-10-31T23:59:59.999+01:00',
  ],
  [
    'cra-exploited-final',
    facts({ measureAt: '2028-02-15T00:00+01:00' }),
    '2028-02-29T23:59:59.999+01:00',
  ],
  [
    'cra-exploited-final',
    facts({ measureAt: '2027-03-14T23:59-04:00' }),
    '2027-03-28T23:59:59.999-04:00',
    york,
  ],
  ['cra-severe-early-warning', aware('2027-03-27T12:00+01:00'), '2027-03-28T13:00+02:00'],
  ['cra-severe-early-warning', aware('2026-09-30T12:00+02:00'), '2026-10-01T12:00+02:00'],
  ['cra-severe-notification', aware('2026-10-24T12:00+02:00'), '2026-10-27T11:00+01:00'],
  ['cra-severe-notification', aware('2028-02-27T12:00-05:00'), '2028-03-01T12:00-05:00', york],
  ['cra-severe-final', aware('2026-10-30T12:00+01:00'), undefined],
  [
    'cra-severe-final',
    aware('2026-10-28T12:00+01:00', ['cra-severe-notification', '2026-10-31T09:00+01:00']),
    '2026-11-30T23:59:59.999+01:00',
  ],
  [
    'cra-severe-final',
    aware('2028-01-27T12:00+01:00', ['cra-severe-notification', '2028-01-30T09:00+01:00']),
    '2028-02-29T23:59:59.999+01:00',
  ],
];

const acknowledged = 'whistleblowing-acknowledgement';
const whistleblowing: Row[] = [
  [acknowledged, reported('2026-11-23T08:00+01:00'), '2026-11-30T23:59:59.999+01:00'],
  [acknowledged, reported('2026-11-23T23:59+01:00'), '2026-11-30T23:59:59.999+01:00'],
  [acknowledged, reported('2026-03-23T08:00+01:00'), '2026-03-30T23:59:59.999+02:00'],
  [acknowledged, reported('2026-10-24T08:00+02:00'), '2026-10-31T23:59:59.999+01:00'],
  [acknowledged, reported('2028-02-22T08:00+01:00'), '2028-02-29T23:59:59.999+01:00'],
  [acknowledged, reported('2026-03-04T23:30-05:00'), '2026-03-11T23:59:59.999-04:00', york],
  ['whistleblowing-feedback', reported('2029-11-23T08:00+01:00'), undefined],
  [
    'whistleblowing-feedback',
    reported('2026-11-23T08:00+01:00', [acknowledged, '2026-11-30T10:00+01:00']),
    '2027-02-28T23:59:59.999+01:00',
  ],
  [
    'whistleblowing-feedback',
    reported('2027-11-29T08:00+01:00', [acknowledged, '2027-11-30T10:00+01:00']),
    '2028-02-29T23:59:59.999+01:00',
  ],
  [
    'whistleblowing-feedback',
    reported('2026-07-31T08:00+02:00', [acknowledged, '2026-07-31T10:00+02:00']),
    '2026-10-31T23:59:59.999+01:00',
  ],
  // Nothing was sent: the seven days ended with the 30th of January.
  ['whistleblowing-feedback', reported('2026-01-23T08:00+01:00'), '2026-04-30T23:59:59.999+02:00'],
  [
    // It was sent after the seven days, which gives nobody more time.
    'whistleblowing-feedback',
    reported('2026-01-23T08:00+01:00', [acknowledged, '2026-02-20T10:00+01:00']),
    '2026-04-30T23:59:59.999+02:00',
  ],
];

const now = '2029-11-24T12:00Z';
for (const [law, rows] of Object.entries({ nis2, gdpr, dora, cra, whistleblowing })) {
  test(`clocks of ${law} are due when its words say`, () => {
    for (const [id, known, due, zone] of rows) {
      const found = standing(id, known, now, zone);
      const expected = due && new Date(due).toISOString();
      const { moments, sent } = known;
      assert.equal(
        found.dueAt?.toISOString(),
        expected,
        JSON.stringify({ id, moments, sent, zone }),
      );
      if (due === undefined) assert.equal(found.state, 'waiting', id);
    }
    const ids = new Set(rows.map(([id]) => id));
    for (const clock of clocks.filter((one) => one.law === law)) assert.ok(ids.has(clock.id));
  });
}

test('a clock waits, runs, is late, and keeps what was sent in time or not', () => {
  const at = '2026-11-30T09:00Z';
  const due = '2026-12-03T09:00:00.000Z';
  const state = (known: Facts, when: string) => standing('gdpr-notification', known, when).state;
  assert.equal(state(facts({}), at), 'waiting');
  assert.equal(state({ ...aware(at), judged: {} }, at), 'running');
  assert.equal(state({ ...aware(at), judged: { 'personal-data': false } }, at), 'not-applicable');
  assert.equal(state(aware(at), due), 'running');
  assert.equal(state(aware(at), '2026-12-03T09:00:00.001Z'), 'late');
  assert.equal(state(aware(at, ['gdpr-notification', due]), '2027-01-01T00:00Z'), 'sent');
  const afterwards = aware(at, ['gdpr-notification', '2026-12-03T09:00:01Z']);
  assert.equal(state(afterwards, '2027-01-01T00:00Z'), 'late');
  // More of it later (Art. 33(4)) makes nothing late that was in time.
  const phases: [ClockId, string][] = [
    ['gdpr-notification', '2026-12-09T09:00Z'],
    ['gdpr-notification', '2026-12-01T09:00Z'],
  ];
  assert.equal(state(aware(at, ...phases), '2027-01-01T00:00Z'), 'sent');
  // It was sent, and then judged to be no risk to anybody.
  assert.equal(state({ ...aware(at, ...phases), judged: { 'personal-data': false } }, due), 'sent');
});

test('a progress report is for what goes on, and the final report ends it', () => {
  const notified: [ClockId, string] = ['nis2-notification', '2026-09-02T09:00Z'];
  const at = '2026-09-20T09:00Z';
  const of = (known: Facts) => standing('nis2-progress', known, at).state;
  assert.equal(of(facts({}, notified)), 'running');
  assert.equal(of(facts({}, notified, ['nis2-final', at])), 'not-applicable');
  assert.equal(of(facts({ handledAt: '2026-09-19T09:00Z' }, notified)), 'not-applicable');
  assert.equal(of(facts({ handledAt: '2026-10-19T09:00Z' }, notified)), 'running');
});

test('feedback to whoever reported is waited for until the acknowledgement or its seven days', () => {
  const known = reported('2026-11-23T08:00+01:00');
  const of = (when: string) => standing('whistleblowing-feedback', known, when);
  assert.equal(of('2026-11-30T23:59:59+01:00').state, 'waiting');
  const after = of('2026-12-01T00:00+01:00');
  assert.equal(after.state, 'running');
  assert.equal(after.startedAt?.toISOString(), '2026-11-30T22:59:59.999Z');
});

test('there is a warning before each end, and never before the clock started', () => {
  const at = Date.parse('2026-11-30T09:00Z');
  const sent = clocks.map(({ id }) => ({ clock: id, sentAt: new Date(at).toISOString() }));
  const time = new Date(at).toISOString();
  const moments = {
    ...{ reportedAt: time, awareAt: time, classifiedAt: time },
    ...{ measureAt: time, handledAt: time },
  };
  const found = standingsOf({ moments, judged, sent }, { laws: all, timeZone: berlin }, new Date());
  assert.equal(found.length, clocks.length);
  for (const { clock, startedAt, warnAt, dueAt } of found) {
    assert.ok(startedAt && warnAt && dueAt && startedAt < warnAt && warnAt < dueAt, clock.id);
  }
  // Classified half an hour before the 24 hours are over: at once.
  const known = classified('2026-11-30T09:00Z', '2026-12-01T08:30Z');
  const warned = standing('dora-initial', known, time);
  assert.deepEqual(
    [warned.warnAt?.toISOString(), warned.dueAt?.toISOString()],
    ['2026-12-01T08:30:00.000Z', '2026-12-01T09:00:00.000Z'],
  );
});

test('only the laws that an organisation is under have clocks, and the nearest end comes first', () => {
  const known = aware('2026-11-30T09:00Z');
  const of = (laws: readonly Law[], more: Facts = known) =>
    standingsOf(more, { laws, timeZone: berlin }, new Date('2026-11-30T10:00Z'));
  assert.deepEqual(of([]), []);
  assert.deepEqual(
    of(['gdpr']).map(({ clock }) => clock.id),
    ['gdpr-notification'],
  );
  assert.equal(nextDueOf(of(['nis2', 'gdpr']))?.clock.id, 'nis2-early-warning');
  const warned = aware('2026-11-30T09:00Z', ['nis2-early-warning', '2026-11-30T09:30Z']);
  assert.equal(nextDueOf(of(['nis2', 'gdpr'], warned))?.clock.id, 'nis2-notification');
  assert.equal(nextDueOf(of(['nis2'], facts({}))), undefined);
});
